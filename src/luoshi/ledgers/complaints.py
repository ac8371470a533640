"""The workbook that goes back to who filled it in: the file again, with what is wrong beside each line."""

from __future__ import annotations

import io

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from luoshi.ledgers import headings, mappings, workbooks
from luoshi.ledgers.planning import ImportPlan
from luoshi.ledgers.workbooks import Formats, Sheet


def problems_workbook(plan: ImportPlan) -> bytes:
    """The file again, with what is wrong beside each line, and a list of all problems on a sheet of its own."""
    out = io.BytesIO()
    book = Workbook(out, {"constant_memory": True, "strings_to_formulas": False})
    formats = Formats(book)
    shown = [sheet for sheet in plan.sheets if not sheet.hidden]
    *names, last = workbooks.sheet_names([*(sheet.name for sheet in shown), "问题清单"])
    for sheet, name in zip(shown, names, strict=True):
        _problem_sheet(book.add_worksheet(name), formats, plan, sheet)
    listed = book.add_worksheet(last)
    listed.set_column(0, 4, 14)
    listed.set_column(5, 5, 80)
    for place, title in enumerate(("工作表", "行号", "列号", "表头", "原值", "问题和改法")):
        listed.write_string(0, place, title, formats.head)
    for number, p in enumerate(plan.problems, 1):
        for place, value in enumerate((p.sheet, p.row or "", p.letter, p.title, p.value, p.sentence)):
            workbooks.put(listed, number, place, value, formats)
    book.close()
    return out.getvalue()


def _problem_sheet(written: Worksheet, formats: Formats, plan: ImportPlan, sheet: Sheet) -> None:
    found: dict[int, list[str]] = {}
    for p in plan.problems:
        if p.sheet == sheet.name and p.row:
            found.setdefault(p.row, []).append(f"{p.title}：{p.sentence}" if p.title else p.sentence)
    head = headings.find(plan.ledger, sheet, frozenset(), mappings.of(plan.ledger))
    column = max((len(cells) for cells in sheet.rows), default=0)
    written.set_column(0, max(column - 1, 0), 14)
    written.set_column(column, column, 60)
    for number, cells in enumerate(sheet.rows, 1):
        for place, cell in enumerate(cells):
            workbooks.put(written, number - 1, place, cell, formats)
        if head is not None and number == head.row + 1:
            written.write_string(number - 1, column, headings.REMARK, formats.head)
        elif number in found:
            written.write_string(number - 1, column, "\n".join(found[number])[:30_000], formats.wrong)

"""The tables of a report as a workbook: a sheet for each, numbers as numbers, and where they come from at the end."""

from __future__ import annotations

import datetime
import io
import re
from decimal import Decimal
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from luoshi.reports import charts
from luoshi.reports.document import Chart, Official, Table
from luoshi.reports.references import table_of

A4: Final = 9
TOP: Final = 2  # rows above the head: title, line of unit and day
_NUMBER: Final = re.compile(r"[+-]?[\d,]+(?:\.\d+)?(%?)")
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\']")
LONGEST: Final = 31


def render(official: Official) -> bytes:
    """The workbook of a report: tables and charts of its text, its attachments, its references."""
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True})
    moment = datetime.datetime.combine(official.issued_on, datetime.time(9))
    book.set_properties({"title": official.title, "author": official.issuer, "created": moment})
    formats = _Formats(book)
    taken: set[str] = set()
    for title, table in tables(official):
        sheet = book.add_worksheet(_name(table.caption or title, taken))
        _sheet(sheet, formats, official, table.caption or title, table)
    book.close()
    return written.getvalue()


def tables(official: Official) -> list[tuple[str, Table]]:
    """Every table of a report with a title; a report without any has the table of what it says."""
    found: list[tuple[str, Table]] = []
    for block in official.body:
        if isinstance(block, Chart):
            found.append((block.caption, charts.as_table(block)))
        elif isinstance(block, Table):
            found.append((block.caption or official.title, block))
    found += [(attached.title, table) for attached in official.attachments for table in attached.tables]
    if official.references or not found:
        found.append(("数据出处", table_of(official)))
    return found


class _Formats:
    """How cells look."""

    def __init__(self, book: Workbook) -> None:
        self.title = book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
        self.left, self.right = book.add_format(), book.add_format({"align": "right"})
        frame = {"border": 1, "valign": "vcenter", "text_wrap": True}
        self.head = book.add_format({**frame, "bold": True, "align": "center"})
        self.text = book.add_format(frame)
        self.plain = book.add_format({**frame, "align": "right"})
        self._book, self._frame = book, {**frame, "align": "right"}
        self._numbers: dict[str, Format] = {}

    def number(self, shape: str) -> Format:
        """Numbers as the document writes them."""
        if shape not in self._numbers:
            self._numbers[shape] = self._book.add_format({**self._frame, "num_format": shape})
        return self._numbers[shape]


def _sheet(sheet: Worksheet, formats: _Formats, official: Official, title: str, table: Table) -> None:
    width = len(table.columns) - 1
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(TOP)
    sheet.freeze_panes(TOP + 1, min(2, width))
    sheet.set_footer("&C第 &P 页，共 &N 页")
    sheet.set_row(0, 30)
    if width:
        sheet.merge_range(0, 0, 0, width, "", formats.title)
    sheet.write_string(0, 0, title, formats.title)
    sheet.write_string(1, 0, f"{official.issuer}　{official.issued_on}", formats.left)
    if width:
        sheet.write_string(1, width, table.note, formats.right)
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, max(8, column.width // 2 + 2))
        sheet.write_string(TOP, at, column.head, formats.head)
    for row, cells in enumerate(table.rows, TOP + 1):
        for at, (column, text) in enumerate(zip(table.columns, cells, strict=True)):
            _cell(sheet, formats, row, at, text, numeric=column.numeric)


def _cell(sheet: Worksheet, formats: _Formats, row: int, at: int, text: str, *, numeric: bool) -> None:
    found = _NUMBER.fullmatch(text) if numeric else None
    if found is None:
        sheet.write_string(row, at, text, formats.plain if numeric else formats.text)
        return
    share = found[1]
    places = len(text.rstrip("%").partition(".")[2])
    shape = "#,##0" + (f".{'0' * places}" if places else "") + share
    value = Decimal(text.rstrip("%").replace(",", ""))
    sheet.write_number(row, at, float(value / 100 if share else value), formats.number(shape))


def _name(title: str, taken: set[str]) -> str:
    """A name that a sheet may have, once."""
    plain = _NOT_IN_NAMES.sub("", title)[:LONGEST] or "表"
    name, at = plain, 2
    while name in taken:
        name, at = f"{plain[: LONGEST - 3]}_{at}", at + 1
    taken.add(name)
    return name

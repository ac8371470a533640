"""A ledger as the office's table, and the empty table that an import takes back."""

from __future__ import annotations

import datetime
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from django.db import transaction
from django.db.models import QuerySet
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from luoshi.ledgers import audit, layout, lines, workbooks
from luoshi.ledgers.access import Act, Actor, hidden, may, reach, require, unfillable
from luoshi.ledgers.columns import Choice, Column, Flag, Link
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lookups import Lookups
from luoshi.ledgers.models import Row
from luoshi.ledgers.workbooks import Formats, letter

Kind = Literal["xlsx", "csv", "json"]
MEDIA_TYPES: Final[dict[Kind, str]] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
}
LAST_FILLED = 5_000  # template: lines with drop-downs
MOST_OFFERED = 5_000  # template: the longest drop-down


def filename(ledger: Ledger, kind: str, *, by: Actor, as_of: datetime.date) -> str:
    """What an export is called: the ledger's title, the time, and who took it out."""
    time = as_of.strftime("%Y%m%d-%H%M" if isinstance(as_of, datetime.datetime) else "%Y%m%d")
    name = f"{ledger.title}-{time}-{by.name}"
    return "".join("_" if c in '\\/:*?"<>|' or not c.isprintable() else c for c in name) + f".{kind}"


def columns(ledger: Ledger, by: Actor) -> tuple[Column, ...]:
    """The columns that ``by`` may see."""
    unseen = hidden(by, ledger)
    return tuple(c for c in ledger.columns if c.name not in unseen)


def head(ledger: Ledger, column: Column) -> str:
    """A column's title with the unit in which its values are entered."""
    return ledger.head(column, column.entry_unit)


def export(
    ledger: Ledger,
    rows: Iterable[Row],
    kind: Kind,
    *,
    by: Actor,
    as_of: datetime.date,
    unit_name: str = "",
    asked: str = "",
) -> bytes:
    """The rows as a file that an import takes back unchanged (json: that a program reads); without what is hidden.

    ``as_of`` is printed as the time of export, ``unit_name`` as the unit that reports; ``asked`` says for the trail
    which rows were asked for.
    """
    require(by, Act.EXPORT, ledger)
    table = Table(ledger, columns(ledger, by), _allowed(ledger, rows, by))
    time = as_of.strftime("%Y-%m-%d %H:%M" if isinstance(as_of, datetime.datetime) else "%Y-%m-%d")
    made = {"csv": _csv, "json": _json, "xlsx": _workbook}[kind](table, by, time, unit_name)
    with transaction.atomic():
        audit.begin()
        changes = {"格式": ("", kind), "行数": ("", str(table.taken)), "筛选": ("", asked)}
        audit.note(by, "导出", ledger, {title: pair for title, pair in changes.items() if pair[1]})
    return made


@dataclass
class Table:
    """What is taken out of a ledger; ``taken`` counts the rows that have been."""

    ledger: Ledger
    seen: tuple[Column, ...]
    rows: Iterable[Row]
    lookups: Lookups = field(default_factory=Lookups)
    taken: int = 0

    def __iter__(self) -> Iterator[Row]:
        for row in self.rows:
            self.taken += 1
            yield row

    def texts(self, row: Row) -> Iterator[str]:
        """A row's values as csv has them."""
        return (text(c, c.of(row), self.lookups) for c in self.seen)


def _csv(table: Table, by: Actor, time: str, unit_name: str) -> bytes:
    head_row = [head(table.ledger, c) for c in table.seen]
    return workbooks.csv_bytes([head_row, *(list(table.texts(row)) for row in table)])


def _json(table: Table, by: Actor, time: str, unit_name: str) -> bytes:
    """Every value as exact text, as csv has it; null for none."""
    ledger = table.ledger
    rows = [told(table.seen, row, table.lookups) for row in table]
    head = {
        "ledger": ledger.name,
        "title": ledger.title,
        "unit": unit_name,
        "exported_by": by.name,
        "exported_at": time,
        "columns": [{"name": c.name, "title": ledger.title_of(c), "unit": c.entry_unit} for c in table.seen],
        "rows": rows,
    }
    return (json.dumps(head, ensure_ascii=False, indent=1) + "\n").encode()


def told(seen: Iterable[Column], row: Row, lookups: Lookups) -> dict[str, str | None]:
    """A row's values by column, as exact text; None for none."""
    return {column.name: text(column, column.of(row), lookups) or None for column in seen}


def kind_of(word: str) -> Kind | None:
    """The kind of file of that name."""
    return next((kind for kind in MEDIA_TYPES if kind == word), None)


def _allowed(ledger: Ledger, rows: Iterable[Row], by: Actor) -> Iterator[Row]:
    if isinstance(rows, QuerySet) and not rows.query.is_sliced:
        within = reach(by, Act.EXPORT, ledger)
        return rows.filter(within).iterator(chunk_size=2000) if within is not None else iter(())
    return (row for row in rows if may(by, Act.EXPORT, ledger, row))


def text(column: Column, value: Any, lookups: Lookups) -> str:
    """A value as exact text that an import takes back; "" for none."""
    if isinstance(column, Link) and not column.derived:
        return lookups.named(column.to, value) if value is not None else ""
    return column.written(value)


def _cell(column: Column, value: Any, lookups: Lookups) -> Any:
    return text(column, value, lookups) if isinstance(column, Link) else column.cell(value)


def _workbook(table: Table, by: Actor, time: str, unit_name: str) -> bytes:
    ledger, seen, out = table.ledger, table.seen, io.BytesIO()
    book = Workbook(out, {"constant_memory": True})
    formats, sheet = Formats(book), book.add_worksheet(*workbooks.sheet_names([ledger.title]))
    reports = f"填报单位：{unit_name}" if unit_name else ""
    said = "    ".join(filter(None, (f"填报人：{by.name}", f"导出时间：{time}", layout.unit_line(seen))))
    layout.top(sheet, formats, ledger.title, (reports, said), len(seen))
    at = last = layout.heads(sheet, formats, ledger, seen)
    layout.page(sheet, last, len(seen))
    layout.mark(sheet, layout.Mark(by.name, by.key, time))
    totals = dict.fromkeys((c.name for c in layout.added_up(ledger, seen)), 0)
    for at, row in enumerate(table, last + 1):
        sheet.write_number(at, 0, at - last, formats.centre)
        for place, column in enumerate(seen, 1):
            value = column.of(row)
            workbooks.put(sheet, at, place, _cell(column, value, table.lookups), formats)
            if column.name in totals:
                totals[column.name] += value or 0
    layout.total(sheet, formats, at + 1, seen, totals)
    sheet.autofilter(last, 0, max(at, last), len(seen))
    book.close()
    return out.getvalue()


def template(ledger: Ledger, *, by: Actor, rows: Sequence[Row] = ()) -> bytes:
    """The table to fill in: the head, a sample line, drop-downs, and a sheet that says what goes where.

    ``rows`` stand in place of the sample line: rows that are stored, or only begun, to be filled in further.
    """
    require(by, Act.IMPORT, ledger)
    closed = unfillable(by, ledger)
    filled = tuple(c for c in ledger.writable if c.name not in closed)
    out, lookups = io.BytesIO(), Lookups()
    book = Workbook(out)
    formats, sheet = Formats(book), book.add_worksheet(*workbooks.sheet_names([ledger.title]))
    guide, offered = book.add_worksheet("填写说明"), book.add_worksheet("选项")
    offered.hide()
    note = "带 * 的列必填；灰色斜体的示例行可以改写，也可以原样保留（导入时略过）。各列写法见“填写说明”。"
    note = "带 * 的列必填，没有数的行请删去。各列写法见“填写说明”。" if rows else note
    layout.top(sheet, formats, f"{ledger.title}导入模板", (note, ""), len(filled))
    first = layout.heads(sheet, formats, ledger, filled, starred=True) + 1
    layout.page(sheet, first - 1, len(filled))
    for place, column in enumerate(filled, 1):
        options = _options(column, lookups)
        if not rows:
            shown = options[0] if options and isinstance(column, Link) else lines.sample(column)
            sheet.write_string(first, place, shown, formats.sample)
        _offer(sheet, offered, first, place, options)
    if not rows:
        sheet.write_string(first, 0, lines.SAMPLE, formats.sample)
    for at, row in enumerate(rows, first):
        sheet.write_number(at, 0, at - first + 1, formats.centre)
        for place, column in enumerate(filled, 1):
            workbooks.put(sheet, at, place, _cell(column, column.of(row), lookups), formats)
    _guide(guide, formats, ledger, filled, lookups)
    book.close()
    return out.getvalue()


def _options(column: Column, lookups: Lookups) -> list[str]:
    if isinstance(column, Choice):
        return [shown for _, shown in column.choices]
    if isinstance(column, Flag):
        return ["是", "否"]
    return lookups.labels(column.to)[:MOST_OFFERED] if isinstance(column, Link) else []


def _offer(sheet: Worksheet, offered: Worksheet, first: int, place: int, options: list[str]) -> None:
    """A drop-down over a list on the hidden sheet; what is not in it is warned of, because short names pass too."""
    if not options:
        return
    for number, text in enumerate(options):
        offered.write_string(number, place, text)
    name = letter(place)
    sheet.data_validation(
        first,
        place,
        LAST_FILLED,
        place,
        {
            "validate": "list",
            "source": f"=选项!${name}$1:${name}${len(options)}",
            "error_type": "warning",
            "error_title": "不在列表中",
            "error_message": "请尽量从下拉列表中选择；导入时会再次核对。",
        },
    )


def _guide(
    sheet: Worksheet, formats: Formats, ledger: Ledger, filled: tuple[Column, ...], lookups: Lookups
) -> None:
    heads = (("列", 18), ("填什么", 40), ("必填", 6), ("写法", 36), ("可填内容", 50))
    for place, (title, width) in enumerate(heads):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, title, formats.head)
    for number, column in enumerate(filled, 1):
        options = _options(column, lookups)
        required = "是" if ledger.required(column) else ""
        allowed = "、".join(options[:20]) + (f" 等 {len(options)} 项" if len(options) > 20 else "")
        about = column.help or str(getattr(ledger.field(column), "help_text", "")) or ledger.title_of(column)
        for place, text in enumerate((head(ledger, column), about, required, _form(ledger, column), allowed)):
            workbooks.put(sheet, number, place, text, formats)


def _form(ledger: Ledger, column: Column) -> str:
    if column.name == ledger.numbered:
        return "新增的行留空，由系统编号；修改已有的行照填"
    return column.form

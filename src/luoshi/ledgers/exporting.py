"""A ledger as the office's table, and the empty table that an import takes back."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from django.db.models import QuerySet
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from luoshi.ledgers import headings, lines, measures, workbooks
from luoshi.ledgers.access import Act, Actor, hidden, may, reach, require, unfillable
from luoshi.ledgers.columns import (
    Area,
    Choice,
    Column,
    Day,
    Flag,
    Link,
    Money,
    Month,
    Number,
    Share,
    Text,
)  # fmt: skip
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lookups import Lookups
from luoshi.ledgers.models import Row
from luoshi.ledgers.workbooks import Formats, letter

Kind = Literal["xlsx", "csv"]
TOTAL = "合计"
A4 = 9
HEAD = 2  # title, line of units and persons, head
LAST_FILLED = 5_000  # template: lines with drop-downs
MOST_OFFERED = 5_000  # template: the longest drop-down
WIDTHS: tuple[tuple[type[Column], int], ...] = (
    (Link, 20),
    (Day, 12),
    (Month, 10),
    (Flag, 6),
    (Number, 14),
    (Choice, 12),
)


def filename(ledger: Ledger, kind: str, as_of: datetime.date) -> str:
    """What an export is called: the ledger's title and the day."""
    return f"{ledger.title}-{as_of:%Y%m%d}.{kind}"


def columns(ledger: Ledger, by: Actor) -> tuple[Column, ...]:
    """The columns that ``by`` may see."""
    unseen = hidden(by, ledger)
    return tuple(c for c in ledger.columns if c.name not in unseen)


def head(ledger: Ledger, column: Column) -> str:
    """A column's title with the unit in which its values are entered."""
    return ledger.head(column, column.entry_unit)


def export(
    ledger: Ledger, rows: Iterable[Row], kind: Kind, *, by: Actor, as_of: datetime.date, unit_name: str = ""
) -> bytes:
    """The rows as a file that an import takes back unchanged; what ``by`` may not see is left out.

    ``as_of`` is printed as the time of export, ``unit_name`` as the unit that reports.
    """
    require(by, Act.EXPORT, ledger)
    seen, lookups = columns(ledger, by), Lookups()
    allowed = _allowed(ledger, rows, by)
    if kind == "csv":
        lines = ([_text(c, c.of(row), lookups) for c in seen] for row in allowed)
        return workbooks.csv_bytes([[head(ledger, c) for c in seen], *lines])
    return _workbook(ledger, seen, allowed, lookups, _notes(by, as_of, unit_name))


def _allowed(ledger: Ledger, rows: Iterable[Row], by: Actor) -> Iterator[Row]:
    if isinstance(rows, QuerySet) and not rows.query.is_sliced:
        within = reach(by, Act.EXPORT, ledger)
        return rows.filter(within).iterator(chunk_size=2000) if within is not None else iter(())
    return (row for row in rows if may(by, Act.EXPORT, ledger, row))


def _notes(by: Actor, as_of: datetime.date, unit_name: str) -> tuple[str, str]:
    time = as_of.strftime("%Y-%m-%d %H:%M" if isinstance(as_of, datetime.datetime) else "%Y-%m-%d")
    return (f"填报单位：{unit_name}" if unit_name else ""), f"填报人：{by.name}    导出时间：{time}"


def _text(column: Column, value: Any, lookups: Lookups) -> str:
    if isinstance(column, Link) and not column.derived:
        return lookups.named(column.to, value) if value is not None else ""
    return column.written(value)


def _cell(column: Column, value: Any, lookups: Lookups) -> Any:
    return _text(column, value, lookups) if isinstance(column, Link) else column.cell(value)


def _workbook(
    ledger: Ledger, seen: tuple[Column, ...], rows: Iterable[Row], lookups: Lookups, notes: tuple[str, str]
) -> bytes:
    out = io.BytesIO()
    book = Workbook(out, {"constant_memory": True})
    formats, sheet = Formats(book), book.add_worksheet(*workbooks.sheet_names([ledger.title]))
    _page(sheet, HEAD, len(seen))
    _top(sheet, formats, ledger.title, notes, len(seen))
    sheet.write_string(HEAD, 0, headings.SERIAL, formats.head)
    for place, column in enumerate(seen, 1):
        sheet.write_string(HEAD, place, head(ledger, column), formats.head)
        sheet.set_column(place, place, _width(ledger, column))
    added = added_up(ledger, seen)
    totals = dict.fromkeys((c.name for c in added), 0)
    at = HEAD
    for at, row in enumerate(rows, HEAD + 1):
        sheet.write_number(at, 0, at - HEAD, formats.centre)
        for place, column in enumerate(seen, 1):
            value = column.of(row)
            workbooks.put(sheet, at, place, _cell(column, value, lookups), formats)
            if column.name in totals:
                totals[column.name] += value or 0
    _total(sheet, formats, at + 1, seen, totals)
    sheet.autofilter(HEAD, 0, max(at, HEAD), len(seen))
    book.close()
    return out.getvalue()


def _page(sheet: Worksheet, head_row: int, width: int) -> None:
    """A4 across, as wide as the paper, the head on every page, the first two columns always in sight."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head_row)
    sheet.freeze_panes(head_row + 1, min(2, width))
    sheet.set_footer("&C第 &P 页，共 &N 页")
    sheet.set_column(0, 0, 6)


def _top(sheet: Worksheet, formats: Formats, title: str, notes: tuple[str, str], width: int) -> None:
    sheet.set_row(0, 30)
    if width:
        sheet.merge_range(0, 0, 0, width, "", formats.title)
    sheet.write_string(0, 0, title, formats.title)
    sheet.write_string(1, 0, notes[0], formats.left)
    sheet.write_string(1, width, notes[1], formats.right)


def _total(
    sheet: Worksheet, formats: Formats, at: int, seen: tuple[Column, ...], totals: dict[str, int]
) -> None:
    if not totals:
        return
    sheet.write_string(at, 0, TOTAL, formats.head)
    for place, column in enumerate(seen, 1):
        value = column.cell(totals[column.name]) if column.name in totals else None
        workbooks.put(sheet, at, place, value, formats)


def added_up(ledger: Ledger, seen: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns with a total: money and areas, and what a sum is declared of; no share, no stock."""
    stocks = {m.of for m in ledger.measures if isinstance(m, measures.Last)}
    flows = {m.of for m in ledger.measures if isinstance(m, measures.Sum)}
    return tuple(
        c
        for c in seen
        if isinstance(c, Number)
        and not isinstance(c, Share)
        and c.name not in stocks
        and (isinstance(c, Money | Area) or c.name in flows)
    )


def _width(ledger: Ledger, column: Column) -> int:
    usual = 36 if isinstance(column, Text) and column.long else column.width
    usual = next((width for kind, width in WIDTHS if isinstance(column, kind)), usual)
    return max(usual, min(2 * len(head(ledger, column)) + 2, 24))


def template(ledger: Ledger, *, by: Actor) -> bytes:
    """The table to fill in: the head, a sample line, drop-downs, and a sheet that says what goes where."""
    require(by, Act.IMPORT, ledger)
    closed = unfillable(by, ledger)
    filled = tuple(c for c in ledger.writable if c.name not in closed)
    out, lookups = io.BytesIO(), Lookups()
    book = Workbook(out)
    formats, sheet = Formats(book), book.add_worksheet(*workbooks.sheet_names([ledger.title]))
    guide, offered = book.add_worksheet("填写说明"), book.add_worksheet("选项")
    offered.hide()
    _page(sheet, HEAD, len(filled))
    note = "带 * 的列必填；灰色斜体的示例行可以改写，也可以原样保留（导入时略过）。各列写法见“填写说明”。"
    _top(sheet, formats, f"{ledger.title}导入模板", (note, ""), len(filled))
    sheet.write_string(HEAD, 0, headings.SERIAL, formats.head)
    sheet.write_string(HEAD + 1, 0, lines.SAMPLE, formats.sample)
    for place, column in enumerate(filled, 1):
        options = _options(column, lookups)
        star = "*" if ledger.required(column) else ""
        sheet.write_string(HEAD, place, star + head(ledger, column), formats.head)
        sheet.set_column(place, place, _width(ledger, column))
        shown = options[0] if options and isinstance(column, Link) else lines.sample(column)
        sheet.write_string(HEAD + 1, place, shown, formats.sample)
        _offer(sheet, offered, place, options)
    _guide(guide, formats, ledger, filled, lookups)
    book.close()
    return out.getvalue()


def _options(column: Column, lookups: Lookups) -> list[str]:
    if isinstance(column, Choice):
        return [shown for _, shown in column.choices]
    if isinstance(column, Flag):
        return ["是", "否"]
    return lookups.labels(column.to)[:MOST_OFFERED] if isinstance(column, Link) else []


def _offer(sheet: Worksheet, offered: Worksheet, place: int, options: list[str]) -> None:
    """A drop-down over a list on the hidden sheet; what is not in it is warned of, because short names pass too."""
    if not options:
        return
    for number, text in enumerate(options):
        offered.write_string(number, place, text)
    name = letter(place)
    sheet.data_validation(
        HEAD + 1,
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


_FORMS: tuple[tuple[type[Column], Callable[[Any], str]], ...] = (
    (Share, lambda c: "只填数字，25.5 表示 25.5%；单元格不要设成百分比格式"),
    (Number, lambda c: f"只填数字{f'，单位{c.unit}' if c.unit else ''}；表头括号里可换成同类单位"),
    (Day, lambda c: "日期，如 2026-03-01"),
    (Month, lambda c: "月份，如 2026-03"),
    (Link, lambda c: "填名称或编号，须已登记"),
    (Choice, lambda c: "从下拉列表中选"),
    (Flag, lambda c: "填“是”或“否”"),
)


def _form(ledger: Ledger, column: Column) -> str:
    if column.name == ledger.numbered:
        return "新增的行留空，由系统编号；修改已有的行照填"
    return next((say(column) for kind, say in _FORMS if isinstance(column, kind)), column.form)

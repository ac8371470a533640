"""How the office lays out a table: title, line of units and persons, one head row or two, totals, the page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from luoshi.ledgers import headings, measures, watermark, workbooks
from luoshi.ledgers.columns import Area, Column, Money, Number, Share
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.workbooks import Formats

TOTAL = "合计"
A4 = 9
PAGES = "&C第 &P 页，共 &N 页"
TOP = 2  # rows above the head: title, line of units and persons
LONG = 36  # the width of a column of paragraphs


@dataclass(frozen=True, slots=True)
class Mark:
    """Who takes a table out of the house, and when."""

    name: str
    key: str
    time: str


def page(sheet: Worksheet, last_head: int, width: int) -> None:
    """A4 across, as wide as the paper, the head on every page, the first two columns always in sight."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(TOP, last_head)
    sheet.freeze_panes(last_head + 1, min(2, width))
    sheet.set_footer(PAGES)
    sheet.set_column(0, 0, 6)


def mark(sheet: Worksheet, by: Mark) -> None:
    """Who exported the table and when: behind its cells, and in words at the foot of every page."""
    name = "".join(filter(str.isprintable, by.name))
    tile = io.BytesIO(watermark.picture(name, by.key, by.time))
    sheet.set_header("&C&G", {"image_center": "mark.png", "image_data_center": tile})
    sheet.set_footer(f"{PAGES}&R{name[:60].replace('&', '&&')}  {by.time}")


def top(sheet: Worksheet, formats: Formats, title: str, notes: tuple[str, str], width: int) -> None:
    """The title over the whole width; what stands left and right under it."""
    sheet.set_row(0, 30)
    if width:
        sheet.merge_range(0, 0, 0, width, "", formats.title)
    sheet.write_string(0, 0, title, formats.title)
    sheet.write_string(1, 0, notes[0], formats.left)
    sheet.write_string(1, width, notes[1], formats.right)


def unit_line(seen: Sequence[Column], *, listed: bool = False) -> str:
    """单位：万元, where all money of a table is in one unit, as it is entered or as lists show it; "" otherwise."""
    units = {c.list_unit if listed else c.entry_unit for c in seen if isinstance(c, Money)}
    return f"单位：{units.pop()}" if len(units) == 1 else ""


def heads(
    sheet: Worksheet, formats: Formats, ledger: Ledger, seen: Sequence[Column], starred: bool = False
) -> int:
    """The titles in one row, under the row of their groups where there are any; the number of the last row.

    A column without a group looks like one tall cell, with its title in the lower: there an import looks for it.
    """
    grouped = any(column.group for column in seen)
    last = TOP + grouped
    if grouped:
        sheet.write_blank(TOP, 0, None, formats.head_above)
        _groups(sheet, formats, ledger.groups(seen))
    alone = formats.head_below if grouped else formats.head
    sheet.write_string(last, 0, headings.SERIAL, alone)
    for place, column in enumerate(seen, 1):
        star = "*" if starred and ledger.required(column) else ""
        title = star + ledger.head(column, column.entry_unit)
        sheet.write_string(last, place, title, formats.head if column.group else alone)
        sheet.set_column(place, place, _width(ledger, column))
    return last


def _groups(sheet: Worksheet, formats: Formats, groups: Sequence[tuple[str, tuple[Column, ...]]]) -> None:
    place = 1
    for group, members in groups:
        after = place + len(members)
        if not group:
            for each in range(place, after):
                sheet.write_blank(TOP, each, None, formats.head_above)
        elif len(members) == 1:
            sheet.write_string(TOP, place, group, formats.head)
        else:
            sheet.merge_range(TOP, place, TOP, after - 1, "", formats.head)
            sheet.write_string(TOP, place, group, formats.head)
        place = after


def total(
    sheet: Worksheet, formats: Formats, at: int, seen: tuple[Column, ...], totals: dict[str, int]
) -> None:
    """The line of totals, where there are any."""
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
    usual = LONG if column.is_long else column.width
    return max(usual, min(2 * len(ledger.head(column, column.entry_unit)) + 2, 24))

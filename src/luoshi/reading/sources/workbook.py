"""The text of a workbook's sheets: each row a line of cells between tabs, each cell with its sheet and name."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import python_calamine
from python_calamine import SheetTypeEnum, SheetVisibleEnum

from luoshi.reading.sources import errors, kinds, packed, percents
from luoshi.reading.sources.grids import Cell, words, written
from luoshi.reading.sources.stretches import Stretch

_CELLS_MOST = 4_000_000  # blank ones between filled ones included
_MERGED_MOST = 100_000


def stretches(data: bytes, name: str) -> Iterator[Stretch]:
    """The visible worksheets in their order; hidden ones are told as left out. Raises a :class:`errors.SourceError`."""
    kind = kinds.of(data, name)
    shown = percents.of_compound(data) if kind == "xls" else {} if kind == "ods" else _of_packed(data, name)
    try:
        with python_calamine.load_workbook(io.BytesIO(data)) as book:
            yield from _sheets(book, shown, name)
    except python_calamine.PasswordError as locked:
        raise errors.EncryptedSource(name) from locked
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise errors.DamagedSource(name, "工作簿内部结构无法解析") from error


def _of_packed(data: bytes, name: str) -> percents.Cells:
    try:
        return percents.of_packed(data, name)
    except packed.BROKEN as error:
        raise errors.DamagedSource(name, "工作簿的部件解不开") from error


def _sheets(book: Any, shown: percents.Cells, name: str) -> Iterator[Stretch]:
    left, first = _CELLS_MOST, True
    for about in book.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        if about.visible != SheetVisibleEnum.Visible:
            yield Stretch(
                "", "", doubt=f"工作表“{about.name}”是隐藏的，没有读取；如有需要，请取消隐藏后重新选择。"
            )
            continue
        sheet = book.get_sheet_by_name(about.name)
        if sheet.end is None:
            continue
        left -= (sheet.end[0] + 1) * (sheet.end[1] + 1)
        if left < 0:
            raise errors.OversizedSource(
                name, f"的工作表“{about.name}”有 {sheet.end[0] + 1} 行、{sheet.end[1] + 1} 列，数据区域太大"
            )
        if not first:
            yield Stretch("")  # a table does not go on from one sheet to the next
        first = False
        yield from written(_rows(sheet, about.name, shown.get(about.name, set())))


def _rows(sheet: Any, title: str, percent: set[tuple[int, int]]) -> Iterator[list[Cell]]:
    _, left = sheet.start  # rows are told from the first one on, columns from the first that is used
    below = _below(sheet.merged_cell_ranges or ())
    for at, row in enumerate(sheet.iter_rows()):
        if row.count("") == len(row):
            continue
        cells = [Cell()] * left
        for column, value in enumerate(row, left):
            place = f"工作表“{title}”{_letters(column)}{at + 1} 单元格"
            cells.append(Cell(_said(value, (at, column) in percent), place, (at, column) in below))
        yield cells


def _below(merged: Any) -> set[tuple[int, int]]:
    """The cells that a merged one reaches down to, in its first column."""
    found: set[tuple[int, int]] = set()
    left_over = _MERGED_MOST
    for (top, left), (bottom, _) in merged:
        last = min(bottom, top + left_over)
        found.update((row, left) for row in range(top + 1, last + 1))
        left_over -= max(1, last - top)
        if left_over <= 0:
            break
    return found


def _said(value: Any, percent: bool) -> str:
    """A cell as a reader of the sheet sees it: 64, 9.8%, 2026年6月30日."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (int, float)):
        number = Decimal(repr(value)) * (100 if percent else 1)
        shown = f"{number:f}"
        return (shown.rstrip("0").rstrip(".") if "." in shown else shown) + ("%" if percent else "")
    if isinstance(value, datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return words(str(value)) if value is not None else ""


def _letters(column: int) -> str:
    """A column's letters from its number: 0 is A."""
    letters = ""
    while column >= 0:
        column, rest = divmod(column, 26)
        letters, column = chr(65 + rest) + letters, column - 1
    return letters

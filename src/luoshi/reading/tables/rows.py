"""Tables of targets: rows under heads that name indicator, unit, target, unit responsible and time limit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from luoshi.reading.model import Span
from luoshi.reading.openings import lazy
from luoshi.reading.tables import contents, grids, stacked
from luoshi.reading.tables.grids import Cell, Line
from luoshi.reading.tables.heads import Column, Head, header, second
from luoshi.reading.tables.row import Row

# 一、经济发展指标: a line of a table that only names its next part.
_PART_NAME = lazy(
    r"(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]{1,2})?[\u4e00-\u9fff]{2,16}(?:[(（][^()（）]{1,8}[)）])?"
)
_PART = 24


class Tables(NamedTuple):
    """The rows of a text that stand under heads, in order, and where the heads stand themselves."""

    rows: list[Row]
    heads: list[Span]


def find(text: str, start: int, end: int, year: int | None) -> Tables:
    """Every table of text[start:end] under heads of targets, tasks or projects."""
    found = Tables([], [])
    heads: tuple[Head, ...] = ()
    top: Line | None = None
    for line in grids.lines(text, start, end):
        if len(line.cells) < 2:
            heads = heads if _is_within(line, text, found.rows) else ()
        elif (named := header(text, line, year)) is not None:
            heads, top = named, line
            found.heads.append((line.start, line.end))
        elif top and (below := second(top, line)):
            heads, top = header(text, below, year) or heads, None
            found.heads.append((line.start, line.end))
        elif heads:
            found.rows.append(Row(line.start, line.end, _paired(heads, line)))
            top = None
    return found if found.rows else Tables(stacked.find(text, start, end), found.heads)


def _is_within(line: Line, text: str, found: Sequence[Row]) -> bool:
    """Nothing but marks of an empty row between two rows, or the name of a part of the table, right behind a row or the header."""
    said = text[line.start : line.end].strip("| \t\u3000")
    return not said or len(said) <= _PART and _PART_NAME.fullmatch(said) is not None


def _paired(heads: Sequence[Head], line: Line) -> tuple[tuple[Head, Cell], ...]:
    """Each cell with its column; where cells are missing, by what they hold."""
    if line.fixed or len(line.cells) == len(heads):
        return tuple(zip(heads, line.cells, strict=False))
    by = {head.kind: head for head in reversed(heads)}
    words = by.get("words") or by.get("indicator") or heads[0]
    return tuple((by.get(_content(cell.text)) or words, cell) for cell in line.cells)


def _content(words: str) -> Column | None:
    if words and contents.TIME.fullmatch(words):
        return "period"
    return "actors" if contents.UNITS.fullmatch(words) else None

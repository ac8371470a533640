"""Placed characters of a page to lines and tables.

All places are in points of a page that stands upright: x to the right, y up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from luoshi.reading.sources.grids import Cell
from luoshi.reading.sources.ruled import Grid


class Glyph(NamedTuple):
    """A character, or some that were recognised together, and the box they fill; ``doubt`` where they may be misread."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    doubt: str = ""


@dataclass(slots=True)
class Line:
    """Characters side by side."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    doubt: str = ""

    @property
    def size(self) -> float:
        return self.top - self.bottom


@dataclass(slots=True)
class Table:
    """The cells of a ruled table, row by row."""

    rows: list[list[Cell]]


@dataclass(slots=True)
class Page:
    """What stands on a page, in reading order; ``scanned`` where there is only a picture of it."""

    number: int
    width: float
    height: float
    blocks: list[Line | Table] = field(default_factory=list)
    scanned: bool = False

    @property
    def place(self) -> str:
        return f"第{self.number}页"


_NARROW = re.compile(r"[!-~]")
_LEAST_GAP = 0.15  # of the height of a line: what is nearer belongs together


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """Characters in reading order put side by side as long as they go on to the right."""
    found: list[Line] = []
    pieces: list[str] = []
    line = Line("", 0.0, 0.0, 0.0, 0.0)
    for glyph in glyphs:
        text, left, bottom, right, top, doubt = glyph
        size, height = line.top - line.bottom, top - bottom
        overlap = min(line.top, top) - max(line.bottom, bottom)
        if pieces and overlap > 0.4 * min(size, height) and left > line.right - 0.5 * max(size, height):
            gap = left - line.right
            if gap > _LEAST_GAP * size:
                pieces.append(_gap(pieces[-1], text, gap, size))
            pieces.append(text)
            line.right = max(line.right, right)
            line.bottom, line.top = min(line.bottom, bottom), max(line.top, top)
            line.doubt = line.doubt or doubt
            continue
        line.text = "".join(pieces)
        line, pieces = Line("", left, bottom, right, top, doubt), [text]
        found.append(line)
    line.text = "".join(pieces)
    return found


def _gap(before: str, after: str, gap: float, size: float) -> str:
    """A blank where one shows: between words of letters, or where a character would have room."""
    narrow = _NARROW.match(before) and _NARROW.match(after)
    return " " if narrow or gap > 0.8 * size else ""


def blocks(glyphs: Iterable[Glyph], grids: Sequence[Grid], place: str) -> list[Line | Table]:
    """Lines, and each table where its first character stands."""
    found: list[Line | Table] = []
    waiting: list[Glyph] = []
    held: dict[int, dict[tuple[int, int], list[Glyph]]] = {}
    tables: dict[int, Table] = {}
    for glyph in glyphs if grids else ():
        x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
        hits = ((at, owner) for at, grid in enumerate(grids) if (owner := grid.cell(x, y)) is not None)
        at, owner = next(hits, (-1, (0, 0)))
        if at < 0:
            waiting.append(glyph)
            continue
        if at not in held:
            found += lines(waiting)
            waiting, held[at], tables[at] = [], {}, Table([])
            found.append(tables[at])
        held[at].setdefault(owner, []).append(glyph)
    for at, table in tables.items():
        table.rows = _rows(grids[at], held[at], place)
    return [*found, *lines(waiting if grids else glyphs)]


def _rows(grid: Grid, held: dict[tuple[int, int], list[Glyph]], place: str) -> list[list[Cell]]:
    """The cells of a grid: a merged one speaks in its corner, and is marked where it reaches down."""
    used = sorted({column for line in grid.owners for _, column in line})
    rows: list[list[Cell]] = []
    for row, line in enumerate(grid.owners):
        below = [line[column][0] < row and line[column][1] == column for column in used]
        said = [_within(held.get((row, column), ())) for column in used]
        rows.append([Cell(text, place, low, doubt) for (text, doubt), low in zip(said, below, strict=True)])
    return rows


def _within(glyphs: Iterable[Glyph]) -> tuple[str, str]:
    """The text of a cell, its lines joined, and what is doubtful in it."""
    said = doubt = ""
    for line in lines(glyphs):
        said += between(said, line.text) + line.text
        doubt = doubt or line.doubt
    return said, doubt


def between(before: str, after: str) -> str:
    """What stands between two lines that belong together: nothing in Chinese, a blank between words of letters."""
    letters = before[-1:].isascii() and before[-1:].isalnum() and after[:1].isascii() and after[:1].isalnum()
    return " " if letters else ""

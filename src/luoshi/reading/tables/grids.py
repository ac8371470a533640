"""Cells of tables, however a text keeps them: between tabs, strokes or wide spaces, or a cell a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from luoshi.reading.openings import lazy, quick

#: Without a column's name before such a gap no table is looked for where no tab stands.
_HINT = lazy(r"[ \u3000|](?<=[号标位门限间称务容目].)(?:(?<=[\u3000|])|[ \u3000|])")
_GAPS = ("|", "  ", "\u3000")
_WIDE = quick(r"[ \u3000]{2,}|\u3000")
_MOST = 40


@dataclass(frozen=True, slots=True)
class Cell:
    """text[start:end] of the table, without the spaces around."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of a row; ``fixed`` where an empty cell keeps its place (tabs), so that columns can be counted."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    fixed: bool


def lines(text: str, start: int, end: int) -> Iterator[Line]:
    """Every row of text[start:end] in order, and an empty one for what is none."""
    if text.find("\t", start, end) < 0 and not _may_hold_cells(text, start, end):
        return
    pending: list[Cell] | None = None
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        if "|" in line and not line.strip("| \t\u3000"):
            if pending:
                yield _row(pending)
            pending = []
        elif pending is not None and line.rstrip().endswith("|") and line.count("|") == 1:
            pending += _split(line, "|", start)[:1]
        else:
            if pending:
                yield _row(pending)
            pending = None
            yield _line(line, start, stop)
        start = stop + 1
    if pending:
        yield _row(pending)


def _may_hold_cells(text: str, start: int, end: int) -> bool:
    gaps = any(text.find(gap, start, end) >= 0 for gap in _GAPS)
    return gaps and _HINT.search(text, start, end) is not None


def _row(cells: list[Cell]) -> Line:
    return Line(cells[0].start, cells[-1].end, tuple(cells[:_MOST]), True)


def _line(line: str, start: int, stop: int) -> Line:
    if "\t" in line:
        return _of(_split(line, "\t", start), start, stop, True)
    if line.count("|") > 1:
        cells = _split(line, "|", start)
        while cells and not cells[-1].text:
            cells.pop()
        return _of(cells[1:] if cells and not cells[0].text else cells, start, stop, False)
    if len(line) < 200 and _WIDE.search(line.strip()):
        return _of(_apart(line, start), start, stop, False)
    return Line(start, stop, (), False)


def _of(cells: list[Cell], start: int, stop: int, fixed: bool) -> Line:
    return Line(start, stop, tuple(cells[:_MOST]) if len(cells) > 1 else (), fixed)


def _split(line: str, mark: str, start: int) -> list[Cell]:
    cells = []
    for part in line.split(mark):
        stripped = part.strip()
        left = start + len(part) - len(part.lstrip())
        cells.append(Cell(left, left + len(stripped), stripped))
        start += len(part) + 1
    return cells


def _apart(line: str, start: int) -> list[Cell]:
    cells, at = [], 0
    for gap in (*_WIDE.finditer(line), None):
        stop = gap.start() if gap else len(line)
        if stop > at:
            cells.append(Cell(start + at, start + stop, line[at:stop]))
        at = gap.end() if gap else stop
    return cells

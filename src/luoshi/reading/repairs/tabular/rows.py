"""Where a table stands a cell a line, or with a blank between all its cells, and what makes rows of it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from luoshi.reading.openings import lazy, quick
from luoshi.reading.record import Repair
from luoshi.reading.repairs.tabular.heads import LONGEST, NUMBER, Head, heads, may_head
from luoshi.reading.repairs.tabular.laying import Laid, Placed, lay
from luoshi.reading.repairs.tabular.pieces import Piece, Pieces, bare
from luoshi.reading.tables.contents import UNITS

KIND = "cells"
#: A head and a blank behind it, with another one to follow.
_LEADS = quick(
    r"(?:序号|编号|指标|名称|项目|任务|内容|事项|单位|部门|乡镇|镇街)(?:\([^()\n]{1,8}\))? {1,9}(?=[^\s]{1,16}\s)"
)
#: A first head stands behind a blank, or right behind the sentence that leads to it.
_MARKS = frozenset(":。;")
_BLANKS = lazy(r" +")
_HEADS_MOST, _LINE_MOST = 30, 2 * LONGEST

#: A stretch text[start:end] and what is read there.
Change = tuple[int, int, str]


class Table(NamedTuple):
    """A table found: the pieces of its heads, the heads, and where each piece below them stands."""

    top: Sequence[Piece]
    heads: Sequence[Head]
    laid: Laid


def find(raw: str, plain: str) -> Iterator[Repair]:
    """What makes rows of the cells of each table, in order; ``plain`` is the text folded."""
    begins = [(at, True) for at in _lines(plain)]
    begins += [(at, False) for at in _blanked(plain)]
    end = 0
    for start, lines in sorted(begins):
        table = _table(plain, start, lines=lines) if start >= end else None
        if table is None:
            continue
        end = table.laid.pieces[-1].end
        for low, high, after in _changes(plain, table, lines=lines):
            if raw[low:high] != after:
                yield Repair(low, high, KIND, raw[low:high], after)


def _lines(plain: str) -> Iterator[int]:
    """Where lines begin that may be the first of some heads: the first of a run, or each that heads a column of numbers."""
    run, numbers, at = list[int](), list[int](), 0
    for line in plain.split("\n"):
        words = line.replace(" ", "") if len(line) <= _LINE_MOST else line
        if may_head(words):
            run.append(at)
            numbers += [at] if NUMBER.fullmatch(words) else []
        elif words:
            yield from numbers or run[:1]
            run, numbers = [], []
        at += len(line) + 1


def _blanked(plain: str) -> Iterator[int]:
    """Where words begin behind which heads may follow, with blanks between."""
    for hit in _LEADS.finditer(plain):
        at = least = hit.start()
        while at > max(0, least - LONGEST) and not plain[at - 1].isspace() and plain[at - 1] not in _MARKS:
            at -= 1
        yield at


def _table(plain: str, start: int, *, lines: bool) -> Table | None:
    """The table whose heads begin at ``start``, or one piece further on where that fits better."""
    pieces = Pieces(plain, start, lines=lines)
    found = [table for first in range(2) if (table := _under(pieces, first, lines=lines))]
    return max(found, key=lambda table: table.laid.score, default=None)


def _under(pieces: Pieces, first: int, *, lines: bool) -> Table | None:
    found = heads([bare(one) for one in pieces.some(first, _HEADS_MOST)], broken=lines)
    if not found:
        return None
    many = found[-1].last + 1
    top, below = pieces.some(first, many), pieces.some(first + many, 1)
    if not below or any(one.below for one in top[1:]) != lines or bare(below[0]) == bare(top[0]):
        return None
    by_line = not lines and below[0].below
    if by_line and any(two.start - one.end > 1 for one, two in pairwise(top)):
        return None  # gaps so wide are read as they are
    kinds = [head.kind for head in found]
    laid = lay(kinds, pieces.below(first + many, [bare(one) for one in top]), by_line=by_line)
    return Table(top, found, laid) if laid else None


def _changes(plain: str, table: Table, *, lines: bool) -> Iterator[Change]:
    """The breaks of the table as tabs between cells and line breaks between rows."""
    if not lines:
        yield from _parted(plain, table.top[0].start)
    yield from _top(table.top, table.heads)
    column, end = 0, table.top[-1].end
    cell = ""
    for piece, placed in zip(table.laid.pieces, table.laid.placed, strict=True):
        gap = plain[end : piece.start]
        after = _after(gap, placed, column, cell, piece.words)
        if after != "\n" or gap.strip() or "\n" not in gap:
            yield end, piece.start, after
        yield from _top(piece.parts, table.heads)
        column, end = placed.column, piece.end
        cell = piece.words
    if not lines and plain[end : end + 1] == " ":
        yield end, end + 1, "\n"


def _after(gap: str, placed: Placed, column: int, cell: str, words: str) -> str:
    """What parts a piece from the one before it, which stands in ``column``."""
    if placed.column < 0:
        return "\n"
    if placed.begins:
        return "\n" + "\t" * placed.column
    if not placed.goes_on:
        return "\t" * (placed.column - column)
    if "\n" not in gap:
        return gap
    if UNITS.fullmatch(cell) and UNITS.fullmatch(words):
        return "、"
    letters = cell[-1].isascii() and cell[-1].isalnum() and words[0].isascii() and words[0].isalnum()
    return " " if letters else ""


def _top(pieces: Sequence[Piece], found: Sequence[Head]) -> Iterator[Change]:
    """The heads with a tab between each two, those that were broken joined, without blanks inside."""
    if not pieces:
        return
    begins = {head.first for head in found}
    for at, piece in enumerate(pieces):
        if at:
            yield pieces[at - 1].end, piece.start, "\t" if at in begins else ""
        for blank in _BLANKS.finditer(piece.words):
            yield piece.start + blank.start(), piece.start + blank.end(), ""


def _parted(plain: str, start: int) -> Iterator[Change]:
    """A line break before the table, where it stands behind other words."""
    if start and plain[start - 1] in _MARKS:
        yield start - 1, start, plain[start - 1] + "\n"
    elif start and plain[start - 1] == " ":
        yield start - 1, start, "\n"

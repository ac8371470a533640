"""Pages of placed characters to text: lines, the page's own head and foot left out, broken lines of a paragraph joined.

All places are in points of a page that stands upright: x to the right, y up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from luoshi.reading.sources.grids import Cell, written
from luoshi.reading.sources.stretches import Stretch


class Glyph(NamedTuple):
    """A character and the box it fills."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass(slots=True)
class Line:
    """Characters side by side; ``doubt`` is a sentence where they may be misread."""

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


@dataclass(frozen=True, slots=True)
class Column:
    """The column of running text of a document: its edges, how far apart its lines are, whether paragraphs are indented."""

    left: float
    right: float
    pitch: float
    indented: bool


_NARROW = re.compile(r"[!-~]")
_NUMBER = re.compile(
    r"[-—–―－_·.\s]{0,6}(?:第\s?)?(\d{1,4})(?:\s?页)?(?:\s?[/／,，]?\s?共?\s?\d{1,4}\s?页?)?[-—–―－_·.\s]{0,6}"
)
_DRESSED = re.compile(r"[-—–―－第页/／]")
_STOPPED = re.compile(r"[。！？；：.!?;:]$")
_MARKED = re.compile(
    r"第?[一二三四五六七八九十百]{1,4}[、.．章节部篇是要]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳●◆■▲★◎○•]"
)
_TOP, _BOTTOM = 0.10, 0.12  # shares of the page in which its head and foot stand
_REPEATED, _SHARE = 3, 0.4  # a head or foot stands on so many pages, and on this share of them
_LONG = 10  # lines of so many characters show where the column is
_NARROWEST = 12  # a column holds at least so many characters side by side


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """Characters in reading order put side by side as long as they go on to the right."""
    found: list[Line] = []
    pieces: list[str] = []
    line: Line | None = None
    for glyph in glyphs:
        if line is not None and _goes_on(line, glyph):
            pieces += (_gap(pieces[-1], glyph, glyph.left - line.right, line.size), glyph.text)
            line.right = max(line.right, glyph.right)
            line.bottom, line.top = min(line.bottom, glyph.bottom), max(line.top, glyph.top)
            continue
        if line is not None:
            line.text = "".join(pieces)
        line, pieces = Line("", *glyph[1:]), [glyph.text]
        found.append(line)
    if line is not None:
        line.text = "".join(pieces)
    return found


def _goes_on(line: Line, glyph: Glyph) -> bool:
    height = glyph.top - glyph.bottom
    overlap = min(line.top, glyph.top) - max(line.bottom, glyph.bottom)
    return overlap > 0.4 * min(line.size, height) and glyph.left > line.right - 0.5 * max(line.size, height)


def _gap(before: str, glyph: Glyph, gap: float, size: float) -> str:
    """A blank where one shows: between words of letters, or where a character would have room."""
    narrow = _NARROW.match(before) and _NARROW.match(glyph.text)
    return " " if gap > (0.15 if narrow else 0.8) * size else ""


def within(glyphs: Iterable[Glyph]) -> str:
    """The text of a cell, its lines joined."""
    said = ""
    for line in lines(glyphs):
        said += _between(said, line.text) + line.text
    return said


def _between(before: str, after: str) -> str:
    """What stands between two lines that belong together: nothing in Chinese, a blank between words of letters."""
    letters = before[-1:].isascii() and before[-1:].isalnum() and after[:1].isascii() and after[:1].isalnum()
    return " " if letters else ""


def stretches(pages: Sequence[Page]) -> Iterator[Stretch]:
    """The text of the pages, each stretch with its page."""
    left_out = _furniture(pages)
    blocks = [(page, block) for page in pages for block in page.blocks if id(block) not in left_out]
    columns = _columns(blocks)
    for index, (page, block) in enumerate(blocks):
        if isinstance(block, Table):
            yield from written(block.rows)
            continue
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        after = "\n"
        if below is not None and isinstance(below[1], Line):
            column = columns.get(round(page.width))
            same = below[0] is page
            if column is not None and _continues(block, below[1], column, same):
                after = _between(block.text, below[1].text)
        yield Stretch(block.text, after, page.place, block.doubt)


def _furniture(pages: Sequence[Page]) -> set[int]:
    """The lines that are the page's own: numbers, and what stands on page after page at the same place."""
    numbers: dict[int, list[tuple[Line, bool]]] = {}
    repeated: dict[tuple[str, int], list[Line]] = {}
    for page in pages:
        for line in (block for block in page.blocks if isinstance(block, Line)):
            middle = (line.top + line.bottom) / 2 / max(page.height, 1)
            if _BOTTOM < middle < 1 - _TOP or len(line.text) > 60:
                continue
            hit = _NUMBER.fullmatch(line.text.strip())
            if hit is not None:
                dressed = _DRESSED.search(line.text) is not None
                numbers.setdefault(int(hit[1]) - page.number, []).append((line, dressed))
            key = re.sub(r"\d+", "#", line.text), round(middle * 50)
            repeated.setdefault(key, []).append(line)
    least = max(_REPEATED, _SHARE * len(pages))
    out = {id(line) for same in repeated.values() if len(same) >= least for line in same}
    for counted in numbers.values():
        out |= {id(line) for line, dressed in counted if dressed or 2 * len(counted) >= len(pages)}
    return out


def _columns(blocks: Sequence[tuple[Page, Line | Table]]) -> dict[int, Column]:
    """The column of the pages of each width."""
    widths: dict[int, list[tuple[Page, Line]]] = {}
    for page, block in blocks:
        if isinstance(block, Line):
            widths.setdefault(round(page.width), []).append((page, block))
    found = ((width, _column(placed)) for width, placed in widths.items())
    return {width: column for width, column in found if column is not None}


def _column(placed: Sequence[tuple[Page, Line]]) -> Column | None:
    long = [line for _, line in placed if len(line.text) >= _LONG]
    if not long:
        return None
    size = median(line.size for line in long)
    edges = Counter(round(line.left) for line in long)
    left = min(edges, key=lambda edge: (-sum(edges[edge + d] for d in (-1, 0, 1)), edge))
    if edges_further_left := [e for e in edges if e < left - size and edges[e] * 4 >= edges[left]]:
        left = min(edges_further_left)
    rights = sorted(line.right for line in long if abs(line.left - left) < 4 * size)
    right = rights[int(0.98 * (len(rights) - 1))] if rights else left
    if right - left < _NARROWEST * size:
        return None
    steps = [a.bottom - b.bottom for (p, a), (q, b) in pairwise(placed) if p is q and a.bottom > b.bottom]
    indents = sum(1.2 * size < line.left - left < 3 * size for line in long)
    return Column(left, right, median(steps) if steps else 2 * size, 10 * indents >= len(long))


def _continues(line: Line, below: Line, column: Column, same_page: bool) -> bool:
    """Whether a line is full and the one below begins where the column does."""
    size = line.size
    if column.right - line.right > 2.6 * size or abs(below.left - column.left) > 0.8 * size:
        return False
    if abs(below.size - size) > 0.3 * size:
        return False
    if same_page and not 0 < line.bottom - below.bottom < 1.6 * column.pitch:
        return False
    stopped = _STOPPED.search(line.text) is not None
    return not (stopped and (not column.indented or _MARKED.match(below.text)))

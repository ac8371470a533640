"""Pages to running text: the page's own head and foot left out, broken lines of a paragraph and cut rows of a table joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from luoshi.reading.sources.grids import written
from luoshi.reading.sources.layout import Line, Page, Table, between
from luoshi.reading.sources.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Column:
    """The column of running text of a document: its edges, how far apart its lines are, whether paragraphs are indented."""

    left: float
    right: float
    pitch: float
    indented: bool


_NUMBER = re.compile(
    r"[-—–―－_·.\s]{0,6}(?:第\s?)?(\d{1,4})(?:\s?页)?(?:\s?[/／,，]?\s?共?\s?\d{1,4}\s?页?)?[-—–―－_·.\s]{0,6}"
)
_DIGIT = re.compile(r"\d")
_DRESSED = re.compile(r"[-—–―－第页/／]")
_STOPPED = re.compile(r"[。！？；：.!?;:]$")
_MARKED = re.compile(
    r"第?[一二三四五六七八九十百]{1,4}[、.．章节部篇是要]|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|\d{1,2}[.．、](?!\d)|[①-⑳●◆■▲★◎○•]"
)
_WORD = re.compile(r"(?:[!-~]{1,12}|[“《（(〔]{0,2}.)[，。、；：！？）”》]{0,2}")
_TOP, _BOTTOM = 0.10, 0.12  # shares of the page in which its head and foot stand
_REPEATED, _SHARE = 3, 0.4  # a head or foot stands on so many pages, and on this share of them
_LONG, _LINES = 10, 3  # lines of so many characters show where the column is, if there are so many of them
_NARROWEST = 12  # a column holds at least so many characters side by side


def stretches(pages: Sequence[Page]) -> Iterator[Stretch]:
    """The text of the pages, each stretch with its page."""
    left_out = _furniture(pages)
    blocks = [(page, block) for page in pages for block in page.blocks if id(block) not in left_out]
    columns = _columns(blocks)
    for (_, above), (_, below) in pairwise(blocks):
        if isinstance(above, Table) and isinstance(below, Table):
            _mend(above, below)
    for index, (page, block) in enumerate(blocks):
        if isinstance(block, Table):
            yield from written(block.rows)
            continue
        after = "\n"
        next_page, following = blocks[index + 1] if index + 1 < len(blocks) else (page, None)
        column = columns.get(round(page.width))
        if (
            isinstance(following, Line)
            and column is not None
            and _continues(block, following, column, next_page is page)
        ):
            after = between(block.text, following.text)
        yield Stretch(block.text, after, page.place, block.doubt)


def _mend(above: Table, below: Table) -> None:
    """A row that the end of a page cut in two: its rest goes on with what the row says, and with no second number."""
    if not above.rows or not below.rows or len(above.rows[-1]) != len(below.rows[0]):
        return
    row, rest = above.rows[-1], below.rows[0]
    missing = sum(bool(a.text) and not b.text for a, b in zip(row, rest, strict=True))
    new = any(
        b.text and (not a.text or (_DIGIT.search(a.text) and _DIGIT.search(b.text)))
        for a, b in zip(row, rest, strict=True)
    )
    if row[0].text and not rest[0].text and missing > 1 and not new:
        above.rows[-1] = [
            replace(a, text=a.text + (between(a.text, b.text) + b.text if b.text else ""))
            for a, b in zip(row, rest, strict=True)
        ]
        del below.rows[0]


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
            else:
                key = re.sub(r"\d+", "#", line.text), round(middle * 50)
                repeated.setdefault(key, []).append(line)
    least = max(_REPEATED, _SHARE * len(pages))
    out = {id(line) for same in repeated.values() if len(same) >= least for line in same}
    for offset, counted in numbers.items():
        running = 2 * len(counted) >= len(pages) and (offset == 0 or len(counted) > 1)
        out |= {id(line) for line, dressed in counted if dressed or running}
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
    if len(long) < _LINES:
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


def _needed(line: Line) -> float:
    """The room that the first word of a line would have taken at the end of the line above."""
    word = _WORD.match(line.text)
    return line.size * sum(0.55 if char.isascii() else 1.1 for char in (word.group() if word else ""))


def _continues(line: Line, below: Line, column: Column, same_page: bool) -> bool:
    """Whether a line has no room for the next word, and the line below begins where the column does."""
    size = line.size
    if column.right - line.right > _needed(below) + 0.3 * size or abs(below.left - column.left) > 0.8 * size:
        return False
    if abs(below.size - size) > 0.3 * size:
        return False
    if same_page and not 0 < line.bottom - below.bottom < 1.6 * column.pitch:
        return False
    stopped = _STOPPED.search(line.text) is not None
    return not (stopped and (not column.indented or _MARKED.match(below.text)))

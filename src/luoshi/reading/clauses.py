"""Sentences cut into clauses, with quotations and brackets kept whole."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from luoshi.reading.model import Span
from luoshi.reading.openings import lazy, quick

_QUOTED = lazy(
    r"“[^“”\n]{0,60}(?<![。！？])”|《[^《》\n]{0,80}》|‘[^‘’\n]{0,60}’|「[^「」\n]{0,60}」|\"[^\"\n]{0,40}\""
)
# What is kept whole, else a mark that ends a clause: 1,200 and 14:30 hold none.
_BREAK = quick(
    rf"(?:{_QUOTED.pattern}|[(（][^()（）\n]{{0,120}}[)）])"
    r"|[；;。！!？?\n\r\t|：】]|[,，](?!(?<=\d[,，])\d{3})|:(?!(?<=\d:)\d\d(?!\d))"
)


class Clause(NamedTuple):
    """A clause text[start:end] and the mark that ends it, empty at the end of the sentence."""

    start: int
    end: int
    mark: str


def quoted(text: str, start: int, end: int) -> list[Span]:
    """The spans of “…”, 《…》 and their like in text[start:end], marks included, in order."""
    return [match.span() for match in _QUOTED.finditer(text, start, end)]


def within(place: int, spans: Sequence[Span]) -> Span | None:
    """The span that holds ``place``, or None; ``spans`` are in order and apart."""
    index = bisect_right(spans, (place, 1 << 62)) - 1 if spans else -1
    return spans[index] if index >= 0 and place < spans[index][1] else None


def holds(numbers: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the places ``numbers``, which are in order, lies in text[start:end]."""
    at = bisect_left(numbers, start)
    return at < len(numbers) and numbers[at] < end


_clause: Callable[[tuple[int, int, str]], Clause] = partial(tuple.__new__, Clause)


def split(text: str, sentences: Sequence[Span]) -> list[list[Clause]]:
    """The clauses of each sentence; a comma between digits, in a quotation or in brackets cuts nothing."""
    dealt = []
    breaks = _BREAK.finditer
    for start, end in sentences:
        cut: list[Clause] = []
        for match in breaks(text, start, end):
            place, behind = match.span()
            if behind - place > 1:
                continue
            if place > start:
                cut.append(_clause((start, place, text[place])))
            start = behind
        if start < end:
            cut.append(_clause((start, end, "")))
        dealt.append(cut)
    return dealt

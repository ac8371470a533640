"""Paragraphs, sentences and the section a place belongs to, over clean offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from luoshi.reading.model import Heading, Span
from luoshi.reading.openings import lazy

_SENTENCE = lazy(
    r"(?:[^。!?\n“《(]+|“[^”\n]{0,80}”|《[^》\n]{0,80}》|\([^)\n]{0,80}\)|[“《(])+[。!?…]*[”’》)\]】]*|[。!?]+[”’》)]*"
)
_PARAGRAPH = lazy(r"[^\n]+")


def sentences(clean: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the sentences of clean[start:end], in order and apart; an end mark within a short quotation or bracket ends nothing."""
    stop = len(clean) if end is None else end
    found = (_trim(clean, *hit.span()) for hit in _SENTENCE.finditer(clean, start, stop))
    return [(start, end) for start, end in found if start < end]


def paragraphs(clean: str) -> list[Span]:
    """Spans of the lines that hold anything."""
    found = (_trim(clean, *hit.span()) for hit in _PARAGRAPH.finditer(clean))
    return [(start, end) for start, end in found if start < end]


def within(spans: Sequence[Span], at: int) -> Span | None:
    """The span that holds ``at``; None between spans."""
    index = bisect_right(spans, (at, 1 << 62)) - 1
    return spans[index] if index >= 0 and spans[index][0] <= at < spans[index][1] else None


def section_of(outline: Sequence[Heading], at: int) -> int | None:
    """Index of the last heading that begins at or before ``at``; None above the first."""
    index = bisect_right(outline, at, key=lambda heading: heading.start) - 1
    return index if index >= 0 else None


def _trim(clean: str, start: int, end: int) -> Span:
    whole = clean[start:end]
    left = len(whole) - len(whole.lstrip())
    return start + left, max(start + left, start + len(whole.rstrip()))

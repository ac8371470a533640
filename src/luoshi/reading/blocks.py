"""Paragraphs, sentences and the section a place belongs to, over clean offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from luoshi.reading.model import Heading, Span
from luoshi.reading.openings import lazy

# A note behind a sentence, (牵头单位：…), is a sentence.
_SENTENCE = lazy(
    r"[ \u3000]{0,3}[(（](?:牵头|责任|主责|配合|承办|主办|协办|落实)(?:责任)?(?:单位|部门|领导"
    r"|人)[:：][^()（）\n]{0,160}[)）]"
    r"|(?:[^。!?\n“《(]+|“[^”\n]{0,80}”|《[^》\n]{0,80}》|\([^)\n]{0,80}\)|[“《(])+[。!?…]*[”’》)\]】]*|[。!?]+[”’》)]*"
)
_PARAGRAPH = lazy(r"[^\n]+")


def sentences(clean: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the sentences of clean[start:end], in order and apart; an end mark within a short quotation or bracket ends nothing."""
    return _trimmed(clean, _SENTENCE.finditer(clean, start, len(clean) if end is None else end))


def paragraphs(clean: str) -> list[Span]:
    """Spans of the lines that hold anything."""
    return _trimmed(clean, _PARAGRAPH.finditer(clean))


def within(spans: Sequence[Span], at: int) -> Span | None:
    """The span that holds ``at``; None between spans."""
    index = bisect_right(spans, (at, 1 << 62)) - 1
    return spans[index] if index >= 0 and spans[index][0] <= at < spans[index][1] else None


def section_of(outline: Sequence[Heading], at: int) -> int | None:
    """Index of the last heading that begins at or before ``at``; None above the first."""
    index = bisect_right(outline, at, key=lambda heading: heading.start) - 1
    return index if index >= 0 else None


def _trimmed(clean: str, hits: Iterable[re.Match[str]]) -> list[Span]:
    """What was hit without the blanks at its edges, where more than blanks is left."""
    found = []
    for hit in hits:
        start, end = hit.span()
        words = hit[0].strip()
        if len(words) < end - start:
            start += len(hit[0]) - len(hit[0].lstrip())
            end = start + len(words)
        if start < end:
            found.append((start, end))
    return found

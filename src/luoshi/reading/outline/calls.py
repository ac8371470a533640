"""Calls for tasks that run on in a speech or a report, three or more of one kind: 要盯紧续建赶工期。… 必须在扩容上做文章,…"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from luoshi.reading.model import Span
from luoshi.reading.outline import opening_words
from luoshi.reading.outline.candidates import Candidate
from luoshi.reading.outline.page import Page

#: A row has so many calls; so many of four stand with what carries them out.
_LEAST, _OF_FOUR = 3, 3
#: So far behind a call the next one stands at most; so much is said under each, and under the last.
_NEAR, _SAID, _LAST = 360, 14, 6
#: A call in so few characters, closed by a full stop, stays whole: 要抓招引。
_WHOLE = 4


def calls(page: Page, chosen: Sequence[Candidate]) -> Iterator[Span]:
    """Where the titles of calls stand, without the word that calls; none behind items in the same paragraph."""
    clean = page.text.clean
    called = max(clean.count(f"。{word}") for word in opening_words.CALL_WORDS)
    if called + clean.count("。各") < _LEAST - 1:
        return
    heads = [one.start for one in chosen if one.number]
    row: list[re.Match[str]] = []
    for hit in (*opening_words.CALL.finditer(clean), None):
        if hit is not None and row and _goes_on(row[-1], hit, heads):
            row.append(hit)
            continue
        if len(row) >= _LEAST:
            yield from _titles(clean, row)
        row = [] if hit is None else [hit]


def _goes_on(one: re.Match[str], other: re.Match[str], heads: Sequence[int]) -> bool:
    """Whether a call goes on from another of its kind, with no number between the two."""
    alike = one["call"] == other["call"] and other.start() - one.end() <= _NEAR
    return alike and bisect_left(heads, one.start()) == bisect_left(heads, other.start())


def _titles(clean: str, row: Sequence[re.Match[str]]) -> Iterator[Span]:
    row = [hit for at, hit in enumerate(row) if not at or clean[hit.start() - 1] == "。"]
    ends = [*(after.start() for after in row[1:]), len(clean)]
    told = [hit for hit, end in zip(row, ends, strict=True) if _is_told(clean, hit, end)]
    if len(told) < _LEAST or len(told) * 4 < len(row) * _OF_FOUR:
        return
    closed = all(clean[hit.end()] == "。" for hit in told)
    if closed and max(hit.end() - hit.start() for hit in told) <= _WHOLE:
        yield from (hit.span() for hit in told)
    else:
        yield from (hit.span("title") for hit in told)


def _is_told(clean: str, hit: re.Match[str], end: int) -> bool:
    """Whether a call ends its sentence and more are said, or what stands behind its comma carries it out."""
    if clean[hit.end()] == "。":
        stop = clean.find("\n", hit.end(), end)
        last = stop >= 0 or end == len(clean)
        return (stop if stop >= 0 else end) - hit.end() > (_LAST if last else _SAID)
    return opening_words.CARRIED_OUT.match(clean, hit.start("title")) is not None

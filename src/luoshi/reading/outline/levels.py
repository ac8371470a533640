"""Levels: 1 is the top of the document's own body, whatever style it is numbered in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from luoshi.reading.outline import rules
from luoshi.reading.outline.candidates import Candidate


def levels(chosen: Sequence[Candidate]) -> list[tuple[int, int | None]]:
    """Level and parent (index) of each heading.

    A heading stands under the nearest one before it of lower rank. Headings before the first of a higher rank (an
    extract that begins in the middle) stand under the ranks still to come.
    """
    ranks = _ranks(chosen)
    stack: list[tuple[int, int | None]] = [(rank, None) for rank in _missing(ranks)]
    placed: list[tuple[int, int | None]] = []
    for index, rank in enumerate(ranks):
        while stack and stack[-1][0] >= rank:
            stack.pop()
        placed.append((len(stack) + 1, stack[-1][1] if stack else None))
        stack.append((rank, index))
    return placed


def _missing(ranks: Sequence[int]) -> list[int]:
    """Ranks above the first heading's that come only later."""
    return sorted({rank for rank in ranks if rank < ranks[0]}) if ranks else []


def _labels_below(chosen: Sequence[Candidate]) -> bool:
    """Whether labels (财政政策：) stand under lines: a line comes before the first, and none right under any."""
    plain = [c for c in chosen if c.form in ("line", "label")]
    led = any(
        a.form == "label" and b.form == "line" and b.paragraph == a.paragraph + 1 for a, b in pairwise(plain)
    )
    return not led and bool(plain) and plain[0].form == "line"


def _ranks(chosen: Sequence[Candidate]) -> list[int]:
    """Each heading's rank; a line of its own stands above a numbering that begins under it, else below the numbering."""
    ranks = [rules.LINE + 1 if c.form == "label" and _labels_below(chosen) else c.rank for c in chosen]
    numbered = [c for c in chosen if c.form == "numbered"]
    for index, one in enumerate(chosen):
        if one.form not in ("line", "label") or not numbered:
            continue
        after = next((c for c in chosen[index + 1 :] if c.form == "numbered"), None)
        before = next((c for c in reversed(chosen[:index]) if c.form == "numbered"), None)
        opens = after is not None and after.number == 1
        if opens and after is not None and (before is None or before.rank >= after.rank):
            ranks[index] = min(after.rank - 1, one.rank + 8) if one.form == "line" else after.rank - 2
        elif before is not None:
            ranks[index] = rules.OPENING - 1 if one.form == "line" else rules.OPENING - 2
    return ranks

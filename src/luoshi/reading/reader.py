"""The reader: a raw text in, one frozen reading out, every offset an offset into the raw text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from luoshi.reading import mechanisms, milestones, periods, quantities, tasks
from luoshi.reading.document import document
from luoshi.reading.model import Commitment, Problem, Reading, Span, Text
from luoshi.reading.outline import outline
from luoshi.reading.placing import Placing
from luoshi.reading.repairs import repair
from luoshi.reading.repairs.shifted import LOST
from luoshi.reading.sentences import Body, Pieces
from luoshi.reading.uncollected import uncollected

_place: Callable[[Commitment | Problem], Span] = attrgetter("start", "end")


def read(raw: str, *, year: int | None = None, otherwise: int | None = None) -> Reading:
    """Everything the text promises.

    ``year`` is the plan year whatever the text says; without it the text's own, and ``otherwise`` where it names none.
    Never raises on any ``str``: what is in doubt is among the ``problems``.
    """
    text = repair(raw)
    headings = outline(text)
    about = document(text, headings)
    plan_year = next((one for one in (year, about.year, otherwise) if one is not None), None)
    issued = periods.of_issue(text.clean, about.issued_on)
    placing = Placing(text)
    found: list[Commitment] = []
    doubts: list[Problem] = []
    pieces = Pieces(text.clean, headings, plan_year, issued)
    for start, end in pieces.spans():
        with uncollected():
            promised, doubted = _commitments(pieces.piece(start, end))
            found += map(placing.commitment, promised)
            doubts += map(placing.placed, doubted)
    return Reading(
        text=raw,
        document=placing.worded(about),
        repairs=text.repairs,
        outline=tuple(map(placing.placed, headings)),
        commitments=tuple(found),
        problems=tuple(sorted((*_losses(text), *doubts), key=_place)),
    )


def _commitments(ready: Body) -> tuple[list[Commitment], Sequence[Problem]]:
    """All four kinds in order of place; a task is only what no number and no named project says already."""
    numbers, doubts = quantities.read(ready)
    found: list[Commitment] = [*numbers, *milestones.read(ready), *mechanisms.read(ready)]
    duties = tasks.read(ready, [_place(one) for one in found])
    return sorted([*found, *duties], key=_place), doubts


def _losses(text: Text) -> Iterable[Problem]:
    """A repair that could not bring everything back is a problem to look at."""
    for one in (*text.repairs.of("byte-shift"), *text.repairs.of("encoding")):
        if not one.certain:
            yield Problem(
                one.start,
                one.end,
                "byte-lost",
                f"此处原文编码错位，已尽力还原为“{one.after.replace(LOST, '□')}”，请对照原件核实。",
            )

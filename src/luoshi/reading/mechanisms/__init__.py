"""Mechanisms: working rules that a plan names, with their rhythm."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi.reading.engine import Layer
from luoshi.reading.mechanisms.rules import COUNTED, RULES, Named
from luoshi.reading.model import Mechanism, Span
from luoshi.reading.sentences import Body

_LAYER = Layer(RULES)


def read(body: Body) -> tuple[Mechanism, ...]:
    """The mechanisms of a text in order of place, in clean offsets."""
    return tuple(
        Mechanism(one.start, one.end, *_place(body, one), _title(body.text[one.start : one.end]), one.cadence)
        for one in _apart(found.value for found in _LAYER.find(body.text, body.start, body.end))
        if not (one.cadence and COUNTED.search(body.text, one.start, one.end))
    )


def _title(words: str) -> str:
    """The name without quotation marks that enclose all of it or lost their partner."""
    words = words.strip(" ,、")
    if words.count("“") != words.count("”") or (words[:1] == "“" and words.find("”") == len(words) - 1):
        return words.replace("“", "").replace("”", "")
    return words


def _apart(found: Iterable[Named]) -> list[Named]:
    """The names in order of place; of two that overlap, the one that reaches further."""
    kept: list[Named] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            kept.pop()
        kept.append(one)
    return kept


def _place(body: Body, one: Named) -> tuple[Span, int | None]:
    """The sentence and the section it stands in."""
    index = body.last_by(one.start)
    found = body.sentences[index] if index >= 0 else None
    return (found.span, found.section) if found else ((one.start, one.end), None)

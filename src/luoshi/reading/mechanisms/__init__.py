"""Mechanisms: working rules that a plan names, with their rhythm."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from luoshi.reading.blocks import section_of
from luoshi.reading.engine import Layer
from luoshi.reading.mechanisms.rules import COUNTED, RULES, Named
from luoshi.reading.model import Heading, Mechanism, Span, Text

_LAYER = Layer(RULES)


def read(text: Text, outline: Sequence[Heading], sentences: Sequence[Span]) -> tuple[Mechanism, ...]:
    """The mechanisms of a text in order of place, in clean offsets."""
    found = (one.value for one in _LAYER.find(text.clean))
    return tuple(
        Mechanism(
            one.start,
            one.end,
            _sentence(sentences, one),
            section_of(outline, one.start),
            _title(text.clean[one.start : one.end]),
            one.cadence,
        )
        for one in found
        if not (one.cadence and COUNTED.search(text.clean, one.start, one.end))
    )


def _title(words: str) -> str:
    """The name without quotation marks that enclose all of it or lost their partner."""
    words = words.strip(" ,、")
    if words.count("“") != words.count("”") or (words[:1] == "“" and words.find("”") == len(words) - 1):
        return words.replace("“", "").replace("”", "")
    return words


def _sentence(sentences: Sequence[Span], one: Named) -> Span:
    index = bisect_right(sentences, (one.start, 1 << 62)) - 1
    return sentences[index] if index >= 0 else (one.start, one.end)

"""From the clean text back to the raw one: places become raw offsets, words get the punctuation the text itself uses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from luoshi.reading.model import (
    Commitment,
    Document,
    Heading,
    Mechanism,
    Milestone,
    Problem,
    Quantity,
    Task,
    Text,
)
from luoshi.reading.repairs.marks import style_of

Worded = TypeVar("Worded", Commitment, Heading, Document)

#: The fields of each fact that hold words cut from the clean text.
WORDS: dict[type, tuple[str, ...]] = {
    Quantity: ("indicator", "scope", "names", "actors"),
    Milestone: ("project", "actors"),
    Mechanism: ("name",),
    Task: ("object", "actors"),
    Heading: ("title", "marker"),
    Document: ("title", "issuer"),
}


class Placing:
    """Brings what was found in one text back to the text as it was given."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._written = style_of(text.raw)

    def heading(self, one: Heading) -> Heading:
        start, end = self._text.span(one.start, one.end)
        return self.worded(replace(one, start=start, end=end))

    def problem(self, one: Problem) -> Problem:
        start, end = self._text.span(one.start, one.end)
        return replace(one, start=start, end=end)

    def commitment(self, one: Commitment) -> Commitment:
        start, end = self._text.span(one.start, one.end)
        return self.worded(replace(one, start=start, end=end, sentence=self._text.span(*one.sentence)))

    def worded(self, one: Worded) -> Worded:
        """The same fact with its words written as the text writes them."""
        values = {name: getattr(one, name) for name in WORDS[type(one)]}
        changed: dict[str, Any] = {name: new for name, old in values.items() if (new := self._of(old)) != old}
        return replace(one, **changed) if changed else one

    def _of(self, value: str | tuple[str, ...] | None) -> str | tuple[str, ...] | None:
        if isinstance(value, tuple):
            return tuple(self._written(word) for word in value)
        return value if value is None else self._written(value)

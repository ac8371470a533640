"""From the clean text back to the raw one: places become raw offsets, words get the punctuation the text itself uses."""

from __future__ import annotations

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

Worded = TypeVar("Worded", Heading, Document)
Placed = TypeVar("Placed", Heading, Problem)

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
        self._moved = not isinstance(text.places, range)
        self._written = style_of(text.raw)

    def heading(self, one: Heading) -> Heading:
        return self._placed(self.worded(one))

    def problem(self, one: Problem) -> Problem:
        return self._placed(one)

    def commitment(self, one: Commitment) -> Commitment:
        worded: Commitment = self._worded(one)
        if not self._moved:
            return worded
        start, end = self._text.span(one.start, one.end)
        return worded._replace(start=start, end=end, sentence=self._text.span(*one.sentence))

    def worded(self, one: Worded) -> Worded:
        """The same fact with its words written as the text writes them."""
        same: Worded = self._worded(one)
        return same

    def _worded(self, one: Any) -> Any:
        changed: dict[str, Any] = {}
        for name in WORDS[type(one)]:
            old = getattr(one, name)
            if old and (new := self._of(old)) != old:
                changed[name] = new
        return one._replace(**changed) if changed else one

    def _placed(self, one: Placed) -> Placed:
        if not self._moved:
            return one
        start, end = self._text.span(one.start, one.end)
        return one._replace(start=start, end=end)

    def _of(self, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
        if isinstance(value, str):
            return value if value.isalnum() else self._written(value)
        return tuple(word if word.isalnum() else self._written(word) for word in value)

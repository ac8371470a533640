"""From the clean text back to the raw one: places become raw offsets, words get the punctuation the text itself uses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from luoshi.reading.model import (
    Commitment,
    Document,
    Heading,
    Mechanism,
    Milestone,
    Problem,
    Quantity,
    Span,
    Task,
    Text,
)
from luoshi.reading.record import Places
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
#: The same by index.
_WORDS = {kind: tuple(map(kind._fields.index, names)) for kind, names in WORDS.items()}  # type: ignore[attr-defined]
#: By index, where each commitment begins; its end and its sentence stand behind.
_START = {kind: kind._fields.index("start") for kind in (Quantity, Milestone, Mechanism, Task)}


class Placing:
    """Brings what was found in one text back to the text as it was given."""

    def __init__(self, text: Text) -> None:
        self._places = text.places if isinstance(text.places, Places) else None
        self._stretch = 0, 0, 0
        self._written = style_of(text.raw)
        self._sentence: tuple[Span, Span] = (0, 0), (0, 0)

    def heading(self, one: Heading) -> Heading:
        return self._placed(self.worded(one))

    def problem(self, one: Problem) -> Problem:
        return self._placed(one)

    def commitment(self, one: Commitment) -> Commitment:
        kind = type(one)
        fields = self._worded(kind, one)
        at = _START[kind]
        fields[at + 2] = self._sentence_of(one.sentence)
        if self._places is not None:
            fields[at : at + 2] = self._span(one.start, one.end)
        placed: Commitment = tuple.__new__(kind, fields)
        return placed

    def worded(self, one: Worded) -> Worded:
        """The same fact with its words written as the text writes them."""
        kind = type(one)
        same: Worded = tuple.__new__(kind, self._worded(kind, one))
        return same

    def _worded(self, kind: type, one: Iterable[Any]) -> list[Any]:
        fields = list(one)
        for at in _WORDS[kind]:
            value = fields[at]
            if value and not (value.__class__ is str and value.isalnum()):
                fields[at] = self._of(value)
        return fields

    def _placed(self, one: Placed) -> Placed:
        if self._places is None:
            return one
        start, end = self._span(one.start, one.end)
        return one._replace(start=start, end=end)

    def _sentence_of(self, span: Span) -> Span:
        """Commitments come in order: many of a sentence in a row, which share its place."""
        if self._sentence[0] != span:
            self._sentence = span, span if self._places is None else self._span(*span)
        return self._sentence[1]

    def _span(self, start: int, end: int) -> Span:
        low, high, ahead = self._stretch
        if low <= start < end <= high:
            return start + ahead, end + ahead
        return (self._at(start), self._at(end - 1) + 1) if start < end else (self._at(start), self._at(start))

    def _at(self, place: int) -> int:
        low, high, ahead = self._stretch
        if self._places is not None and not low <= place < high:
            low, high, ahead = self._stretch = self._places.stretch(place)
        return place + ahead

    def _of(self, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
        if isinstance(value, str):
            return self._written(value)
        return tuple(word if word.isalnum() else self._written(word) for word in value)

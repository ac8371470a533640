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

Placed = TypeVar("Placed", Heading, Problem)

#: The fields of each fact that hold words cut from the clean text: a word, several, or None.
WORDS: dict[type, tuple[str, ...]] = {
    Quantity: ("indicator", "scope", "names", "actors"),
    Milestone: ("project", "actors"),
    Mechanism: ("name",),
    Task: ("object", "actors"),
    Heading: ("title", "marker"),
    Problem: (),
    Document: ("title", "issuer", "place"),
}
#: The same by index.
_WORDS = {kind: tuple(map(kind._fields.index, names)) for kind, names in WORDS.items()}  # type: ignore[attr-defined]
#: By index, where each begins; its end stands behind, and the sentence of a commitment.
_START = {kind: kind._fields.index("start") for kind in WORDS if kind is not Document}  # type: ignore[attr-defined]


class Placing:
    """Brings what was found in one text back to the text as it was given."""

    def __init__(self, text: Text) -> None:
        self._places = text.places if isinstance(text.places, Places) else None
        self._stretch = 0, 0, 0
        self._written = style_of(text.raw)
        self._sentence: tuple[Span, Span] = (0, 0), (0, 0)

    def placed(self, one: Placed) -> Placed:
        """The same fact with its place and its words as the text has them."""
        kind = type(one)
        same: Placed = tuple.__new__(kind, self._fields(kind, one))
        return same

    def commitment(self, one: Commitment) -> Commitment:
        """The same for what stands in a sentence."""
        kind = type(one)
        fields = self._fields(kind, one)
        fields[_START[kind] + 2] = self._sentence_of(one.sentence)
        same: Commitment = tuple.__new__(kind, fields)
        return same

    def worded(self, one: Document) -> Document:
        """The same facts with their words written as the text writes them."""
        return Document._make(self._worded(Document, one))

    def _fields(self, kind: type, one: Heading | Problem | Commitment) -> list[Any]:
        fields = self._worded(kind, one)
        if self._places is not None:
            at = _START[kind]
            fields[at : at + 2] = self._span(one.start, one.end)
        return fields

    def _worded(self, kind: type, one: Iterable[Any]) -> list[Any]:
        fields = list(one)
        for at in _WORDS[kind]:
            value = fields[at]
            if value.__class__ is tuple:
                fields[at] = tuple(map(self._said, value)) if value else value
            elif value and not value.isalnum():
                fields[at] = self._written(value)
        return fields

    def _said(self, word: str) -> str:
        return word if word.isalnum() else self._written(word)

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

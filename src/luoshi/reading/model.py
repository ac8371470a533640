"""What a reading is: frozen facts, each with its place in the text as it was given.

Every stage of the reader works on :class:`Text`. ``clean`` is what patterns see, ``places`` leads each
of its code points back to ``raw``. Inside the reader all offsets are offsets into ``clean``; the last
stage (``reader``) turns them into offsets into ``raw``, and only those leave the package.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from luoshi.reading.record import NONE, Repairs

Basis = Literal["level", "growth", "increment", "reduction"]
Comparator = Literal["ge", "gt", "le", "lt", "eq", "approx", "range"]
Modality = Literal["ensure", "strive", "plan"]
Stage = Literal["plan", "sign", "start", "build", "complete", "operate", "acquire", "other"]

Span = tuple[int, int]


class Problem(NamedTuple):
    """What could not be read or is in doubt, with its place, a code and a Chinese sentence."""

    start: int
    end: int
    code: str
    sentence: str


class Text(NamedTuple):
    """A text as given and as read.

    ``places`` has len(clean) + 1 entries: places[i] is the offset in ``raw`` of clean[i], and the last
    entry is the end of the raw text.
    """

    raw: str
    clean: str
    places: Sequence[int]
    repairs: Repairs = NONE

    def span(self, start: int, end: int) -> Span:
        """The raw span of clean[start:end]; the end follows the last code point, not a later gap."""
        if end <= start:
            return self.places[start], self.places[start]
        return self.places[start], self.places[end - 1] + 1


class Heading(NamedTuple):
    """A heading of the document's own body; ``parent`` is an index into the outline."""

    title: str
    marker: str
    level: int
    start: int
    end: int
    parent: int | None = None


class Condition(NamedTuple):
    """A threshold that qualifies what is counted: 亿元以上 is amount ge 100000000 元."""

    column: str
    comparator: Comparator
    value: Decimal
    unit: str


class Quantity(NamedTuple):
    """A number that is promised (``target``) or already reached (``actual``)."""

    kind: Literal["target", "actual"]
    start: int
    end: int
    sentence: Span
    section: int | None
    indicator: str
    value: Decimal
    high: Decimal | None
    unit: str
    amount: Decimal
    base_unit: str
    basis: Basis
    comparator: Comparator
    modality: Modality
    period: str | None
    scope: str | None
    conditions: tuple[Condition, ...] = ()
    actors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class Milestone(NamedTuple):
    """A named project and the stage it is to reach."""

    start: int
    end: int
    sentence: Span
    section: int | None
    project: str
    stage: Stage
    period: str | None
    investment: Decimal | None = None
    actors: tuple[str, ...] = ()
    kind: Literal["milestone"] = "milestone"


class Mechanism(NamedTuple):
    """A named working rule with its rhythm: 周梳理、月通报、季调度."""

    start: int
    end: int
    sentence: Span
    section: int | None
    name: str
    cadence: tuple[str, ...]
    kind: Literal["mechanism"] = "mechanism"


class Task(NamedTuple):
    """A clause that promises an action and has no number of its own."""

    start: int
    end: int
    sentence: Span
    section: int | None
    action: str
    object: str
    actors: tuple[str, ...] = ()
    period: str | None = None
    kind: Literal["task"] = "task"


Commitment = Quantity | Milestone | Mechanism | Task


class Document(NamedTuple):
    """What the text says of itself; None where it does not say. ``place`` is the area or zone whose plan it is."""

    title: str | None = None
    issuer: str | None = None
    number: str | None = None
    issued_on: str | None = None
    year: int | None = None
    kind: str | None = None
    place: str | None = None


class Part(NamedTuple):
    """A stretch text[start:end] of a file's text and where it stood: 第3页, 工作表“目标”B5 单元格."""

    start: int
    end: int
    place: str


class Reading(NamedTuple):
    """One text, read. Offsets are code points of the text as it was given, before any repair.

    ``parts`` say where in a file the text stood, in order and apart; empty where there is no place to name.
    """

    text: str
    document: Document
    repairs: Repairs = NONE
    outline: tuple[Heading, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    problems: tuple[Problem, ...] = ()
    parts: tuple[Part, ...] = ()

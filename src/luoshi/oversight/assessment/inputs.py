"""What a figure of a scheme was for one who is assessed, where it was read, and how the rules take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from luoshi.rules.scoring.assessed import Assessed, Event, Rating
from luoshi.rules.scoring.rules import ScoreRule


@dataclass(frozen=True, slots=True)
class Counted:
    """One thing behind a figure: the row of a ledger, and what it is called; ``size`` in the figure's unit."""

    key: str
    title: str
    ledger: str
    row: int
    size: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Input:
    """A figure as it was read; ``value`` None where it is not known.

    ``counted`` is what it is made of, where that was kept. ``binding`` and ``written`` (the unit in which a target is
    written) say how it is read again from facts, ``seq`` as of which row of the trail.
    """

    kind: str
    value: Decimal | None = None
    counted: tuple[Counted, ...] | None = None
    marks: tuple[tuple[str, Decimal], ...] = ()
    binding: int | None = None
    written: str = ""
    seq: int | None = None

    def to_data(self) -> dict[str, Any]:
        """What ``from_data`` reads."""
        counted = (
            None
            if self.counted is None
            else [
                {"key": c.key, "title": c.title, "ledger": c.ledger, "row": c.row, "size": str(c.size)}
                for c in self.counted
            ]
        )
        return {
            "kind": self.kind,
            "value": None if self.value is None else str(self.value),
            "counted": counted,
            "marks": [[rater, str(mark)] for rater, mark in self.marks],
            "binding": self.binding,
            "written": self.written,
            "seq": self.seq,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Input:
        """As a score keeps it."""
        counted = data["counted"]
        return cls(
            kind=data["kind"],
            value=None if data["value"] is None else Decimal(data["value"]),
            counted=None
            if counted is None
            else tuple(Counted(**{**each, "size": Decimal(each["size"])}) for each in counted),
            marks=tuple((rater, Decimal(mark)) for rater, mark in data["marks"]),
            binding=data["binding"],
            written=data["written"],
            seq=data["seq"],
        )


Inputs = Mapping[str, Input]


def assessed(rule: ScoreRule, name: str, group: str, inputs: Inputs) -> Assessed:
    """One who is assessed, as the rules take it."""
    figures: dict[str, Decimal | None] = {}
    events: dict[str, list[Event]] = {}
    words: dict[str, str] = {}
    ratings: dict[str, list[Rating]] = {}
    for code, found in inputs.items():
        kind = rule.figure(code).kind
        if kind == "ratings":
            ratings[code] = [Rating(rater, mark) for rater, mark in found.marks]
        elif kind == "word":
            words |= {code: found.counted[-1].title} if found.counted else {}
        elif kind == "events" and found.counted is not None:
            events[code] = [Event(c.key, c.size, c.title) for c in found.counted]
        else:
            figures[code] = found.value
    return Assessed(name, group, figures, events, words, ratings)

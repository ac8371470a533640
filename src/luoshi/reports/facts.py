"""The facts of one month, frozen: what a bulletin was written from and can be written from again.

Whoever gathers them keeps them as plain JSON; numbers are exact decimal texts, None where nothing is known.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TargetFact:
    """One target at the end of the month. Shares are in per cent, the gap in percentage points.

    ``end`` is the last month of its window, ``sort`` what its value is: an amount that is worked off, a rate or an
    upper limit that hold at any time. ``run`` is for how many months in a row the light has had its colour; what ends in
    ``_before`` is of the month before, None or "" where nothing is known of it. ``excuse`` is why the light was excused and
    by whom, "" where it was not; facts that were frozen earlier lack it.

    ``year_before`` is what had been reached a year ago, ``growth`` how much it grew in per cent as statistics say it,
    None where nothing is known; ``grows`` a target that is itself about growth, ``stock`` one that is as it stands at a
    month's end. Facts from before these were told have none of them.
    """

    number: str
    name: str
    unit: str
    value: Decimal
    measure_unit: str
    end: int
    sort: str
    actual: Decimal | None
    month_actual: Decimal | None
    completion: Decimal | None
    planned_share: Decimal | None
    gap: Decimal | None
    colour: str
    light: str
    reason: str
    source: str
    chapter: str = ""
    run: int = 0
    colour_before: str = ""
    light_before: str = ""
    actual_before: Decimal | None = None
    completion_before: Decimal | None = None
    excuse: str = ""
    month_before: Decimal | None = None
    year_before: Decimal | None = None
    growth: Decimal | None = None
    grows: bool = False
    stock: bool = False

    @classmethod
    def of(cls, data: Data) -> TargetFact:
        """From the frozen JSON."""
        return cls(
            number=data["number"],
            name=data["name"],
            unit=data["unit"],
            value=Decimal(data["value"]),
            measure_unit=data["measure_unit"],
            end=int(data["end"]),
            sort=data["sort"],
            actual=_decimal(data["actual"]),
            month_actual=_decimal(data["month_actual"]),
            completion=_decimal(data["completion"]),
            planned_share=_decimal(data["planned_share"]),
            gap=_decimal(data["gap"]),
            colour=data["colour"],
            light=data["light"],
            reason=data["reason"],
            source=data["source"],
            chapter=data.get("chapter", ""),
            run=int(data.get("run", 0)),
            colour_before=data.get("colour_before", ""),
            light_before=data.get("light_before", ""),
            actual_before=_decimal(data.get("actual_before")),
            completion_before=_decimal(data.get("completion_before")),
            excuse=data.get("excuse", ""),
            month_before=_decimal(data.get("month_before")),
            year_before=_decimal(data.get("year_before")),
            growth=_decimal(data.get("growth")),
            grows=bool(data.get("grows")),
            stock=bool(data.get("stock")),
        )


@dataclass(frozen=True, slots=True)
class BoardFact:
    """A unit on the red or the black list, with the reason."""

    rank: int
    unit: str
    reason: str


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """A unit's place by its mean completion in per cent, now and in the month before; None where it has none."""

    unit: str
    rank: int | None
    completion: Decimal | None
    green: int
    yellow: int
    red: int
    rank_before: int | None

    @classmethod
    def of(cls, data: Data) -> PlaceFact:
        """From the frozen JSON."""
        return cls(
            data["unit"],
            data["rank"],
            _decimal(data["completion"]),
            int(data["green"]),
            int(data["yellow"]),
            int(data["red"]),
            data["rank_before"],
        )


@dataclass(frozen=True, slots=True)
class CorrectionFact:
    """What was corrected: the row, from which value to which, by which ruling; all in words."""

    what: str
    changed: str
    ruling: str


@dataclass(frozen=True, slots=True)
class ItemFact:
    """An item of the agenda of the month's round; ``said`` is what each of three said of it, where they differ."""

    kind: str
    title: str
    unit: str
    reason: str
    said: str


@dataclass(frozen=True, slots=True)
class DecisionFact:
    """A decision of an earlier round, and how it stood when the month's round was cut off: a word of ``STANDINGS``."""

    number: str
    what: str
    unit: str
    round: str
    limit: str
    standing: str


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """The round of the month as it was cut off; without a name there was none."""

    name: str = ""
    meets_on: str = ""
    frozen_on: str = ""
    items: tuple[ItemFact, ...] = ()
    decisions: tuple[DecisionFact, ...] = ()
    late: tuple[str, ...] = ()

    @classmethod
    def of(cls, data: Data) -> RoundFacts:
        """From the frozen JSON."""
        return cls(
            name=data["name"],
            meets_on=data["meets_on"],
            frozen_on=data["frozen_on"],
            items=tuple(ItemFact(**each) for each in data["items"]),
            decisions=tuple(DecisionFact(**each) for each in data["decisions"]),
            late=tuple(data["late"]),
        )


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """Everything that one month's reports say; ``corrections`` is what a 更正通报 corrects.

    ``places``, ``corrections``, ``round`` and what the targets were ``_before`` came later than the rest: facts that were
    frozen earlier lack them.
    ``code`` is what the document is called in references, "" where it is not issued yet. ``keyed``: numbers within words
    are locked too, and on one page each has its code; what was issued before that was so stays as it was.
    """

    month: int
    zone: str
    issuer: str
    number: str
    issued_on: datetime.date
    plan: str
    rule: str
    targets: tuple[TargetFact, ...]
    red: tuple[BoardFact, ...]
    black: tuple[BoardFact, ...]
    places: tuple[PlaceFact, ...] = ()
    code: str = ""
    address: str = ""
    corrections: tuple[CorrectionFact, ...] = ()
    round: RoundFacts = RoundFacts()
    keyed: bool = False

    @classmethod
    def of(cls, data: Data) -> MonthFacts:
        """From the frozen JSON."""
        return cls(
            month=int(data["month"]),
            zone=data["zone"],
            issuer=data["issuer"],
            number=data["number"],
            issued_on=datetime.date.fromisoformat(data["issued_on"]),
            plan=data["plan"],
            rule=data["rule"],
            targets=tuple(TargetFact.of(row) for row in data["targets"]),
            red=_board(data["red"]),
            black=_board(data["black"]),
            places=tuple(PlaceFact.of(row) for row in data.get("places", ())),
            code=data.get("code", ""),
            address=data.get("address", ""),
            corrections=tuple(CorrectionFact(**each) for each in data.get("corrections", ())),
            round=RoundFacts.of(data["round"]) if data.get("round") else RoundFacts(),
            keyed=bool(data.get("keyed")),
        )

    def with_colour(self, colour: str) -> tuple[TargetFact, ...]:
        """The targets of one light."""
        return tuple(t for t in self.targets if t.colour == colour)


def _board(rows: Sequence[Data]) -> tuple[BoardFact, ...]:
    return tuple(BoardFact(int(r["rank"]), str(r["unit"]), str(r["reason"])) for r in rows)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)

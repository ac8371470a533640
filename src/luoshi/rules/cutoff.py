"""填报截止: until when a unit hands in what it fills in for a month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from luoshi.rules import issued, months, workdays

Moved = Literal["next", "previous", "stays"]
MOVED: tuple[Moved, ...] = ("next", "previous", "stays")
STEPS: Mapping[Moved, int] = {"next": 1, "previous": -1, "stays": 0}
MOST_MONTHS = 3


@dataclass(frozen=True, slots=True)
class CutoffRule:
    """One published rule: the ``day`` of the month that comes ``months`` after the one that is filled in.

    Where nobody works on that day, it is moved to the ``next`` working day or the ``previous`` one, or ``stays``.
    """

    code: str
    name: str
    version: str
    effective_from: str
    day: int
    months: int
    moved: Moved = "next"

    @classmethod
    def from_data(cls, data: object) -> CutoffRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "填报截止规则")
        rule = cls(
            **issued.imprint(source),
            day=source.integer("day", most=28),
            months=source.integer("months", least=0, most=MOST_MONTHS),
            moved=source.word("moved", MOVED, "next"),
        )
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""
        return {**issued.written(self), "day": self.day, "months": self.months, "moved": self.moved}


def due(rule: CutoffRule, period: int, calendar: Mapping[date, bool]) -> date:
    """The last day on which the month ``period`` is handed in in time.

    ``calendar`` says of each day whether it is worked (调休 included); raises UnknownYear or UnknownDay where it does
    not reach far enough.

    >>> from luoshi.rules import defaults
    >>> rest = {date(2026, 10, day): day > 8 for day in range(1, 10)}
    >>> due(defaults.CUTOFF_RULE, 202609, rest)
    datetime.date(2026, 10, 9)
    """
    after = months.add_months(period, rule.months)
    return moved_to(date(after // 100, after % 100, rule.day), rule.moved, calendar)


def moved_to(day: date, moved: Moved, calendar: Mapping[date, bool]) -> date:
    """The day itself where it is worked or ``stays``, else the working day after or before it.

    Raises UnknownYear or UnknownDay where the calendar does not reach far enough.
    """
    while moved != "stays" and not workdays.is_working(day, calendar):
        day += timedelta(days=STEPS[moved])
    return day

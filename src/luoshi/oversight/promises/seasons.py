"""The season of a name in a year, by the rule in force and the year's calendar: where no past year is known to tell."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from luoshi.directory.calendars.models import CalendarDay
from luoshi.ledgers import rulebook
from luoshi.oversight.rules import kinds
from luoshi.rules import seasons

FESTIVAL = "春节"


@dataclass(frozen=True, slots=True)
class Season:
    """What each calendar month weighs, the shares reached by the end of each in per cent, and where that is from."""

    weights: Mapping[int, Fraction]
    words: str

    @property
    def shares(self) -> dict[int, Decimal]:
        return seasons.cumulative(self.weights)


class Seasons:
    """The season rule of a day with a year's calendar, read once for many names."""

    def __init__(self, year: int, on: datetime.date) -> None:
        self._year, self._rule = year, rulebook.perhaps(kinds.SEASON, on)
        days = CalendarDay.objects.between(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
        found = list(days.values_list("day", "working", "name")) if self._rule else []
        self._worked = {day: working for day, working, _ in found}
        self._festival = [day for day, working, called in found if called == FESTIVAL and not working]

    def of(self, name: str) -> Season | None:
        """What the rule says of a name; None without a rule or without the whole year's calendar."""
        rule = self._rule
        if rule is None or len({day.month for day in self._worked}) < 12:
            return None
        weights = seasons.weights(rule, name, self._worked, self._festival)
        return Season(weights, f"《{rule.name}》第{rule.version}版和{self._year}年工作日历")

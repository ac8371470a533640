"""A season rule as data: how a year's work spreads over its months where no past year is known to tell.

A month weighs as many working days as it has, less those on which nothing moves around 春节, times what the season lets
be done in it (a hundred: all). 春节 lies in January or February, so the days come from the calendar of each year.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

from luoshi.rules import errors, fields, points, rounding
from luoshi.rules.issued import imprint, opened, written

FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Season:
    """What is called by one of these words is done in these months; ``factors`` by calendar month, in per cent.

    A month without a factor counts in full; ``words`` empty stands for everything else.
    """

    words: tuple[str, ...]
    factors: tuple[tuple[int, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class SeasonRule:
    """One published rule; the first season whose word a name holds decides, the last one is for all others.

    ``before`` and ``after``: on so many days before 春节 and after its holiday nothing moves.
    """

    code: str
    name: str
    version: str
    effective_from: str
    before: int
    after: int
    seasons: tuple[Season, ...]

    def __post_init__(self) -> None:
        if not self.seasons or self.seasons[-1].words:
            raise errors.NoLastSeason(f"季节规则 {self.code} ")

    @classmethod
    def from_data(cls, data: object) -> SeasonRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = opened(data, "季节规则")
        rule = cls(
            **imprint(source),
            before=source.integer("before", least=0, most=60),
            after=source.integer("after", least=0, most=60),
            seasons=tuple(_read(each) for each in source.inner_list("seasons")),
        )
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""
        return {
            **written(self),
            "before": self.before,
            "after": self.after,
            "seasons": [_write(each) for each in self.seasons],
        }

    def choose(self, name: str) -> Season:
        """The season of what has this name."""
        return next(s for s in self.seasons if not s.words or any(word in name for word in s.words))


def weights(
    rule: SeasonRule, name: str, worked: Mapping[date, bool], festival: Collection[date]
) -> dict[int, Fraction]:
    """How much of its work a year leaves to each calendar month (1 to 12).

    ``worked`` are the days of the year, whether each is worked; ``festival`` the holidays of 春节.
    """
    quiet = _quiet(rule, festival)
    found = dict.fromkeys(range(1, 13), Fraction(0))
    factors = dict(rule.choose(name).factors)
    for day, working in worked.items():
        if working and day not in quiet:
            found[day.month] += Fraction(factors.get(day.month, FULL)) / 100
    return found


def cumulative(found: Mapping[int, Fraction]) -> dict[int, Decimal]:
    """The share of the year reached by the end of each calendar month, in per cent; ``found`` as ``weights`` gives it."""
    total = sum(found.values(), start=Fraction(0))
    reached = accumulate(found[month] for month in range(1, 13))
    return {month: rounding.exact(100 * each / total) for month, each in enumerate(reached, 1)}


def _quiet(rule: SeasonRule, festival: Collection[date]) -> frozenset[date]:
    if not festival:
        return frozenset()
    first = min(festival) - timedelta(days=rule.before)
    last = max(festival) + timedelta(days=rule.after)
    return frozenset(first + timedelta(days=at) for at in range((last - first).days + 1))


def _read(source: fields.Fields) -> Season:
    words = source.texts("words")
    given = source.inner("factors") if source.has("factors") else None
    source.close()
    if given is None:
        return Season(words)
    names = given.names()
    factors = ((points.parse_calendar_month(name), _factor(given, name)) for name in names)
    return Season(words, tuple(sorted(factors)))


def _factor(given: fields.Fields, name: str) -> Decimal:
    return given.decimal(name, least="1", most="100")


def _write(season: Season) -> dict[str, object]:
    factors = {points.format_calendar_month(month): str(factor) for month, factor in season.factors}
    return {"words": list(season.words)} | ({"factors": factors} if factors else {})

"""调度轮次: when the rounds of a rhythm cut off their facts and meet, and from where on a matter comes on the agenda."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from luoshi.rules import issued, months, refusals
from luoshi.rules.confidence import MOST
from luoshi.rules.cutoff import MOVED, Moved, moved_to
from luoshi.rules.dates import last_day

Rhythm = Literal["week", "half_month", "month", "quarter"]
Also = Literal["unit", "task", "project_start"]
ALSO: tuple[Also, ...] = ("unit", "task", "project_start")
RHYTHMS: tuple[Rhythm, ...] = ("week", "half_month", "month", "quarter")
MOST_DAYS = 60


@dataclass(frozen=True, slots=True)
class RoundRule:
    """One published rhythm: after which day of every week, half month, month or quarter facts stand and people meet.

    ``cutoff`` and ``meets`` count days from the last day of the period, below 0 before it (−2 of a week is Friday); where
    nobody works on that day, it is ``moved`` as by a cut-off rule. A target that is yellow for ``yellows`` months in a
    row comes on the agenda, and a project about which opinions are ``apart`` by so many points. Red lights of targets and
    projects do in any case, ``also`` those of other subjects that are named here.
    """

    code: str
    name: str
    version: str
    effective_from: str
    rhythm: Rhythm
    cutoff: int
    meets: int
    moved: Moved = "next"
    yellows: int = 2
    apart: int = 4
    also: tuple[Also, ...] = ()

    def __post_init__(self) -> None:
        if self.meets < self.cutoff:
            raise refusals.MeetsBeforeCutoff(f"调度规则 {self.code} ")

    @classmethod
    def from_data(cls, data: object) -> RoundRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "调度规则")
        rule = cls(
            **issued.imprint(source),
            rhythm=source.word("rhythm", RHYTHMS),
            cutoff=source.integer("cutoff", least=-MOST_DAYS, most=MOST_DAYS),
            meets=source.integer("meets", least=-MOST_DAYS, most=MOST_DAYS),
            moved=source.word("moved", MOVED, "next"),
            yellows=source.integer("yellows", most=12),
            apart=source.integer("apart", most=MOST),
            also=source.words("also", ALSO) if source.has("also") else (),
        )
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""
        return {
            **issued.written(self),
            "rhythm": self.rhythm,
            "cutoff": self.cutoff,
            "meets": self.meets,
            "moved": self.moved,
            "yellows": self.yellows,
            "apart": self.apart,
            **({"also": list(self.also)} if self.also else {}),
        }


@dataclass(frozen=True, slots=True)
class Period:
    """What a round is about: the days from ``first`` to ``last``, both included."""

    rhythm: Rhythm
    first: date
    last: date

    @property
    def title(self) -> str:
        """The period as people call it.

        >>> Period("half_month", date(2026, 6, 16), date(2026, 6, 30)).title
        '2026年6月下半月'
        """
        month = months.month_of(self.last.year, self.last.month)
        if self.rhythm == "week":
            year, week, _ = self.last.isocalendar()
            return f"{year}年第{week}周"
        if self.rhythm == "half_month":
            shown = months.show_month(month)
            return f"{shown}上半月" if self.last.day == 15 else f"{shown}下半月"
        return (
            months.show_month(month)
            if self.rhythm == "month"
            else months.show_quarter(months.quarter_of(month))
        )

    @property
    def judged(self) -> int:
        """The month (yyyymm) by whose lights the round goes: the last one that is over with the period.

        >>> Period("week", date(2026, 6, 8), date(2026, 6, 14)).judged
        202605
        """
        month = months.month_of(self.last.year, self.last.month)
        return month if self.last == last_day(month) else months.add_months(month, -1)


def periods(rhythm: Rhythm, year: int) -> Iterator[Period]:
    """Every period whose last day lies in a year, the earliest first; a week begins on Monday."""
    if rhythm == "week":
        last = date(year, 1, 1) + timedelta(days=6 - date(year, 1, 1).weekday())
        while last.year == year:
            yield Period(rhythm, last - timedelta(days=6), last)
            last += timedelta(days=7)
        return
    span = 3 if rhythm == "quarter" else 1
    for month in range(span, 13, span):
        first, end = date(year, month - span + 1, 1), last_day(months.month_of(year, month))
        if rhythm == "half_month":
            yield Period(rhythm, first, first.replace(day=15))
            first = first.replace(day=16)
        yield Period(rhythm, first, end)


def days_of(rule: RoundRule, period: Period, calendar: Mapping[date, bool]) -> tuple[date, date]:
    """The day on which the facts of a period are cut off, and the day on which its round meets, not before it.

    ``calendar`` says of each day whether it is worked (调休 included); raises UnknownYear or UnknownDay where it does
    not reach far enough.

    Source: weekly meeting on Friday, monthly figures by the 25th or 28th or in the first days of the next month.
    """
    cutoff, meets = (period.last + timedelta(days=count) for count in (rule.cutoff, rule.meets))
    return moved_to(cutoff, rule.moved, calendar), moved_to(meets, rule.moved, calendar)

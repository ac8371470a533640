"""外出招商频次: how often leaders of each level travel, window by window, and the days around a trip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from luoshi.rules import dates, fields, issued, refusals, response, workdays

Verdict = Literal["kept", "missed", "running", "not_due"]


@dataclass(frozen=True, slots=True)
class Level:
    """Leaders of this level travel at least once in every window of ``months`` months, from January on."""

    code: str
    title: str
    months: int


@dataclass(frozen=True, slots=True)
class RhythmRule:
    """One published rule.

    A trip is registered ``before`` working days before it begins, and reported on within ``report`` working
    days after the return.
    """

    code: str
    name: str
    version: str
    effective_from: str
    levels: tuple[Level, ...]
    before: int
    report: int

    def __post_init__(self) -> None:
        where = f"外出招商规则 {self.code} 的"
        if twice := issued.first_twice([level.code for level in self.levels]):
            raise refusals.LevelTwice(where, twice)
        for level in self.levels:
            if 12 % level.months:
                raise refusals.UnevenWindow(f"{where}层级 {level.code} ", level.months)

    @classmethod
    def from_data(cls, data: object) -> RhythmRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "外出招商规则")
        rule = cls(
            **issued.imprint(source),
            levels=tuple(_read_level(each) for each in source.inner_list("levels")),
            before=source.integer("before", least=0),
            report=source.integer("report"),
        )
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""
        levels = [{"code": each.code, "title": each.title, "months": each.months} for each in self.levels]
        return {**issued.written(self), "levels": levels, "before": self.before, "report": self.report}

    def limit(self, code: str) -> response.TimeLimit:
        """The one limit there is, ``report``; raises UnknownLimit."""
        if code != "report":
            raise refusals.UnknownLimit(self.code, code, ["report"])
        return response.TimeLimit("report", "考察报告", self.report)

    def level(self, code: str) -> Level:
        """The level of this code; raises UnknownLevel."""
        for level in self.levels:
            if level.code == code:
                return level
        raise refusals.UnknownLevel(self.code, code, [level.code for level in self.levels])


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post of the level held from ``since`` to ``until``, both included; None: still."""

    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """One window of a leader's year, both days included, with the trips that began in it."""

    first: date
    last: date
    verdict: Verdict
    trips: tuple[date, ...]
    reason: str


def windows(
    level: Level, year: int, trips: Iterable[date], tenures: Sequence[Tenure], *, as_of: date
) -> tuple[Window, ...]:
    """The windows of a year of one leader, from the days on which his trips began.

    A window with a trip is kept; without one it is missed from its last day on and running before; it is not
    due where the leader held no post of the level on any of its days. A trip after ``as_of`` has not begun.

    Source: zones ask their first leader out once in two months and the others once a month.

    >>> months = Level("principal", "主要负责人", 2)
    >>> told = windows(months, 2026, [date(2026, 2, 3)], [Tenure(date(2025, 1, 1))], as_of=date(2026, 4, 30))
    >>> [window.verdict for window in told]
    ['kept', 'missed', 'running', 'running', 'running', 'running']
    """
    begun = sorted(day for day in trips if day <= as_of)
    found = []
    for number in range(12 // level.months):
        first = date(year, 1 + number * level.months, 1)
        last = dates.add_months(first, level.months) - timedelta(days=1)
        found.append(_window(level, first, last, begun, tenures, as_of))
    return tuple(found)


def register_by(rule: RhythmRule, planned_from: date, calendar: Mapping[date, bool]) -> date:
    """The last day on which a trip that begins on ``planned_from`` may be registered.

    With ``before`` = 3 three working days lie after it, up to and including the first day of the trip.
    """
    day = planned_from
    while workdays.working_days_between(day, planned_from, calendar) < rule.before:
        day -= timedelta(days=1)
    return day


def registered_late(
    rule: RhythmRule, registered_on: date, planned_from: date, calendar: Mapping[date, bool]
) -> str:
    """The sentence for a trip that is registered too late; empty when it is in time."""
    last = register_by(rule, planned_from, calendar)
    if registered_on <= last:
        return ""
    return (
        f"{planned_from} 出行应至少提前 {rule.before} 个工作日备案，最迟 {last}，"
        f"现为 {registered_on}，请调整出行日期"
    )


def report_by(rule: RhythmRule, back_on: date, calendar: Mapping[date, bool]) -> date:
    """The last day for the report on a trip."""
    return workdays.add_working_days(back_on, rule.report, calendar)


def _window(
    level: Level, first: date, last: date, begun: Sequence[date], tenures: Sequence[Tenure], as_of: date
) -> Window:
    mine = tuple(day for day in begun if first <= day <= last)
    span = f"{first} 至 {last} "
    if mine:
        days = "、".join(day.isoformat() for day in mine)
        return Window(first, last, "kept", mine, f"{span}外出招商 {len(mine)} 次（{days}），达到要求")
    if not any(_held(tenure, first, last) for tenure in tenures):
        return Window(first, last, "not_due", (), f"{span}未任职，不作要求")
    if as_of < last:
        return Window(first, last, "running", (), f"{span}尚无外出招商，{last} 评定")
    every = "每月" if level.months == 1 else f"每 {level.months} 个月"
    return Window(first, last, "missed", (), f"{span}没有外出招商，{level.title}应{every}不少于 1 次")


def _held(tenure: Tenure, first: date, last: date) -> bool:
    return tenure.since <= last and (tenure.until is None or tenure.until >= first)


def _read_level(source: fields.Fields) -> Level:
    level = Level(source.text("code"), source.text("title"), source.integer("months"))
    source.close()
    return level

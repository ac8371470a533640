"""催办: on which days somebody is reminded of what is due, and from when on it goes up to the leaders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from luoshi.rules import fields, issued, refusals, workdays

Level = Literal["deputy", "principal"]
LEVELS: Mapping[Level, str] = {"deputy": "分管领导", "principal": "主要领导"}


@dataclass(frozen=True, slots=True)
class Rung:
    """After so many working days over the limit, leaders of this level are told."""

    days: int
    level: Level


@dataclass(frozen=True, slots=True)
class ChaseRule:
    """One published rule, all in working days.

    Who has something in hand is reminded once in the last ``near`` days of its limit, and every ``every`` days after
    it. ``ladder`` goes up. Reminders are made from the ``hour`` of a working day on (0 to 23).
    """

    code: str
    name: str
    version: str
    effective_from: str
    near: int
    every: int
    hour: int
    ladder: tuple[Rung, ...]

    def __post_init__(self) -> None:
        days = [rung.days for rung in self.ladder]
        if days != sorted(set(days)):
            raise refusals.UnevenLadder(self.code, days)
        if twice := issued.first_twice([rung.level for rung in self.ladder]):
            raise refusals.LevelTwice(f"催办规则 {self.code} 的", twice)

    @classmethod
    def from_data(cls, data: object) -> ChaseRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "催办规则")
        rule = cls(
            **issued.imprint(source),
            near=source.integer("near", least=0),
            every=source.integer("every"),
            hour=source.integer("hour", least=0, most=23),
            ladder=tuple(_read_rung(each) for each in source.inner_list("ladder")),
        )
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""
        ladder = [{"days": rung.days, "level": rung.level} for rung in self.ladder]
        return {
            **issued.written(self),
            "near": self.near,
            "every": self.every,
            "hour": self.hour,
            "ladder": ladder,
        }


def _read_rung(source: fields.Fields) -> Rung:
    rung = Rung(days=source.integer("days"), level=source.word("level", tuple(LEVELS)))
    source.close()
    return rung


def left(due: date, on: date, calendar: Mapping[date, bool]) -> int:
    """How many working days lie between a day and the last day of a limit, which counts; below nought once it is over."""
    if on <= due:
        return workdays.working_days_between(on, due, calendar)
    return -workdays.working_days_between(due, on, calendar)


def near(rule: ChaseRule, due: date, last: date | None, on: date, calendar: Mapping[date, bool]) -> bool:
    """Whether a reminder that a limit comes near is made on a day; ``last`` is when one was made before.

    One is made in each limit: who was reminded before the limit was moved is reminded once more.

    >>> every_weekday = workdays.AssumedCalendar({})
    >>> from luoshi.rules import defaults
    >>> near(defaults.CHASE_RULE, date(2026, 6, 12), None, date(2026, 6, 9), every_weekday)
    True
    >>> near(defaults.CHASE_RULE, date(2026, 6, 12), date(2026, 6, 9), date(2026, 6, 10), every_weekday)
    False
    """
    if on > due or not workdays.is_working(on, calendar) or left(due, on, calendar) > rule.near:
        return False
    return last is None or (last < on and left(due, last, calendar) > rule.near)


def overdue(rule: ChaseRule, due: date, last: date | None, on: date, calendar: Mapping[date, bool]) -> bool:
    """Whether a reminder that a limit is over is made on a day: on the first working day after it, then every few."""
    if on <= due or not workdays.is_working(on, calendar):
        return False
    if last is None or last <= due:
        return True
    return last < on and workdays.working_days_between(last, on, calendar) >= rule.every


def reached(
    rule: ChaseRule, due: date, last: Mapping[str, date], on: date, calendar: Mapping[date, bool]
) -> tuple[Level, ...]:
    """The levels of leaders who are told on a day; ``last`` is when each was told before. Each is told once a limit."""
    if on <= due or not workdays.is_working(on, calendar):
        return ()
    over = -left(due, on, calendar)
    told = {level for level, day in last.items() if day > due}
    return tuple(rung.level for rung in rule.ladder if over >= rung.days and rung.level not in told)

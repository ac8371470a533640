"""响应时限: until when a lead is answered, judged, replied to and reported on, and whether it was in time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from luoshi.rules import fields, issued, refusals, workdays

State = Literal["kept", "missed", "running"]


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """``days`` after the day on which the clock starts, working days or calendar days."""

    code: str
    title: str
    days: int
    working: bool = True


@dataclass(frozen=True, slots=True)
class ResponseRule:
    """The limits of one procedure, by code."""

    code: str
    name: str
    version: str
    effective_from: str
    limits: tuple[TimeLimit, ...]

    def __post_init__(self) -> None:
        if twice := issued.first_twice([limit.code for limit in self.limits]):
            raise refusals.LimitTwice(f"响应规则 {self.code} 的", twice)

    @classmethod
    def from_data(cls, data: object) -> ResponseRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "响应规则")
        limits = tuple(_read_limit(each) for each in source.inner_list("limits"))
        rule = cls(**issued.imprint(source), limits=limits)
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""
        limits = [
            {"code": each.code, "title": each.title, "days": each.days, "working": each.working}
            for each in self.limits
        ]
        return {**issued.written(self), "limits": limits}

    def limit(self, code: str) -> TimeLimit:
        """The limit of this code; raises UnknownLimit."""
        for limit in self.limits:
            if limit.code == code:
                return limit
        raise refusals.UnknownLimit(self.code, code, [limit.code for limit in self.limits])


@dataclass(frozen=True, slots=True)
class Answered:
    """Whether a limit was kept; while it is ``running`` nothing is decided."""

    due_on: date
    state: State
    reason: str


def due(limit: TimeLimit, since: date, calendar: Mapping[date, bool]) -> date:
    """The last day of the limit; the day on which the clock starts does not count.

    Raises UnknownYear or UnknownDay where working days reach beyond the calendar.

    Source: one city answers a lead in 1 day, judges it in 3, replies to the source within a week and
    reports every two weeks.

    >>> every_weekday = workdays.AssumedCalendar({})
    >>> due(TimeLimit("judge", "研判", 3), date(2026, 6, 4), every_weekday)
    datetime.date(2026, 6, 9)
    >>> due(TimeLimit("reply", "反馈来源", 7, working=False), date(2026, 6, 4), every_weekday)
    datetime.date(2026, 6, 11)
    """
    if limit.working:
        return workdays.add_working_days(since, limit.days, calendar)
    return since + timedelta(days=limit.days)


def judge(
    limit: TimeLimit, since: date, done_on: date | None, calendar: Mapping[date, bool], *, as_of: date
) -> Answered:
    """Whether what the limit asks was done in time; the last day itself is in time.

    What is done after ``as_of`` has not been done yet.
    """
    last = due(limit, since, calendar)
    kind = "个工作日" if limit.working else "天"
    told = f"{limit.title}时限 {limit.days} {kind}，自 {since} 起，到 {last} 止"
    if done_on is not None and done_on <= as_of:
        state: State = "kept" if done_on <= last else "missed"
        return Answered(last, state, f"{told}；{done_on} 完成，{'按时' if state == 'kept' else '超时'}")
    if as_of <= last:
        return Answered(last, "running", f"{told}；尚未完成，未到期")
    return Answered(last, "missed", f"{told}；截至 {as_of} 尚未完成，超时")


def _read_limit(source: fields.Fields) -> TimeLimit:
    limit = TimeLimit(
        code=source.text("code"),
        title=source.text("title"),
        days=source.integer("days"),
        working=source.flag("working", True),
    )
    source.close()
    return limit

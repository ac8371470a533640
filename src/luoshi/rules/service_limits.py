"""办理时限: the promised and the statutory limit of a procedure, with pauses and extensions, and how a case stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from luoshi.rules import errors, workdays
from luoshi.rules.workdays import Pause

State = Literal["within", "past_promised", "past_statutory", "paused"]


@dataclass(frozen=True, slots=True)
class ServiceLimit:
    """Two figures in working days: what the law allows and what the office promises, which is not longer.

    ``extension``: by how many days at most both may be extended with approval.
    """

    code: str
    title: str
    promised: int
    statutory: int
    extension: int = 0

    def __post_init__(self) -> None:
        if self.promised > self.statutory:
            raise errors.PromiseAboveLaw(self.title, self.promised, self.statutory)


@dataclass(frozen=True, slots=True)
class Extension:
    """``days`` more, which count only once a leader has approved them."""

    days: int
    reason: str
    approved_on: date | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of each limit."""

    promised: date
    statutory: date


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stands; ``due`` None while the clock stands still. ``used`` working days have passed."""

    state: State
    due: Due | None
    used: int
    reason: str


def due(
    limit: ServiceLimit,
    since: date,
    calendar: Mapping[date, bool],
    pauses: Sequence[Pause] = (),
    extensions: Sequence[Extension] = (),
) -> Due:
    """The last day of each limit; the day on which the clock starts does not count, nor do days of a pause.

    An extension moves a limit when it is approved on or before that limit's last day: what has run out is not made
    good. Raises ExtensionTooLong where what is approved is more than the limit allows, ClockPaused while the clock
    stands, UnknownYear or UnknownDay where the calendar does not reach far enough.

    Source: 行政许可法 第四十二条 (twenty days, ten more with the approval of the office's head), and the clock that
    stops while the applicant corrects.

    >>> every_weekday = workdays.AssumedCalendar({})
    >>> due(ServiceLimit("permit", "许可", 5, 20, 10), date(2026, 6, 5), every_weekday)
    Due(promised=datetime.date(2026, 6, 12), statutory=datetime.date(2026, 7, 3))
    """
    approved = sorted(
        (each for each in extensions if each.approved_on is not None), key=lambda each: str(each.approved_on)
    )
    if sum(each.days for each in approved) > limit.extension:
        raise errors.ExtensionTooLong(limit.title, sum(each.days for each in approved), limit.extension)
    promised, statutory = (
        _last(since, days, calendar, pauses, approved) for days in (limit.promised, limit.statutory)
    )
    return Due(promised, statutory)


def _last(
    since: date,
    days: int,
    calendar: Mapping[date, bool],
    pauses: Sequence[Pause],
    approved: Sequence[Extension],
) -> date:
    """The last day of one limit, an extension after the other from the first that is approved."""
    last = workdays.add_working_days(since, days, calendar, pauses)
    for each in approved:
        if each.approved_on is not None and each.approved_on <= last:
            days += each.days
            last = workdays.add_working_days(since, days, calendar, pauses)
    return last


def standing(
    limit: ServiceLimit,
    since: date,
    done_on: date | None,
    calendar: Mapping[date, bool],
    pauses: Sequence[Pause] = (),
    extensions: Sequence[Extension] = (),
    *,
    as_of: date,
) -> Standing:
    """How a case stands on a day; what happened after it (done, paused, approved) has not happened yet.

    Raises what :func:`due` raises, but not ClockPaused: a clock that stands is a state of its own.
    """
    done = done_on if done_on is not None and done_on <= as_of else None
    at = done or as_of
    known = [_known(pause, at, done) for pause in pauses if pause.start <= at]
    granted = [each for each in extensions if each.approved_on is not None and each.approved_on <= at]
    used = workdays.working_days_between(since, at, calendar, known)
    try:
        last = due(limit, since, calendar, known, granted)
    except errors.ClockPaused as paused:
        return Standing("paused", None, used, f"{paused.since} 起暂停计时，已用 {used} 个工作日")
    state: State = "within"
    if at > last.promised:
        state = "past_promised" if at <= last.statutory else "past_statutory"
    return Standing(state, last, used, _reason(limit, last, state, done, used))


def _known(pause: Pause, at: date, done: date | None) -> Pause:
    """A pause as it is known on a day: an end that lies ahead is not; what is done ends what still stood."""
    return pause if pause.end is not None and pause.end <= at else Pause(pause.start, done)


_WORDS: Mapping[State, str] = {
    "within": "未超承诺时限",
    "past_promised": "已超承诺时限，未超法定时限",
    "past_statutory": "已超法定时限",
}


def _reason(limit: ServiceLimit, last: Due, state: State, done: date | None, used: int) -> str:
    limits = f"{limit.title}承诺 {limit.promised} 个工作日、到 {last.promised} 止，法定 {limit.statutory} 个工作日、到 {last.statutory} 止"
    did = f"{done} 办结" if done else "尚未办结"
    return f"{limits}；{did}，已用 {used} 个工作日，{_WORDS[state]}"

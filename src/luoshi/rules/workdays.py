"""Working-day clocks over calendar rows, with pauses: 3 个工作日内答复, stopped while the applicant corrects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from luoshi.rules import errors

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stands from the day ``start`` and runs again from the day ``end``; None is still standing."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise errors.EndBeforeStart(self.start, self.end)

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)


class AssumedCalendar(Mapping[date, bool]):
    """A calendar that takes Monday to Friday as worked in the years that it does not know.

    For plans that reach beyond the published years; a clock that binds somebody must not use it. A hole
    within a known year stays a hole.
    """

    def __init__(self, known: Mapping[date, bool]) -> None:
        self._known = known
        self._years = frozenset(day.year for day in known)

    def assumes(self, day: date) -> bool:
        """Whether the answer for the day is an assumption."""
        return day.year not in self._years

    def __getitem__(self, day: date) -> bool:
        return day.weekday() < 5 if self.assumes(day) else self._known[day]

    def __iter__(self) -> Iterator[date]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def is_working(day: date, calendar: Mapping[date, bool]) -> bool:
    """Whether the day is a working day; raises UnknownYear, or UnknownDay for a hole within a known year."""
    working = calendar.get(day)
    if working is None:
        known = any(each.year == day.year for each in calendar)
        raise errors.UnknownDay(day) if known else errors.UnknownYear(day.year)
    return working


def add_working_days(
    start: date, n: int, calendar: Mapping[date, bool], pauses: Sequence[Pause] = ()
) -> date:
    """The last day of a limit of ``n`` working days that begins on the day after ``start``.

    ``start`` itself never counts; with n = 0 it is the answer. ``calendar`` says of each day whether it is
    worked (调休 included). Raises BadDays for a negative n, ClockPaused when a pause without end comes first,
    UnknownYear or UnknownDay when the calendar does not reach far enough.
    """
    if n < 0:
        raise errors.BadDays(n)
    day, left = start, n
    standing = min((pause.start for pause in pauses if pause.end is None), default=None)
    while left:
        day += _DAY
        if standing is not None and day >= standing:
            raise errors.ClockPaused(standing)
        left -= _counts(day, calendar, pauses)
    return day


def working_days_between(
    start: date, end: date, calendar: Mapping[date, bool], pauses: Sequence[Pause] = ()
) -> int:
    """How many working days of the clock lie after ``start`` up to and including ``end``.

    The inverse of ``add_working_days``; days within a pause do not count. Raises EndBeforeStart,
    UnknownYear or UnknownDay.
    """
    if end < start:
        raise errors.EndBeforeStart(start, end)
    days = (start + timedelta(days=i) for i in range(1, (end - start).days + 1))
    return sum(_counts(day, calendar, pauses) for day in days)


def _counts(day: date, calendar: Mapping[date, bool], pauses: Sequence[Pause]) -> bool:
    return is_working(day, calendar) and not any(pause.covers(day) for pause in pauses)

"""Working days for clocks and limits: read from rows, first filled from the published holidays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from chinese_calendar import Holiday, get_holiday_detail
from chinese_calendar.constants import holidays

from luoshi.directory.calendars.models import CalendarDay
from luoshi.ledgers.errors import LedgerError
from luoshi.rules.workdays import AssumedCalendar

YEAR = timedelta(days=366)


class YearNotPublished(LedgerError):
    """A year whose days are not in the calendar."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(
            f"工作日历里没有{year}年，涉及{year}年的期限暂时算不出来。请在放假安排公布后，把{year}年整年导入“工作日历”。"
        )


def is_known(year: int) -> bool:
    """Whether the days of the year are in the calendar."""
    return CalendarDay.objects.between(date(year, 1, 1), date(year, 12, 31)).exists()


def calendar_between(start: date, end: date) -> dict[date, bool]:
    """Whether each day from ``start`` to ``end``, both included, is worked; :class:`YearNotPublished` otherwise.

    The mapping is what ``rules.workdays`` counts with. A day that is missing in a known year is left out; the
    rules complain of it when they get there.
    """
    found = dict(CalendarDay.objects.between(start, end).values_list("day", "working"))
    seen = {day.year for day in found}
    for year in range(start.year, end.year + 1):
        if year not in seen and not is_known(year):
            raise YearNotPublished(year)
    return found


def around(day: date) -> AssumedCalendar:
    """The working days around a day; of years that nobody has published yet, Monday to Friday."""
    known = CalendarDay.objects.between(day - YEAR, day + YEAR)
    return AssumedCalendar(dict(known.values_list("day", "working")))


def published_years() -> range:
    """The years whose holidays the calendar's source knows."""
    return range(min(holidays).year, max(holidays).year + 1)


def seed(years: Iterable[int] | None = None) -> int:
    """Fill published years that the calendar does not have yet; returns the number of days added.

    Rows that a person has entered or corrected are left alone: a year of which there is one day is not touched.
    """
    known = CalendarDay.objects.years()
    wanted = published_years() if years is None else years
    missing = [year for year in wanted if year in published_years() and year not in known]
    rows = [_row(day) for year in missing for day in _days_of(year)]
    CalendarDay.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def _row(day: date) -> CalendarDay:
    resting, name = get_holiday_detail(day)
    return CalendarDay(day=day, working=not resting, name=Holiday(name).chinese if name else "")


def _days_of(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)

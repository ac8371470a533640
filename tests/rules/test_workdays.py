"""Working-day clocks against a calendar written out day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import errors
from luoshi.rules.workdays import Pause, add_working_days, is_working, working_days_between


def year(number: int) -> dict[date, bool]:
    """Every day of a year, Monday to Friday worked."""
    first = date(number, 1, 1)
    days = [first + timedelta(days=i) for i in range(366)]
    return {day: day.weekday() < 5 for day in days if day.year == number}


HOLIDAYS = {date(2026, 10, day): False for day in range(1, 8)}
EXCHANGED = {date(2026, 9, 27): True, date(2026, 10, 10): True}
CALENDAR = {**year(2026), **HOLIDAYS, **EXCHANGED}


def test_works() -> None:
    friday = date(2026, 6, 5)
    assert add_working_days(friday, 1, CALENDAR) == date(2026, 6, 8)
    assert add_working_days(friday, 5, CALENDAR) == date(2026, 6, 12)
    assert working_days_between(friday, date(2026, 6, 12), CALENDAR) == 5


def test_holidays_and_exchanged_days_count_as_the_calendar_says() -> None:
    assert is_working(date(2026, 9, 27), CALENDAR) and date(2026, 9, 27).weekday() == 6
    assert add_working_days(date(2026, 9, 30), 1, CALENDAR) == date(2026, 10, 8)
    assert add_working_days(date(2026, 9, 30), 3, CALENDAR) == date(2026, 10, 10)
    assert working_days_between(date(2026, 9, 25), date(2026, 10, 10), CALENDAR) == 7


def test_the_day_of_the_start_never_counts() -> None:
    assert add_working_days(date(2026, 6, 6), 0, CALENDAR) == date(2026, 6, 6)
    assert add_working_days(date(2026, 6, 6), 1, CALENDAR) == date(2026, 6, 8)
    assert working_days_between(date(2026, 6, 8), date(2026, 6, 8), CALENDAR) == 0


def test_the_clock_stands_during_a_pause() -> None:
    monday = date(2026, 6, 8)
    correcting = Pause(date(2026, 6, 10), date(2026, 6, 12))
    assert add_working_days(monday, 3, CALENDAR) == date(2026, 6, 11)
    assert add_working_days(monday, 3, CALENDAR, [correcting]) == date(2026, 6, 15)
    assert working_days_between(monday, date(2026, 6, 15), CALENDAR, [correcting]) == 3
    overlapping = [correcting, Pause(date(2026, 6, 11), date(2026, 6, 15))]
    assert add_working_days(monday, 3, CALENDAR, overlapping) == date(2026, 6, 16)


def test_a_pause_without_end_leaves_no_date_once_it_is_reached() -> None:
    monday, standing = date(2026, 6, 8), [Pause(date(2026, 6, 10))]
    assert add_working_days(monday, 1, CALENDAR, standing) == date(2026, 6, 9)
    with pytest.raises(errors.ClockPaused, match="计时自 2026-06-10 起暂停，尚未恢复") as caught:
        add_working_days(monday, 2, CALENDAR, standing)
    assert caught.value.since == date(2026, 6, 10)
    assert working_days_between(monday, date(2026, 6, 30), CALENDAR, standing) == 1


def test_a_year_that_is_not_published_is_named_with_the_remedy() -> None:
    with pytest.raises(errors.UnknownYear, match="没有 2027 年.*录入 2027 年日历") as caught:
        add_working_days(date(2026, 12, 30), 5, CALENDAR)
    assert caught.value.year == 2027
    with pytest.raises(errors.UnknownYear, match="2025"):
        working_days_between(date(2025, 12, 1), date(2026, 1, 5), CALENDAR)
    assert add_working_days(date(2026, 12, 30), 1, CALENDAR) == date(2026, 12, 31)


def test_a_hole_in_a_known_year_is_named() -> None:
    holed = {day: working for day, working in CALENDAR.items() if day != date(2026, 6, 9)}
    with pytest.raises(errors.UnknownDay, match="缺少 2026-06-09"):
        add_working_days(date(2026, 6, 8), 1, holed)


def test_spans_that_make_no_sense_are_refused() -> None:
    with pytest.raises(errors.BadDays, match="-1"):
        add_working_days(date(2026, 6, 8), -1, CALENDAR)
    with pytest.raises(errors.EndBeforeStart, match="2026-06-07 早于开始日期 2026-06-08"):
        working_days_between(date(2026, 6, 8), date(2026, 6, 7), CALENDAR)
    with pytest.raises(errors.EndBeforeStart):
        Pause(date(2026, 6, 8), date(2026, 6, 7))


# ---- against the calendar written out -------------------------------------------------------------

DAYS = st.dates(date(2026, 1, 1), date(2026, 6, 30))
CALENDARS = st.sets(st.sampled_from(sorted(CALENDAR)), max_size=40).map(
    lambda turned: {day: working != (day in turned) for day, working in CALENDAR.items()}
)
PAUSES = st.lists(
    st.builds(lambda start, length: Pause(start, start + timedelta(days=length)), DAYS, st.integers(0, 20)),
    max_size=3,
)


def counted(calendar: dict[date, bool], pauses: list[Pause]) -> list[date]:
    """The oracle: strike every paused day off the list of the year's working days."""
    struck = {p.start + timedelta(days=i) for p in pauses if p.end for i in range((p.end - p.start).days)}
    return sorted({day for day, working in calendar.items() if working} - struck)


@given(DAYS, st.integers(1, 60), CALENDARS, PAUSES)
def test_adding_is_the_nth_counted_day(
    start: date, n: int, calendar: dict[date, bool], pauses: list[Pause]
) -> None:
    after = [day for day in counted(calendar, pauses) if day > start]
    assert add_working_days(start, n, calendar, pauses) == after[n - 1]


@given(DAYS, st.integers(0, 150), CALENDARS, PAUSES)
def test_counting_is_the_number_of_counted_days(
    start: date, length: int, calendar: dict[date, bool], pauses: list[Pause]
) -> None:
    end = start + timedelta(days=length)
    expected = len([day for day in counted(calendar, pauses) if start < day <= end])
    assert working_days_between(start, end, calendar, pauses) == expected


@given(DAYS, st.integers(0, 60), CALENDARS, PAUSES)
def test_counting_undoes_adding(start: date, n: int, calendar: dict[date, bool], pauses: list[Pause]) -> None:
    assert working_days_between(start, add_working_days(start, n, calendar, pauses), calendar, pauses) == n

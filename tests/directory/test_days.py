"""The working calendar as rows."""

from __future__ import annotations

from datetime import date

import pytest

from luoshi.directory.calendars import days
from luoshi.directory.calendars.ledger import DAYS
from luoshi.directory.calendars.models import CalendarDay
from luoshi.directory.roles import CLERK, SUPERVISOR
from luoshi.directory.units.models import Unit
from luoshi.ledgers import writing
from luoshi.ledgers.errors import Invalid, Refused
from luoshi.rules import workdays
from tests.directory import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def year_2024(db: None) -> None:
    assert days.seed([2024]) == 366


@pytest.mark.parametrize(
    ("day", "working", "name"),
    [
        (date(2024, 2, 12), False, "春节"),
        (date(2024, 2, 18), True, "春节"),
        (date(2024, 10, 1), False, "国庆节"),
        (date(2024, 10, 9), True, ""),
        (date(2024, 10, 19), False, ""),
    ],
)
def test_holidays_and_days_made_up_for_are_known(
    year_2024: None, day: date, working: bool, name: str
) -> None:
    found = CalendarDay.objects.get(day=day)
    assert (found.working, found.name) == (working, name)


def test_limits_are_counted_with_it(year_2024: None) -> None:
    calendar = days.calendar_between(date(2024, 2, 1), date(2024, 3, 1))
    assert workdays.add_working_days(date(2024, 2, 8), 3, calendar) == date(2024, 2, 19)


def test_seeding_again_leaves_what_people_corrected(year_2024: None) -> None:
    CalendarDay.objects.filter(day=date(2024, 10, 9)).update(working=False)
    assert days.seed([2024]) == 0
    assert CalendarDay.objects.get(day=date(2024, 10, 9)).working is False


def test_all_published_years_are_seeded(db: None) -> None:
    days.seed()
    assert CalendarDay.objects.years() == set(days.published_years())


def test_a_year_that_is_not_published_says_so(year_2024: None) -> None:
    assert days.is_known(2024)
    assert not days.is_known(2099)
    assert days.seed([2099]) == 0
    with pytest.raises(days.YearNotPublished, match="没有2099年"):
        days.calendar_between(date(2099, 1, 1), date(2099, 1, 5))
    with pytest.raises(days.YearNotPublished, match="没有2025年.*整年导入"):
        days.calendar_between(date(2024, 12, 30), date(2025, 1, 5))


def test_a_hole_in_a_known_year_is_left_to_the_rules(year_2024: None) -> None:
    CalendarDay.objects.filter(day=date(2024, 5, 6)).delete()
    assert days.calendar_between(date(2024, 5, 6), date(2024, 5, 6)) == {}


def test_a_supervisor_enters_a_day_once(year_2024: None) -> None:
    actor = build.holder("linzhao", SUPERVISOR, build.zone()["0101"])
    values = writing.parse(DAYS, {"day": "2025-01-01", "working": "否", "name": "元旦"})
    writing.create(DAYS, values, by=actor)
    with pytest.raises(Invalid, match="这一天已经登记"):
        writing.create(DAYS, values, by=actor)
    with pytest.raises(Refused):
        writing.create(DAYS, values, by=build.holder("chenjing", CLERK, Unit.objects.get(code="0103")))

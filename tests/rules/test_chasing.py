"""Reminders by working days: once before the limit, every few days after it, and up the ladder."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import chasing, defaults
from luoshi.rules.chasing import ChaseRule
from luoshi.rules.errors import RulesError
from tests.rules.calendars import PLAIN, YEAR_2026

RULE = defaults.CHASE_RULE  # 3 days before, every 2 after, deputies after 3, principals after 8
FRIDAY = date(2026, 6, 12)
DAYS = st.dates(date(2026, 1, 5), date(2026, 11, 1))


def test_near_is_told_once() -> None:
    days = [FRIDAY - timedelta(days=n) for n in range(6, -1, -1)]
    told: list[date] = []
    for day in days:
        if chasing.near(RULE, FRIDAY, told[-1] if told else None, day, YEAR_2026):
            told.append(day)
    assert told == [date(2026, 6, 9)]  # 10, 11 and 12 are left


def test_near_is_told_later_where_nobody_worked_that_day() -> None:
    assert chasing.near(RULE, FRIDAY, None, FRIDAY, YEAR_2026)
    assert not chasing.near(RULE, FRIDAY, None, FRIDAY + timedelta(days=3), YEAR_2026)


def test_a_limit_that_was_moved_comes_near_once_more() -> None:
    later = date(2026, 6, 26)
    assert not chasing.near(RULE, later, date(2026, 6, 9), date(2026, 6, 15), YEAR_2026)
    assert chasing.near(RULE, later, date(2026, 6, 9), date(2026, 6, 23), YEAR_2026)


def test_overdue_is_told_on_the_next_working_day_and_every_second_one() -> None:
    told: list[date] = []
    for n in range(1, 15):
        day = FRIDAY + timedelta(days=n)
        if chasing.overdue(RULE, FRIDAY, told[-1] if told else None, day, YEAR_2026):
            told.append(day)
    assert [day.day for day in told] == [15, 17, 19, 23, 25]


def test_over_the_national_day_nobody_is_reminded() -> None:
    due = date(2026, 9, 30)
    days = [due + timedelta(days=n) for n in range(1, 9)]
    assert [day.day for day in days if chasing.overdue(RULE, due, None, day, YEAR_2026)] == [8]


def test_the_ladder_is_climbed_by_working_days_and_each_rung_once() -> None:
    told: dict[str, date] = {}
    for n in range(1, 30):
        day = FRIDAY + timedelta(days=n)
        told |= dict.fromkeys(chasing.reached(RULE, FRIDAY, told, day, PLAIN), day)
    assert told == {"deputy": date(2026, 6, 17), "principal": date(2026, 6, 24)}
    assert chasing.reached(RULE, date(2026, 7, 1), told, date(2026, 7, 6), PLAIN) == ("deputy",)


@given(due=DAYS, on=DAYS)
def test_what_is_left_and_what_is_over_are_the_same_count(due: date, on: date) -> None:
    found = chasing.left(due, on, YEAR_2026)
    span = sorted((due, on))
    counted = sum(YEAR_2026[span[0] + timedelta(days=n)] for n in range(1, (span[1] - span[0]).days + 1))
    assert abs(found) == counted and (found >= 0) == (on <= due or counted == 0)


@given(due=DAYS, on=DAYS, last=st.none() | DAYS)
def test_nobody_is_reminded_of_both_nor_twice_a_day_nor_on_a_day_of_rest(
    due: date, on: date, last: date | None
) -> None:
    near = chasing.near(RULE, due, last, on, YEAR_2026)
    over = chasing.overdue(RULE, due, last, on, YEAR_2026)
    assert not (near and over)
    assert not (near or over) or (YEAR_2026[on] and on != last)


@pytest.mark.parametrize(
    "ladder",
    [
        [{"days": 8, "level": "deputy"}, {"days": 3, "level": "principal"}],
        [{"days": 3, "level": "deputy"}, {"days": 3, "level": "principal"}],
        [{"days": 3, "level": "deputy"}, {"days": 5, "level": "deputy"}],
        [{"days": 3, "level": "mayor"}],
    ],
)
def test_a_ladder_goes_up(ladder: list[dict[str, object]]) -> None:
    with pytest.raises(RulesError):
        ChaseRule.from_data(RULE.to_data() | {"ladder": ladder})
    assert len(ChaseRule.from_data(RULE.to_data()).ladder) == 2

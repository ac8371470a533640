"""Rounds: every day of a year is in one period of each rhythm, no round meets before its facts stand or on a day of rest."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import defaults, errors
from luoshi.rules.dates import last_day
from luoshi.rules.rounds import RHYTHMS, Period, Rhythm, RoundRule, days_of, periods
from luoshi.rules.workdays import is_working
from tests.rules.calendars import YEAR_2026

RULES = {rule.rhythm: rule for rule in defaults.ROUND_RULES}


def period(rhythm: Rhythm, last: date) -> Period:
    return next(each for each in periods(rhythm, last.year) if each.last == last)


def test_a_rule_names_other_subjects_whose_red_lights_come_too() -> None:
    found = changed(also=["unit", "task"])
    assert found.also == ("unit", "task") and RoundRule.from_data(found.to_data()) == found
    assert "also" not in RULES["month"].to_data()
    with pytest.raises(errors.UnknownWord, match="also"):
        changed(also=["village"])


def changed(**changes: object) -> RoundRule:
    return RoundRule.from_data({**RULES["month"].to_data(), **changes})


@pytest.mark.parametrize(
    ("rhythm", "last", "title", "judged", "cutoff", "meets"),
    [
        ("week", date(2026, 6, 14), "2026年第24周", 202605, date(2026, 6, 11), date(2026, 6, 12)),
        ("half_month", date(2026, 6, 15), "2026年6月上半月", 202605, date(2026, 6, 15), date(2026, 6, 17)),
        ("half_month", date(2026, 5, 31), "2026年5月下半月", 202605, date(2026, 6, 1), date(2026, 6, 2)),
        ("month", date(2026, 9, 30), "2026年9月", 202609, date(2026, 10, 8), date(2026, 10, 8)),
        ("quarter", date(2026, 6, 30), "2026年二季度", 202606, date(2026, 7, 8), date(2026, 7, 13)),
    ],
)
def test_a_round(rhythm: Rhythm, last: date, title: str, judged: int, cutoff: date, meets: date) -> None:
    found = period(rhythm, last)
    assert (found.title, found.judged) == (title, judged)
    assert days_of(RULES[rhythm], found, YEAR_2026) == (cutoff, meets)


@given(st.sampled_from(RHYTHMS), st.integers(2000, 2098))
def test_periods_follow_each_other_without_a_gap(rhythm: Rhythm, year: int) -> None:
    found = [*periods(rhythm, year), next(periods(rhythm, year + 1))]
    assert all(b.first - a.last == timedelta(days=1) for a, b in pairwise(found))
    assert all(each.first <= each.last for each in found)
    assert len({each.title for each in found}) == len(found)
    count = {"week": (53, 54), "half_month": (25,), "month": (13,), "quarter": (5,)}
    assert len(found) in count[rhythm]


@given(
    st.sampled_from(RHYTHMS),
    st.integers(3, 9),
    st.integers(-10, 20),
    st.integers(0, 15),
    st.sampled_from(("next", "previous")),
)
def test_nobody_meets_on_a_day_of_rest_or_before_the_cutoff(
    rhythm: Rhythm, month: int, cutoff: int, later: int, moved: str
) -> None:
    rule = changed(rhythm=rhythm, cutoff=cutoff, meets=cutoff + later, moved=moved)
    for each in periods(rhythm, 2026):
        if each.last.month == month:
            stand, meet = days_of(rule, each, YEAR_2026)
            assert stand <= meet and is_working(stand, YEAR_2026) and is_working(meet, YEAR_2026)


@given(st.sampled_from(RHYTHMS), st.integers(2000, 2098))
def test_the_month_that_is_judged_is_over(rhythm: Rhythm, year: int) -> None:
    for each in periods(rhythm, year):
        assert last_day(each.judged) <= each.last
        assert each.last - last_day(each.judged) < timedelta(days=31)


def test_beyond_the_calendar_there_is_no_day() -> None:
    with pytest.raises(errors.UnknownYear):
        days_of(RULES["month"], period("month", date(2026, 12, 31)), YEAR_2026)


@pytest.mark.parametrize(
    "wrong",
    [
        {"meets": 4},
        {"rhythm": "day"},
        {"cutoff": -61},
        {"meets": 61},
        {"yellows": 0},
        {"apart": 9},
        {"moved": "later"},
        {"more": 1},
    ],
)
def test_a_rule_with_a_hole_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(errors.RulesError):
        changed(**wrong)


def test_a_rule_is_data() -> None:
    assert [RoundRule.from_data(rule.to_data()) for rule in defaults.ROUND_RULES] == [*defaults.ROUND_RULES]

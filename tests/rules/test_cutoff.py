"""Until when a month is handed in: moved off days of rest, refused where the rule has a hole."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import defaults, errors, sentences
from luoshi.rules.cutoff import CutoffRule, Moved, due
from luoshi.rules.workdays import is_working
from tests.rules.calendars import YEAR_2026

RULE = defaults.CUTOFF_RULE


def changed(**changes: object) -> CutoffRule:
    return CutoffRule.from_data({**RULE.to_data(), **changes})


@pytest.mark.parametrize(
    ("moved", "day"),
    [("next", date(2026, 10, 8)), ("previous", date(2026, 9, 30)), ("stays", date(2026, 10, 5))],
)
def test_a_day_of_rest_is_moved_as_the_rule_says(moved: Moved, day: date) -> None:
    assert due(changed(moved=moved), 202609, YEAR_2026) == day


def test_a_working_day_stays_and_the_months_count() -> None:
    assert due(RULE, 202601, YEAR_2026) == date(2026, 2, 5)
    assert due(changed(months=0, day=25), 202606, YEAR_2026) == date(2026, 6, 25)


@given(st.integers(1, 10), st.integers(1, 28), st.sampled_from(("next", "previous")))
def test_it_is_always_a_working_day_and_never_far(month: int, day: int, moved: Moved) -> None:
    found = due(changed(day=day, moved=moved), 202600 + month, YEAR_2026)
    meant = date(2026, month + 1, day)
    assert is_working(found, YEAR_2026)
    assert abs(found - meant) < timedelta(days=12)
    assert (found >= meant) if moved == "next" else (found <= meant)


def test_beyond_the_calendar_there_is_no_day() -> None:
    with pytest.raises(errors.UnknownYear):
        due(RULE, 202612, YEAR_2026)


@pytest.mark.parametrize("wrong", [{"day": 0}, {"day": 31}, {"months": 9}, {"moved": "later"}, {"more": 1}])
def test_a_rule_with_a_hole_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(errors.RulesError):
        changed(**wrong)


def test_it_is_said_in_sentences() -> None:
    assert (
        sentences.cutoff(RULE)[0]
        == "每月的数在次月 5 日前由本单位负责人签发上报，遇休息日顺延到下一个工作日。"
    )
    assert (
        "当月 25 日前由本单位负责人签发上报。"
        in sentences.cutoff(changed(months=0, day=25, moved="stays"))[0]
    )

"""The rhythm of trips: kept, missed, running and not due; registering and reporting around a trip."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import defaults, errors, refusals
from luoshi.rules.rhythm import (
    Level,
    RhythmRule,
    Tenure,
    register_by,
    registered_late,
    report_by,
    windows,
)
from tests.rules.calendars import PLAIN, YEAR_2026

RULE = defaults.RHYTHM_RULE
PRINCIPAL, DEPUTY = RULE.level("principal"), RULE.level("deputy")
ALWAYS = [Tenure(date(2020, 1, 1))]


def changed(**changes: object) -> RhythmRule:
    return RhythmRule.from_data({**RULE.to_data(), **changes})


def test_works() -> None:
    trips = [date(2026, 2, 28), date(2026, 5, 1), date(2026, 5, 20)]
    told = windows(PRINCIPAL, 2026, trips, ALWAYS, as_of=date(2026, 7, 15))
    assert [window.verdict for window in told] == [
        "kept",
        "missed",
        "kept",
        "running",
        "running",
        "running",
    ]
    assert (told[0].first, told[0].last) == (date(2026, 1, 1), date(2026, 2, 28))
    assert told[0].reason == "2026-01-01 至 2026-02-28 外出招商 1 次（2026-02-28），达到要求"
    assert told[1].reason == "2026-03-01 至 2026-04-30 没有外出招商，主要负责人应每 2 个月不少于 1 次"
    assert told[2].trips == (date(2026, 5, 1), date(2026, 5, 20))
    assert told[3].reason == "2026-07-01 至 2026-08-31 尚无外出招商，2026-08-31 评定"


def test_a_window_is_judged_on_its_last_day() -> None:
    for as_of, verdict in ((date(2026, 1, 30), "running"), (date(2026, 1, 31), "missed")):
        assert windows(DEPUTY, 2026, [], ALWAYS, as_of=as_of)[0].verdict == verdict
    trip = [date(2026, 1, 31)]
    assert windows(DEPUTY, 2026, trip, ALWAYS, as_of=date(2026, 1, 30))[0].verdict == "running"
    assert windows(DEPUTY, 2026, trip, ALWAYS, as_of=date(2026, 1, 31))[0].verdict == "kept"
    assert windows(DEPUTY, 2026, [], ALWAYS, as_of=date(2026, 1, 31))[0].reason.endswith(
        "分管负责人应每月不少于 1 次"
    )


def test_without_a_post_nothing_is_due() -> None:
    held = [Tenure(date(2026, 2, 10), date(2026, 3, 31)), Tenure(date(2026, 6, 30))]
    told = windows(DEPUTY, 2026, [date(2026, 5, 6)], held, as_of=date(2026, 7, 31))
    verdicts = [window.verdict for window in told]
    assert verdicts[:7] == ["not_due", "missed", "missed", "not_due", "kept", "missed", "missed"]
    assert told[0].reason == "2026-01-01 至 2026-01-31 未任职，不作要求"
    assert {window.verdict for window in windows(DEPUTY, 2026, [], [], as_of=date(2027, 1, 1))} == {"not_due"}


def test_registering_needs_three_working_days() -> None:
    thursday = date(2026, 6, 11)
    assert register_by(RULE, thursday, YEAR_2026) == date(2026, 6, 8)
    assert registered_late(RULE, date(2026, 6, 8), thursday, YEAR_2026) == ""
    assert registered_late(RULE, date(2026, 6, 9), thursday, YEAR_2026) == (
        "2026-06-11 出行应至少提前 3 个工作日备案，最迟 2026-06-08，现为 2026-06-09，请调整出行日期"
    )
    assert register_by(RULE, date(2026, 10, 8), YEAR_2026) == date(2026, 9, 28)
    assert register_by(changed(before=0), thursday, YEAR_2026) == thursday


def test_reporting_has_five_working_days() -> None:
    assert report_by(RULE, date(2026, 9, 29), YEAR_2026) == date(2026, 10, 12)


@pytest.mark.parametrize(
    ("changes", "error", "words"),
    [
        ({"levels": []}, errors.NotAList, "levels"),
        (
            {"levels": [{"code": "a", "title": "甲", "months": 5}]},
            refusals.UnevenWindow,
            "层级 a 的 months 应能整除 12",
        ),
        (
            {"levels": [{"code": "a", "title": "甲", "months": 1}] * 2},
            refusals.LevelTwice,
            "层级 a 出现了两次",
        ),
        ({"levels": [{"code": "a", "title": "甲", "months": 0}]}, errors.BadInteger, "months"),
        ({"before": -1}, errors.BadInteger, "before"),
        ({"report": 0}, errors.BadInteger, "report"),
    ],
)
def test_bad_rules_are_refused(
    changes: dict[str, object], error: type[errors.RulesError], words: str
) -> None:
    with pytest.raises(error, match=words):
        changed(**changes)


def test_a_level_that_is_not_there_is_named() -> None:
    with pytest.raises(refusals.UnknownLevel, match="没有层级 team，现有 principal、deputy、bureau"):
        RULE.level("team")


def test_the_default_is_data() -> None:
    assert RhythmRule.from_data(RULE.to_data()) == RULE


DAYS = st.dates(date(2025, 12, 1), date(2027, 1, 31))


@given(st.sampled_from([1, 2, 3, 4, 6, 12]), st.lists(DAYS, max_size=8), DAYS)
def test_the_windows_cover_the_year_and_every_trip_once(months: int, trips: list[date], as_of: date) -> None:
    told = windows(Level("x", "甲", months), 2026, trips, ALWAYS, as_of=as_of)
    assert told[0].first == date(2026, 1, 1) and told[-1].last == date(2026, 12, 31)
    for before, after in zip(told, told[1:], strict=False):
        assert before.last + timedelta(days=1) == after.first
    counted = [day for window in told for day in window.trips]
    assert counted == sorted(day for day in trips if day.year == 2026 and day <= as_of)
    assert all((window.verdict == "kept") == bool(window.trips) for window in told)
    assert all(window.verdict != "missed" or window.last <= as_of for window in told)


@given(DAYS.filter(lambda day: day.year == 2026), st.integers(0, 20))
def test_the_last_day_to_register_is_the_last(planned: date, before: int) -> None:
    rule = changed(before=before)
    last = register_by(rule, planned, PLAIN)
    assert registered_late(rule, last, planned, PLAIN) == ""
    assert registered_late(rule, last + timedelta(days=1), planned, PLAIN) != ""

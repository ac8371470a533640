"""Response clocks: the last minute of the last day is in time, one day later is not, over 国庆 with its exchange."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import defaults, errors, refusals
from luoshi.rules.response import ResponseRule, TimeLimit, due, judge
from tests.rules.calendars import PLAIN, YEAR_2026

RULE = defaults.RESPONSE_RULE
BEFORE_THE_FEAST = date(2026, 9, 30)


def changed(*limits: dict[str, object]) -> ResponseRule:
    return ResponseRule.from_data({**RULE.to_data(), "limits": list(limits)})


def test_works_over_the_feast() -> None:
    answer = RULE.limit("answer")
    kept = judge(answer, BEFORE_THE_FEAST, date(2026, 10, 8), YEAR_2026, as_of=date(2026, 10, 31))
    assert (kept.due_on, kept.state) == (date(2026, 10, 8), "kept")
    assert kept.reason == (
        "首次答复时限 1 个工作日，自 2026-09-30 起，到 2026-10-08 止；2026-10-08 完成，按时"
    )
    late = judge(answer, BEFORE_THE_FEAST, date(2026, 10, 9), YEAR_2026, as_of=date(2026, 10, 31))
    assert late.state == "missed" and late.reason.endswith("2026-10-09 完成，超时")


def test_the_exchanged_saturday_counts() -> None:
    assert due(RULE.limit("judge"), BEFORE_THE_FEAST, YEAR_2026) == date(2026, 10, 10)
    assert due(RULE.limit("reply"), BEFORE_THE_FEAST, YEAR_2026) == date(2026, 10, 7)
    assert due(RULE.limit("report"), BEFORE_THE_FEAST, YEAR_2026) == date(2026, 10, 14)


@pytest.mark.parametrize(
    ("done_on", "as_of", "state", "words"),
    [
        (None, date(2026, 10, 7), "running", "到 2026-10-07 止；尚未完成，未到期"),
        (None, date(2026, 10, 8), "missed", "截至 2026-10-08 尚未完成，超时"),
        (date(2026, 10, 7), date(2026, 10, 6), "running", "7 天"),
        (date(2026, 10, 7), date(2026, 10, 7), "kept", "按时"),
        (date(2026, 10, 9), date(2026, 10, 8), "missed", "截至 2026-10-08"),
        (BEFORE_THE_FEAST, date(2026, 10, 8), "kept", "按时"),
    ],
)
def test_what_is_known_on_a_day(done_on: date | None, as_of: date, state: str, words: str) -> None:
    found = judge(RULE.limit("reply"), BEFORE_THE_FEAST, done_on, YEAR_2026, as_of=as_of)
    assert found.state == state
    assert words in found.reason


def test_a_limit_that_is_not_there_is_named() -> None:
    with pytest.raises(
        refusals.UnknownLimit, match="响应规则 response 没有时限 sign_for，现有 answer、judge"
    ):
        RULE.limit("sign_for")


LIMIT = {"code": "answer", "title": "答复", "days": 1}


@pytest.mark.parametrize(
    ("limits", "error", "words"),
    [
        ([], errors.NotAList, "limits"),
        ([LIMIT, LIMIT], refusals.LimitTwice, "时限 answer 出现了两次"),
        ([{**LIMIT, "days": 0}], errors.BadInteger, "limits 第 1 项的 days"),
        ([{**LIMIT, "working": "yes"}], errors.BadFlag, "working"),
        ([{**LIMIT, "hours": 2}], errors.UnknownFields, "hours"),
    ],
)
def test_bad_rules_are_refused(
    limits: list[dict[str, object]], error: type[errors.RulesError], words: str
) -> None:
    with pytest.raises(error, match=words):
        changed(*limits)


def test_the_default_is_data() -> None:
    assert ResponseRule.from_data(RULE.to_data()) == RULE
    assert changed(LIMIT).limit("answer") == TimeLimit("answer", "答复", 1)


DAYS = st.dates(date(2026, 1, 1), date(2026, 10, 31))


@given(st.integers(1, 30), st.booleans(), DAYS, st.none() | DAYS, DAYS)
def test_a_verdict_never_comes_back(
    days: int, working: bool, since: date, done_on: date | None, as_of: date
) -> None:
    limit = TimeLimit("x", "办理", days, working)
    found = judge(limit, since, done_on, PLAIN, as_of=as_of)
    later = judge(limit, since, done_on, PLAIN, as_of=as_of + timedelta(days=1))
    assert found.due_on > since
    assert (found.state == "missed") == (min(done_on or as_of, as_of) > found.due_on)
    if found.state != "running":
        assert later.state == found.state

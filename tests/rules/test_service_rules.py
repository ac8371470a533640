"""办理时限 as a rule: what is promised and what the law allows, read, refused and said."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import defaults, errors, refusals
from luoshi.rules.response import TimeLimit
from luoshi.rules.service_limits import ServiceLimit
from luoshi.rules.service_rules import ServiceRule, sentences

RULE = defaults.SERVICE_LIMITS


def data(**limit: Any) -> dict[str, Any]:
    given = {"code": "permit", "title": "许可", "promised": 5, "statutory": 20} | limit
    return {**RULE.to_data(), "limits": [{name: v for name, v in given.items() if v is not None}]}


def test_works() -> None:
    rule = ServiceRule.from_data(data(extension=10))
    assert rule.service("permit") == ServiceLimit("permit", "许可", 5, 20, 10)
    assert rule.limit("permit") == TimeLimit("permit", "许可", 5, working=True), (
        "clocks go by what is promised"
    )
    assert sentences(rule) == ["许可：承诺 5 个工作日内，法定 20 个工作日内，经批准最多延长 10 个工作日。"]
    assert sentences(ServiceRule.from_data(data())) == ["许可：承诺 5 个工作日内，法定 20 个工作日内。"]


@given(st.integers(1, 60), st.integers(0, 60), st.integers(0, 30))
def test_what_is_written_is_read_again(promised: int, more: int, extension: int) -> None:
    rule = ServiceRule.from_data(
        data(promised=promised, statutory=promised + more, extension=extension or None)
    )
    assert ServiceRule.from_data(rule.to_data()) == rule


@pytest.mark.parametrize(
    ("limit", "refused", "said"),
    [
        ({"promised": 21}, errors.PromiseAboveLaw, "许可的承诺时限 21 个工作日长于法定时限 20 个工作日"),
        ({"promised": 0}, errors.BadInteger, "promised"),
        ({"statutory": None}, errors.RulesError, "statutory"),
        ({"extension": -1}, errors.BadInteger, "extension"),
        ({"days": 3}, errors.RulesError, "days"),
    ],
)
def test_what_does_not_hold_is_refused(limit: dict[str, Any], refused: type[Exception], said: str) -> None:
    with pytest.raises(refused, match=said):
        ServiceRule.from_data(data(**limit))


def test_a_promise_may_be_as_long_as_the_law_allows() -> None:
    assert ServiceRule.from_data(data(promised=20)).service("permit").promised == 20


def test_codes_are_told_apart() -> None:
    twice = {**RULE.to_data(), "limits": [*RULE.to_data()["limits"], RULE.to_data()["limits"][0]]}  # type: ignore[index, misc]
    with pytest.raises(refusals.LimitTwice, match="excuse"):
        ServiceRule.from_data(twice)
    with pytest.raises(refusals.UnknownLimit, match="没有时限 permit，现有 excuse、score_objection"):
        RULE.limit("permit")

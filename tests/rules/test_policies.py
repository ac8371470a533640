"""Differential policies: what a class has, for how long, and what a rule may not say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from luoshi.rules import defaults, errors, refusals
from luoshi.rules.policies import PolicyRule, applied, span

RULE = defaults.POLICY_RULE


def changed(**changes: object) -> PolicyRule:
    return PolicyRule.from_data({**RULE.to_data(), **changes})


def told(rule: PolicyRule, grade: str) -> dict[str, str]:
    return {item.code: level.text for item, level in applied(rule, grade)}


def test_each_class_has_its_own() -> None:
    assert told(RULE, "A")["power"] == "不加价，优先参加电力直接交易"
    assert told(RULE, "D")["power"] == "每千瓦时加价 0.30 元"
    assert list(told(RULE, "C")) == ["power", "water", "land_tax", "credit", "resources"]
    assert told(RULE, "T") == {}


def test_a_class_that_is_not_named_has_nothing_of_a_policy() -> None:
    data: Any = RULE.to_data()
    only = {**data["items"][0], "levels": data["items"][0]["levels"][:1]}
    rule = changed(items=[only])
    assert (list(told(rule, "A")), told(rule, "B")) == (["power"], {})


@pytest.mark.parametrize(
    ("published", "since", "until"),
    [
        (date(2026, 10, 1), date(2026, 11, 1), date(2027, 10, 31)),
        (date(2026, 12, 31), date(2027, 1, 1), date(2027, 12, 31)),
        (date(2027, 1, 31), date(2027, 2, 1), date(2028, 1, 31)),
    ],
)
def test_policies_hold_from_the_month_after(published: date, since: date, until: date) -> None:
    assert span(RULE, published) == (since, until)
    assert span(changed(months=1), date(2027, 1, 31))[1] == date(2027, 2, 28)


def test_a_rule_with_a_hole_is_refused() -> None:
    data: Any = RULE.to_data()
    first = data["items"][0]
    with pytest.raises(refusals.CodeTwice, match="政策 power 出现了两次"):
        changed(items=[first, first])
    with pytest.raises(refusals.CodeTwice, match="政策 power 的类别 A 出现了两次"):
        changed(items=[{**first, "levels": [first["levels"][0]] * 2}])
    with pytest.raises(errors.UnknownWord, match="'E'"):
        changed(items=[{**first, "levels": [{**first["levels"][0], "grade": "E"}]}])

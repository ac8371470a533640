"""Checks of standard land: when each is due, and each condition from both sides of its promise."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from luoshi.rules import defaults, errors, refusals
from luoshi.rules.standard_land import Figure, StandardLandRule, due, judge

RULE = defaults.STANDARD_LAND_RULE
SUPPLIED = date(2024, 2, 29)
PROMISED: dict[Figure, Decimal | None] = {
    "intensity": Decimal(350),
    "tax_per_mu": Decimal(18),
    "energy": Decimal("0.35"),
    "plot_ratio": None,
}


def changed(**changes: object) -> StandardLandRule:
    return StandardLandRule.from_data({**RULE.to_data(), **changes})


def rounds(**changes: object) -> list[Any]:
    data: Any = RULE.to_data()
    return [{**data["rounds"][0], **changes}, *data["rounds"][1:]]


@pytest.mark.parametrize(
    ("code", "day"),
    [("first", date(2025, 2, 28)), ("third", date(2027, 2, 28)), ("fifth", date(2029, 2, 28))],
)
def test_rounds_count_from_the_supply(code: str, day: date) -> None:
    assert due(RULE, code, supplied_on=SUPPLIED, capacity_on=None) == day
    assert due(RULE, code, supplied_on=None, capacity_on=SUPPLIED) is None


def test_a_round_may_count_from_full_capacity() -> None:
    rule = changed(rounds=rounds(since="capacity", months=6))
    assert due(rule, "first", supplied_on=SUPPLIED, capacity_on=None) is None
    assert due(rule, "first", supplied_on=SUPPLIED, capacity_on=date(2026, 8, 31)) == date(2027, 2, 28)


def test_a_round_that_the_rule_does_not_have_is_never_due() -> None:
    rule = changed(rounds=rounds()[:1])
    assert due(rule, "third", supplied_on=SUPPLIED, capacity_on=SUPPLIED) is None
    assert judge(rule, "third", PROMISED, PROMISED) == []


@pytest.mark.parametrize(
    ("code", "reached", "kept"),
    [
        ("intensity", "350", True),
        ("intensity", "349.99", False),
        ("tax_per_mu", "18", True),
        ("tax_per_mu", "17.99", False),
        ("energy", "0.35", True),
        ("energy", "0.36", False),
    ],
)
def test_a_promise_is_kept_at_its_edge(code: Figure, reached: str, kept: bool) -> None:
    actual = {**PROMISED, code: Decimal(reached)}
    found = {each.code: each for each in judge(RULE, "fifth", PROMISED, actual)}
    assert set(found) == {"intensity", "tax_per_mu", "energy"}, "what was not promised is not judged"
    assert [each.kept for each in found.values()].count(False) == (not kept)
    assert found[code].kept is kept and ("，未达到（" in found[code].reason) is not kept


def test_what_is_not_known_keeps_nothing() -> None:
    (found,) = judge(RULE, "first", PROMISED, {})
    assert (found.kept, found.reason) == (
        False,
        "投资强度承诺不低于 350 万元/亩，没有实际数，未达到（限期补足投资，逾期按合同追缴违约金）",
    )


def test_the_first_year_asks_for_no_tax() -> None:
    assert [each.code for each in judge(RULE, "first", PROMISED, {**PROMISED, "tax_per_mu": None})] == [
        "intensity"
    ]


def test_a_rule_with_a_hole_is_refused() -> None:
    twice: Any = RULE.to_data()
    with pytest.raises(refusals.CodeTwice, match="承诺条件 intensity 出现了两次"):
        changed(conditions=[*twice["conditions"], twice["conditions"][0]])
    with pytest.raises(refusals.CodeTwice, match="核查轮次 first 出现了两次"):
        changed(rounds=[*rounds(), rounds()[0]])
    with pytest.raises(errors.UnknownWord, match="tax_per_mu"):
        changed(conditions=twice["conditions"][:1])

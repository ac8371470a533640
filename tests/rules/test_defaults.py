"""The rules that a zone starts with."""

from __future__ import annotations

from decimal import Decimal

import pytest

from luoshi.rules import defaults
from luoshi.rules.boards import BoardRule
from luoshi.rules.lights import LightRule, light
from luoshi.rules.trajectory_rules import TrajectoryRule
from tests.rules.months_of import seen


@pytest.mark.parametrize(
    ("behind", "colour"),
    [
        ("0", "green"),
        ("9.99", "green"),
        ("10", "yellow"),
        ("30", "yellow"),
        ("30.01", "red"),
        ("-5", "green"),
    ],
)
def test_bounds_of_the_default_light(behind: str, colour: str) -> None:
    assert light(defaults.LIGHT_RULE, [seen(str(60 - Decimal(behind)), "60")]).colour == colour


def test_defaults_are_data() -> None:
    assert LightRule.from_data(defaults.LIGHT_RULE.to_data()) == defaults.LIGHT_RULE
    assert BoardRule.from_data(defaults.BOARD_RULE.to_data()) == defaults.BOARD_RULE
    assert TrajectoryRule.from_data(defaults.TRAJECTORY_RULE.to_data()) == defaults.TRAJECTORY_RULE

"""Which sort of target follows which path."""

from __future__ import annotations

import pytest

from luoshi.rules import defaults, errors
from luoshi.rules.trajectory_rules import TrajectoryRule

RULE = defaults.TRAJECTORY_RULE


@pytest.mark.parametrize(
    ("traits", "kind"),
    [
        ((), "even"),
        (("any",), "even"),
        (("growth",), "constant"),
        (("rate",), "constant"),
        (("limit",), "constant"),
        (("per-quarter",), "quarters"),
        (("per-quarter", "rate"), "constant"),
        (("per-month",), "months"),
    ],
)
def test_the_first_case_that_a_target_has_decides(traits: tuple[str, ...], kind: str) -> None:
    assert RULE.choose(traits).kind == kind


@pytest.mark.parametrize(
    ("cases", "error", "words"),
    [
        (
            [{"trait": "rate", "trajectory": {"kind": "constant"}}],
            errors.NoLastCase,
            "时序规则 target-trajectory",
        ),
        ([], errors.NotAList, "cases"),
        ([{"trait": "weekly", "trajectory": {"kind": "even"}}], errors.UnknownWord, "cases 第 1 项的 trait"),
        ([{"trait": "any", "trajectory": {"kind": "wavy"}}], errors.UnknownWord, "kind"),
    ],
)
def test_bad_rules_are_refused(cases: list[object], error: type[errors.RulesError], words: str) -> None:
    with pytest.raises(error, match=words):
        TrajectoryRule.from_data({**RULE.to_data(), "cases": cases})

"""A rule tried on past months: the same facts, another judgement, and nothing written."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import AuditRow, Row, Rule
from luoshi.ledgers.rulebook import BadRule
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.rules import actions as rules
from luoshi.oversight.rules import kinds
from luoshi.oversight.trials import trials
from luoshi.oversight.trials.trials import MonthTrial
from luoshi.oversight.wall.wall import wall
from luoshi.plans.documents.models import Document
from luoshi.rules import defaults

LIGHT, BOARD, PATHS = (
    rule.to_data() for rule in (defaults.LIGHT_RULE, defaults.BOARD_RULE, defaults.TRAJECTORY_RULE)
)
STRICT = {
    **LIGHT,
    "bands": [
        {"colour": "green", "bounds": [{"comparator": "ge", "value": "0"}]},
        {"colour": "red", "bounds": [{"comparator": "lt", "value": "0"}]},
    ],
}
MONTHS = (202606, 202605)
JULY = datetime.date(2026, 7, 6)


def tried(kind: Any, data: dict[str, Any]) -> tuple[MonthTrial, ...]:
    return trials.tried(trials.read(kind, data), MONTHS)


@pytest.fixture
def signed(sign: Callable[..., Row]) -> None:
    """Ten projects by May, one more in June: a little behind 24 in a year."""
    for _ in range(9):
        sign(2, "2026-03-10")
    sign(2, "2026-05-10")
    sign(12, "2026-06-10")


def test_works(signed: None) -> None:
    june, may = tried(kinds.LIGHT, STRICT)
    assert (june.month, may.month) == MONTHS
    assert june.targets == len(wall(202606))
    now = {row.target.number: row.light.colour for row in wall(202606)}
    assert all(now[turned.before.target.number] == turned.before.light.colour for turned in june.lights)
    worse = [turned for turned in june.lights if turned.change.turn == "worse"]
    assert worse and all(turned.after.light.colour == "red" for turned in worse)
    assert all(turned.before.actual == turned.after.actual for turned in june.lights)


def test_a_month_that_was_told_is_tried_on_what_was_told(
    signed: None, sign: Callable[..., Row], clerk: Actor, supervisor: Actor
) -> None:
    """Eleven of 24 by June as the bulletin told it: 45.8 %, 50 % are due. Later eleven more are entered for March."""
    told = bulletins.issue(202606, lambda facts: b"paper", on=JULY, by=supervisor)
    before = tried(kinds.LIGHT, STRICT)
    assert [each.told for each in before] == [told, None], "May has no bulletin"
    for _ in range(11):
        sign(2, "2026-03-11")
    june, _ = tried(kinds.LIGHT, STRICT)
    assert june == before[0] and red(june)
    said = {each["number"]: each["colour"] for each in told.facts["targets"]}
    assert all(said[each.before.target.number] == each.before.light.colour for each in june.lights)
    Bulletin.objects.update(seq=None)  # as of before its place on the trail was kept
    june, _ = tried(kinds.LIGHT, STRICT)
    assert june.told is None and not red(june), "22 of 24"


def red(trial: MonthTrial) -> bool:
    """Whether the 24 projects would be red by the rule that is tried."""
    found = [each for each in trial.lights if each.before.target.name == "新引进亿元以上项目"]
    return [each.after.light.colour for each in found] == ["red"]


def test_a_month_that_was_told_is_tried_by_the_rules_of_then(signed: None, supervisor: Actor) -> None:
    bulletins.issue(202606, lambda facts: b"paper", on=JULY, by=supervisor)
    rules.issue("light", {**STRICT, "version": "2", "effective_from": "2026-05-01"}, by=supervisor)
    june, may = tried(kinds.LIGHT, STRICT)
    assert june.lights and not may.lights, "May is judged by the version issued since, June as it was told"


def test_what_a_bulletin_told_of_lists_is_tried_too(signed: None, supervisor: Actor) -> None:
    bulletins.issue(202606, lambda facts: b"paper", on=JULY, by=supervisor)
    june, _ = tried(kinds.BOARD, {**BOARD, "black": {**BOARD["black"], "red_lights": 99}})
    assert june.told and june.lists and not june.lights


def test_the_rule_in_force_changes_nothing(signed: None) -> None:
    for kind, data in ((kinds.LIGHT, LIGHT), (kinds.BOARD, BOARD), (kinds.TRAJECTORY, PATHS)):
        assert [each.same for each in tried(kind, data)] == [True, True]


def test_a_trial_is_judged_as_the_wall_would_be_after_issuing(signed: None) -> None:
    june, _ = tried(kinds.LIGHT, STRICT)
    Rule.objects.filter(kind="light", data__subject="indicator").update(data=STRICT)
    issued = {row.target.number: row.light.colour for row in wall(202606)}
    for turned in june.lights:
        assert issued[turned.after.target.number] == turned.after.light.colour


def test_another_path_turns_lights(signed: None) -> None:
    at_the_end = {**PATHS, "cases": [{"trait": "any", "trajectory": {"kind": "by_end"}}]}
    june, _ = tried(kinds.TRAJECTORY, at_the_end)
    assert june.lights
    assert {turned.after.planned for turned in june.lights} == {None}


def test_another_board_rule_moves_units_and_no_light(signed: None) -> None:
    lenient = {**BOARD, "black": {**BOARD["black"], "red_lights": 99}}
    june, _ = tried(kinds.BOARD, lenient)
    assert june.lights == ()
    assert [(each.before.on, each.after.on) for each in june.lists] == [("black", "neither")] * len(
        june.lists
    )
    assert june.lists


def test_nothing_is_written(signed: None) -> None:
    written = AuditRow.objects.count(), Rule.objects.count()
    tried(kinds.LIGHT, STRICT)
    assert (AuditRow.objects.count(), Rule.objects.count()) == written


def test_months_without_targets_are_left_out(plan: Document) -> None:
    rule = trials.read(kinds.LIGHT, STRICT)
    assert [each.month for each in trials.tried(rule, trials.before(202601, 3))] == [202601]


def test_a_rule_with_a_hole_is_not_tried(plan: Document) -> None:
    with pytest.raises(BadRule, match="规则没有试算：灯规则 target-progress 的各档没有覆盖全部情形"):
        trials.read(kinds.LIGHT, {**LIGHT, "bands": LIGHT["bands"][:1]})

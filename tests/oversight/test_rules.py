"""Rules are issued by who may, checked by their engine, and hold from their day."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from luoshi.ledgers import rulebook
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, Refused
from luoshi.ledgers.models import AuditRow, Rule
from luoshi.oversight.rules import actions, in_force
from luoshi.rules import defaults
from tests.directory import build

DAY = datetime.date(2026, 6, 30)
LIGHT = defaults.LIGHT_RULE.to_data()


def test_works(supervisor: Actor) -> None:
    starting = sum(len(kind.starting) for kind in rulebook.kinds())
    assert len(actions.issue_starting_rules(by=supervisor)) == starting >= 3
    assert in_force.light_rule(DAY) == defaults.LIGHT_RULE
    assert in_force.trajectory_rule(DAY) == defaults.TRAJECTORY_RULE
    assert in_force.board_rule(DAY) == defaults.BOARD_RULE
    assert AuditRow.objects.filter(ledger="oversight.rules", act="发布").count() == starting


def test_starting_rules_are_issued_once(supervisor: Actor) -> None:
    actions.issue_starting_rules(by=supervisor)
    assert actions.issue_starting_rules(by=supervisor) == []


def test_who_may_not_issues_nothing(supervisor: Actor, clerk: Actor) -> None:
    with pytest.raises(Refused):
        actions.issue("light", LIGHT, by=clerk)
    assert not Rule.objects.exists()


def test_a_rule_with_a_hole_is_refused_in_words(supervisor: Actor) -> None:
    with pytest.raises(rulebook.BadRule, match="规则没有发布"):
        actions.issue("light", LIGHT | {"bands": LIGHT["bands"][:1]}, by=supervisor)  # type: ignore[index]
    assert not Rule.objects.exists()


def test_a_version_is_issued_once(supervisor: Actor) -> None:
    actions.issue("light", LIGHT, by=supervisor)
    with pytest.raises(Invalid, match="换一个版本号"):
        actions.issue("light", LIGHT | {"effective_from": "2026-01-01"}, by=supervisor)
    assert Rule.objects.count() == 1


def test_of_two_who_issue_a_version_at_once_one_is_told(
    supervisor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other's version arrives after the checks and before the insert."""
    checked = Rule.full_clean

    def slowly(row: Rule, *args: Any, **options: Any) -> None:
        checked(row, *args, **options)
        monkeypatch.setattr(Rule, "full_clean", checked)
        actions.issue("light", LIGHT, by=supervisor)

    monkeypatch.setattr(Rule, "full_clean", slowly)
    with pytest.raises(Invalid, match="^这项规则已有同号的版本，请换一个版本号。$"):
        actions.issue("light", LIGHT, by=supervisor)


def test_a_version_holds_from_its_day(supervisor: Actor) -> None:
    actions.issue("light", LIGHT, by=supervisor)
    actions.issue("light", LIGHT | {"version": "2", "effective_from": "2026-07-01"}, by=supervisor)
    assert in_force.light_rule(datetime.date(2026, 6, 30)).version == "1"
    assert in_force.light_rule(datetime.date(2026, 7, 1)).version == "2"


def test_closed_months_are_not_judged_anew(supervisor: Actor) -> None:
    actions.issue("light", LIGHT, by=supervisor)
    build.months(202605, closed=True)
    with pytest.raises(rulebook.TooEarly, match="2026年5月"):
        actions.issue("light", LIGHT | {"version": "2", "effective_from": "2026-05-31"}, by=supervisor)
    assert Rule.objects.count() == 1
    actions.issue("light", LIGHT | {"version": "2", "effective_from": "2026-06-01"}, by=supervisor)


@pytest.mark.parametrize("value", ["1e999", "1E-400", "NaN", "Infinity"])
def test_a_bound_that_is_no_figure_is_refused(supervisor: Actor, value: str) -> None:
    bands = [
        {"colour": "green", "bounds": [{"comparator": "ge", "value": value}]},
        {"colour": "red", "bounds": [{"comparator": "lt", "value": value}]},
    ]
    with pytest.raises(rulebook.BadRule, match="不是准确的数"):
        actions.issue("light", LIGHT | {"bands": bands}, by=supervisor)

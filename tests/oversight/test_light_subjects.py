"""Light rules by subject: that for projects and that for targets hold side by side."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from luoshi.directory.units.models import Unit
from luoshi.ledgers import rulebook
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import AuditRow, Row, Rule
from luoshi.ledgers.rulebook import BadRule, TooEarly
from luoshi.oversight.opinions import judging
from luoshi.oversight.rules import actions, in_force, kinds
from luoshi.oversight.trials import projects as trials
from luoshi.oversight.trials.trials import read
from luoshi.oversight.wall.wall import wall
from luoshi.projects.delivery.months.models import ProjectMonth
from luoshi.projects.delivery.projects.models import Project
from luoshi.rules import defaults
from tests.directory import build
from tests.projects import build as projects

JUNE, END = 202606, datetime.date(2026, 6, 30)
ALL_RED = [
    {"colour": "green", "bounds": [{"comparator": "ge", "value": "1000"}]},
    {"colour": "red", "bounds": [{"comparator": "lt", "value": "1000"}]},
]
TARGETS = defaults.LIGHT_RULE.to_data()
STRICT = {name: value for name, value in TARGETS.items() if name != "held"} | {
    "version": "2",
    "effective_from": "2026-01-01",
    "bands": ALL_RED,
}
PROJECTS = STRICT | {"code": "light-project", "name": "项目灯", "version": "1", "subject": "project"}


@pytest.fixture
def ahead(sign: Callable[..., Row], units: Mapping[str, Unit]) -> Project:
    """24 projects are signed; one is built, and has done by June what was planned: green as the targets' rule has it."""
    for _ in range(24):
        sign(12, "2026-03-10")
    started = datetime.date(2026, 1, 10)
    project = projects.project(units["0103"], number="XM-2026-001", state="started", started_on=started)
    for month in range(1, 13):
        done = 100 * 10**6 if month <= 6 else None
        ProjectMonth.objects.create(project=project, period=202600 + month, planned=100 * 10**6, done=done)
    return project


def targets() -> dict[str, str]:
    return {row.target.name: row.light.colour for row in wall(JUNE)}


def of(project: Project) -> str:
    (judged,) = judging.judge([project], JUNE, END)
    return judged.colour


def test_without_a_rule_of_their_own_projects_are_judged_by_that_of_targets(
    ahead: Project, supervisor: Actor
) -> None:
    assert of(ahead) == "green"
    actions.issue("light", STRICT, by=supervisor)
    assert in_force.project_light_rule(END) == in_force.light_rule(END)
    assert of(ahead) == "red" and "red" in targets().values()


def test_a_rule_for_projects_leaves_the_targets_alone(ahead: Project, supervisor: Actor) -> None:
    before = targets()
    assert "green" in before.values() and of(ahead) == "green"
    actions.issue("light", PROJECTS, by=supervisor)
    assert of(ahead) == "red" and targets() == before
    assert in_force.light_rule(END) == defaults.LIGHT_RULE


def test_a_rule_for_targets_leaves_projects_that_have_their_own_alone(
    ahead: Project, supervisor: Actor
) -> None:
    before = targets()
    own = TARGETS | {"code": "light-project", "subject": "project"}
    actions.issue("light", own, by=supervisor)
    actions.issue("light", STRICT, by=supervisor)
    assert of(ahead) == "green" and targets() != before
    assert set(targets().values()) <= {"red", "grey"}


def test_a_rule_for_projects_holds_from_its_day(ahead: Project, supervisor: Actor) -> None:
    actions.issue("light", PROJECTS | {"effective_from": "2026-07-01"}, by=supervisor)
    assert of(ahead) == "green"
    assert in_force.project_light_rule(datetime.date(2026, 7, 1)) != defaults.LIGHT_RULE


def test_what_was_known_then_is_asked_by_subject(ahead: Project, supervisor: Actor) -> None:
    then = AuditRow.objects.latest("seq").seq
    actions.issue("light", PROJECTS, by=supervisor)
    assert rulebook.perhaps(kinds.LIGHT, END, "project", as_of=then) == defaults.LIGHT_RULE
    found = rulebook.perhaps(kinds.LIGHT, END, "project")
    assert found is not None and found.name == "项目灯"


def test_the_first_rule_for_projects_does_not_judge_closed_months_anew(supervisor: Actor) -> None:
    actions.issue("light", TARGETS, by=supervisor)
    build.months(202605, closed=True)
    with pytest.raises(TooEarly, match="2026年5月"):
        actions.issue("light", PROJECTS | {"effective_from": "2026-05-31"}, by=supervisor)
    actions.issue("light", PROJECTS | {"effective_from": "2026-06-01"}, by=supervisor)


def test_the_starting_rule_is_issued_beside_one_for_projects(supervisor: Actor) -> None:
    actions.issue("light", PROJECTS, by=supervisor)
    actions.issue_starting_rules(by=supervisor)
    assert Rule.objects.filter(kind="light").count() == 5
    assert in_force.light_rule(END) == defaults.LIGHT_RULE


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (
            {"subject": "project", "event": "开工"},
            "写了事项“开工”，而项目的灯看的是数.*请把 subject 改为 project_start",
        ),
        ({"subject": "unit", "event": "完成"}, "写了事项“完成”，而单位的灯看的是数"),
        (
            {
                "subject": "project",
                "reference": "全市平均",
                "bands": [
                    {"colour": "green", "bounds": [{"of": "reference", "comparator": "ge", "value": "0"}]},
                    {"colour": "red", "bounds": [{"of": "reference", "comparator": "lt", "value": "0"}]},
                ],
            },
            "要与“全市平均”比较，而“对标值”台账只登记目标的对标值，项目的灯会一直不亮",
        ),
    ],
)
def test_a_rule_that_nothing_here_can_feed_is_refused(
    supervisor: Actor, changed: dict[str, Any], words: str
) -> None:
    data = STRICT | changed
    with pytest.raises(BadRule, match=f"^规则没有发布：灯规则 target-progress .*{words}"):
        actions.issue("light", data, by=supervisor)
    with pytest.raises(BadRule, match="^规则没有试算：灯规则 target-progress "):
        read(kinds.LIGHT, data)
    assert not Rule.objects.exists()


def test_a_rule_for_projects_is_tried_on_projects(ahead: Project, supervisor: Actor) -> None:
    rule = read(kinds.LIGHT, PROJECTS)
    june, january = trials.tried(rule, (JUNE, 202601))  # type: ignore[arg-type]
    assert (june.month, june.projects, january.month) == (JUNE, 1, 202601)
    (turned,) = june.lights
    assert (turned.before.colour, turned.after.colour, turned.turn) == ("green", "red", "worse")
    assert trials.tried(rule, (202512,)) == (), "none was under way"  # type: ignore[arg-type]
    assert Rule.objects.filter(kind="light", data__subject="project").count() == 0
    actions.issue("light", PROJECTS, by=supervisor)
    assert of(ahead) == "red", "as it was tried"
    assert not trials.tried(rule, (JUNE,))[0].lights  # type: ignore[arg-type]

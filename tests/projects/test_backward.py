"""倒排: nodes made from a template back from the promise, what is short, what slack does, who may."""

from __future__ import annotations

from datetime import date

import pytest

from luoshi.directory.units.models import Unit
from luoshi.ledgers import evidence, stepping
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import NotNow, Refused
from luoshi.projects.delivery.nodes import actions, schedules
from luoshi.projects.delivery.nodes.ledger import NODES
from luoshi.projects.delivery.nodes.models import Node
from luoshi.projects.delivery.projects.models import Project
from luoshi.rules.schedule import Node as Task
from tests.projects import build, delivery

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]
Cast = dict[str, Actor]
START = date(2026, 1, 5)


@pytest.fixture
def project(units: Units) -> Project:
    delivery.rules()
    return build.project(units["0104"], promised_complete=date(2027, 12, 31))


def node(project: Project, code: str) -> Node:
    return Node.objects.get(project=project, code=code)


def test_two_branches_over_the_spring_festival(units: Units) -> None:
    """By hand: 2026-02-27 Fri back; the holiday is 02-15 to 02-23, 02-14 and 02-28 are worked Saturdays.

    C takes 2 days: 26, 27. B (3 days) ends on 25: 14, 24, 25. A (5 days) beside it: 12, 13, 14, 24, 25.
    """
    delivery.rules()
    tasks = [Task("A", 5), Task("B", 3), Task("C", 2, ("A", "B"))]
    names = {task.code: task.code for task in tasks}
    found = schedules.backward(tasks, names, "", date(2026, 2, 27), start=date(2026, 2, 9))
    late = {
        code: (each.latest_start.isoformat()[5:], each.latest_end.isoformat()[5:])
        for code, each in found.plan.nodes.items()
    }
    assert late == {"A": ("02-12", "02-25"), "B": ("02-14", "02-25"), "C": ("02-26", "02-27")}
    assert found.plan.path == ("A", "C")
    assert found.sentence.startswith("按承诺 2026-02-27 竣工倒排可行：最早 2026-02-24 竣工，富余 3 个工作日")


def test_what_follows_the_completion_comes_after_the_promise(units: Units) -> None:
    delivery.rules()
    tasks = [Task("A", 2), Task("Z", 3, ("A",)), Task("Y", 1, ("Z",))]
    assert schedules.behind(tasks, "A") == 4
    found = schedules.backward(tasks, {t.code: t.code for t in tasks}, "A", date(2026, 3, 6), start=START)
    assert found.plan.nodes["A"].latest_end == date(2026, 3, 6)
    assert found.plan.nodes["Y"].latest_end == date(2026, 3, 12)


def test_a_template_becomes_nodes_with_unit_days_and_proof(project: Project, cast: Cast) -> None:
    found = actions.plan_nodes(project, by=cast["other"], on=START)
    assert found.plan.possible
    rows = list(Node.objects.filter(project=project).order_by("code"))
    assert len(rows) == 24
    permit, done = node(project, "N15"), node(project, "N23")
    assert (permit.name, permit.days, permit.after) == ("施工许可", 5, "N13、N14、N09")
    assert (permit.unit, permit.evidence, permit.state) == (project.unit, "许可证", "waiting")
    assert (done.planned_on, done.latest_on, done.stage) == (
        project.promised_complete,
        done.planned_on,
        "completed",
    )
    assert all(row.planned_start and row.planned_start <= row.planned_on for row in rows)
    project.refresh_from_db()
    assert project.template == "industrial"
    with pytest.raises(NotNow, match="已经按模板倒排过"):
        actions.plan_nodes(project, by=cast["other"], on=START)


def test_an_impossible_plan_is_made_and_says_by_how_much(project: Project, cast: Cast) -> None:
    project.promised_complete = date(2026, 6, 30)
    project.save()
    found = actions.plan_nodes(project, by=cast["other"], on=START)
    short = found.plan.short_by
    assert not found.plan.possible
    assert f"短 {short} 个工作日" in found.sentence and "→ 联合竣工验收" in found.sentence
    days = schedules.calendar(START, date(2027, 12, 31))
    missing = sum(
        days[date.fromordinal(n)]
        for n in range(project.promised_complete.toordinal() + 1, found.completed.toordinal() + 1)
    )
    assert missing == short > 0


def test_finishing_early_moves_slack_and_not_the_promise(project: Project, cast: Cast) -> None:
    actions.plan_nodes(project, by=cast["other"], on=START)
    rows = list(Node.objects.filter(project=project))
    first, before = node(project, "N01"), schedules.of(project, rows, on=START)
    early = date(2026, 1, 5)
    for row in rows:
        if row.code == "N01":
            row.started_on = row.done_on = early
    after = schedules.of(project, rows, on=date(2026, 1, 6))
    assert before and after
    assert (
        after.plan.nodes["N02"].slack == before.plan.nodes["N02"].slack + 4
    )  # five days of work done in one
    assert after.promised == before.promised
    assert first.planned_on == before.plan.nodes["N01"].latest_end
    later = schedules.of(project, rows, on=date(2026, 1, 4))
    assert later and not later.plan.nodes["N01"].done, "what is done tomorrow is not done today"


def test_rescheduling_moves_the_latest_days_alone(project: Project, cast: Cast) -> None:
    actions.plan_nodes(project, by=cast["other"], on=START)
    planned = node(project, "N20").planned_on
    project.promised_complete = date(2027, 6, 30)
    project.save()
    actions.reschedule(project, by=cast["other"], on=START)
    moved = node(project, "N20")
    assert moved.planned_on == planned and moved.latest_on is not None and moved.latest_on < planned
    moved.done_on, moved.state = START, "done"
    moved.save()
    project.promised_complete = date(2027, 12, 31)
    project.save()
    actions.reschedule(project, by=cast["other"], on=START)
    assert node(project, "N20").latest_on == moved.latest_on, "what is done stays"


def test_nodes_without_a_code_and_projects_without_a_promise(units: Units, cast: Cast) -> None:
    delivery.rules()
    project = build.project(units["0104"])
    with pytest.raises(NotNow, match="没有承诺竣工日期"):
        actions.plan_nodes(project, by=cast["other"], on=START)
    delivery.node(units["0104"], project=project)
    with pytest.raises(NotNow, match="不能倒排"):
        actions.reschedule(project, by=cast["other"], on=START)


def test_who_may_not_plan(project: Project, cast: Cast) -> None:
    for who in ("clerk", "leader", "auditor", "stranger"):
        with pytest.raises(Refused):
            actions.plan_nodes(project, by=cast[who], on=START)
    assert not Node.objects.exists()


def test_a_node_is_finished_by_its_person_with_its_proof(
    project: Project, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = delivery.node(project.unit, project=project, evidence="许可证", person_id=cast["clerk"].person)
    given = {"done_on": START}
    with pytest.raises(Refused):
        stepping.take_step(NODES, row, "finish", by=cast["leader"], on=START, given=given)
    with pytest.raises(NotNow, match="凭“许可证”完成"):
        stepping.take_step(NODES, row, "finish", by=cast["clerk"], on=START, given=given)
    monkeypatch.setattr(evidence, "lacking", lambda ledger, row, slots: ())
    stepping.take_step(NODES, row, "finish", by=cast["clerk"], on=START, given=given)
    assert row.state == "done"
    stepping.take_step(NODES, row, "reopen", by=cast["other"], on=START, reason="误登")
    assert (row.state, row.done_on) == ("waiting", None)

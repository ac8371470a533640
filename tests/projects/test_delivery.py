"""Projects from the first idea to full capacity, and their nodes."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from luoshi.directory.units.models import Unit
from luoshi.ledgers import stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.projects.delivery.nodes.ledger import NODES
from luoshi.projects.delivery.nodes.models import Node
from luoshi.projects.delivery.projects.ledger import PROJECTS
from luoshi.projects.delivery.projects.models import STAGES, Project
from tests.projects import build

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]
Cast = dict[str, Actor]
DAY, LATER = date(2026, 5, 11), date(2026, 5, 12)


def enter(by: Actor, **entered: str) -> Project:
    usual = {
        "number": "XM-1",
        "name": "储能电池产业园一期",
        "level": "市级",
        "kind": "产业",
        "owner": "澄光储能科技有限公司",
        "planned_total": "36000",
        "planned_year": "15000.5",
        "unit": "规建局",
    }
    row = build.enter(PROJECTS, by, **(usual | entered))
    assert isinstance(row, Project)
    return row


def test_a_clerk_enters_a_project_in_ten_thousands(cast: Cast) -> None:
    row = enter(cast["other"])
    assert (row.planned_total, row.planned_year) == (36_000_000_000, 15_000_500_000)
    assert (row.level, row.kind, row.state) == ("city", "industrial", "conceived")


def test_a_project_goes_through_all_stages(cast: Cast) -> None:
    row = enter(cast["other"])
    steps = [step.name for step in PROJECTS.lifecycle.steps if not step.back] if PROJECTS.lifecycle else []
    for number, (step, stage) in enumerate(zip(steps, STAGES[1:], strict=True)):
        with pytest.raises(NotNow, match=f"请先填写：{stage.day}"):
            stepping.take_step(PROJECTS, row, step, by=cast["other"], on=LATER)
        writing.change(PROJECTS, row, {stage.date: date(2026, 1 + number, 1)}, by=cast["other"])
        stepping.take_step(PROJECTS, row, step, by=cast["other"], on=LATER)
        row.refresh_from_db()
        assert row.state == stage.state


def test_a_stage_is_not_left_out_after_the_start(cast: Cast) -> None:
    row = enter(cast["other"])
    writing.change(PROJECTS, row, {"started_on": DAY, "operating_on": LATER}, by=cast["other"])
    stepping.take_step(PROJECTS, row, "start", by=cast["other"], on=LATER)
    with pytest.raises(NotNow, match="目前是“开工”"):
        stepping.take_step(PROJECTS, row, "operate", by=cast["other"])


def test_a_new_project_stands_where_its_dates_show(cast: Cast) -> None:
    assert enter(cast["other"], started_on="2026-05-11", completed_on="2026-09-01").state == "completed"


@pytest.mark.parametrize(("first", "second"), list(combinations(STAGES, 2)))
def test_stages_come_in_their_order(units: Units, first: Any, second: Any) -> None:
    row = build.project(units["0104"])
    setattr(row, first.date, LATER)
    setattr(row, second.date, DAY)
    with pytest.raises(ValidationError, match=f"{first.day}不能晚于{second.day}"):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    setattr(row, first.date, DAY)
    row.full_clean()
    row.save()


@pytest.mark.parametrize("stage", STAGES[1:])
def test_a_stage_without_its_date_is_refused(units: Units, stage: Any) -> None:
    row = build.project(units["0104"])
    row.state = stage.state
    with pytest.raises(ValidationError, match=f"状态为“{stage.title}”的项目要有{stage.day}"):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"planned_total": 0}, "计划总投资应大于 0"),
        ({"planned_year": -1}, "年度计划投资不能为负"),
        ({"planned_year": build.YI + 1}, "不能超过计划总投资"),
        ({"planned_start": LATER, "planned_complete": DAY}, "计划开工日期不能晚于计划竣工日期"),
    ],
)
def test_plans_that_cannot_be_are_refused(units: Units, fields: dict[str, Any], sentence: str) -> None:
    row = build.project(units["0104"])
    for name, value in fields.items():
        setattr(row, name, value)
    with pytest.raises(ValidationError, match=sentence):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_plans_on_the_edge_are_accepted(units: Units) -> None:
    row = build.project(units["0104"], planned_year=build.YI, planned_start=DAY, planned_complete=DAY)
    row.full_clean()


def test_projects_are_asked_for_in_words(units: Units) -> None:
    unit = units["0104"]
    built = build.project(unit, planned_start=DAY, started_on=DAY, planned_complete=LATER)
    build.project(unit, planned_start=DAY)
    build.project(unit, planned_start=DAY, started_on=DAY, completed_on=LATER)
    assert list(Project.objects.under_construction()) == [built]
    assert list(Project.objects.late_to_complete(date(2026, 6, 1))) == [built]


@pytest.mark.parametrize("who", ["clerk", "leader", "auditor", "stranger"])
def test_who_may_not_write_a_project(cast: Cast, who: str) -> None:
    with pytest.raises(Refused):
        enter(cast[who])


def test_a_node_is_entered_and_done(cast: Cast) -> None:
    enter(cast["other"])
    entered = {"project": "XM-1", "name": "取得施工许可", "planned_on": "2026-04-30", "person": "zhouwei"}
    row = build.enter(NODES, cast["other"], **entered)
    assert str(row) == "储能电池产业园一期 取得施工许可"
    assert list(Node.objects.overdue(date(2026, 4, 30))) == []
    assert list(Node.objects.overdue(date(2026, 5, 1))) == [row]
    writing.change(NODES, row, {"done_on": date(2026, 5, 3)}, by=cast["other"])
    assert list(Node.objects.overdue(date(2026, 5, 2))) == [row]
    assert list(Node.objects.overdue(date(2026, 5, 3))) == []
    with pytest.raises(Invalid, match="已有同名的节点"):
        build.enter(NODES, cast["other"], **entered)


def test_a_node_belongs_to_the_unit_of_its_project(cast: Cast) -> None:
    enter(cast["other"])
    with pytest.raises(Refused, match="不属于您所在的单位"):
        build.enter(NODES, cast["clerk"], project="XM-1", name="取得施工许可", planned_on="2026-04-30")


def test_a_node_of_no_project_is_refused_in_words(cast: Cast) -> None:
    with pytest.raises((Refused, Invalid), match="取得施工许可|项目："):
        build.enter(NODES, cast["clerk"], name="取得施工许可", planned_on="2026-04-30")


def test_a_project_with_nodes_is_not_removed(cast: Cast) -> None:
    row = enter(cast["other"])
    build.enter(NODES, cast["other"], project="XM-1", name="取得施工许可", planned_on="2026-04-30")
    with pytest.raises(Refused, match="“项目节点”的 1 行引用"):
        writing.remove(PROJECTS, row, by=cast["other"], reason="登记错误")

"""What asks for attention: lights that turned, what is late, whose portfolio it is in."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from luoshi.directory import roles
from luoshi.directory.charges import portfolios
from luoshi.directory.charges.models import Charge
from luoshi.directory.units.models import Unit
from luoshi.ledgers.access import STRANGER, Actor
from luoshi.ledgers.models import Row
from luoshi.oversight.attention import late, turns
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import wall
from luoshi.plans.documents.models import Document
from luoshi.plans.questions.models import Question
from luoshi.plans.reported.models import Reported
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks import actions
from luoshi.plans.tasks.models import MECHANISM, NODE, PROMISED, Task
from tests.directory import build

ON = datetime.date(2026, 6, 30)


def row_of(name: str, month: int) -> WallRow:
    return next(row for row in wall(month) if row.target.name.endswith(name))


def test_a_light_that_turned_is_told_with_what_it_was(sign: Callable[..., Row]) -> None:
    for day in (3, 4, 5):
        sign(2, f"2026-01-{day:02d}")
    months = [
        row_of("新引进亿元以上项目", month) for month in (202601, 202602, 202603, 202604, 202605, 202606)
    ]
    told = [turns.turn(row) for row in months]
    lights = [row.light.colour for row in months]
    expected = [False, *(before != now for before, now in zip(lights, lights[1:], strict=False))]
    assert [each is not None for each in told] == expected and any(expected)
    first = next(each for each in told if each)
    assert first.worse and first.before.colour == "green"


def test_what_was_not_lit_has_not_turned(plan: Document) -> None:
    assert turns.turned(wall(202601)) == []


@pytest.fixture
def task(plan: Document) -> Task:
    """A task of 招商局 that was due in May."""
    target = Target.objects.active().first()
    assert target is not None
    clause = target.clause
    clause.pk, clause.order, clause.before, clause._state.adding = None, 900, None, True
    clause.save()
    return Task.objects.create(
        number="2026-R900",
        year=2026,
        clause=clause,
        kind=NODE,
        name="中试基地开工",
        due=202605,
        lead_unit=Unit.objects.get(code="0103"),
        state=PROMISED,
    )


def test_a_task_is_late_from_the_month_after_until_it_is_done(task: Task, clerk: Actor) -> None:
    assert not list(late.tasks(clerk, 202605, ON))
    (found,) = late.tasks(clerk, 202606, ON)
    assert (found.text, found.unit, found.due) == (
        "中试基地开工",
        task.lead_unit_id,
        datetime.date(2026, 5, 31),
    )
    actions.finish(task, ON, "已开工", by=clerk)
    assert not list(late.tasks(clerk, 202606, ON))


def test_a_mechanism_is_never_late(task: Task, clerk: Actor) -> None:
    Task.objects.filter(pk=task.pk).update(kind=MECHANISM)
    assert not list(late.tasks(clerk, 202612, ON))


def test_a_stranger_is_told_of_nothing(task: Task) -> None:
    assert late.late(STRANGER, 202606, ON, ()) == []


def test_months_that_nobody_reported_are_one_line_a_target(plan: Document) -> None:
    row = next(row for row in wall(202603) if row.source == "reported")
    (found,) = late.reports(202603, [row.target])
    assert "2026年1月等 3 个月未填报" in found.text and found.number == row.target.number
    assert found.due == datetime.date(2026, 1, 31)
    question = Question.objects.get(target=row.target)
    for period in (202601, 202602):
        Reported.objects.create(question=question, period=period, value=10_000)
    (left,) = late.reports(202603, [row.target])
    assert left.text.endswith("2026年3月未填报")
    Reported.objects.create(question=question, period=202603, value=10_000)
    assert not list(late.reports(202603, [row.target]))


def test_the_charge_nearest_to_a_unit_decides(units: dict[str, Unit]) -> None:
    build.holder("shen", roles.DEPUTY, units["01"])
    build.holder("wei", roles.DEPUTY, units["01"])
    shen, wei = (build.User.objects.get(username=name) for name in ("shen", "wei"))
    Charge.objects.create(person=shen, unit=units["0401"])
    Charge.objects.create(person=wei, unit=units["0103"])
    Charge.objects.create(person=shen, unit=units["0201"], until=datetime.date(2026, 1, 1))
    found = portfolios.in_charge(ON)
    assert (found[units["0103"].pk], found[units["0401"].pk]) == (wei, shen)
    assert units["0201"].pk not in found and units["020101"].pk not in found

"""Red lights of tasks, units and starts of projects on an agenda, where the rule of its rounds asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from luoshi.oversight.lights import starts, tasks, units
from luoshi.oversight.lights.tasks import LitTask
from luoshi.oversight.rounds.matter import Matter
from luoshi.oversight.rounds.models import RED
from luoshi.oversight.rules import feeding, in_force
from luoshi.oversight.wall.rows import WallRow
from luoshi.plans.tasks.models import Task
from luoshi.projects.delivery.projects.models import Project
from luoshi.rules.dates import last_day
from luoshi.rules.light_rules import LightRule
from luoshi.rules.months import show_month
from luoshi.rules.rounds import RoundRule

Found = Iterator[tuple[str, str, int | None, str, int, str]]
"""Title, reason, the key of a unit, ledger, row, and how people call it, of every red light."""


def matters(rows: Sequence[WallRow], month: int, rule: RoundRule) -> Iterator[Matter]:
    """The red lights of a month of the subjects that a rule names, as far as a rule lights them."""
    for subject in dict.fromkeys(rule.also):
        by = in_force.own_light_rule(subject, last_day(month))
        for title, reason, unit, ledger, row, called in READ[subject](rows, month, by) if by else ():
            made_from = f"{show_month(month)}；{by.name}第 {by.version} 版" if by else ""
            yield Matter(RED, title, reason, made_from, unit, ledger, row, called, (Decimal(-1), called))


def _lit_tasks(month: int) -> list[LitTask]:
    rule = in_force.own_light_rule(feeding.TASK, last_day(month))
    return tasks.judge(Task.objects.active().filter(year=month // 100), month, last_day(month), rule)


def _tasks(rows: Sequence[WallRow], month: int, by: LightRule) -> Found:
    for each in _lit_tasks(month):
        task = each.task
        if each.colour == "red":
            yield task.name, each.reason, task.lead_unit_id, "plans.tasks", task.pk, str(task)


def _units(rows: Sequence[WallRow], month: int, by: LightRule) -> Found:
    for each in units.judge(rows, _lit_tasks(month), month, by):
        if each.light.colour == "red":
            name, key = each.unit.name, each.unit.pk
            yield name, each.reason, key, "directory.units", key, name


def _starts(rows: Sequence[WallRow], month: int, by: LightRule) -> Found:
    every = Project.objects.select_related("unit").order_by("number")
    for each in starts.judge(every, month, last_day(month), by):
        project = each.project
        if each.light.colour == "red":
            called = f"{project.number} {project.name}"
            yield project.name, each.reason, project.unit_id, "delivery.projects", project.pk, called


READ: Final[Mapping[str, Callable[[Sequence[WallRow], int, LightRule], Found]]] = {
    feeding.UNIT: _units,
    feeding.TASK: _tasks,
    feeding.START: _starts,
}

"""A light rule for tasks, units or starts of projects tried on past months: whose light would be another. Nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from luoshi.oversight.lights import starts, tasks, units
from luoshi.oversight.rules import feeding, in_force
from luoshi.oversight.wall.wall import wall
from luoshi.plans.tasks.models import Task
from luoshi.projects.delivery.projects.models import Project
from luoshi.rules import backtest
from luoshi.rules.backtest import LightChange
from luoshi.rules.dates import last_day
from luoshi.rules.lights import Light, LightRule


@dataclass(frozen=True, slots=True)
class Lit:
    """A subject in a month: its row in its ledger, its name, whose it is, its light and why."""

    row: int
    name: str
    unit: str
    light: Light
    reason: str


@dataclass(frozen=True, slots=True)
class Turned:
    """A subject whose light would have been another; ``change`` is None where no rule judged it until now."""

    before: Lit | None
    after: Lit
    change: LightChange | None


@dataclass(frozen=True, slots=True)
class MonthTrial:
    """One month under the rule that is tried: how many subjects it judges, and which lights would be others."""

    month: int
    subject: str
    count: int
    lights: tuple[Turned, ...]


def tried(rule: LightRule, months: Sequence[int]) -> tuple[MonthTrial, ...]:
    """Every month as its own rule judges it today beside the same rows under the rule that is tried.

    Months in which there is nothing to judge are left out.
    """
    found = (_month(rule, month) for month in months)
    return tuple(each for each in found if each.count)


def _month(rule: LightRule, month: int) -> MonthTrial:
    judge = JUDGES[rule.subject]
    held = in_force.own_light_rule(rule.subject, last_day(month))
    new, old = judge(month, rule), judge(month, held) if held else {}
    if not held:
        return MonthTrial(
            month, rule.subject, len(new), tuple(Turned(None, each, None) for each in new.values())
        )
    changes = backtest.lights(*({key: lit.light for key, lit in found.items()} for found in (old, new)))
    turned = tuple(Turned(old[each.subject], new[each.subject], each) for each in changes)
    return MonthTrial(month, rule.subject, len(new), turned)


def _tasks(month: int, rule: LightRule) -> dict[str, Lit]:
    every = Task.objects.active().filter(year=month // 100)
    return {
        lit.task.number: Lit(lit.task.pk, lit.task.name, str(lit.task.lead_unit or ""), lit.light, lit.reason)
        for lit in tasks.judge(every, month, last_day(month), rule)
        if lit.light
    }


def _units(month: int, rule: LightRule) -> dict[str, Lit]:
    day, every = last_day(month), Task.objects.active().filter(year=month // 100)
    of_tasks = in_force.own_light_rule(feeding.TASK, day)
    judged = tasks.judge(every, month, day, of_tasks)
    return {
        lit.unit.code: Lit(lit.unit.pk, lit.unit.name, lit.unit.name, lit.light, lit.reason)
        for lit in units.judge(wall(month), judged, month, rule)
    }


def _starts(month: int, rule: LightRule) -> dict[str, Lit]:
    every = Project.objects.select_related("unit").order_by("number")
    return {
        lit.project.number: Lit(
            lit.project.pk, lit.project.name, str(lit.project.unit), lit.light, lit.reason
        )
        for lit in starts.judge(every, month, last_day(month), rule)
    }


JUDGES: Final[Mapping[str, Callable[[int, LightRule], dict[str, Lit]]]] = {
    feeding.START: _starts,
    feeding.TASK: _tasks,
    feeding.UNIT: _units,
}

"""A light rule for projects tried on past months: which projects under way would have another light. Nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from luoshi.oversight.opinions import judging
from luoshi.oversight.opinions.judging import Judged
from luoshi.projects.delivery.projects.models import Project
from luoshi.rules import backtest
from luoshi.rules.backtest import Turn
from luoshi.rules.dates import last_day
from luoshi.rules.lights import LightRule


@dataclass(frozen=True, slots=True)
class Turned:
    """A project whose light would have been another."""

    before: Judged
    after: Judged

    @property
    def turn(self) -> Turn:
        """Which way it turns."""
        return backtest.turn(self.before.colour, self.after.colour)


@dataclass(frozen=True, slots=True)
class MonthTrial:
    """One month under the rule that is tried: how many projects were under way, and which lights would be others."""

    month: int
    projects: int
    lights: tuple[Turned, ...]


def tried(rule: LightRule, months: Sequence[int]) -> tuple[MonthTrial, ...]:
    """Every month as its own rule judges it today beside the same figures under the rule that is tried.

    Months in which no project was under way are left out.
    """
    found = (_month(rule, month) for month in months)
    return tuple(each for each in found if each.projects)


def _month(rule: LightRule, month: int) -> MonthTrial:
    every, day = list(Project.objects.select_related("unit").order_by("number")), last_day(month)
    held = judging.judge(every, month, day)
    new = {each.project.pk: each for each in judging.judge(every, month, day, rule)}
    pairs = (Turned(each, new[each.project.pk]) for each in held)
    turned = (each for each in pairs if each.before.colour != each.after.colour)
    ordered = sorted(turned, key=lambda each: each.before.project.number)
    return MonthTrial(month, len(held), tuple(ordered))

"""The lights of the starts of projects: begun by the end of the month in which that was planned, or promised."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from luoshi.oversight.lights import events
from luoshi.projects.delivery.projects.models import Project
from luoshi.rules.dates import last_day
from luoshi.rules.lights import Light, LightRule
from luoshi.rules.months import month_of


@dataclass(frozen=True, slots=True)
class LitStart:
    """A project whose start was planned, in a month."""

    project: Project
    planned: datetime.date
    light: Light

    @property
    def reason(self) -> str:
        """Why it shines so, with the two days."""
        began = self.project.started_on
        told = f"，{began} 开工" if began and self.light.colour == "green" else ""
        word = "计划" if self.project.planned_start else "承诺"
        return f"{self.light.reason}（{word} {self.planned} 开工{told}）"


def judge(projects: Iterable[Project], month: int, day: datetime.date, rule: LightRule) -> list[LitStart]:
    """Projects in their order that are to start, each with its light in a month (yyyymm) as it stands on a day.

    The planned month counts, not the day of it. Those for which no start was planned or promised are left out.
    """
    return [
        LitStart(project, planned, events.lit(rule, _end(planned), project.started_on, month, day))
        for project in projects
        if (planned := project.planned_start or project.promised_start)
    ]


def _end(planned: datetime.date) -> datetime.date:
    return last_day(month_of(planned.year, planned.month))

"""The lights of a month with what their ladders ask for: of targets and of projects alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from luoshi.directory.units.models import Unit
from luoshi.oversight.excuses.models import LEDGERS, PROJECT, TARGET
from luoshi.oversight.opinions import judging
from luoshi.oversight.opinions.judging import Judged
from luoshi.oversight.rules import in_force
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import wall
from luoshi.plans.targets.models import Target
from luoshi.projects.delivery.projects.models import Project
from luoshi.rules.dates import last_day
from luoshi.rules.lights import Light, LightRule


@dataclass(frozen=True, slots=True)
class Lit:
    """One light of a month: of what, whose, how it shines and what follows from it by which rule."""

    about: str
    row: int
    subject: str
    unit: Unit
    light: Light
    rule: LightRule

    @property
    def ledger(self) -> str:
        """The ledger of what shines."""
        return LEDGERS[self.about]


def of(about: str, keys: Collection[int], month: int) -> list[Lit]:
    """The lights of some targets or projects (their keys) in a month (yyyymm) that is over."""
    if about == TARGET:
        return list(of_targets(wall(month, Target.objects.in_month(month).filter(pk__in=keys)), month))
    found = Project.objects.filter(pk__in=keys).select_related("unit")
    return list(of_projects(judging.judge(found, month, last_day(month)), month))


def of_targets(rows: Iterable[WallRow], month: int) -> Iterator[Lit]:
    """Those of a wall; a target that nobody leads is nobody's to answer for."""
    rule = in_force.light_rule(last_day(month))
    for row in rows:
        if row.target.lead_unit is not None:
            unit = row.target.lead_unit
            yield Lit(TARGET, row.target.pk, str(row.target), unit, row.light, rule)


def of_projects(judged: Iterable[Judged], month: int) -> Iterator[Lit]:
    """Those of projects under way that are lit."""
    rule = in_force.project_light_rule(last_day(month))
    for each in judged:
        project = each.project
        if rule is not None and each.light is not None and project.unit is not None:
            named = f"{project.number} {project.name}"
            yield Lit(PROJECT, project.pk, named, project.unit, each.light, rule)

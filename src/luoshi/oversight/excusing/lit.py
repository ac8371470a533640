"""The light of one subject in one month, as whoever asks that it be excused sees it."""

from __future__ import annotations

from dataclasses import dataclass

from luoshi.directory.units.models import Unit
from luoshi.oversight.excuses.models import LEDGERS, PROJECT, TARGET, Excuse
from luoshi.oversight.excusing import errors
from luoshi.oversight.opinions import judging
from luoshi.oversight.wall.wall import wall
from luoshi.plans.targets.models import Target
from luoshi.projects.delivery.projects.models import Project
from luoshi.rules import colours
from luoshi.rules.colours import Colour
from luoshi.rules.dates import last_day

BAD = ("yellow", "red")


@dataclass(frozen=True, slots=True)
class Lit:
    """What shines, whose it is, and how: ``reason`` says why."""

    about: str
    row: int
    subject: str
    unit: Unit
    month: int
    colour: Colour
    reason: str

    @property
    def ledger(self) -> str:
        """The ledger of what shines."""
        return LEDGERS[self.about]

    @property
    def word(self) -> str:
        """The light in a word."""
        return colours.WORDS[self.colour]

    @property
    def standing(self) -> Excuse | None:
        """What was asked for it already and is neither refused nor withdrawn."""
        return Excuse.objects.about(self.ledger, self.row).standing().filter(period=self.month).first()


def of(about: str, row: int, month: int) -> Lit:
    """The light of a target or a project in a month (yyyymm); raises what says why there is none."""
    return _target(row, month) if about == TARGET else _project(row, month)


def _target(key: int, month: int) -> Lit:
    target = Target.objects.in_month(month).filter(pk=key).first()
    if target is None:
        raise errors.NoSubject("目标")
    if target.lead_unit is None:
        raise errors.NobodyResponsible(str(target))
    (row,) = wall(month, [target])
    return Lit(TARGET, key, str(target), target.lead_unit, month, row.light.colour, row.light.reason)


def _project(key: int, month: int) -> Lit:
    project = Project.objects.filter(pk=key).select_related("unit").first()
    if project is None:
        raise errors.NoSubject("项目")
    if project.unit is None:
        raise errors.NobodyResponsible(str(project))
    judged = judging.judge([project], month, last_day(month))
    colour, why = (judged[0].colour, judged[0].why) if judged else ("grey", "不在建设期间")
    return Lit(PROJECT, key, f"{project.number} {project.name}", project.unit, month, colour, why)

"""Projects under way, judged by three: the rule of lights, their unit, their checker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from luoshi.ledgers import rulebook
from luoshi.ledgers.errors import LedgerError
from luoshi.oversight.excuses import standing as excuses
from luoshi.oversight.rules import in_force
from luoshi.projects.delivery.months.models import ProjectMonth
from luoshi.projects.delivery.opinions.models import Opinion
from luoshi.projects.delivery.projects.models import Project
from luoshi.projects.delivery.rules import ENTRY
from luoshi.rules import amounts, lights, statistics
from luoshi.rules.colours import Colour
from luoshi.rules.confidence import STEPS, Confidence, Disagreement, disagreement
from luoshi.rules.lights import Excuse, Light, LightRule, Observation
from luoshi.rules.progress import Aim, progress_of
from luoshi.rules.statistics import EntryRule

NO_RULE = "没有生效的亮灯规则"


@dataclass(frozen=True, slots=True)
class Judged:
    """A project with its light and the two opinions of a month; ``light`` None where it is not lit."""

    project: Project
    colour: Colour
    why: str
    opinion: Opinion | None
    apart: Disagreement
    entry: statistics.EntryLight | None
    light: Light | None = None


def judge(
    projects: Iterable[Project], month: int, as_of: date, rule: LightRule | None = None
) -> list[Judged]:
    """Projects under way, those first about which opinions differ most; by a rule that is tried, or by that of the day."""
    found = [
        p
        for p in projects
        if p.started_on and p.started_on <= as_of and not (p.completed_on and p.completed_on <= as_of)
    ]
    done: dict[int, list[ProjectMonth]] = {}
    for row in ProjectMonth.objects.of_year(month // 100).filter(project__in=found).order_by("period"):
        done.setdefault(row.project_id, []).append(row)
    said = {row.project_id: row for row in Opinion.objects.of_month(month).filter(project__in=found)}
    rule, entry = rule or in_force.project_light_rule(as_of), rulebook.perhaps(ENTRY, as_of)
    excused = excuses.of_projects(found, month)
    judged = [
        _judged(p, done.get(p.pk, []), said.get(p.pk), rule, entry, month, as_of, dict(excused.get(p.pk, ())))
        for p in found
    ]
    return sorted(judged, key=lambda each: (-each.apart.points, each.project.number))


def _judged(
    project: Project,
    rows: list[ProjectMonth],
    opinion: Opinion | None,
    rule: LightRule | None,
    entry: EntryRule | None,
    month: int,
    as_of: date,
    excused: Mapping[int, Excuse],
) -> Judged:
    found = lit(rule, rows, month, excused) if rule else NO_RULE
    light = found if isinstance(found, Light) else None
    colour, why = (light.colour, light.reason) if light else ("grey", str(found))
    owner, checker = (step(opinion.owner), step(opinion.checker)) if opinion else (None, None)
    entered = project.started_on, project.entered_on, project.planned_total
    return Judged(
        project,
        colour,
        why,
        opinion,
        disagreement(colour, owner, checker),
        statistics.entry_light(entry, *entered, as_of=as_of) if entry else None,
        light,
    )


def lit(rule: LightRule, rows: list[ProjectMonth], month: int, excused: Mapping[int, Excuse]) -> Light | str:
    """The light of a project's investment: done against planned, month by month of the year; or why there is none."""
    whole = sum(row.planned for row in rows)
    if not whole:
        return "本年没有计划投资，不评灯"
    aim, planned, done = Aim(_wan(whole)), 0, 0
    history = []
    for row in (row for row in rows if row.period <= month):
        planned, done = planned + row.planned, done + (row.done or 0)
        plan, actual = _wan(planned), _wan(done)
        progress = progress_of(aim, planned=plan, actual=actual)
        excuse = excused.get(row.period)
        history.append(Observation(row.period, progress, plan, actual, excuse, measure_unit="万元"))
    if not history:
        return "本年的计划还没有开始，不评灯"
    try:
        return lights.light(rule, history)
    except LedgerError as problem:
        return str(problem)


def step(stored: str) -> Confidence | None:
    """A stored word as the rule takes it."""
    return next((each for each in STEPS if each == stored), None)


def _wan(fen: int) -> Decimal:
    return Decimal(fen) / amounts.FEN_A_WAN

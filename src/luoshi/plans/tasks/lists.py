"""The three lists of a plan: what is to be done, who does it, by when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from luoshi.plans.clauses.models import ROLES, Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks.models import Task


@dataclass(frozen=True, slots=True)
class Duty:
    """One line of 任务清单; 时限清单 is the same lines by due month. ``clause`` leads back to the sentence."""

    order: int
    section: str
    number: str
    kind: str
    content: str
    due: int
    lead: str
    responsible: str
    supporting: str
    leader: str
    clause: int
    key: int


@dataclass(frozen=True, slots=True)
class UnitDuties:
    """One unit in 责任清单: what it leads, answers for and supports; ``unit`` None is what nobody has yet."""

    unit: int | None
    title: str
    lead: tuple[Duty, ...]
    responsible: tuple[Duty, ...]
    supporting: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class ThreeLists:
    tasks: tuple[Duty, ...]
    duties: tuple[UnitDuties, ...]
    deadlines: tuple[Duty, ...]


def three_lists(document: Document) -> ThreeLists:
    """任务清单 责任清单 时限清单 of what was confirmed in a document and still stands."""
    clauses = {c.pk: c for c in Clause.objects.of(document)}
    lines = [_of_target(t, clauses[t.clause_id]) for t in Target.objects.active().filter(clause__in=clauses)]
    lines += [_of_task(t, clauses[t.promise.pk]) for t in Task.objects.active().filter(clause__in=clauses)]
    lines.sort(key=lambda line: (line.order, line.number))
    return ThreeLists(
        tasks=tuple(lines),
        duties=tuple(_by_unit(lines, clauses)),
        deadlines=tuple(sorted(lines, key=lambda line: (line.due, line.order, line.number))),
    )


def _of_target(target: Target, clause: Clause) -> Duty:
    return _line(clause, target.number, "指标", f"{target.name} {target.quantity}", target.end, target.pk)


def _of_task(task: Task, clause: Clause) -> Duty:
    return _line(clause, task.number, task.get_kind_display(), task.name, task.due, task.pk)


def _line(clause: Clause, number: str, kind: str, content: str, due: int, key: int) -> Duty:
    return Duty(
        order=clause.order,
        section=clause.section[-1] if clause.section else "",
        number=number,
        kind=kind,
        content=content,
        due=due,
        lead=str(clause.lead or ""),
        responsible="、".join(str(u) for u in clause.responsible),
        supporting="、".join(str(u) for u in clause.supporting),
        leader=clause.leader,
        clause=clause.pk,
        key=key,
    )


def _by_unit(lines: Iterable[Duty], clauses: dict[int, Clause]) -> Iterable[UnitDuties]:
    lines = list(lines)
    units: dict[int, tuple[tuple[int, str], str]] = {}
    held: dict[tuple[int, str], list[Duty]] = {}
    for line in lines:
        for part in clauses[line.clause].assignments.all():
            units[part.unit_id] = ((part.unit.order, part.unit.code), str(part.unit))
            held.setdefault((part.unit_id, part.role), []).append(line)
    for key, (_, title) in sorted(units.items(), key=lambda item: item[1][0]):
        parts = (tuple(held.get((key, role), ())) for role, _ in ROLES)
        yield UnitDuties(key, title, *parts)
    nobody = tuple(line for line in lines if not line.lead)
    if nobody:
        yield UnitDuties(None, "尚未明确牵头单位", nobody, (), ())

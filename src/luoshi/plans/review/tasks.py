"""From confirmed clauses to tasks, nodes and mechanisms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone

from luoshi.ledgers import stepping, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.plans.clauses import words
from luoshi.plans.clauses.models import MECHANISM, MILESTONE, Clause
from luoshi.plans.review import rows
from luoshi.plans.targets import deriving
from luoshi.plans.tasks import models as tasks
from luoshi.plans.tasks.ledger import TASKS
from luoshi.plans.tasks.models import Task

_KINDS = {MILESTONE: tasks.NODE, MECHANISM: tasks.MECHANISM}


def fulfil(clauses: Sequence[Clause], *, by: Actor) -> list[Task]:
    """The tasks of clauses just confirmed, in their order."""
    require(by, Act.CREATE, TASKS)
    held = held_by(clauses)
    new = [_new(clause) for clause in clauses if clause.pk not in held]
    Task.objects.bulk_create(new, batch_size=200)
    rows.record_new(TASKS, new, by=by)
    made = {task.clause_id: task for task in new}
    for clause in clauses:
        if clause.pk in held:
            made[clause.pk] = _again(held[clause.pk], clause, by)
    return [made[clause.pk] for clause in clauses]


def held_by(clauses: Iterable[Clause]) -> dict[int, Task]:
    """The tasks, standing or withdrawn, that clauses have already, by the clause's key."""
    found = Task.objects.filter(clause__in=list(clauses)).select_related("lead_unit", "clause")
    return {task.promise.pk: task for task in found}


def withdraw(task: Task, reason: str, *, by: Actor) -> None:
    """Take a task out of use; number and history stay."""
    if task.state != tasks.WITHDRAWN:
        stepping.take_step(TASKS, task, "withdraw", by=by, reason=reason, on=timezone.localdate())


def _new(clause: Clause) -> Task:
    """A task, not yet saved."""
    task = Task(clause=clause, **_values(clause))
    task.number = rows.number(TASKS, task.year, "R")
    rows.check(TASKS, task)
    return task


def _again(task: Task, clause: Clause, by: Actor) -> Task:
    """Its task again; what was handed out stays with its unit, which a transfer or a new assignment changes."""
    apart = ("lead_unit", "leader") if task.handed_out else ()
    values = {name: value for name, value in _values(clause).items() if name not in apart}
    writing.change(TASKS, task, values, by=by, act="按计划更新")
    if task.state == tasks.WITHDRAWN:
        stepping.take_step(TASKS, task, "revive", by=by, on=timezone.localdate())
    return task


def _values(clause: Clause) -> dict[str, Any]:
    fields, year = clause.fields, clause.document.year
    return {
        "year": year,
        "kind": _KINDS.get(clause.kind, tasks.TASK),
        "name": clause.summary,
        "project": (fields.get("project") or "")[:200],
        "stage": fields.get("stage") or "",
        "cadence": "、".join(words.CADENCES.get(c, c) for c in fields.get("cadence") or ())[:120],
        "due": deriving.window(fields.get("period"), year, clause.sentence).end,
        "lead_unit": clause.lead,
        "leader": clause.leader,
    }

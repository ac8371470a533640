"""What comes of a confirmed clause: a target with its indicator, or a task; made once, brought up to date after."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from luoshi.directory.calendars.ledger import MONTHS
from luoshi.directory.calendars.models import Month
from luoshi.ledgers import numbering, writing
from luoshi.ledgers.access import Act, Actor, may
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Row
from luoshi.plans import errors
from luoshi.plans.binding import settling
from luoshi.plans.clauses import words
from luoshi.plans.clauses.models import ACTUAL, MECHANISM, MILESTONE, TARGET, Clause
from luoshi.plans.indicators.ledger import INDICATORS
from luoshi.plans.indicators.models import Indicator
from luoshi.plans.reported.models import Reported
from luoshi.plans.targets import deriving
from luoshi.plans.targets.ledger import TARGETS
from luoshi.plans.targets.models import ACTIVE, MEASURED, WITHDRAWN, Target
from luoshi.plans.tasks import models as tasks
from luoshi.plans.tasks.ledger import TASKS
from luoshi.plans.tasks.models import Task
from luoshi.rules.months import month_of, month_range

# A change in one of these asks anew what the target is measured by.
_MEANING = ("name", "base_unit", "basis", "scope", "thresholds")


def fulfil(clause: Clause, settler: settling.Settler, *, by: Actor) -> Row | None:
    """The target or task of a clause just confirmed; None for what is only a statement of what exists."""
    if clause.kind == TARGET:
        return _target(clause, settler, by)
    return None if clause.kind == ACTUAL else _task(clause, by)


def target_of(clause: Clause) -> Target | None:
    """The clause's target, standing or withdrawn."""
    return (
        Target.objects.filter(clause=clause)
        .select_related("indicator", "parent", "binding", "lead_unit")
        .first()
    )


def task_of(clause: Clause) -> Task | None:
    """The clause's task, standing or withdrawn."""
    return Task.objects.filter(clause=clause).first()


def withdraw(clause: Clause, reason: str, *, by: Actor) -> None:
    """Take a clause's target or task out of use; number, history and reported values stay."""
    target, task = target_of(clause), task_of(clause)
    if target is not None and target.state == ACTIVE:
        values = {"state": WITHDRAWN, "state_reason": reason[:400]}
        writing.change(TARGETS, target, values, by=by, act="撤销", reason=reason)
    if task is not None and task.state != tasks.WITHDRAWN:
        writing.take_step(TASKS, task, "withdraw", by=by, reason=reason)


def give_units(clause: Clause, *, by: Actor) -> None:
    """Bring lead unit and leader of a clause to its target or task."""
    values = {"lead_unit": clause.lead, "leader": clause.leader}
    target, task = target_of(clause), task_of(clause)
    if target is not None:
        writing.change(TARGETS, target, values, by=by, act="分工")
    if task is not None:
        writing.change(TASKS, task, values, by=by, act="分工")


def open_books(year: int, *, by: Actor) -> None:
    """Open the months of a plan's year that nobody has opened yet, where ``by`` keeps the books."""
    if not may(by, Act.CREATE, MONTHS):
        return
    periods = month_range(month_of(year, 1), month_of(year, 12))
    known = set(Month.objects.filter(period__in=periods).values_list("period", flat=True))
    for period in periods:
        if period not in known:
            writing.create(MONTHS, {"period": period}, by=by)


def decided(state: str, by: Actor, reason: str = "") -> dict[str, Any]:
    """The values of a decision on a clause."""
    return {"state": state, "decided_by": by.name[:60], "decided_at": timezone.now(), "reason": reason[:400]}


def _target(clause: Clause, settler: settling.Settler, by: Actor) -> Target:
    fields = clause.fields
    values = deriving.values(fields, clause.document.year, clause.sentence)
    values |= {
        "indicator": _indicator(fields, by),
        "lead_unit": clause.lead,
        "leader": clause.leader,
        "parent": _parent(clause),
        "state": ACTIVE,
        "state_reason": "",
    }
    held = target_of(clause)
    if held is None:
        target = _new_target(clause, values, by)
        settler.settle(target, by=by)
    else:
        target = _again(held, values, settler, by)
    _adopt_parts(clause, target, by)
    return target


def _new_target(clause: Clause, values: dict[str, Any], by: Actor) -> Target:
    number = _number(TARGETS, values["year"], "")
    made = writing.create(TARGETS, {**values, "clause": clause, "number": number}, by=by)
    assert isinstance(made, Target)
    return made


def _again(target: Target, values: dict[str, Any], settler: settling.Settler, by: Actor) -> Target:
    """A target whose clause was confirmed anew keeps number and history; a new meaning asks for a new measure."""
    if target.unit != values["unit"] and Reported.objects.filter(target=target).exists():
        raise errors.ValuesReported(target.number, target.name, target.unit)
    moved = any(getattr(target, name) != values[name] for name in _MEANING)
    writing.change(TARGETS, target, values, by=by, act="按计划更新")
    if target.source == MEASURED and moved:
        settling.clear(target, by=by)
    if target.binding is None:
        settler.settle(target, by=by)
    return target


def _number(ledger: Ledger, year: int, letter: str) -> str:
    """Numbers run on within a year: 2026-001, tasks 2026-R001."""
    number = numbering.take(f"{ledger.name}.{year}")
    return f"{year}-{letter}{number:03d}"


def _indicator(fields: Any, by: Actor) -> Indicator:
    """The indicator of the same name, unit and basis, found or made."""
    key = {"name": fields["indicator"][:200], "unit": fields["unit"][:40], "basis": fields["basis"]}
    found = Indicator.objects.filter(**key).first()
    if found is not None:
        return found
    made = writing.create(INDICATORS, key, by=by)
    assert isinstance(made, Indicator)
    return made


def _parent(clause: Clause) -> Target | None:
    return target_of(clause.part_of) if clause.part_of else None


def _adopt_parts(clause: Clause, target: Target, by: Actor) -> None:
    """Parts that were confirmed before their total."""
    for part in Target.objects.filter(clause__part_of=clause, parent=None):
        writing.change(TARGETS, part, {"parent": target}, by=by, act="归入总数")


_TASK_KINDS = {MILESTONE: tasks.NODE, MECHANISM: tasks.MECHANISM}


def _task(clause: Clause, by: Actor) -> Task:
    fields, year = clause.fields, clause.document.year
    values = {
        "year": year,
        "kind": _TASK_KINDS.get(clause.kind, tasks.TASK),
        "name": clause.summary,
        "project": (fields.get("project") or "")[:200],
        "stage": fields.get("stage") or "",
        "cadence": "、".join(words.CADENCES.get(c, c) for c in fields.get("cadence") or ())[:120],
        "due": deriving.window(fields.get("period"), year, clause.sentence).end,
        "lead_unit": clause.lead,
        "leader": clause.leader,
    }
    held = task_of(clause)
    if held is None:
        number = _number(TASKS, year, "R")
        held_new = writing.create(TASKS, {**values, "clause": clause, "number": number}, by=by)
        assert isinstance(held_new, Task)
        return held_new
    writing.change(TASKS, held, values, by=by, act="按计划更新")
    if held.state == tasks.WITHDRAWN:
        writing.take_step(TASKS, held, "revive", by=by)
    return held

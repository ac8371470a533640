"""What a new edition takes over from the one before: decisions, corrections, units, and the targets themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import F

from luoshi.ledgers import audit, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Row
from luoshi.plans.clauses import fields
from luoshi.plans.clauses.ledger import CLAUSES
from luoshi.plans.clauses.models import CHANGED, GONE, KEPT, NEW, PROPOSED, UNCHANGED, Assignment, Clause
from luoshi.plans.documents.models import Document, light
from luoshi.plans.intake.matching import Promise, match
from luoshi.plans.targets.ledger import TARGETS
from luoshi.plans.targets.models import ACTIVE, Target
from luoshi.plans.tasks.ledger import TASKS
from luoshi.plans.tasks.models import WITHDRAWN, Task

_NUMBER = ("value", "high", "unit", "comparator", "amount", "base_unit")


def candidates(previous: Document) -> list[Clause]:
    """The clauses that a new edition may continue: the last edition's, and older ones whose targets still stand."""
    found = list(previous.clauses.order_by("order").prefetch_related("assignments"))
    older: list[Clause] = []
    at = previous.previous
    while at is not None:
        older += at.clauses.filter(fate__in=(GONE, KEPT)).order_by("order").prefetch_related("assignments")
        at = at.previous
    return found + older


def pair(old: Sequence[Clause], new: Sequence[Clause]) -> dict[int, Clause]:
    """Index of a new clause → the old clause that it continues."""
    found = match([promise(c) for c in old], [promise(c) for c in new])
    return {j: old[i] for j, i in found.items()}


def promise(clause: Clause) -> Promise:
    """A clause as far as matching looks at it: as read, without a person's corrections."""
    data = clause.data
    conditions = tuple(
        (c["column"], c["comparator"], c["value"], c["unit"]) for c in data.get("conditions") or ()
    )
    return Promise(
        kind=clause.kind,
        name=str(data.get("indicator") or fields.summary(clause.kind, data)),
        sentence=clause.sentence,
        section=clause.section[-1] if clause.section else "",
        basis=str(data.get("basis") or ""),
        unit=str(data.get("base_unit") or data.get("stage") or ""),
        threshold=conditions,
        value=str(data.get("value") or data.get("period") or ""),
    )


def inherit(new: Clause, old: Clause | None) -> None:
    """Put on an unsaved clause what the old one was decided to be; a clause whose words changed is decided anew."""
    if old is None:
        new.change = NEW
        return
    new.before, new.leader = old, old.leader
    same = not fields.differences(new.kind, old.data, new.data)
    new.change = UNCHANGED if same else CHANGED
    new.corrected = _kept(old, new)
    if same:
        new.state, new.reason = old.state, old.reason
        new.decided_by, new.decided_at = old.decided_by, old.decided_at


def _kept(old: Clause, new: Clause) -> dict[str, Any]:
    """A correction stands as long as the text below it stands; a number is one thing with its unit."""
    moved = {name for name in {*old.data, *new.data} if old.data.get(name) != new.data.get(name)}
    if moved & set(_NUMBER):
        moved |= set(_NUMBER)
    return {name: value for name, value in old.corrected.items() if name not in moved}


def units(new: Clause, old: Clause, proposed: Sequence[Assignment]) -> list[Assignment]:
    """The old clause's units where a person gave them or confirmed them, else those proposed from the new text."""
    kept = list(old.assignments.all())
    if not kept or (old.state == PROPOSED and all(a.origin != "person" for a in kept)):
        return list(proposed)
    return [
        Assignment(clause=new, unit_id=a.unit_id, role=a.role, order=a.order, origin=a.origin) for a in kept
    ]


def move(pairs: Mapping[Clause, Clause], *, by: Actor) -> None:
    """Lead the targets and tasks of old clauses to the new ones: their number and history stay."""
    to = {old.pk: new for new, old in pairs.items()}
    _lead(TARGETS, Target.objects.filter(clause__in=to).prefetch_related(light("clause__document")), to, by)
    _lead(TASKS, Task.objects.filter(clause__in=to).prefetch_related(light("clause__document")), to, by)
    for old in pairs.values():
        if old.fate:
            writing.change(CLAUSES, old, {"fate": ""}, by=by, act="新版本恢复")


def _lead(ledger: Ledger, rows: Iterable[Target | Task], to: Mapping[int, Clause], by: Actor) -> None:
    entries = []
    for row in rows:
        before = row.clause
        assert before is not None  # they were found by their clauses
        row.clause = after = to[before.pk]
        type(row).objects.filter(pk=row.pk).update(clause=after, version=F("version") + 1)
        said = _numbered(before), _numbered(after)
        entries.append(audit.entry(by, "换到新版本", ledger, row, {"条目": said}))
    audit.record_all(entries)


def _numbered(clause: Clause) -> str:
    """A clause as the trail names it: 第2版第13条 某计划."""
    return f"第{clause.document.edition}版第{clause.order}条 {clause.document.title}"


def leave(old: Sequence[Clause], *, by: Actor) -> None:
    """Mark what the new edition no longer holds and what a target or task still rests on: a person decides."""
    standing: set[int] = set(
        Target.objects.filter(clause__in=old, state=ACTIVE).values_list("clause_id", flat=True)
    )
    standing |= set(
        Task.objects.filter(clause__in=old).exclude(state=WITHDRAWN).values_list("clause_id", flat=True)
    )
    for clause in old:
        if clause.pk in standing and not clause.fate:
            _mark(clause, by)


def _mark(clause: Row, by: Actor) -> None:
    writing.change(CLAUSES, clause, {"fate": GONE}, by=by, act="新版本已无")

"""Deciding on clauses: confirm, correct, reject, reopen, assign; a batch is done wholly or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import transaction

from luoshi.directory.units.models import Unit
from luoshi.ledgers import audit
from luoshi.ledgers.access import Act, Actor, require
from luoshi.plans import errors
from luoshi.plans.binding import settling
from luoshi.plans.clauses import fields
from luoshi.plans.clauses.ledger import CLAUSES
from luoshi.plans.clauses.models import (
    CONFIRMED,
    GONE,
    KEPT,
    LEAD,
    PROPOSED,
    REJECTED,
    RESPONSIBLE,
    ROLES,
    SUPPORTING,
    WITHDRAWN,
    Assignment,
    Clause,
)
from luoshi.plans.documents.models import Document
from luoshi.plans.review import deciding, fulfilling, targets
from luoshi.plans.targets.ledger import TARGETS
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks.models import Task


class _Unset:
    """Not said; None means nobody."""


UNSET: Final = _Unset()


@dataclass(slots=True)
class Confirmed:
    """What a confirmation made."""

    clauses: int = 0
    targets: list[Target] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)


@dataclass(slots=True)
class Outcome:
    """What ``confirm_all`` did: what was confirmed, which targets a ledger measures now, which are reported, which wait."""

    confirmed: Confirmed
    measured: list[Target]
    reported: list[Target]
    waiting: list[Target]

    def __str__(self) -> str:
        made = self.confirmed
        return (
            f"确认 {made.clauses} 条：目标 {len(made.targets)} 个，任务 {len(made.tasks)} 项。"
            f"台账计量 {len(self.measured)} 个，按月填报 {len(self.reported)} 个，计量方式待确认 {len(self.waiting)} 个。"
        )


def confirm(clauses: Iterable[Clause], *, by: Actor) -> Confirmed:
    """Confirm clauses: targets and tasks come about, with the units given or proposed; the year's months are opened."""
    with transaction.atomic():
        audit.begin()
        chosen = deciding.chosen(clauses, by)
        for clause in chosen:
            deciding.refuse_unless(clause, PROPOSED)
        deciding.write(chosen, deciding.decision(CONFIRMED, by), by=by, act="确认")
        targets, tasks = fulfilling.fulfil(chosen, by=by)
        for document in deciding.conclude(chosen, by=by):
            fulfilling.open_books(document.year, by=by)
    return Confirmed(len(chosen), targets, tasks)


def confirm_all(document: Document, *, by: Actor) -> Outcome:
    """Confirm every clause that waits, and every way of measuring that is sure; the rest is left to a person."""
    with transaction.atomic():
        audit.begin()
        waiting = list(Clause.objects.of(document).proposed())
        made = confirm(waiting, by=by) if waiting else Confirmed()
        return _outcome(document, made, by)


def correct(clause: Clause, changes: Mapping[str, Any], *, by: Actor) -> Clause:
    """Put a person's words in the place of the reader's; a confirmed clause brings its target or task along.

    ``changes`` are fields of the clause's kind; bad ones are refused as ``Invalid`` with a sentence a field.
    """
    with transaction.atomic():
        audit.begin()
        (chosen,) = deciding.chosen([clause], by)
        deciding.refuse_unless(chosen, PROPOSED, CONFIRMED)
        found = fields.checked(chosen.kind, chosen.fields, changes)
        corrected = {**chosen.corrected, **found}
        kept = {name: value for name, value in corrected.items() if value != chosen.data.get(name)}
        if kept != chosen.corrected:
            deciding.write([chosen], {"corrected": kept}, by=by, act="更正")
            if chosen.state == CONFIRMED:
                fulfilling.fulfil([chosen], by=by)
    return chosen


def reject(clauses: Iterable[Clause], reason: str, *, by: Actor) -> int:
    """Reject clauses that promise nothing; a target or task that one of them had is withdrawn."""
    reason = _reason(reason, "剔除")
    with transaction.atomic():
        audit.begin()
        chosen = deciding.chosen(clauses, by)
        for clause in chosen:
            deciding.refuse_unless(clause, PROPOSED, CONFIRMED)
        deciding.write(chosen, deciding.decision(REJECTED, by, reason), by=by, act="剔除", reason=reason)
        fulfilling.withdraw(chosen, reason, by=by)
        deciding.conclude(chosen, by=by)
    return len(chosen)


def reopen(clauses: Iterable[Clause], *, by: Actor, reason: str = "退回待确认") -> int:
    """Take decisions back; a target or task is out of use until the clause is confirmed again, under its old number."""
    with transaction.atomic():
        audit.begin()
        chosen = deciding.chosen(clauses, by)
        for clause in chosen:
            deciding.refuse_unless(clause, CONFIRMED, REJECTED)
        deciding.write(chosen, deciding.decision(PROPOSED, by), by=by, act="退回", reason=reason)
        fulfilling.withdraw(chosen, reason, by=by)
        deciding.conclude(chosen, by=by)
    return len(chosen)


def assign(
    clause: Clause,
    *,
    lead: Unit | None | _Unset = UNSET,
    responsible: Sequence[Unit] | _Unset = UNSET,
    supporting: Sequence[Unit] | _Unset = UNSET,
    leader: str | _Unset = UNSET,
    by: Actor,
) -> Clause:
    """Give a clause its units and leader; what is not said stays. The target or task follows."""
    with transaction.atomic():
        audit.begin()
        (chosen,) = deciding.chosen([clause], by)
        before = _duties(chosen)
        given = {LEAD: _listed(lead), RESPONSIBLE: responsible, SUPPORTING: supporting}
        for role, units in given.items():
            if not isinstance(units, _Unset):
                _replace(chosen, role, units)
        deciding.advance(chosen, leader=chosen.leader if isinstance(leader, _Unset) else leader.strip()[:60])
        chosen = Clause.objects.of(chosen.document).get(pk=chosen.pk)
        changes = audit.difference(before, _duties(chosen))
        if changes:
            audit.record(by, "分工", CLAUSES, chosen, changes)
            fulfilling.give_units(chosen, by=by)
    return chosen


def keep_gone(clauses: Iterable[Clause], *, by: Actor) -> int:
    """Keep what a newer edition no longer holds: the target stays, with its sentence in the old edition."""
    return _settle_gone(clauses, KEPT, "保留", "", by)


def withdraw_gone(clauses: Iterable[Clause], reason: str, *, by: Actor) -> int:
    """Withdraw what a newer edition no longer holds."""
    return _settle_gone(clauses, WITHDRAWN, "撤销", _reason(reason, "撤销"), by)


def withdraw_target(target: Target, reason: str, *, by: Actor) -> None:
    """Take a target out of use, with a reason; its clause stays confirmed."""
    require(by, Act.CHANGE, TARGETS, target)
    targets.withdraw(target, _reason(reason, "撤销"), by=by)


def _settle_gone(clauses: Iterable[Clause], fate: str, act: str, reason: str, by: Actor) -> int:
    with transaction.atomic():
        audit.begin()
        chosen = deciding.chosen(clauses, by, superseded=True)
        for clause in chosen:
            if clause.fate != GONE:
                raise errors.NoGone(clause.summary)
        deciding.write(chosen, {"fate": fate}, by=by, act=act, reason=reason)
        if fate == WITHDRAWN:
            fulfilling.withdraw(chosen, reason, by=by)
    return len(chosen)


def _reason(reason: str, act: str) -> str:
    if not reason.strip():
        raise errors.NoReason(act)
    return reason.strip()


def _outcome(document: Document, made: Confirmed, by: Actor) -> Outcome:
    outcome = Outcome(made, [], [], [])
    settler = settling.Settler()
    for target in Target.objects.active().filter(clause__document=document):
        if target.source == "none":
            best = settling.best(settler.proposals(target))
            target = settling.bind(target, best, by=by) if best else target
        {"measured": outcome.measured, "reported": outcome.reported, "none": outcome.waiting}[
            target.source
        ].append(target)
    return outcome


def _duties(clause: Clause) -> dict[str, str]:
    held = list(clause.assignments.select_related("unit"))
    units = {shown: "、".join(str(a.unit) for a in held if a.role == role) for role, shown in ROLES}
    return units | {"分管领导": clause.leader}


def _listed(lead: Unit | None | _Unset) -> Sequence[Unit] | _Unset:
    if isinstance(lead, _Unset):
        return lead
    return [lead] if lead else []


def _replace(clause: Clause, role: str, units: Sequence[Unit]) -> None:
    """Put units in a role; a unit that leads is not also responsible or supporting, and so on down."""
    Assignment.objects.filter(clause=clause, role=role).delete()
    Assignment.objects.filter(clause=clause, unit__in=units).delete()
    Assignment.objects.bulk_create(
        [
            Assignment(clause=clause, unit=unit, role=role, order=order, origin="person")
            for order, unit in enumerate(dict.fromkeys(units))
        ]
    )

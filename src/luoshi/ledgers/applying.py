"""A plan written, all of it or nothing; only while the ledger still is as the plan saw it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from luoshi.ledgers import (
    asking,
    audit,
    bulk,
    clocks,
    columnar,
    history,
    marks,
    numbers,
    planning,
    storing,
    writing,
)
from luoshi.ledgers.access import Act, Actor, Answer, require
from luoshi.ledgers.columnar import Work
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid, PlanChanged, Refused
from luoshi.ledgers.models import Row
from luoshi.ledgers.planning import Creation, ImportPlan
from luoshi.ledgers.rights import Rights
from luoshi.ledgers.selflinks import NewRow


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did; ``keys`` are those of the new rows."""

    created: int
    changed: int
    unchanged: int
    keys: tuple[int, ...] = ()

    def __str__(self) -> str:
        return planning.counted(self.created, self.changed, self.unchanged)


def apply(plan: ImportPlan, *, by: Actor, seen: str = "", on: datetime.date | None = None) -> ImportResult:
    """Write a plan, all of it or nothing; ``on`` is the day, on which the clocks of new rows start.

    ``seen`` is the fingerprint of the preview that a person confirmed. :class:`Invalid` for a plan with problems,
    :class:`Refused` for who may not, :class:`PlanChanged` where the ledger is no longer as the plan saw it.
    """
    ledger = plan.ledger
    if plan.problems:
        raise Invalid({"": [plan.summary]})
    if seen and seen != plan.fingerprint:
        raise PlanChanged(ledger.title)
    require(by, Act.IMPORT, ledger)
    try:
        with transaction.atomic():
            audit.begin()
            return _apply(plan, by, on)
    except IntegrityError as clash:
        raise PlanChanged(ledger.title) from clash


def _apply(plan: ImportPlan, by: Actor, on: datetime.date | None) -> ImportResult:
    if plan.work is not None:
        return _write_columns(plan, plan.work, by)
    ledger, rights = plan.ledger, Rights(plan.ledger, by)
    days = clocks.calendar()
    named = {n for c in plan.creates for n, v in c.values.items() if v is not None}
    writing.refuse_unfillable(by, ledger, None, dict.fromkeys(named | planning.names_of(plan.changes)))
    rows = bulk.locked(ledger, [c.key for c in plan.changes])
    _verify(plan, rows)
    new: list[Row] = []
    for creation in plan.creates:
        new.append(_built(ledger, creation, new))
    for creation, row in zip(plan.creates, new, strict=True):
        rights.require_new(row)
        _require_fillable(rights, row, {n for n, v in creation.values.items() if v is not None})
        clocks.start(ledger, row, on, days)
    numbers.give(ledger, new)
    touched, wound = marks.buckets(ledger, rows.values()), set[str]()
    past = {key: history.texts(ledger, row) for key, row in rows.items()}
    for change in plan.changes:
        _require(rights.on(rows[change.key]))
        writing.fill(ledger, rows[change.key], _joined(change.values, new))
        again = clocks.changed(ledger, rows[change.key], change.values, days)
        writing.fill(ledger, rows[change.key], again)
        wound |= set(again)
        _require(rights.on(rows[change.key]))
        _require_fillable(rights, rows[change.key], set(change.values))
    changed = [rows[c.key] for c in plan.changes]
    writing.refuse_fixed([*new, *changed])
    bulk.store(ledger, new, changed, planning.names_of(plan.changes) | wound)
    reason = f"导入文件“{plan.filename}”"
    added = (
        audit.entry(by, "导入新增", ledger, row, audit.difference({}, audit.shown(ledger, row)), reason)
        for row in new
    )
    altered = (audit.entry(by, "导入修改", ledger, rows[c.key], c.shown, reason) for c in plan.changes)
    audit.record_all([*added, *altered])
    history.note(ledger, [(row, past[row.pk]) for row in changed], on=on, by=by)
    marks.add(touched | marks.buckets(ledger, changed) | marks.buckets(ledger, new, fresh=True))
    writing.follow(ledger, [row.pk for row in (*new, *changed)], by)
    return ImportResult(len(new), len(changed), plan.unchanged, tuple(row.pk for row in new))


def _write_columns(plan: ImportPlan, work: Work, by: Actor) -> ImportResult:
    ledger, changed = plan.ledger, [work.keys[place] for place in work.differing]
    work.renew()
    _verify(plan, {})
    asking.require(work, by)
    touched = marks.stored(ledger, changed)
    keys = storing.insert(work)
    if storing.update(work) != len(changed):
        raise PlanChanged(ledger.title)
    reason = f"导入文件“{plan.filename}”"
    storing.trail(work, keys, by, reason)
    marks.add(touched | marks.stored(ledger, changed) | columnar.buckets(work))
    writing.follow(ledger, [*keys, *changed], by)
    return ImportResult(len(keys), len(changed), plan.unchanged, tuple(keys))


def _verify(plan: ImportPlan, rows: Mapping[int, Row]) -> None:
    """Raise :class:`PlanChanged` unless every row the plan saw is as it was, and every new one still new."""
    ledger, manager = plan.ledger, plan.ledger.model._default_manager
    now = {key: row.version for key, row in rows.items()}
    others = [key for key in plan.versions if key not in now]
    for some in bulk.chunks(others):
        now.update(manager.filter(pk__in=some).values_list("pk", "version"))
    if plan.work is not None:
        keys = plan.work.identities
    else:
        keys = {key for c in plan.creates if (key := planning.identity(ledger, c.values))}
    stale = plan.stamp is not None and plan.stamp != planning.stamp(ledger)
    if now != dict(plan.versions) or stale or (keys and bulk.values(ledger, keys, ("pk",))):
        raise PlanChanged(ledger.title)


def _built(ledger: Ledger, creation: Creation, before: Sequence[Row]) -> Row:
    row, state = writing.blank(ledger), ledger.lifecycle.field if ledger.lifecycle else ""
    given = {n: v for n, v in creation.values.items() if v is not None or n != state}
    writing.fill(ledger, row, _joined(given, before))
    writing.settle(ledger, row)
    return row


def _joined(values: Mapping[str, Any], new: Sequence[Row]) -> dict[str, Any]:
    """Values with the new rows themselves where the plan has their places."""
    return {n: new[v.place] if isinstance(v, NewRow) else v for n, v in values.items()}


def _require(answer: Answer) -> None:
    if not answer:
        raise Refused(answer.reason)


def _require_fillable(rights: Rights, row: Row, names: set[str]) -> None:
    """The rights may have changed since the preview."""
    for name in rights.closed(row) & names:
        raise Refused(
            f"您（{rights.by.name}）不能填写“{rights.ledger.title_of(rights.ledger.column(name))}”。"
        )

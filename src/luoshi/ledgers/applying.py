"""A plan written, all of it or nothing; only while the ledger still is as the plan saw it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from luoshi.ledgers import (
    asking,
    audit,
    bodies,
    bulk,
    clocks,
    columnar,
    history,
    marks,
    planning,
    storing,
    writing,
)
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.errors import Invalid, PlanChanged
from luoshi.ledgers.planning import ImportPlan
from luoshi.ledgers.works import Work


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
            return _write(plan, plan.work, by, on) if plan.work else ImportResult(0, 0, plan.unchanged)
    except IntegrityError as clash:
        raise PlanChanged(ledger.title) from clash


def _write(plan: ImportPlan, work: Work, by: Actor, on: datetime.date | None) -> ImportResult:
    ledger = plan.ledger
    changed = {work.keys[place]: names for place, names in work.differing.items()}
    work.renew()
    _verify(plan, work)
    work.hold()
    asking.require(work, by)
    writing.refuse_fixed(bodies.fixed(work))
    touched = marks.stored(ledger, changed)
    clocks.start_all(ledger, work.columns, on)
    keys = storing.insert(work)
    if storing.update(work) != len(changed):
        raise PlanChanged(ledger.title)
    storing.trail(work, keys, by, f"导入文件“{plan.filename}”")
    history.keep(ledger, columnar.past(work), on=on, by=by)
    marks.add(touched | marks.stored(ledger, changed) | columnar.buckets(work))
    writing.follow(ledger, [*keys, *changed], by)
    return ImportResult(len(keys), len(changed), plan.unchanged, tuple(keys))


def _verify(plan: ImportPlan, work: Work) -> None:
    """Raise :class:`PlanChanged` unless every row the plan saw is as it was, and every new one still new."""
    ledger, now = plan.ledger, dict[int, int]()
    for some in bulk.chunks(list(plan.versions)):
        now.update(ledger.model._default_manager.filter(pk__in=some).values_list("pk", "version"))
    stale = plan.stamp is not None and plan.stamp != planning.stamp(ledger)
    if (
        now != dict(plan.versions)
        or stale
        or (work.identities and bulk.values(ledger, work.identities, ("pk",)))
    ):
        raise PlanChanged(ledger.title)

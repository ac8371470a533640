"""Saying that a task is done, and taking that back."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import F

from luoshi.ledgers import audit, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.errors import Stale
from luoshi.plans import errors
from luoshi.plans.tasks.models import Task


def finish(task: Task, done_on: date, outcome: str, *, by: Actor) -> Task:
    """A task is done: on which day, and with what outcome. The unit that leads it says so, or a supervisor."""
    ledger = registry.ledger("plans.tasks")
    require(by, Act.STEP, ledger, task, step="finish")
    if not outcome.strip():
        raise errors.NoOutcome(task.name)
    with transaction.atomic():
        values = {"done_on": done_on, "outcome": outcome.strip()[:400]}
        before = audit.shown(ledger, task)
        if not Task.objects.filter(pk=task.pk, version=task.version).update(
            **values, version=F("version") + 1
        ):
            raise Stale(task.name)
        task.done_on, task.outcome, task.version = done_on, str(values["outcome"]), task.version + 1
        audit.record(by, "填写完成情况", ledger, task, audit.difference(before, audit.shown(ledger, task)))
        writing.take_step(ledger, task, "finish", by=by)
    return task


def resume(task: Task, reason: str, *, by: Actor) -> Task:
    """A task was not done after all."""
    writing.take_step(registry.ledger("plans.tasks"), task, "resume", by=by, reason=reason)
    return task

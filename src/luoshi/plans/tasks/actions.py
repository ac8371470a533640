"""Saying that a task is done, and taking that back."""

from __future__ import annotations

from datetime import date

from luoshi.ledgers import registry, stepping
from luoshi.ledgers.access import Actor
from luoshi.plans import errors
from luoshi.plans.tasks.models import Task


def finish(task: Task, done_on: date, outcome: str, *, by: Actor) -> Task:
    """A task is done: on which day, and with what outcome. The unit that leads it says so, or a supervisor."""
    if not outcome.strip():
        raise errors.NoOutcome(task.name)
    given = {"done_on": done_on, "outcome": outcome.strip()[:400]}
    stepping.take_step(registry.ledger("plans.tasks"), task, "finish", by=by, given=given)
    return task


def resume(task: Task, reason: str, *, by: Actor) -> Task:
    """A task was not done after all."""
    stepping.take_step(registry.ledger("plans.tasks"), task, "resume", by=by, reason=reason)
    return task

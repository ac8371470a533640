"""Entering a task that no plan holds, saying that a promised one is done, and taking that back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from luoshi.ledgers import registry, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.plans import errors
from luoshi.plans.tasks.models import Task

LEDGER = "plans.tasks"


def enter(values: Mapping[str, Any], *, by: Actor, on: date) -> Task:
    """A task that a meeting decided or a leader asked for.

    ``values`` are columns of the ledger, with the ``origin`` and the ``source`` in words; the year is that of the month
    in which it is due. It is not handed out yet.
    """
    given = {"year": values["due"] // 100, **values}
    task = writing.create(registry.ledger(LEDGER), given, by=by, on=on)
    assert isinstance(task, Task)
    return task


def finish(task: Task, done_on: date, outcome: str, *, by: Actor) -> Task:
    """A task that nobody handed out is done: on which day, and with what outcome.

    The unit that leads it says so, or a supervisor. What was handed out is answered with evidence and struck off.
    """
    if not outcome.strip():
        raise errors.NoOutcome(task.name)
    given = {"done_on": done_on, "outcome": outcome.strip()[:400]}
    stepping.take_step(registry.ledger(LEDGER), task, "finish", by=by, given=given, on=done_on)
    return task


def resume(task: Task, reason: str, *, by: Actor, on: date) -> Task:
    """A task was not done after all."""
    stepping.take_step(registry.ledger(LEDGER), task, "resume", by=by, reason=reason, on=on)
    return task

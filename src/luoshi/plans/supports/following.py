"""The units that a clause names beside the lead become rows when its task is handed out."""

from __future__ import annotations

from collections.abc import Collection

from luoshi.ledgers import registry, writing
from luoshi.ledgers.access import Actor
from luoshi.plans.clauses.models import SUPPORTING
from luoshi.plans.tasks.models import ASSIGNED, Task


def follow(keys: Collection[int], by: Actor) -> None:
    """Lay out the supporting units of tasks just handed out that have none yet; part of that transaction."""
    ledger = registry.ledger("plans.supports")
    fresh = Task.objects.filter(
        pk__in=keys, state=ASSIGNED, supports=None, clause__assignments__role=SUPPORTING
    )
    found = fresh.distinct().prefetch_related("clause__assignments__unit").order_by("pk")
    for task in found:
        assert task.clause is not None
        for unit in task.clause.supporting:
            if unit.pk != task.lead_unit_id:
                writing.arrange(ledger, {"task": task, "unit": unit}, by=by, act="随任务交办")

"""出租面积: what is let of each workshop follows from its leases, and never exceeds the building.

Writers come one after the other, so the sum is that of all leases there are; that it fits is a constraint of the
workshop's table, which decides whoever writes.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce

from luoshi.ledgers import audit, marks, registry
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid
from luoshi.projects.land.leases.models import RUNNING
from luoshi.projects.land.workshops.models import Workshop


def follow(keys: Sequence[int], by: Actor) -> None:
    """Bring every workshop's let area to what its leases say; a lease may have left one for another."""
    running = Coalesce(Sum("leases__area", filter=Q(leases__state=RUNNING)), 0)
    found = Workshop.objects.annotate(running=running).order_by("number")
    for row in list(found):
        if row.running != row.let:
            _keep(row, row.running, by)


def _keep(row: Workshop, area: int, by: Actor) -> None:
    if area > row.area:
        raise Invalid({"area": [_too_much(row, area)]})
    ledger, before = registry.ledger("land.workshops"), row.let
    Workshop.objects.filter(pk=row.pk).update(let=area)
    row.let = area
    shown = ledger.column("let")
    audit.record(by, "租约变动", ledger, row, {"已出租面积": (shown.show(before), shown.show(area))})
    marks.mark(ledger, [row])


def _too_much(row: Workshop, area: int) -> str:
    show = registry.ledger("land.workshops").column("area").show
    return (
        f"出租面积：“{row}”共 {show(row.area)} 平方米，在租的合计会到 {show(area)} 平方米，"
        f"多出 {show(area - row.area)} 平方米。请核对面积，或先登记退租。"
    )

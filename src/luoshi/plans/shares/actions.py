"""Dealing a target out: all shares in one transaction, which the database lets pass only when they add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max, Sum

from luoshi.directory.units.models import Unit
from luoshi.ledgers import audit, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.plans import errors
from luoshi.plans.shares import dealing
from luoshi.plans.shares.dealing import EQUAL, Dealing, Weights
from luoshi.plans.shares.models import SCALE, Share
from luoshi.plans.targets.models import ACTIVE, Target
from luoshi.rules.rounding import show


def deal(
    target: Target,
    units: Sequence[Unit],
    *,
    by: Actor,
    by_unit: Weights = EQUAL,
    by_quarter: Weights = EQUAL,
    step: Decimal | None = None,
    reason: str = "",
) -> list[Share]:
    """Deal a target out to units and quarters; where that was done already, another edition with a reason."""
    ledger = registry.ledger("plans.shares")
    require(by, Act.CREATE, ledger)
    with transaction.atomic():
        audit.begin()
        now = Target.objects.select_related("binding").get(pk=target.pk)
        if now.state != ACTIVE:
            raise errors.NotATarget(now.name)
        last = Share.objects.filter(target=now).aggregate(last=Max("edition"))["last"] or 0
        if last and not reason.strip():
            raise errors.SharesStand(now.name, last)
        found = dealing.dealing(now, units, by_unit=by_unit, by_quarter=by_quarter, step=step)
        act = "重新分解" if last else "分解"
        made = [
            writing.arrange(ledger, values, by=by, act=act, reason=reason.strip())
            for values in _rows(now, last + 1, units, found)
        ]
        _add_up(now, last + 1, found)
    return [row for row in made if isinstance(row, Share)]


def _rows(target: Target, edition: int, units: Sequence[Unit], found: Dealing) -> Iterator[dict[str, Any]]:
    named = {unit.pk: unit for unit in units}
    for (unit, quarter), value in found.cells.items():
        if value * SCALE != int(value * SCALE):
            raise errors.TooFine(target.name)
        yield {
            "target": target,
            "edition": edition,
            "unit": named[unit],
            "quarter": quarter,
            "value": int(value * SCALE),
            "made_from": found.made_from,
        }


def _add_up(target: Target, edition: int, found: Dealing) -> None:
    """What the database holds of a dealing is the target, or nothing is kept."""
    kept = Share.objects.filter(target=target, edition=edition).aggregate(sum=Sum("value"))["sum"] or 0
    if kept != found.total * SCALE:
        raise errors.SharesMiss(target.name, show(Decimal(kept) / SCALE, 4), show(found.total, 4))

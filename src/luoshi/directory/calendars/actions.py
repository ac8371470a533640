"""Opening a year of months, closing a month and opening it again."""

from __future__ import annotations

from django.db import transaction

from luoshi.directory.calendars.models import Month
from luoshi.directory.calendars.months import MonthNotOpen
from luoshi.ledgers import audit, registry, stepping, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.models import Row
from luoshi.rules.months import check_month, month_of, month_range

MONTHS = "directory.months"


def open_year(year: int, *, by: Actor) -> tuple[int, ...]:
    """Open the twelve months of a year; months that are registered already stay as they are. Returns the new ones."""
    ledger = registry.ledger(MONTHS)
    require(by, Act.CREATE, ledger)
    with transaction.atomic():
        audit.begin()
        periods = month_range(month_of(year, 1), month_of(year, 12))
        known = set(Month.objects.filter(period__in=periods).values_list("period", flat=True))
        new = tuple(period for period in periods if period not in known)
        for period in new:
            writing.create(ledger, {"period": period}, by=by)
    return new


def close(period: int, *, by: Actor, reason: str) -> Row:
    """Close a month: what was filled in stands."""
    return stepping.take_step(registry.ledger(MONTHS), _registered(period), "close", by=by, reason=reason)


def reopen(period: int, *, by: Actor, reason: str) -> Row:
    """Open a closed month again."""
    return stepping.take_step(registry.ledger(MONTHS), _registered(period), "reopen", by=by, reason=reason)


def _registered(period: int) -> Month:
    found = Month.objects.filter(period=check_month(period)).first()
    if found is None:
        raise MonthNotOpen(period, closed=False)
    return found

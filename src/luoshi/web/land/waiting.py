"""What waits for a person in land: checks and corrections that are due, leases that have run out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone

from luoshi.directory import roles
from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.filtering import PREFIX
from luoshi.projects.land.checks.models import CORRECTING
from luoshi.web.land.rounds import ahead
from luoshi.web.parts import Todo
from luoshi.web.request import Request


def checks(request: Request) -> Iterable[Todo]:
    """Checks of the clerk's parcels that are due soon or overdue, and corrections to look at again: a line each."""
    if roles.CLERK not in request.actor.roles:
        return
    today, url = timezone.localdate(), reverse("land_rounds")
    soon, mine = today + ahead(today), _mine(request, "land.checks")
    waiting = Q(checked_on__isnull=True, due_on__lte=soon)
    mended = Q(verdict=CORRECTING, correct_by__lte=soon)
    found = mine.aggregate(
        waiting=Count("pk", filter=waiting),
        due=Min("due_on", filter=waiting),
        mended=Count("pk", filter=mended),
        until=Min("correct_by", filter=mended),
    )
    for count, due, text in (
        (found["waiting"], found["due"], "待核查"),
        (found["mended"], found["until"], "整改待复核"),
    ):
        if count:
            yield Todo(f"{count} 宗标准地{text}", url, "标准地", due, "日期为最早到期的一宗")


def leases(request: Request) -> Iterable[Todo]:
    """Leases of the clerk's workshops that have run out, neither prolonged nor ended."""
    if roles.CLERK not in request.actor.roles:
        return
    today = timezone.localdate()
    found = list(_mine(request, "land.leases").expired(today).values_list("until", flat=True))
    if found:
        last = f"{PREFIX}until.to={today - timedelta(days=1)}&{PREFIX}state=running&sort=until"
        url = f"{reverse('ledger', args=['land-leases'])}?{last}"
        yield Todo(f"{len(found)} 份厂房租约已到期，待续租或退租", url, "厂房租约", found[0])


def _mine(request: Request, name: str) -> Any:
    """The rows of a ledger that the person fills in."""
    ledger = registry.ledger(name)
    rows: Any = ledger.model._default_manager
    return rows.filter(access.reach(request.actor, Act.CHANGE, ledger) or Q(pk__in=()))

"""Who asks, in which zone and for which month: what the directory says of a request."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from luoshi.directory.calendars import months as books
from luoshi.directory.people.actors import actor_of
from luoshi.directory.units.models import NoZone, Unit
from luoshi.ledgers import standing
from luoshi.ledgers.access import STRANGER, Actor
from luoshi.ledgers.standing import Head
from luoshi.web import months

NO_ZONE = "落实"
_ACTORS: standing.Kept[Actor] = standing.Kept(500)
_MONTHS: standing.Kept[int] = standing.Kept(4)
_ZONES: standing.Kept[str] = standing.Kept(2)


def actor(request: Any) -> Actor:
    """The person who has signed in with the posts held today; a stranger otherwise."""
    user, on = request.user, timezone.localdate()
    if not user.is_authenticated:
        return STRANGER
    known = (user.pk, user.username, user.name, user.is_active, on)
    found = _ACTORS.of(request.head, known, lambda: actor_of(user, on=on))
    return replace(found, origin=origin(request)) if found.key else found


def origin(request: HttpRequest) -> str:
    """Where a request comes from, for the audit."""
    return f"web {address(request)}".strip()


def address(request: HttpRequest) -> str:
    """The address of the person's machine.

    Behind a proxy (LUOSHI_HTTPS=1) it is the last one of X-Forwarded-For, which the proxy itself has added; what stands
    before it, and the whole header where there is no proxy, is only what the asking machine says of itself.
    """
    peer = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.HTTPS:
        return peer
    last = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        return str(ip_address(last))
    except ValueError:
        return peer


def zone_name(head: Head) -> str:
    """The name at the top of every page."""
    return _ZONES.of(head, "zone", _zone_name)


def _zone_name() -> str:
    try:
        return Unit.objects.zone().name
    except NoZone:
        return NO_ZONE


def first_month(head: Head) -> int:
    """The month that is shown today when nobody chose."""
    today = timezone.localdate()
    return _MONTHS.of(head, today, lambda: usual_month(today))


def usual_month(today: date) -> int:
    """The month that is shown when nobody chose: the one being filled, but none that is not over yet.

    Before any month has been closed it is the last open one that is over; in a zone without books the last month.
    """
    last = months.last_full(today)
    closed = books.latest()
    if closed is not None:
        return min(last, books.current() or closed)
    return max((period for period in books.open_periods() if period <= last), default=last)

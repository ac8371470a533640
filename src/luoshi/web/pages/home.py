"""The first page: what waits for the person, their figures of the month; and the page that leads to all settings."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from luoshi.ledgers import access, registry, standing
from luoshi.ledgers.access import Act
from luoshi.ledgers.rulebook import NoRule
from luoshi.oversight.reminders import calls
from luoshi.web import desk, navigation, todo
from luoshi.web.plans import finding
from luoshi.web.request import Request
from luoshi.web.wall import alerts, views

_KEPT: standing.Kept[dict[str, Any]] = standing.Kept(200)
_NEAR: standing.Kept[datetime.date] = standing.Kept(10)


def home(request: Request) -> HttpResponse:
    """To-dos by what is to be done and by when, the month's figures; in a zone without targets the doors of the work."""
    doors = [door for door in navigation.shown(navigation.RAIL, request.actor) if door.sentence]
    today = timezone.localdate()
    near = _NEAR.of(request.head, today, lambda: calls.near_until(today))
    waiting = desk.desk(todo.of(request), today, near, request.GET.get("show", ""))
    return render(request, "home.html", {"cards": doors, "desk": waiting} | _month(request))


def _month(request: Request) -> dict[str, Any]:
    """The lights of the person's own units where they lead targets, of the whole zone otherwise."""
    if not access.may(request.actor, Act.READ, registry.ledger("plans.targets")):
        return {}
    seen = (request.actor.mandates, request.actor.person, request.month)
    try:
        return _KEPT.of(request.head, seen, lambda: _shown(request))
    except NoRule:
        return {}


def _shown(request: Request) -> dict[str, Any]:
    every = finding.month_wall(request)
    rows = alerts.own(request.actor, every)
    return {
        "lights": views.summary(rows),
        "alerts": alerts.table(rows),
        "figures": alerts.figures(rows) if len(rows) < len(every) else None,
        "figure_count": len(rows),
        "whose": "本单位" if len(rows) < len(every) else "全区",
        "any": bool(every),
    }


def settings(request: Request) -> HttpResponse:
    """All there is to set, each with a sentence."""
    return render(request, "settings.html", {"cards": navigation.shown(navigation.SETTINGS, request.actor)})

"""领导一页纸, 大屏 and the list of what is late: the same wall for those who look at it as a whole."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.views.decorators.http import require_GET

from luoshi.ledgers import standing
from luoshi.oversight.attention.late import KINDS, Late
from luoshi.oversight.attention.turns import turned
from luoshi.web.followups import tables as followups
from luoshi.web.parts import Chip
from luoshi.web.plans import finding
from luoshi.web.request import Request
from luoshi.web.wall import briefs, late, leaders, lights, screens, views

BEHIND, TURNED, LATE, UNITS, FOLLOWED = 16, 4, 4, 3, 3  # so many lines fit one screen and one sheet of A4
_SCREENS: standing.Kept[tuple[str, str]] = standing.Kept(24)
SCREEN = "screen"  # the id of what the wide screen fetches anew


@require_GET
def overview(request: Request) -> HttpResponse:
    """Exceptions only, of the zone or of one leader's portfolio."""
    every, mine = finding.month_wall(request), leaders.portfolio(request)
    rows, day = mine.rows(every), late.day_of(request)
    things = late.found(request) if mine.units is None else late.of_units(late.found(request), mine.units)
    behind, turns = briefs.behind(rows), turned(rows)
    units = lights.exceptions(request, mine.units)
    worse = [turn for turn in turns if turn.worse]
    followed = followups.waiting(request.actor, mine.leader)
    values = {
        "portfolio": mine,
        "followed": followups.brief(followed[:FOLLOWED]),
        "follow_count": len(followed),
        "more_followed": max(0, len(followed) - FOLLOWED),
        "tabs": leaders.tabs(request, mine),
        "any": bool(rows),
        "count": len(rows),
        "all": views.listed(charge=mine.charge),
        "lights": [lit for lit in views.summary(rows, charge=mine.charge) if lit.colour in ("red", "yellow")],
        "turned": [
            ("比上月转差", len(worse), views.listed(turned="worse", charge=mine.charge)),
            ("比上月转好", len(turns) - len(worse), views.listed(turned="better", charge=mine.charge)),
        ],
        "kinds": late.kinds(things, charge=mine.charge),
        "behind": briefs.behind_table(behind[:BEHIND]),
        "more_behind": max(0, len(behind) - BEHIND),
        "behind_url": views.listed(charge=mine.charge, sort="light"),
        "turns": briefs.turns_table(worse[:TURNED]),
        "turned_url": views.listed(charge=mine.charge, turned="worse"),
        "more_turned": max(0, len(worse) - TURNED),
        "units": lights.behind_table(units[:UNITS]),
        "more_units": max(0, len(units) - UNITS),
        "late": late.table(things, late.units(request), day, most=LATE, short=True),
        "more_late": max(0, len(things) - LATE),
        "late_url": late.listed(charge=mine.charge),
    }
    return render(request, "wall/overview.html", values)


@require_GET
def listed(request: Request) -> HttpResponse:
    """All that is late, by kind, unit and portfolio."""
    things: Sequence[Late] = late.found(request)
    mine, named = leaders.portfolio(request), late.units(request)
    unit = next((each for each in named.values() if each.code == request.GET.get("unit", "")), None)
    asked = {"unit": unit.code if unit else "", "charge": mine.charge if request.GET.get("charge") else ""}
    if unit:
        things = late.of_units(things, {unit.pk})
    if asked["charge"] and mine.units is not None:
        things = late.of_units(things, mine.units)
    kind = request.GET.get("kind", "") if request.GET.get("kind", "") in KINDS else ""
    shown = [each for each in things if kind in ("", each.kind)]
    chips = [Chip("类别", KINDS[kind], late.listed(**asked))] if kind else []
    chips += [Chip("责任单位", unit.name, late.listed(kind=kind, charge=asked["charge"]))] if unit else []
    if asked["charge"] and mine.leader:
        chips.append(Chip("分管领导", mine.leader.name, late.listed(kind=kind, unit=asked["unit"])))
    values = {
        "kinds": late.kinds(things, kind, **asked),
        "chips": chips,
        "clear": reverse("late"),
        "table": late.table(shown, named, late.day_of(request)),
        "count": len(shown),
    }
    return render(request, "wall/late.html", values)


@require_GET
def screen(request: Request) -> HttpResponse:
    """The wide screen of a meeting room; it asks for itself again, and is told nothing where nothing has changed."""
    actor = request.actor
    shown = (actor.person, actor.mandates, request.month, late.day_of(request))
    body, seen = _SCREENS.of(request.head, shown, lambda: _drawn(request))
    again = request.htmx and request.htmx.target == SCREEN
    if again and request.GET.get("seen") == seen:
        return HttpResponse(status=204)
    return render(
        request, "wall/screen_main.html" if again else "wall/screen.html", {"body": body, "seen": seen}
    )


def _drawn(request: Request) -> tuple[str, str]:
    """What the screen shows, and its fingerprint."""
    body = render_to_string("wall/screen_body.html", screens.values(request), request)
    return body, hashlib.sha256(body.encode()).hexdigest()[:16]


urlpatterns = [
    path("overview/", overview, name="overview"),
    path("late/", listed, name="late"),
    path("screen/", screen, name="screen"),
]

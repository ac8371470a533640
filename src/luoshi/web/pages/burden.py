"""填报负担: how many fields each unit is asked for, which of them twice, and how many targets need no form."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.oversight.burden import burden as meter
from luoshi.oversight.burden.burden import Burden
from luoshi.plans.targets.models import MEASURED, NO_SOURCE, REPORTED
from luoshi.web.parts import Table
from luoshi.web.plans import burden as tables
from luoshi.web.request import Request

QUESTIONS = "plans.questions"
LISTS: Mapping[str, tuple[str, Callable[[Burden, str], Table]]] = {
    "fields": ("填报项", tables.fields),
    "duplicates": ("重复的填报项", tables.duplicates),
    MEASURED: ("由台账计量、不用填表的目标", lambda found, unit: tables.targets(found, MEASURED)),
    REPORTED: ("按月填报的目标", lambda found, unit: tables.targets(found, REPORTED)),
    NO_SOURCE: ("计量方式未确定的目标", lambda found, unit: tables.targets(found, NO_SOURCE)),
}


@require_GET
def burden(request: Request) -> HttpResponse:
    """The month's three figures, a line a unit, and the months of the year; every number opens its list."""
    access.require(request.actor, Act.READ, registry.ledger(QUESTIONS))
    found = meter.burden(request.month)
    values = {
        "month": request.month,
        "year": request.month // 100,
        "figures": tables.figures(found),
        "units": tables.units(found),
        "course": tables.course(meter.course(found), request.month),
    }
    return render(request, "plans/burden.html", values)


@require_GET
def listed(request: Request, which: str) -> HttpResponse:
    """What is behind a number: fields, duplicates, or targets, of one unit where the address names it."""
    access.require(request.actor, Act.READ, registry.ledger(QUESTIONS))
    if which not in LISTS:
        raise Http404("没有这个清单，请从“填报负担”重新进入。")
    title, table = LISTS[which]
    found = meter.burden(request.month)
    shown = table(found, request.GET.get("unit", ""))
    values = {"title": title, "table": shown, "sentence": tables.sentence(request.month, shown)}
    return render(request, "plans/burden_list.html", values)

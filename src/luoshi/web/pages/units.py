"""A unit's page: its targets and tasks, what is late, its place among the units."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from luoshi.directory.charges import portfolios
from luoshi.directory.units.models import Unit
from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.plans.tasks.models import KEPT
from luoshi.web.plans import finding
from luoshi.web.request import Request
from luoshi.web.wall import late, lights, ranking, table, views

LATE = 20  # as many of the oldest as stand on the page; the others are one click away


@require_GET
def unit(request: Request, code: str) -> HttpResponse:
    """One unit; what the units under it lead stands on their own pages."""
    row, day = _unit(request, code), late.day_of(request)
    wall = late.rows_of(finding.month_wall(request), {row.pk})
    things = late.of_units(late.found(request), {row.pk})
    ranked, lit = ranking.ranked(request), lights.unit(request, row.pk)
    tasks = [each for each in lights.tasks(request) if each.task.lead_unit_id == row.pk]
    leader = portfolios.in_charge(day).get(row.pk)
    values = {
        "unit": row,
        "said": row.get_kind_display() + (f"，{leader.name}分管" if leader else ""),
        "under": [each for each in late.units(request).values() if each.parent_id == row.pk],
        "place": next((each for each in ranked if each.code == row.code), None),
        "among": len(ranked),
        "lights": views.summary(wall, unit=row.name),
        "task_lights": lights.summary(tasks, unit=row.code),
        "targets": table.table(wall, request.GET.get("sort", "")),
        "lit": lit,
        "months": lights.months_table(lit) if lit else None,
        "tasks": lights.tasks_table(tasks),
        "task_count": len(tasks),
        "done": sum(each.task.state in KEPT for each in tasks),
        "late": late.table(things, late.units(request), day, most=LATE, short=True),
        "late_count": len(things),
        "late_kinds": [kind for kind in late.kinds(things, unit=row.code) if kind.count],
        "late_url": late.listed(unit=row.code),
        "ranking": ranking.table(ranked, row.name),
    }
    return render(request, "wall/unit.html", values)


def _unit(request: Request, code: str) -> Unit:
    """The unit of an address, if the person may see it."""
    ledger = registry.ledger("directory.units")
    access.require(request.actor, Act.READ, ledger)
    row = Unit.objects.filter(code=code).first()
    if row is None:
        raise Http404(f"没有编码为“{code}”的单位，请从“单位”台账里重新进入。")
    access.require(request.actor, Act.READ, ledger, row)
    return row


urlpatterns = [path("units/<str:code>/", unit, name="unit")]

"""任务的灯 and 单位的灯: every task and every unit of a month with its light and why."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_GET

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.web.parts import Chip
from luoshi.web.request import Request
from luoshi.web.wall import late, leaders, lights
from luoshi.web.wall.views import LIGHTS

PAGE = 100


@require_GET
def tasks(request: Request) -> HttpResponse:
    """The tasks of the month's year by light, unit and portfolio, red first."""
    access.require(request.actor, Act.READ, registry.ledger(lights.TASKS))
    named, mine = late.units(request), leaders.portfolio(request)
    unit = next((each for each in named.values() if each.code == request.GET.get("unit", "")), None)
    asked = {"unit": unit.code if unit else "", "charge": mine.charge if request.GET.get("charge") else ""}
    found = list(lights.tasks(request))
    choices = {each.task.lead_unit.code: str(each.task.lead_unit) for each in found if each.task.lead_unit}
    if unit:
        found = [each for each in found if each.task.lead_unit_id == unit.pk]
    if asked["charge"] and mine.units is not None:
        found = [each for each in found if each.task.lead_unit_id in mine.units]
    colour = request.GET.get("light", "") if request.GET.get("light", "") in LIGHTS else ""
    shown = lights.ordered(each for each in found if colour in ("", each.colour))
    chips = [Chip("灯", LIGHTS[colour], lights.listed(**asked))] if colour else []
    chips += (
        [Chip("牵头单位", unit.name, lights.listed(light=colour, charge=asked["charge"]))] if unit else []
    )
    if asked["charge"] and mine.leader:
        chips.append(Chip("分管领导", mine.leader.name, lights.listed(light=colour, unit=asked["unit"])))
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    values = {
        "lights": lights.counted(found, colour, **asked),
        "chips": chips,
        "clear": reverse("task_lights"),
        "units": sorted(choices.items()),
        "chosen": asked | {"light": colour},
        "table": lights.tasks_table(page.object_list, unit=True, empty="没有符合条件的任务。"),
        "count": len(shown),
        "page": page,
    }
    return render(request, "wall/tasks.html", values)


@require_GET
def units(request: Request) -> HttpResponse:
    """The units that lead targets or tasks, each by what it owed and met in the month."""
    access.require(request.actor, Act.READ, registry.ledger("directory.units"))
    found = lights.units(request)
    colour = request.GET.get("light", "") if request.GET.get("light", "") in LIGHTS else ""
    shown = [each for each in found if colour in ("", each.light.colour)]
    chips = [Chip("灯", LIGHTS[colour], reverse("units"))] if colour else []
    values = {
        "lights": lights.counted(found, colour, page="units"),
        "chips": chips,
        "clear": reverse("units"),
        "table": lights.units_table(shown),
        "count": len(shown),
    }
    return render(request, "wall/units.html", values)


urlpatterns = [
    path("tasks/", tasks, name="task_lights"),
    path("units/", units, name="units"),
]

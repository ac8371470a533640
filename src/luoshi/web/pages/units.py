"""A unit's page: its targets and tasks, what is late, its place among the units."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_GET

from luoshi.directory.charges import portfolios
from luoshi.directory.units.models import Unit
from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.plans.tasks.models import IN_HAND, KEPT, MECHANISM, PROMISED, Task
from luoshi.web.formats import month as month_name
from luoshi.web.parts import Cell, Column, Light, Row, Table, lamp
from luoshi.web.plans import finding
from luoshi.web.request import Request
from luoshi.web.wall import late, ranking, table, views

TASKS = "plans.tasks"
LATE = 20  # as many of the oldest as stand on the page; the others are one click away


@require_GET
def unit(request: Request, code: str) -> HttpResponse:
    """One unit; what the units under it lead stands on their own pages."""
    row, day = _unit(request, code), late.day_of(request)
    wall = late.rows_of(finding.month_wall(request), {row.pk})
    things = late.of_units(late.found(request), {row.pk})
    ranked, tasks = ranking.ranked(request), list(_tasks(request, row))
    leader = portfolios.in_charge(day).get(row.pk)
    values = {
        "unit": row,
        "said": row.get_kind_display() + (f"，{leader.name}分管" if leader else ""),
        "under": [each for each in late.units(request).values() if each.parent_id == row.pk],
        "place": next((each for each in ranked if each.code == row.code), None),
        "among": len(ranked),
        "lights": views.summary(wall, unit=row.name),
        "targets": table.table(wall, request.GET.get("sort", "")),
        "tasks": tasks_table(tasks, request.month, day),
        "task_count": len(tasks),
        "done": sum(task.state in KEPT for task in tasks),
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


def _tasks(request: Request, unit: Unit) -> QuerySet[Task]:
    """The tasks of the month's year that a unit leads and the person may see."""
    reach = access.reach(request.actor, Act.READ, registry.ledger(TASKS))
    found: QuerySet[Task] = Task.objects.active().filter(lead_unit=unit, year=request.month // 100)
    return found.none() if reach is None else found.filter(reach)


def tasks_table(tasks: Iterable[Task], month: int, day: datetime.date) -> Table:
    """Tasks by due month; late is what was promised before the month or handed out until before the day, and not done."""
    return Table(
        name="tasks",
        columns=(
            Column("编号", kind="line", data=True), Column("任务", width="rest", data=True), Column("类别", kind="line"),
            Column("完成时限", kind="day"), Column("状态", kind="light"), Column("完成情况", width="medium"),
        ),
        rows=tuple(_task(task, month, day) for task in tasks),
        frozen=0,
        short=True,
        empty="没有牵头的任务。",
    )  # fmt: skip


def _light(task: Task, month: int, day: datetime.date) -> Light:
    """How a task stands."""
    if task.state in KEPT:
        return lamp("green", task.get_state_display())
    promised = task.state == PROMISED and task.kind != MECHANISM and task.due < month
    exceeded = task.state in IN_HAND and task.limit_on is not None and task.limit_on < day
    return lamp("red", "已逾期") if promised or exceeded else lamp("grey", task.get_state_display())


def _task(task: Task, month: int, day: datetime.date) -> Row:
    url = reverse("ledger_row", args=[TASKS.replace(".", "-"), task.pk])
    return Row(
        (
            Cell(task.number, url=url), Cell(task.name, url=url), Cell(task.get_kind_display()),
            Cell(month_name(task.due)), Cell(light=_light(task, month, day)), Cell(task.outcome or "–"),
        ),
        key=task.number,
    )  # fmt: skip


urlpatterns = [path("units/<str:code>/", unit, name="unit")]

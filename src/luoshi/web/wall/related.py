"""What belongs to a target beside its figure: the tasks promised with it, the projects behind it."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.urls import reverse

from luoshi.ledgers import access, facts, figures, registry
from luoshi.ledgers import models as ledgers
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Binding
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.units import ByUnit
from luoshi.plans.tasks.models import INSTRUCTION, Task
from luoshi.web import formats
from luoshi.web.parts import Cell, Column, Row, Table, lamp
from luoshi.web.wall import rows

PROJECTS: Final = "delivery.projects"
TASKS: Final = "plans.tasks"
MOST: Final = 10  # projects that stand on the page; the others are among the rows


def tasks(actor: Actor, row: WallRow) -> list[Task]:
    """Tasks from the same chapter of the same plan."""
    reach = access.reach(actor, Act.READ, registry.ledger(TASKS))
    if reach is None:
        return []
    clause = row.target.clause
    found = Task.objects.active().filter(reach, clause__document=clause.document_id)
    return [task for task in found if task.promise.section == clause.section and clause.section]


def instruction(actor: Actor, row: WallRow) -> str:
    """Where who may hands out a task about a target: a form that knows its unit and what it is about; "" for others."""
    ledger, unit = registry.ledger(TASKS), row.target.lead_unit_id
    if not access.may(actor, Act.CREATE, ledger):
        return ""
    told = {
        "origin": INSTRUCTION,
        "source": f"目标 {row.target.number} {row.target.name}：{row.light.word}"[:200],
        "lead_unit": str(unit) if unit else "",
    }
    return f"{reverse('ledger_new', args=[ledger.key])}?{urlencode(told)}"


def projects(actor: Actor, row: WallRow) -> QuerySet[ledgers.Row]:
    """The projects among the rows of a figure, or to which these lead, or which came from them."""
    ledger, binding = registry.ledger(PROJECTS), row.target.binding
    reach = access.reach(actor, Act.READ, ledger)
    if binding is None or row.source != "measured" or reach is None:
        return ledger.rows().none()
    behind = Q(pk__in=())
    for each in facts.opened([binding]):
        behind |= _behind(ledger, each, row)
    return ledger.rows().filter(reach).filter(behind)


def _behind(projects: Ledger, binding: Binding, row: WallRow) -> Q:
    ledger = registry.ledger(binding.ledger)
    counted = figures.rows(binding, row.target.start, row.month, rows.within(binding)).order_by()
    if ledger is projects:
        return Q(pk__in=counted.values("pk"))
    for link in ledger.links:
        if link.to == projects.name:
            return Q(pk__in=counted.values(link.name))
    for link in projects.links:
        if link.to == ledger.name:
            return Q(**{f"{link.name}__in": counted.values("pk")})
    return Q(pk__in=())


def projects_table(found: QuerySet[ledgers.Row]) -> Table:
    """Projects with their stage and their unit."""
    ledger = registry.ledger(PROJECTS)
    number, name, unit = (ledger.column(each) for each in ("number", "name", "unit"))
    state = ledger.column(ledger.lifecycle.field if ledger.lifecycle else "")
    return Table(
        name="projects",
        columns=(
            Column("编号", width="narrow", data=True), Column("项目", width="rest", data=True), Column("责任单位", kind="line", data=True), Column("状态", kind="line"),
        ),
        rows=tuple(
            Row(
                (
                    Cell(number.show(number.of(each))),
                    Cell(name.show(name.of(each)), url=reverse("project_schedule", args=[each.pk])),
                    Cell(unit.show(unit.of(each))),
                    Cell(state.show(state.of(each))),
                ),
                key=str(each.pk),
            )
            for each in found.select_related(unit.name).order_by("number", "pk")[:MOST]
        ),
        frozen=0,
        short=True,
    )  # fmt: skip


def units_table(found: ByUnit, row: WallRow) -> Table:
    """The figure by unit; the total under it where it is one."""
    return Table(
        name="units",
        columns=(
            Column("单位", kind="line", data=True),
            Column("累计", unit=row.target.unit, kind="number"),
            Column("记录数", kind="number"),
        ),
        rows=tuple(
            Row(
                (
                    Cell(str(each.unit), url=reverse("unit", args=[each.unit.code]))
                    if each.unit
                    else Cell("未落实单位"),
                    Cell(formats.measured(each.value, row.target.unit)),
                    Cell(formats.number(each.rows)),
                )
            )
            for each in found.units
        ),
        totals=(
            Cell("合计", ours=True),
            Cell(formats.measured(row.actual, row.target.unit)),
            Cell(formats.number(sum(u.rows for u in found.units))),
        )
        if found.adds
        else (),
        frozen=0,
        short=True,
    )


def months_table(row: WallRow) -> Table:
    """Every month so far, newest first: what it added, what was reached and planned, its light and why."""
    reached, adds, unit = dict(row.path), row.month_actual is not None, row.target.unit
    lines = []
    for each in reversed(row.light.history):
        actual = reached.get(each.month)
        before = reached.get(each.month - 1) if each.month > row.target.start else None
        first = each.month <= row.target.start or each.month % 100 == 1
        added = actual if first else None if actual is None or before is None else actual - before
        lines.append(
            Row(
                (
                    Cell(formats.month(each.month)), Cell(formats.measured(added if adds else None, unit)), Cell(formats.measured(actual, unit)),
                    Cell(formats.measured(row.plan.get(each.month), unit)), Cell(light=lamp(each.colour, each.word)), Cell(each.reason),
                )
            )
        )  # fmt: skip
    columns = (
        Column("月份", kind="line"), Column("当月", unit=unit, kind="number"), Column("累计", unit=unit, kind="number"),
        Column("应达到", unit=unit, kind="number"), Column("灯", kind="light"), Column("理由", width="rest"),
    )  # fmt: skip
    return Table(name="months", columns=columns, rows=tuple(lines), frozen=0, short=True)

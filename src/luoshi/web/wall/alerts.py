"""What of the wall a person should know first: the targets that are behind, worst first."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.urls import reverse

from luoshi.directory import roles
from luoshi.ledgers.access import Actor, union
from luoshi.oversight.wall.rows import WallRow
from luoshi.reports.numbers import per_cent, points, written
from luoshi.web.formats import measured
from luoshi.web.parts import Cell, Column, Row, Table, lamp
from luoshi.web.wall.table import name_of

SHOWN = 10
FIGURES = 30  # of one unit; the rest is one click away
ALL_OVER = {roles.LEADER, roles.SUPERVISOR, roles.AUDITOR, roles.ADMINISTRATOR}


def own(actor: Actor, rows: Sequence[WallRow]) -> list[WallRow]:
    """The rows of a clerk's own units; all rows for who oversees, or whose units lead no target."""
    if actor.roles & ALL_OVER:
        return list(rows)
    units = union(m.units for m in actor.mandates)
    return [row for row in rows if row.target.lead_unit_id in units] or list(rows)


def table(rows: Sequence[WallRow]) -> Table:
    """Red before yellow, the furthest behind first."""
    behind = [row for row in rows if row.light.colour in ("red", "yellow")]
    behind.sort(key=lambda row: (row.light.colour != "red", row.progress.gap_points or Decimal(0)))
    return Table(
        name="alerts",
        columns=(
            Column("灯", kind="light"),
            Column("指标", width="wide", data=True),
            Column("责任单位", kind="line", data=True),
            Column("累计 / 全年目标", kind="number"),
            Column("与时序差", unit="百分点", kind="number"),
            Column("理由", width="rest"),
        ),
        rows=tuple(_row(row) for row in behind[:SHOWN]),
        frozen=0,
        short=True,
        empty="本月没有红灯、黄灯。",
    )


def figures(rows: Sequence[WallRow]) -> Table:
    """Every figure of a unit as it stands: what was added this month, what was reached, how far that is."""
    return Table(
        name="figures",
        columns=(
            Column("指标", width="rest", data=True),
            Column("本月", kind="number"),
            Column("累计", kind="number"),
            Column("全年目标", kind="number"),
            Column("完成率", kind="number"),
            Column("与时序差", unit="百分点", kind="number"),
            Column("灯", kind="light"),
        ),
        rows=tuple(_figure(row) for row in rows[:FIGURES]),
        frozen=0,
        short=True,
    )


def _figure(row: WallRow) -> Row:
    page = reverse("target", args=[row.target.number])
    return Row(
        (
            Cell(name_of(row), url=page),
            Cell(measured(row.month_actual, row.target.unit)),
            Cell(measured(row.actual, row.target.unit)),
            Cell(f"{measured(row.total, row.target.unit)} {row.target.unit}"),
            Cell(per_cent(row.progress.completion)),
            Cell(points(row.progress.gap_points)),
            Cell(light=lamp(row.light.colour, row.light.word)),
        ),
        key=row.target.number,
    )


def _row(row: WallRow) -> Row:
    page = reverse("target", args=[row.target.number])
    return Row(
        (
            Cell(light=lamp(row.light.colour, row.light.word)),
            Cell(name_of(row), url=page),
            Cell(str(row.target.lead_unit or "–")),
            Cell(f"{written(row.actual)} / {written(row.total)} {row.target.unit}", url=page),
            Cell(points(row.progress.gap_points)),
            Cell(row.light.reason),
        ),
        key=row.target.number,
    )

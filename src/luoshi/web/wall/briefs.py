"""The exceptions of a wall for one page: what is red or yellow, what turned, each with the way to its list."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.urls import reverse

from luoshi.oversight.attention.turns import Turn
from luoshi.oversight.wall.rows import WallRow
from luoshi.reports.numbers import points, written
from luoshi.web.parts import Cell, Column, Row, Table, lamp
from luoshi.web.wall.table import name_of


def behind(rows: Sequence[WallRow]) -> list[WallRow]:
    """Red before yellow, the furthest behind first."""
    found = [row for row in rows if row.light.colour in ("red", "yellow")]
    found.sort(key=lambda row: (row.light.colour != "red", row.progress.gap_points or Decimal(0)))
    return found


def behind_table(rows: Sequence[WallRow]) -> Table:
    """What is red or yellow, in one line each."""
    return Table(
        name="behind",
        columns=(
            Column("灯", kind="light"),
            Column("指标", width="rest", data=True),
            Column("责任单位", kind="line", data=True),
            Column("累计 / 全年", kind="number"),
            Column("与时序差", unit="百分点", kind="number"),
        ),
        rows=tuple(_behind(row) for row in rows),
        frozen=0,
        short=True,
        empty="没有红灯、黄灯。",
    )


def _behind(row: WallRow) -> Row:
    page = reverse("target", args=[row.target.number])
    return Row(
        (
            Cell(row.light.reason, light=lamp(row.light.colour, row.light.word), url=page),
            Cell(name_of(row), url=page),
            Cell(str(row.target.lead_unit or "–")),
            Cell(f"{written(row.actual)} / {written(row.total)} {row.target.unit}", url=page),
            Cell(points(row.progress.gap_points)),
        ),
        key=row.target.number,
    )


def turns_table(found: Sequence[Turn]) -> Table:
    """Lights that turned: from what to what."""
    return Table(
        name="turns",
        columns=(
            Column("上月", kind="light"),
            Column("本月", kind="light"),
            Column("指标", width="rest", data=True),
            Column("责任单位", kind="line", data=True),
        ),
        rows=tuple(_turn(each) for each in found),
        frozen=0,
        short=True,
        empty="没有转差的目标。",
    )


def _turn(each: Turn) -> Row:
    row, page = each.row, reverse("target", args=[each.row.target.number])
    return Row(
        (
            Cell(light=lamp(each.before.colour, each.before.word)),
            Cell(light=lamp(row.light.colour, row.light.word), url=page),
            Cell(name_of(row), url=page),
            Cell(str(row.target.lead_unit or "–")),
        ),
        key=row.target.number,
    )

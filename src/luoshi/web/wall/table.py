"""The wall as a table, sorted as the address asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from django.urls import reverse

from luoshi.oversight.wall.rows import WallRow
from luoshi.reports.numbers import per_cent, points, written
from luoshi.web.parts import Bar, Cell, Column, Row, Table, lamp
from luoshi.web.wall.views import SOURCES

COLUMNS = (
    Column("编号", sort="number"),
    Column("指标", width="wide"),
    Column("责任单位", sort="unit"),
    Column("计量单位", width="narrow"),
    Column("全年目标", kind="number"),
    Column("本月", kind="number"),
    Column("累计", kind="number"),
    Column("完成率", kind="bar", sort="completion", help="实心为完成率，竖线为时序进度"),
    Column("时序进度", kind="number"),
    Column("与时序差", unit="百分点", kind="number", sort="gap"),
    Column("灯", kind="light", sort="light"),
    Column("亮灯理由", kind="line"),
    Column("来源", kind="line"),
)
ORDER = ("red", "yellow", "green", "grey")
KEYS: dict[str, Callable[[WallRow], Any]] = {
    "number": lambda row: row.target.number,
    "unit": lambda row: row.unit,
    "completion": lambda row: row.progress.completion,
    "gap": lambda row: row.progress.gap_points,
    "light": lambda row: ORDER.index(row.light.colour),
}


def table(rows: Sequence[WallRow], sort: str) -> Table:
    """The table of a wall; what is unknown stands last whichever way it is sorted."""
    name = sort.removeprefix("-")
    if name in KEYS:
        rows = _sorted(rows, KEYS[name], falling=sort.startswith("-"))
    return Table(
        name="wall",
        columns=COLUMNS,
        rows=tuple(_row(row) for row in rows),
        frozen=2,
        sorted=sort if name in KEYS else "",
        empty="没有符合条件的目标，请去掉部分筛选条件。",
    )


def _sorted(rows: Sequence[WallRow], key: Callable[[WallRow], Any], *, falling: bool) -> list[WallRow]:
    known = sorted((r for r in rows if key(r) is not None), key=key, reverse=falling)
    return [*known, *(r for r in rows if key(r) is None)]


def _row(row: WallRow) -> Row:
    target, progress = row.target, row.progress
    page = reverse("target", args=[target.number])
    sentence = reverse("target_sentence", args=[target.number])
    counted = reverse("target_rows", args=[target.number]) if row.source != "none" else page
    return Row(
        key=target.number,
        cells=(
            Cell(target.number, url=page),
            Cell(name_of(row), url=sentence),
            Cell(str(target.lead_unit or "–")),
            Cell(target.unit),
            Cell(written(row.total), url=sentence),
            Cell(written(row.month_actual)),
            Cell(written(row.actual), url=counted if row.actual is not None else ""),
            Cell(bar=Bar(_share(progress.completion), _share(progress.planned_share))),
            Cell(per_cent(progress.planned_share)),
            Cell(points(progress.gap_points)),
            Cell(row.light.reason, light=lamp(row.light.colour, row.light.word), url=page),
            Cell(row.light.reason),
            Cell(SOURCES[row.source]),
        ),
    )


def name_of(row: WallRow) -> str:
    """The target's name as a list shows it: a part is set under its whole, a growth says so."""
    growth = "（增速）" if row.target.basis == "growth" else ""
    part = "其中：" if row.target.parent_id else ""
    return f"{part}{row.target.name}{growth}"


def _share(per_cent_value: Decimal | None) -> Decimal | None:
    return None if per_cent_value is None else per_cent_value / 100

"""The wall as a table, sorted as the address asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, NamedTuple

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from luoshi.ledgers import standing
from luoshi.oversight.wall.rows import WallRow
from luoshi.plans.clauses.words import MODALITIES
from luoshi.reports.numbers import per_cent, points
from luoshi.rules.colours import Colour
from luoshi.web.formats import measured
from luoshi.web.parts import Bar, Cell, Column, Row, Table, lamp
from luoshi.web.plans import finding
from luoshi.web.request import Request
from luoshi.web.templatetags import parts as tags
from luoshi.web.wall.views import SOURCES

_LINES: standing.Kept[tuple[Sequence[WallRow], Mapping[str, SafeString]]] = standing.Kept(24)
COLUMNS = (
    Column("编号", sort="number", data=True),
    Column("指标", width="wide", data=True),
    Column("责任单位", kind="line", sort="unit", data=True),
    Column("语气", width="narrow", sort="modality"),
    Column("计量单位", width="narrow"),
    Column("全年目标", kind="number"),
    Column("本月", kind="number"),
    Column("累计", kind="number"),
    Column("完成率", kind="bar", sort="completion", help="实心为完成率，竖线为时序进度"),
    Column("时序进度", kind="number"),
    Column("与时序差", unit="百分点", kind="number", sort="gap"),
    Column("灯", kind="light", sort="light"),
    Column("亮灯理由", kind="line", width="rest"),
    Column("来源", kind="line"),
)
REMEMBERED: Final = 4096  # lines: a zone's targets in the months that people look at
ORDER = ("red", "yellow", "green", "grey")
KEYS: dict[str, Callable[[WallRow], Any]] = {
    "number": lambda row: row.target.number,
    "unit": lambda row: row.unit,
    "modality": lambda row: list(MODALITIES).index(row.target.modality),
    "completion": lambda row: row.progress.completion,
    "gap": lambda row: row.progress.gap_points,
    "light": lambda row: ORDER.index(row.light.colour),
}


def table(rows: Sequence[WallRow], sort: str, lines: Mapping[str, SafeString] | None = None) -> Table:
    """The table of a wall; what is unknown stands last whichever way it is sorted.

    ``lines`` are the rows as they were written before, by the numbers of their targets.
    """
    name = sort.removeprefix("-")
    if name in KEYS:
        rows = _sorted(rows, KEYS[name], falling=sort.startswith("-"))
    lines = written_lines(rows) if lines is None else lines
    return Table(
        name="wall",
        columns=COLUMNS,
        body=mark_safe("".join(lines[row.target.number] for row in rows)),
        frozen=2,
        sorted=sort if name in KEYS else "",
        empty="没有符合条件的目标，请去掉部分筛选条件。",
    )


def standing_lines(request: Request) -> tuple[Sequence[WallRow], Mapping[str, SafeString]]:
    """The wall that the person sees and its rows as pages write them; both stand until somebody writes."""

    def made() -> tuple[Sequence[WallRow], Mapping[str, SafeString]]:
        every = finding.month_wall(request)
        return every, written_lines(every)

    actor = request.actor
    return _LINES.of(request.head, (actor.person, actor.mandates, request.month), made)


def written_lines(rows: Iterable[WallRow]) -> dict[str, SafeString]:
    """The rows of a wall as the page writes them, by the numbers of their targets."""
    return {row.target.number: _written(_said(row)) for row in rows}


class Said(NamedTuple):
    """All that a line of the wall says: two that say the same are written once."""

    number: str
    name: str
    unit: str
    modality: str
    measured_in: str
    total: Decimal
    month_actual: Decimal | None
    actual: Decimal | None
    completion: Decimal | None
    planned_share: Decimal | None
    gap_points: Decimal | None
    light: Colour
    word: str
    note: str
    reason: str
    source: str


def _said(row: WallRow) -> Said:
    target, progress, light = row.target, row.progress, row.light
    return Said(
        target.number,
        name_of(row),
        str(target.lead_unit or "–"),
        MODALITIES[target.modality],
        target.unit,
        row.total,
        row.month_actual,
        row.actual,
        progress.completion,
        progress.planned_share,
        progress.gap_points,
        light.colour,
        light.word,
        "有正当理由" if row.excuse and row.excuse.approved else "",
        light.reason,
        row.source,
    )


@lru_cache(maxsize=REMEMBERED)
def _written(said: Said) -> SafeString:
    row = _row(said)
    return format_html('<tr data-key="{}">{}</tr>', row.key, tags.cells(row.cells, COLUMNS))


def _sorted(rows: Sequence[WallRow], key: Callable[[WallRow], Any], *, falling: bool) -> list[WallRow]:
    known = sorted((r for r in rows if key(r) is not None), key=key, reverse=falling)
    return [*known, *(r for r in rows if key(r) is None)]


def _row(said: Said) -> Row:
    page = reverse("target", args=[said.number])
    sentence = reverse("target_sentence", args=[said.number])
    counted = reverse("target_rows", args=[said.number]) if said.source != "none" else page
    return Row(
        key=said.number,
        cells=(
            Cell(said.number, url=page),
            Cell(said.name, url=sentence),
            Cell(said.unit),
            Cell(said.modality),
            Cell(said.measured_in),
            Cell(measured(said.total, said.measured_in), url=sentence),
            Cell(measured(said.month_actual, said.measured_in)),
            Cell(measured(said.actual, said.measured_in), url=counted if said.actual is not None else ""),
            Cell(bar=Bar(_share(said.completion), _share(said.planned_share))),
            Cell(per_cent(said.planned_share)),
            Cell(points(said.gap_points)),
            Cell(said.reason, light=lamp(said.light, said.word), url=page, note=said.note),
            Cell(said.reason),
            Cell(SOURCES[said.source]),
        ),
    )


def name_of(row: WallRow) -> str:
    """The target's name as a list shows it: a part is set under its whole, a growth says so."""
    growth = "（增速）" if row.target.basis == "growth" else ""
    part = "其中：" if row.target.parent_id else ""
    return f"{part}{row.target.name}{growth}"


def _share(per_cent_value: Decimal | None) -> Decimal | None:
    return None if per_cent_value is None else per_cent_value / 100

"""Planned paths and the score of forecasts, as tables."""

from __future__ import annotations

from luoshi.oversight.baselines.drafting import Draft
from luoshi.oversight.forecasts.scoring import Scores
from luoshi.oversight.wall.rows import WallRow
from luoshi.reports.numbers import per_cent, written
from luoshi.web import formats
from luoshi.web.parts import Cell, Column, Row, Table

CENT = 100


def draft_table(made: Draft, row: WallRow) -> Table:
    """Month by month what would be planned, beside what is planned and what was reached."""
    reached, unit = dict(row.path), row.target.unit
    return Table(
        name="draft",
        columns=(
            Column("月份", kind="line"),
            Column("拟定", unit=unit, kind="number"),
            Column("现在的计划", unit=unit, kind="number"),
            Column("实际", unit=unit, kind="number"),
        ),
        rows=tuple(
            Row(
                (
                    Cell(formats.month(month)),
                    Cell(formats.measured(value, unit)),
                    Cell(formats.measured(row.plan.get(month), unit)),
                    Cell(formats.measured(reached.get(month), unit)),
                )
            )
            for month, value in made.months.items()
        ),
        frozen=0,
        short=True,
    )


def bands_table(scores: Scores) -> Table:
    """Of the forecasts that gave so much of a chance, how many came true."""
    return Table(
        name="bands",
        columns=(
            Column("预测的可能性", kind="line"),
            Column("预测数", kind="number"),
            Column("平均可能性", kind="number"),
            Column("实际达标", kind="number"),
        ),
        rows=tuple(
            Row(
                (
                    Cell(f"{per_cent(band.start * CENT)} 至 {per_cent(band.end * CENT)}"),
                    Cell(str(band.count)),
                    Cell(per_cent(band.said * CENT)),
                    Cell(per_cent(band.met * CENT)),
                )
            )
            for band in scores.bands
        ),
        frozen=0,
        short=True,
    )


def leads_table(scores: Scores) -> Table:
    """The same by how many months before the end a forecast was made."""
    return Table(
        name="leads",
        columns=(
            Column("提前", unit="月", kind="number"),
            Column("预测数", kind="number"),
            Column("布赖尔分", kind="number", help="0 为全中，0.25 相当于抛硬币"),
            Column("落在区间内", kind="number"),
        ),
        rows=tuple(
            Row(
                (
                    Cell(str(lead.months_ahead)),
                    Cell(str(lead.count)),
                    Cell(written(lead.brier, 3)),
                    Cell(per_cent(lead.inside * CENT)),
                )
            )
            for lead in scores.by_lead
        ),
        frozen=0,
        short=True,
    )

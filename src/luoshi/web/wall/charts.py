"""A target's planned and reached path, month by month, with the forecast's band and the plans that were replaced."""

from __future__ import annotations

from decimal import Decimal

from luoshi.oversight.forecasts.paths import TargetPath
from luoshi.oversight.wall.rows import WallRow
from luoshi.reports.numbers import amount, per_cent
from luoshi.web import formats
from luoshi.web.charts import LineChart


def chart(row: WallRow, path: TargetPath) -> LineChart:
    """Plan over the whole window, actual up to the month of the wall, forecast from there to the end."""
    banded = any(each.low is not None for each in path.months)
    return LineChart(
        name=f"target-{row.target.number}",
        title=f"{row.target.name}：计划与实绩",
        unit=row.target.unit,
        labels=tuple(f"{each.month % 100}月" for each in path.months),
        plan=tuple(each.planned for each in path.months),
        actual=tuple(each.actual for each in path.months),
        low=tuple(each.low for each in path.months) if banded else (),
        high=tuple(each.high for each in path.months) if banded else (),
        earlier=tuple(tuple(old.months.get(each.month) for each in path.months) for old in path.earlier),
        said=tuple(said(row, path)),
        today=f"{row.month % 100}月" if row.target.start <= row.month <= row.target.end else "",
    )


def said(row: WallRow, path: TargetPath) -> list[str]:
    """What stands behind the lines, in words."""
    found = [f"计划：{path.planned_words}。"]
    if made := path.forecast:
        unit = row.target.unit
        low, middle, high = (amount(Decimal(each), unit) for each in (made.low, made.middle, made.high))
        chance = per_cent(made.chance * 100)
        found.append(
            f"预测（{formats.month(made.period)}）：年终 {low} 至 {high}，平均 {middle}，达到目标的可能性 {chance}。{made.made_from}。"
        )
    return found

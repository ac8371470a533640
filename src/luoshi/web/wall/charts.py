"""A target's planned and reached path, month by month."""

from __future__ import annotations

from luoshi.oversight.wall.rows import WallRow
from luoshi.rules.months import month_range
from luoshi.web.charts import LineChart


def chart(row: WallRow) -> LineChart:
    """Plan over the whole window, actual up to the month of the wall."""
    months = month_range(row.target.start, row.target.end)
    reached = dict(row.path)
    return LineChart(
        name=f"target-{row.target.number}",
        title=f"{row.target.name}：计划与实绩",
        unit=row.target.unit,
        labels=tuple(f"{month % 100}月" for month in months),
        plan=tuple(row.plan[month] for month in months),
        actual=tuple(reached.get(month) for month in months),
        today=f"{row.month % 100}月" if row.target.start <= row.month <= row.target.end else "",
    )

"""Many plans on each line, on paper: the spread of what is promised, and where each zone stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from luoshi.cli.readings import comparisons, lines
from luoshi.cli.readings.sheets import Cell, Table
from luoshi.plans.clauses.words import MODALITIES
from luoshi.reading.ambition import promises, units
from luoshi.reading.ambition.surveying import Survey

LINE = ("年度", "指标", "条件", "口径", "时段")
SPREAD = (*LINE, "单位", "计划数", "最低", "下四分位", "中位数", "上四分位", "最高")
PLACES = (*LINE, "名次", "园区", "承诺", "数值", "单位", "语气", "另有", "范围", "标题", "文件", "原句")
PLACES_SILENT = ("数值", "单位", "另有", "范围", "标题", "原句")


def spread(found: Sequence[Survey]) -> Table:
    """One row a line: how many plans, and the five numbers of their spread."""
    return Table("汇总", SPREAD, [_spread(one) for one in found])


def places(found: Sequence[Survey]) -> Table:
    """One row for each plan on each line, from the most ambitious on."""
    return Table("各园区", PLACES, [row for one in found for row in _places(one)], PLACES_SILENT)


def together(found: Sequence[Survey]) -> Table:
    """Places and spread in one table, as a file of one table needs them."""
    own = len(LINE)
    rows = [(*place, *_spread(one)[own + 1 :]) for one in found for place in _places(one)]
    return Table("对比", (*PLACES, *SPREAD[own + 1 :]), rows)


def as_data(found: Sequence[Survey]) -> list[dict[str, Any]]:
    """The surveys as plain values; numbers are exact decimal strings in ``unit``."""
    return [_data(one) for one in found]


def _unit(one: Survey) -> tuple[str, Any]:
    return promises.unit(place.standing.promise for place in one.places)


def _line(one: Survey) -> tuple[Cell, ...]:
    line = one.line
    year: Cell = line.year or "不详"
    return year, line.indicator, lines.conditions(line), lines.MEASURED[line.basis], lines.span(line)


def _spread(one: Survey) -> tuple[Cell, ...]:
    unit, times = _unit(one)
    numbers = (one.lowest, one.lower, one.median, one.upper, one.highest)
    return (*_line(one), unit, one.plans, *(lines.number(value, times) for value in numbers))


def _places(one: Survey) -> list[tuple[Cell, ...]]:
    unit, times = _unit(one)
    line = _line(one)
    return [
        (
            *line,
            place.rank,
            lines.name(place.standing.promise.plan, place.scope),
            lines.said(place.standing.promise, times, unit),
            lines.number(place.standing.promise.amount, times),
            unit,
            MODALITIES[place.standing.promise.modality],
            lines.others(place.standing, times, unit),
            place.scope,
            place.standing.promise.plan.title,
            place.standing.promise.plan.file,
            place.standing.promise.sentence,
        )
        for place in one.places
    ]


def _data(one: Survey) -> dict[str, Any]:
    unit, times = _unit(one)
    numbers = {
        "lowest": one.lowest,
        "lower_quartile": one.lower,
        "median": one.median,
        "upper_quartile": one.upper,
        "highest": one.highest,
    }
    return {
        **comparisons.line_data(one.line),
        "unit": unit,
        "plans": one.plans,
        **{name: units.written(value / times) for name, value in numbers.items()},
        "places": [
            {
                "rank": place.rank,
                **place.standing.promise.plan._asdict(),
                "scope": place.scope or None,
                **(comparisons.side_data(place.standing, times) or {}),
            }
            for place in one.places
        ],
    }

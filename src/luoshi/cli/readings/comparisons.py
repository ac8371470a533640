"""Two plans side by side on paper."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from luoshi.cli.readings import lines
from luoshi.cli.readings.sheets import Cell, Table
from luoshi.plans.clauses.words import MODALITIES
from luoshi.reading.ambition import comparing, promises, units
from luoshi.reading.ambition.comparing import Pair
from luoshi.reading.ambition.promises import Plan, Standing

BOTH = (
    "指标", "条件", "口径", "时段", "范围", "甲", "乙", "差（甲-乙）", "比（甲÷乙）", "单位", "甲数值", "乙数值", "甲语气", "乙语气", "甲另有", "乙另有",
    "甲原句", "乙原句",
)  # fmt: skip
BOTH_SILENT = ("范围", "单位", "甲数值", "乙数值", "甲另有", "乙另有", "甲原句", "乙原句")
ALONE = ("指标", "条件", "口径", "时段", "范围", "承诺", "数值", "单位", "语气", "另有", "原句")
ALONE_SILENT = ("范围", "数值", "单位", "另有", "原句")


def head(first: Plan, second: Plan, pairs: Sequence[Pair]) -> str:
    """Who is compared, and the outcome in one sentence."""
    counts = comparing.tally(pairs)
    both = counts.first_higher + counts.second_higher + counts.equal
    return (
        f"甲 {_plan(first)}\n乙 {_plan(second)}\n"
        f"双方都有 {both} 项：甲数值较高 {counts.first_higher} 项，乙数值较高 {counts.second_higher} 项，"
        f"相同 {counts.equal} 项；只有甲 {counts.only_first} 项，只有乙 {counts.only_second} 项。\n"
    )


def tables(pairs: Sequence[Pair]) -> list[Table]:
    """Three tables: on both sides, only the first, only the second; empty ones are left out."""
    both = [_both(pair) for pair in pairs if pair.first and pair.second]
    first = [_alone(pair, pair.first) for pair in pairs if pair.first and not pair.second]
    second = [_alone(pair, pair.second) for pair in pairs if pair.second and not pair.first]
    found = (
        Table("双方都有", BOTH, both, BOTH_SILENT),
        Table("只有甲", ALONE, first, ALONE_SILENT),
        Table("只有乙", ALONE, second, ALONE_SILENT),
    )
    return [table for table in found if table.rows]


def together(pairs: Sequence[Pair]) -> Table:
    """All lines in one table, as a file of one table needs them."""
    return Table("对比", BOTH, [_both(pair) for pair in pairs])


def as_data(first: Plan, second: Plan, pairs: Sequence[Pair]) -> dict[str, Any]:
    """The comparison as plain values; numbers are decimal strings, exact but for the ratio, which has four places."""
    return {
        "first": first._asdict(),
        "second": second._asdict(),
        "tally": comparing.tally(pairs)._asdict(),
        "lines": [_line_data(pair) for pair in pairs],
    }


def _both(pair: Pair) -> tuple[Cell, ...]:
    unit, times = _unit(pair)
    sides = (pair.first, pair.second)
    difference, ratio = pair.difference, pair.ratio
    return (
        *_line(pair),
        *(None if one is None else lines.said(one.promise, times, unit) for one in sides),
        None if difference is None else _signed(difference, times, unit),
        None if ratio is None else Decimal(units.rounded(ratio)),
        unit,
        *(None if one is None else lines.number(one.promise.amount, times) for one in sides),
        *(None if one is None else MODALITIES[one.promise.modality] for one in sides),
        *(None if one is None else lines.others(one, times, unit) for one in sides),
        *(None if one is None else one.promise.sentence for one in sides),
    )


def _alone(pair: Pair, one: Standing) -> tuple[Cell, ...]:
    unit, times = _unit(pair)
    return (
        *_line(pair),
        lines.said(one.promise, times, unit),
        lines.number(one.promise.amount, times),
        unit,
        MODALITIES[one.promise.modality],
        lines.others(one, times, unit),
        one.promise.sentence,
    )


def _line(pair: Pair) -> tuple[str, ...]:
    line = pair.line
    when = (f"{line.year}年" if line.year else "") + lines.span(line)
    return line.indicator, lines.conditions(line), lines.MEASURED[line.basis], when, line.scope


def _unit(pair: Pair) -> tuple[str, Fraction]:
    return promises.unit(one.promise for one in (pair.first, pair.second) if one)


def _signed(difference: Fraction, times: Fraction, unit: str) -> str:
    """A difference with its unit; between rates it is one of percentage points."""
    return f"{lines.number(difference, times):+f}{'个百分点' if unit == '%' else unit}"


def _plan(plan: Plan) -> str:
    year = f"（{plan.year}年）" if plan.year else ""
    return f"{plan.title or lines.name(plan)}{year}  {plan.file}"


def _line_data(pair: Pair) -> dict[str, Any]:
    unit, times = _unit(pair)
    difference, ratio = pair.difference, pair.ratio
    return {
        **line_data(pair.line),
        "unit": unit,
        "first": side_data(pair.first, times),
        "second": side_data(pair.second, times),
        "difference": None if difference is None else units.written(difference / times),
        "ratio": None if ratio is None else units.rounded(ratio),
    }


def line_data(line: promises.Line) -> dict[str, Any]:
    """What is compared, as plain values; ``year`` is null for each plan's own."""
    return {
        "indicator": line.indicator,
        "basis": line.basis,
        "year": line.year or None,
        "span": line.span or None,
        "scope": line.scope or None,
        "conditions": [
            {"column": column, "comparator": comparator, "value": units.written(value), "unit": unit}
            for column, comparator, value, unit in line.conditions
        ],
    }


def side_data(one: Standing | None, times: Fraction) -> dict[str, Any] | None:
    """What a plan promises on a line, as plain values, numbers in units of so many measures."""
    if one is None:
        return None
    promise = one.promise
    return {
        "indicator": promise.indicator,
        "value": units.written(promise.amount / times),
        "high": None if promise.high is None else units.written(promise.high / times),
        "comparator": promise.comparator,
        "modality": promise.modality,
        "sentence": promise.sentence,
        "others": [units.written(other.amount / times) for other in one.others],
    }

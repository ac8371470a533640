"""Lines of comparison in words: what is compared, and what was promised."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from luoshi.cli.readings.rows import COMPARATORS
from luoshi.reading.ambition import units
from luoshi.reading.ambition.promises import Line, Plan, Promise, Standing

MEASURED = {"level": "总量", "growth": "增幅", "increment": "增量", "reduction": "降幅"}
BASES = {"growth": "增长", "increment": "新增", "reduction": "下降", "level": ""}
SPANS = {"per-quarter": "每季度", "per-month": "每月", "past": "以前年度"}
QUARTERS = {"Q1": "一季度", "Q2": "二季度", "Q3": "三季度", "Q4": "四季度"}
COLUMNS = {
    "output": "产值",
    "revenue": "营业收入",
    "tax": "税收",
    "share": "比例",
    "people": "人数",
    "area": "面积",
}
AT_LEAST = {
    "ge": "{}以上", "gt": "{}以上（不含）", "le": "{}以内", "lt": "不到{}", "eq": "{}", "approx": "约{}", "range": "{}",
}  # fmt: skip
LARGE = (("亿", 10**8), ("万", 10**4))


def conditions(line: Line) -> str:
    """The thresholds of a line: 1亿元以上, 税收1000万元以上."""
    said = []
    for column, comparator, value, unit in line.conditions:
        said.append(COLUMNS.get(column, "") + AT_LEAST.get(comparator, "{}").format(_large(value) + unit))
    return "，".join(said)


def span(line: Line) -> str:
    """The part of the year a line is about: 全年, 一季度, 6月底前."""
    if line.span.isdigit():
        return f"{int(line.span)}月底前"
    return (QUARTERS | SPANS).get(line.span, line.span or "全年")


def number(value: Fraction, times: Fraction) -> Decimal:
    """An amount in a unit of so many measures: exact where it ends, else to four places."""
    return Decimal(units.written(value / times))


def said(one: Promise, times: Fraction, unit: str) -> str:
    """A promise in words and in the unit asked for: 不低于40个, 增长9.8%, 8–10个."""
    high = "" if one.high is None else f"–{number(one.high, times):f}"
    return f"{BASES[one.line.basis]}{COMPARATORS[one.comparator]}{number(one.amount, times):f}{high}{unit}"


def others(found: Standing, times: Fraction, unit: str) -> str:
    """The other numbers that a plan names on the same line."""
    return "；".join(said(one, times, unit) for one in found.others)


def name(plan: Plan, scope: str = "") -> str:
    """How a plan is called in a table: by its zone, else by its title or file; a part of a zone with the zone's name."""
    if scope and not plan.zone:
        return scope
    return (plan.zone or plan.title or plan.file) + (f"（{scope}）" if scope else "")


def _large(value: Fraction) -> str:
    for word, times in LARGE:
        if value >= times and units.ends(value / times):
            return units.written(value / times) + word
    return units.written(value)

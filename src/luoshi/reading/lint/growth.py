"""Growth that contradicts the level, given what was reached the year before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from luoshi.reading.contract import exact
from luoshi.reading.lint import figures, words, years
from luoshi.reading.lint.figures import Interval
from luoshi.reading.lint.findings import Finding, Level, quoted
from luoshi.reading.lint.naming import Key, counted_in, key, says_little, subject
from luoshi.reading.lint.plan import Plan, place
from luoshi.reading.model import Quantity

CODE = "growth-against-level"
MARGIN = Decimal("0.01")  # what two lower bounds may miss each other by before it is worth a word
_Base = tuple[Key, str, int]


@dataclass(frozen=True, slots=True)
class Sum:
    """A level, what it is to grow by and what it grows from."""

    level: Quantity
    growth: Quantity
    base: Quantity
    year: int


def check(plan: Plan) -> Iterator[Finding]:
    """Every level that does not follow from its growth and the year before, by more than the rounding of the digits."""
    for one in _sums(plan):
        level = _contradiction(one)
        if level is not None:
            yield _finding(one, level)


def _reached(plan: Plan) -> Mapping[_Base, Quantity]:
    """What was reached, or is to be reached, by indicator, unit and year, where the plan says one number only."""
    found: dict[_Base, list[Quantity]] = defaultdict(list)
    for one in plan.actuals:
        year = years.of_actual(plan, one)
        if one.basis == "level" and year is not None:
            found[key(plan, one), counted_in(one), year].append(one)
    for one in plan.targets:
        year = years.of_target(plan, one)
        if one.basis == "level" and year is not None and one.comparator in ("eq", "ge"):
            found[key(plan, one), counted_in(one), year].append(one)
    return years.single(found)


def _levels(plan: Plan) -> Mapping[Hashable, Quantity]:
    """The one level of an indicator in a year that a sentence names, and that a section names."""
    found: dict[Hashable, list[Quantity]] = defaultdict(list)
    for one in plan.targets:
        year = years.of_target(plan, one)
        if one.basis == "level" and one.base_unit != "%" and year is not None:
            found[key(plan, one), year, one.sentence].append(one)
            found[key(plan, one), year, one.section].append(one)
    return years.single(found)


def _sums(plan: Plan) -> Iterator[Sum]:
    reached, levels = _reached(plan), _levels(plan)
    for growth in plan.targets:
        name, year = key(plan, growth), years.of_target(plan, growth)
        if year is None or not _grows(growth) or says_little(name.name):
            continue
        level = levels.get((name, year, growth.sentence)) or levels.get((name, year, growth.section))
        base = reached.get((name, counted_in(level), year - 1)) if level is not None else None
        if level is None or base is None or not base.amount:
            continue
        if subject(plan, level) == subject(plan, base):
            yield Sum(level, growth, base, year)


def _grows(one: Quantity) -> bool:
    return (
        one.base_unit == "%"
        and one.basis in ("growth", "reduction")
        and words.REAL.search(one.indicator) is None
        and one.high is None
    )


def _contradiction(one: Sum) -> Level | None:
    """An error where no figures within the rounding fit; a reminder for two lower bounds that are far apart."""
    if figures.apart(_implied(one), figures.interval(one.level, figures.rounded(one.level))):
        return "error" if one.base.kind == "actual" or one.base.comparator == "eq" else "reminder"
    open_both = one.level.comparator in ("ge", "gt") and one.growth.comparator in ("ge", "gt")
    return "reminder" if open_both and abs(_made(one) - one.level.amount) > _slack(one) else None


def _rate(one: Sum) -> Decimal:
    """The growth as a share, less than zero for a fall."""
    return one.growth.value / (-100 if one.growth.basis == "reduction" else 100)


def _made(one: Sum) -> Decimal:
    """What the base and the growth make, in the base unit."""
    return one.base.amount * (1 + _rate(one))


def _slack(one: Sum) -> Decimal:
    rounding = figures.half(one.base) + figures.rounded(one.level)
    return rounding + one.base.amount * (MARGIN + figures.half(one.growth) / 100)


def _implied(one: Sum) -> Interval:
    """All that the base and the growth may make within the rounding of their digits, in the base unit."""
    loose = figures.half(one.growth) / 100 + (MARGIN if one.growth.comparator == "approx" else 0)
    around = figures.half(one.base)
    low = (one.base.amount - around) * (1 + _rate(one) - loose)
    high = (one.base.amount + around) * (1 + _rate(one) + loose)
    more = one.growth.comparator in ("ge", "gt")
    less = one.growth.comparator in ("le", "lt")
    if one.growth.basis == "reduction":
        more, less = less, more
    return (-figures.ENDLESS if less else low), (figures.ENDLESS if more else high)


def _finding(one: Sum, level: Level) -> Finding:
    made = exact(_made(one) / figures.size(one.level))
    rate = (one.level.amount / one.base.amount - 1) * 100
    turn = "增长" if rate >= 0 else "下降"
    past = "实绩" if one.base.kind == "actual" else "目标"
    return Finding(
        one.level.start,
        one.level.end,
        CODE,
        f"{quoted(one.level.indicator)}{figures.number(one.level)}与{figures.number(one.growth)}不符：{one.year - 1}年{past}"
        f"{figures.bare(one.base)}，按{turn if one.growth.basis == 'growth' else '下降'}{figures.bare(one.growth)}算应为"
        f"{made}{one.level.unit}，按{figures.bare(one.level)}算应{turn}{figures.share(abs(rate))}；请核对三个数字，改到一致。",
        level,
        (place(one.growth), place(one.base)),
    )

"""A net increase that does not lead from what there is to what there is to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from luoshi.reading.contract import exact
from luoshi.reading.lint import figures, words, years
from luoshi.reading.lint.findings import Finding, quoted
from luoshi.reading.lint.naming import Key, counted_in, key
from luoshi.reading.lint.plan import Plan, place
from luoshi.reading.model import Quantity

_Base = tuple[Key, str, int]


def check(plan: Plan) -> Iterator[Finding]:
    """净增规上企业30家、总数达到260家, where there are 235 now."""
    stocks: dict[_Base, list[Quantity]] = defaultdict(list)
    ends: dict[_Base, list[Quantity]] = defaultdict(list)
    for one in plan.reading.commitments:
        if not isinstance(one, Quantity) or one.basis != "level":
            continue
        if one.kind == "target" and words.STOCK_TAIL.search(one.indicator):
            ends[_stock(plan, one), counted_in(one), years.of_target(plan, one) or 0].append(one)
        elif one.kind == "actual" and _is_stock(plan, one):
            stocks[_stock(plan, one), counted_in(one), 0].append(one)
    bases, sums = years.single(stocks), years.single(ends)
    for more in plan.targets:
        if more.basis == "increment" and words.NET.search(more.indicator):
            name, unit = _stock(plan, more), counted_in(more)
            base, end = bases.get((name, unit, 0)), sums.get((name, unit, years.of_target(plan, more) or 0))
            if base is not None and end is not None:
                yield from _added(base, more, end)


def _is_stock(plan: Plan, one: Quantity) -> bool:
    """Whether an actual is what there is now or was at the end of last year."""
    now = words.STOCK_HEAD.search(one.indicator) or words.STOCK_TAIL.search(one.indicator)
    return (now is not None and one.period is None) or (
        plan.year is not None and years.of_actual(plan, one) == plan.year - 1
    )


def _stock(plan: Plan, one: Quantity) -> Key:
    """规上企业总数, 现有规上企业 and 净增规上企业 under one name."""
    found = key(plan, one)
    name = words.NET.sub("", words.STOCK_TAIL.sub("", words.STOCK_HEAD.sub("", found.name)))
    return found._replace(name=name)


def _added(base: Quantity, more: Quantity, end: Quantity) -> Iterator[Finding]:
    made = base.amount + more.amount
    open_up = more.comparator in ("ge", "gt")
    short = end.amount > made and not open_up
    over = end.amount < made and end.comparator not in ("ge", "gt")
    if {base.comparator, more.comparator, end.comparator} & {"approx", "range", "le", "lt"} or not (
        short or over
    ):
        return
    yield Finding(
        end.start,
        end.end,
        "growth-against-level",
        f"{quoted(end.indicator)}{figures.number(end)}与{quoted(more.indicator)}{figures.bare(more)}不符：现有{figures.bare(base)}，"
        f"加上{figures.bare(more)}是{exact(made / figures.size(end))}{end.unit}；请核对三个数字，改到一致。",
        "error",
        (place(more), place(base)),
    )

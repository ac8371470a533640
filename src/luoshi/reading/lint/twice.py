"""One indicator promised twice with different numbers, one milestone with two dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from decimal import Decimal

from luoshi.reading.lint import figures, words
from luoshi.reading.lint.findings import Finding, quoted
from luoshi.reading.lint.naming import counted_in, key, named, says_little, subject
from luoshi.reading.lint.plan import Plan, place, when
from luoshi.reading.model import Milestone, Quantity


def check(plan: Plan) -> Iterator[Finding]:
    """Every later promise that differs from the first one of the same indicator, scope and time."""
    yield from _numbers(plan)
    yield from _dates(plan)


def _numbers(plan: Plan) -> Iterator[Finding]:
    groups: dict[Hashable, list[Quantity]] = defaultdict(list)
    for one in plan.targets:
        name = key(plan, one)
        undated = one.period is None and plan.section(one).period is None
        if not (says_little(name.name) or (undated and plan.several_years)):
            groups[name, plan.window(one), one.basis, counted_in(one)].append(one)
    for group in groups.values():
        for other in group[1:]:
            yield from _compared(plan, group[0], other)


def _compared(plan: Plan, first: Quantity, other: Quantity) -> Iterator[Finding]:
    if _agree(first, other) or not _of_one(plan, first, other):
        return
    hard = (
        _contradict(first, other) and "strive" not in (first.modality, other.modality) and not _often(first)
    )
    title = plan.section(first).title
    there = f"（{quoted(title)}）" if title and title != plan.section(other).title else ""
    yield Finding(
        other.start,
        other.end,
        "promised-twice",
        f"{quoted(other.indicator)}此处写{figures.number(other)}，前文{there}写{figures.number(first)}；"
        "请核对后统一为一个数，口径或范围不同的请写明。",
        "error" if hard else "reminder",
        (place(first),),
    )


def _contradict(first: Quantity, other: Quantity) -> bool:
    """Whether both cannot hold, or set the same bound differently; 40个以上 and 45个 may both hold."""
    if first.comparator == other.comparator:
        return True
    none = Decimal(0)
    return figures.apart(figures.interval(first, none), figures.interval(other, none))


def _agree(first: Quantity, other: Quantity) -> bool:
    """Whether two numbers are the same within the digits that were written; rates must be the same."""
    gap = abs(first.amount - other.amount)
    same_end = (first.high or first.value) * figures.size(first) == (
        other.high or other.value
    ) * figures.size(other)
    if first.base_unit == "%":
        return gap == 0 and same_end
    if "approx" in (first.comparator, other.comparator):
        return gap <= max(first.amount, other.amount) / 20
    return gap <= max(figures.half(first), figures.half(other)) and (same_end or first.high is other.high)


def _of_one(plan: Plan, first: Quantity, other: Quantity) -> bool:
    """Whether two promises are of one thing: not a floor and an ambition, not two subjects', not of one breath."""
    if first.sentence == other.sentence or {first.modality, other.modality} == words.FLOOR_AND_HOPE:
        return False
    if subject(plan, first) != subject(plan, other):
        return False
    strangers = first.actors and other.actors and not set(first.actors) & set(other.actors)
    return not strangers or words.MACRO.search(first.indicator) is not None


def _often(one: Quantity) -> bool:
    return words.DONE_OFTEN.search(named(one.indicator)) is not None


def _dates(plan: Plan) -> Iterator[Finding]:
    groups: dict[Hashable, list[Milestone]] = defaultdict(list)
    for one in plan.reading.commitments:
        if isinstance(one, Milestone) and plan.last_month(one.period) is not None:
            groups[words.PROJECT_TAIL.sub("", named(one.project)), one.stage].append(one)
    for group in groups.values():
        for other in group[1:]:
            if _other_date(plan, group[0], other):
                yield _two_dates(plan, group[0], other)


def _other_date(plan: Plan, first: Milestone, other: Milestone) -> bool:
    if first.sentence == other.sentence or first.stage not in words.REACHED:
        return False
    if any(_is_whole_year(one) for one in (first, other)) or plan.last_month(first.period) == plan.last_month(
        other.period
    ):
        return False
    hopes = [words.HOPE.search(plan.around(one)) is not None for one in (first, other)]
    return hopes[0] == hopes[1] and not _holds(plan, first, other) and not _holds(plan, other, first)


def _is_whole_year(one: Milestone) -> bool:
    return one.period == "year" or (len(one.period or "") == 4 and (one.period or "").isdigit())


def _holds(plan: Plan, quarter: Milestone, month: Milestone) -> bool:
    """Whether a quarter holds the month that the other promise names."""
    last, inside = plan.last_month(quarter.period), plan.last_month(month.period)
    if last is None or inside is None or not (quarter.period or "").startswith("Q"):
        return False
    return last - 2 <= inside <= last


def _two_dates(plan: Plan, first: Milestone, other: Milestone) -> Finding:
    stage = words.STAGES[other.stage]
    here, there = (when(plan, one.period) for one in (other, first))
    return Finding(
        other.start,
        other.end,
        "two-deadlines",
        f"{quoted(other.project)}{stage}的时限此处是{here}，前文是{there}；请核对后统一为一个时限。",
        "error",
        (place(first),),
    )

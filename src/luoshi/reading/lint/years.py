"""The year that a quantity is of, where it is of a whole one; and what a plan says of it with one voice."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from luoshi.reading.lint import words
from luoshi.reading.lint.plan import Plan
from luoshi.reading.model import Quantity

K = TypeVar("K", bound=Hashable)


def of_target(plan: Plan, one: Quantity) -> int | None:
    """The year that a target is for as a whole; None for a part of a year."""
    window = plan.window(one)
    if plan.year is None or not window.isdigit() or not window.endswith("12"):
        return None
    if one.period is None and plan.section(one).period is None and plan.several_years:
        return None
    return int(window) // 100


def of_actual(plan: Plan, one: Quantity) -> int | None:
    """The year that an actual is the result of as a whole."""
    sentence = plan.around(one)
    if words.PART_OF_A_YEAR.search(sentence):
        return None
    if one.period is not None and len(one.period) == 4 and one.period.isdigit():
        return int(one.period)
    if plan.year is not None and words.LAST_YEAR.search(sentence):
        return plan.year - 1
    row = plan.row(one)
    if row is not None and plan.year is not None and _tells_of(row.head, plan.year - 1):
        return plan.year - 1
    section = plan.section(one)
    return section.year if section.back and one.period in (None, "year") else None


def _tells_of(head: str, year: int) -> bool:
    """Whether the first line of a table has a column for a year before the plan's: 上年实绩, 2025年完成."""
    return words.LAST_YEAR.search(head) is not None or f"{year}年" in head


def single(found: Mapping[K, Sequence[Quantity]]) -> dict[K, Quantity]:
    """Only what is said once, or several times with the same number: the first of them."""
    return {name: group[0] for name, group in found.items() if len({one.amount for one in group}) == 1}

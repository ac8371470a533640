"""Indicators by another name: what two promises are compared by."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.reading.lint import words
from luoshi.reading.lint.plan import Plan
from luoshi.reading.model import Quantity


class Key(NamedTuple):
    """What makes two quantities the same promise, but for the number and the time."""

    name: str
    scope: str
    conditions: frozenset[tuple[str, str, str]]


def named(indicator: str) -> str:
    """An indicator in one spelling: 规模以上 is 规上, 招引 is 引进, without marks and without 全年 or 全区."""
    for pattern, said in words.SAME:
        indicator = pattern.sub(said, indicator)
    return indicator


def key(plan: Plan, one: Quantity) -> Key:
    """The indicator, whose it is and what qualifies it."""
    section = plan.section(one)
    conditions = frozenset((c.column, c.comparator, f"{c.value:f}{c.unit}") for c in one.conditions)
    return Key(
        named(one.indicator), "|".join((one.scope or "", section.unit, section.plan)), conditions
    )


def says_little(name: str) -> bool:
    """Whether a name is too little to know that two of them are one."""
    return len(name) < words.SHORTEST or words.GENERIC.fullmatch(name) is not None


def counted_in(one: Quantity) -> str:
    """The base unit, with counters of one kind as one."""
    return words.COUNTERS.get(one.base_unit, one.base_unit)

"""Indicators by another name: what two promises are compared by."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from luoshi.reading.lint import words
from luoshi.reading.lint.plan import Plan
from luoshi.reading.model import Quantity
from luoshi.reading.quantities import scopes

SIGHT = 80  # a subject is looked for this far before a number


class Key(NamedTuple):
    """What makes two quantities the same promise, but for the number and the time."""

    name: str
    scope: str
    conditions: frozenset[tuple[str, str, str]]


@lru_cache(maxsize=4096)
def named(indicator: str) -> str:
    """An indicator in one spelling: 规模以上 is 规上, 招引 is 引进, without marks and without 全年 or 全区."""
    for pattern, said in words.SAME:
        indicator = pattern.sub(said, indicator)
    return indicator


def key(plan: Plan, one: Quantity) -> Key:
    """The indicator, whose it is and what qualifies it."""
    section = plan.section(one)
    conditions = frozenset((c.column, c.comparator, f"{c.value:f}{c.unit}") for c in one.conditions)
    scope = one.scope if one.scope and not scopes.is_whole(one.scope) else ""
    return Key(named(one.indicator), "|".join((scope, section.unit, section.plan)), conditions)


def says_little(name: str) -> bool:
    """Whether a name is too little to know that two of them are one."""
    if len(name) < words.SHORTEST:
        return True
    return words.GENERIC.fullmatch(name) is not None and words.MACRO.search(name) is None


def counted_in(one: Quantity) -> str:
    """The base unit, with counters of one kind as one."""
    return words.COUNTERS.get(one.base_unit, one.base_unit)


def subject(plan: Plan, one: Quantity) -> str:
    """The unit for which a number is promised where its sentence names one before it."""
    before = plan.words(max(one.sentence[0], one.start - SIGHT), one.start)
    found = [hit["unit"] for hit in words.SUBJECT.finditer(before)]
    return found[-1] if found else ""

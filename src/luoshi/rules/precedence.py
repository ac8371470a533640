"""Which node comes after which: the order of a set of nodes, and its longest path."""

from __future__ import annotations

import graphlib
from collections.abc import Mapping, Sequence

from luoshi.rules import refusals


def in_order(after: Mapping[str, Sequence[str]], where: str = "") -> tuple[str, ...]:
    """The codes so that each stands behind all that it comes after; raises UnknownPredecessor or Circle.

    ``after`` names for each code its predecessors. Each node and each arrow is looked at once.

    >>> in_order({"C": ["A", "B"], "B": ["A"], "A": []})
    ('A', 'B', 'C')
    """
    for code, before in after.items():
        for each in before:
            if each not in after:
                raise refusals.UnknownPredecessor(where, code, each)
    try:
        return tuple(graphlib.TopologicalSorter(after).static_order())
    except graphlib.CycleError as error:
        raise refusals.Circle(where, error.args[1]) from None


def longest(days: Mapping[str, int], after: Mapping[str, Sequence[str]]) -> tuple[int, tuple[str, ...]]:
    """The length of the longest path in days and its codes, one pass over the order (critical path method).

    >>> longest({"A": 5, "B": 3, "C": 9, "D": 1}, {"A": [], "B": ["A"], "C": ["A"], "D": ["B", "C"]})
    (15, ('A', 'C', 'D'))
    """
    ends: dict[str, int] = {}
    through: dict[str, tuple[str, ...]] = {}
    for code in in_order(after):
        before = max(after[code], key=lambda each: ends[each], default=None)
        ends[code] = (ends[before] if before else 0) + days[code]
        through[code] = (*(through[before] if before else ()), code)
    last = max(ends, key=lambda each: ends[each], default="")
    return ends.get(last, 0), through.get(last, ())

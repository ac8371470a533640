"""Two plans side by side: what both promise, with difference and ratio, and what only one does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from luoshi.reading.ambition.promises import Line, Promise, Standing, standing


class Pair(NamedTuple):
    """One line and what each of two plans promises on it; at least one of them does."""

    line: Line
    first: Standing | None
    second: Standing | None

    @property
    def difference(self) -> Fraction | None:
        """The first's amount less the second's, in the line's measure."""
        if self.first is None or self.second is None:
            return None
        return self.first.promise.amount - self.second.promise.amount

    @property
    def ratio(self) -> Fraction | None:
        """The first's amount over the second's; None for rates, whose difference is what counts, and over nothing."""
        if self.first is None or self.second is None or self.line.measure == "%":
            return None
        return self.first.promise.amount / self.second.promise.amount if self.second.promise.amount else None


def line_up(first: Iterable[Promise], second: Iterable[Promise]) -> list[Pair]:
    """Lines of both plans in the order of the first plan, then those of the second alone in its order.

    A promise for a plan's own year meets the other's for its own, whichever years these are; such lines have year 0.
    """
    left, right = _by_line(first), _by_line(second)
    both = [Pair(line, left[line], right[line]) for line in left if line in right]
    only_left = [Pair(line, left[line], None) for line in left if line not in right]
    only_right = [Pair(line, None, right[line]) for line in right if line not in left]
    return [*both, *only_left, *only_right]


def _by_line(found: Iterable[Promise]) -> dict[Line, Standing]:
    lines: dict[Line, list[Promise]] = defaultdict(list)
    for one in found:
        own = one.line.year == (one.plan.year or 0)
        lines[one.line._replace(year=0) if own else one.line].append(one)
    return {line: standing(group) for line, group in lines.items()}


class Tally(NamedTuple):
    """How many lines of both are higher in the first, higher in the second and equal, and how many stand alone."""

    first_higher: int
    second_higher: int
    equal: int
    only_first: int
    only_second: int


def tally(pairs: Sequence[Pair]) -> Tally:
    """Counts over the lines of :func:`line_up`; higher is the larger number, not the better one."""
    differences = [pair.difference for pair in pairs if pair.difference is not None]
    return Tally(
        sum(one > 0 for one in differences),
        sum(one < 0 for one in differences),
        sum(one == 0 for one in differences),
        sum(pair.second is None for pair in pairs),
        sum(pair.first is None for pair in pairs),
    )

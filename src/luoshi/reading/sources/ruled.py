"""Tables by the rules drawn on a page: which cells the lines make, and which of them are merged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_NEAR = 3.0  # points within which lines are the same
_COLUMNS_MOST, _ROWS_MOST = 60, 400


class Rule(NamedTuple):
    """A line drawn at ``at`` from ``start`` to ``end``: at an x upright, at a y level."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Grid:
    """Edges of columns from left to right and of rows from below; each cell's owner is the corner of what it is merged into.

    Rows are counted from above.
    """

    xs: list[float]
    ys: list[float]
    owners: list[list[tuple[int, int]]] = field(default_factory=list)

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """The owner of the cell in which a point lies."""
        column, row = bisect_right(self.xs, x) - 1, len(self.ys) - 1 - bisect_right(self.ys, y)
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return self.owners[row][column] if inside else None


def grids(level: Sequence[Rule], upright: Sequence[Rule]) -> list[Grid]:
    """The tables of a page: groups of upright rules that stand beside or above each other, with the level ones there."""
    found = []
    for low, high, group in _groups(upright):
        across = [rule for rule in level if low - _NEAR <= rule.at <= high + _NEAR]
        if not across:
            continue
        left, right = min(rule.start for rule in across), max(rule.end for rule in across)
        xs = _edges([*(rule.at for rule in group), left, right])
        ys = _edges([*(rule.at for rule in across), low, high])
        if 3 <= len(xs) <= _COLUMNS_MOST and 3 <= len(ys) <= _ROWS_MOST:
            grid = Grid(xs, ys)
            grid.owners = _owners(grid, _drawn(across, ys), _drawn(group, xs))
            found.append(grid)
    return found


def _groups(upright: Sequence[Rule]) -> list[tuple[float, float, list[Rule]]]:
    groups: list[tuple[float, float, list[Rule]]] = []
    for rule in sorted(upright, key=lambda rule: rule.start):
        if groups and rule.start <= groups[-1][1] + _NEAR:
            low, high, members = groups[-1]
            members.append(rule)
            groups[-1] = (low, max(high, rule.end), members)
        else:
            groups.append((rule.start, rule.end, [rule]))
    return groups


def _edges(places: Iterable[float]) -> list[float]:
    """Places that are near each other are one edge."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return edges


def _drawn(rules: Iterable[Rule], edges: Sequence[float]) -> list[list[tuple[float, float]]]:
    """The stretches drawn along each edge, joined where they touch."""
    along: list[list[tuple[float, float]]] = [[] for _ in edges]
    for rule in sorted(rules, key=lambda rule: rule.start):
        at = max(0, bisect_right(edges, rule.at + _NEAR / 2) - 1)
        stretches = along[at]
        if stretches and rule.start <= stretches[-1][1] + _NEAR:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], rule.end))
        else:
            stretches.append((rule.start, rule.end))
    return along


def _owners(
    grid: Grid, level: list[list[tuple[float, float]]], upright: list[list[tuple[float, float]]]
) -> list[list[tuple[int, int]]]:
    """Each cell belongs to the one on its left where no rule stands between, else to the one above."""
    owners: list[list[tuple[int, int]]] = []
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    for row in range(rows):
        top = rows - row
        y = (grid.ys[top] + grid.ys[top - 1]) / 2
        line: list[tuple[int, int]] = []
        for column in range(columns):
            x = (grid.xs[column] + grid.xs[column + 1]) / 2
            if column and not _covers(upright[column], y):
                line.append(line[-1])
            elif row and not _covers(level[top], x):
                line.append(owners[-1][column])
            else:
                line.append((row, column))
        owners.append(line)
    return owners


def _covers(stretches: Sequence[tuple[float, float]], place: float) -> bool:
    return any(start <= place <= end for start, end in stretches)

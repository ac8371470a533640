"""The lists of a month from its wall, by the board rule in force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from luoshi.oversight.assessment.ruled import lights
from luoshi.oversight.objections import rulings
from luoshi.oversight.rules import in_force
from luoshi.oversight.wall.rows import WallRow
from luoshi.rules.boards import Board, Entry, Place, UnitStanding, board, ranking
from luoshi.rules.dates import last_day


def board_of(month: int, rows: Sequence[WallRow], as_of: int | None = None) -> Board:
    """Red and black lists of the units that lead the targets of a wall, as rulings on objections have left them.

    ``as_of`` is a row of the trail: what was ruled later does not count.
    """
    ruled = rulings.of(month, as_of, lights(month, month, as_of))
    rule, counted = in_force.board_rule(last_day(month), as_of), standings(ruled.counted(rows))
    whole = board(rule, counted)
    out = {e.unit: ruled.red[e.unit] for e in whole.red if e.unit in ruled.red}
    out |= {e.unit: ruled.black[e.unit] for e in whole.black if e.unit in ruled.black}
    if not out:
        return whole
    left = board(rule, [each for each in counted if each.unit not in out])
    neither = (*left.neither, *(Entry(None, unit, why) for unit, why in out.items()))
    return Board(left.red, left.black, tuple(sorted(neither, key=lambda each: each.unit)))


def ranking_of(month: int, rows: Sequence[WallRow], as_of: int | None = None) -> tuple[Place, ...]:
    """The units that lead the targets of a wall, by their mean completion."""
    return ranking(in_force.board_rule(last_day(month), as_of), standings(rows))


def standings(rows: Sequence[WallRow]) -> list[UnitStanding]:
    """One standing a responsible unit; targets without a unit stand for nobody."""
    units: dict[str, list[WallRow]] = defaultdict(list)
    for row in rows:
        if row.unit:
            units[row.unit].append(row)
    return [
        UnitStanding(
            unit=unit,
            lights=[r.light for r in led],
            completions=[r.progress.completion for r in led if r.progress.completion is not None],
        )
        for unit, led in units.items()
    ]

"""The lists of a month from its wall, by the board rule in force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from luoshi.oversight.rules import in_force
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import last_day
from luoshi.rules.boards import Board, Place, UnitStanding, board, ranking


def board_of(month: int, rows: Sequence[WallRow], as_of: int | None = None) -> Board:
    """Red and black lists of the units that lead the targets of a wall."""
    return board(in_force.board_rule(last_day(month), as_of), standings(rows))


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

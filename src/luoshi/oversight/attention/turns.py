"""Lights that turned since the month before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from luoshi.oversight.wall.rows import WallRow
from luoshi.rules import colours
from luoshi.rules.lights import MonthLight
from luoshi.rules.months import months_between


@dataclass(frozen=True, slots=True)
class Turn:
    """A target whose light is another than in the month before; both are lit."""

    row: WallRow
    before: MonthLight

    @property
    def worse(self) -> bool:
        """Whether it turned for the worse."""
        return colours.is_worse(self.row.light.colour, self.before.colour)


def turn(row: WallRow) -> Turn | None:
    """How a target's light turned, None where it did not or where it was not lit in one of the months."""
    if len(row.light.history) < 2:
        return None
    before, now = row.light.history[-2:]
    if before.colour == now.colour or not {before.colour, now.colour} <= {*colours.LIT}:
        return None
    if months_between(before.month, now.month) != 1:
        return None
    return Turn(row, before)


def turned(rows: Iterable[WallRow]) -> list[Turn]:
    """The lights that turned: for the worse first, red before yellow, then by number."""
    found = [each for row in rows if (each := turn(row))]
    return sorted(
        found, key=lambda t: (not t.worse, -colours.LIT.index(t.row.light.colour), t.row.target.number)
    )

"""Red and black lists come from the wall of the month."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from luoshi.ledgers.models import Row
from luoshi.oversight.boards.boards import board_of, standings
from luoshi.oversight.wall.wall import wall


def test_works(sign: Callable[..., Row]) -> None:
    sign(2, "2026-01-10")
    board = board_of(202606, wall(202606))
    assert [e.unit for e in board.black] == ["招商局"]
    assert "红灯" in board.black[0].reason
    assert [e.unit for e in board.neither] == ["经济发展局"], "no data, so neither praised nor blamed"


def test_a_unit_without_trouble_is_not_blamed(sign: Callable[..., Row]) -> None:
    for number in range(24):
        sign(10, f"2026-0{number % 3 + 1}-10", started_on=datetime.date(2026, 3, 20))
    assert "招商局" not in [e.unit for e in board_of(202603, wall(202603)).black]


def test_a_standing_counts_only_known_completions(sign: Callable[..., Row]) -> None:
    sign(2, "2026-01-10")
    found = {s.unit: s for s in standings(wall(202606))}
    assert (len(found["招商局"].lights), len(found["经济发展局"].completions)) == (4, 0)

"""The rules by which a month is judged, as they are on a day."""

from __future__ import annotations

import datetime

from luoshi.ledgers import rulebook
from luoshi.oversight.rules import kinds
from luoshi.rules.boards import BoardRule
from luoshi.rules.lights import LightRule
from luoshi.rules.scores import ScoreRule
from luoshi.rules.trajectory_rules import TrajectoryRule


def light_rule(on: datetime.date) -> LightRule:
    """The light rule of a day, or :class:`rulebook.NoRule`."""
    return rulebook.in_force(kinds.LIGHT, on)


def trajectory_rule(on: datetime.date) -> TrajectoryRule:
    """The trajectory rule of a day, or :class:`rulebook.NoRule`."""
    return rulebook.in_force(kinds.TRAJECTORY, on)


def board_rule(on: datetime.date) -> BoardRule:
    """The board rule of a day, or :class:`rulebook.NoRule`."""
    return rulebook.in_force(kinds.BOARD, on)


def score_rule(on: datetime.date, code: str) -> ScoreRule:
    """The scheme of assessment of a code and a day, or :class:`rulebook.NoRule`."""
    return rulebook.in_force(kinds.SCORE, on, code)

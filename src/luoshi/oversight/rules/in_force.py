"""The rules by which a month is judged, as they are on a day; ``as_of`` is a row of the trail: as they were known then."""

from __future__ import annotations

import datetime

from luoshi.ledgers import rulebook
from luoshi.oversight.rules import feeding, kinds
from luoshi.rules.boards import BoardRule
from luoshi.rules.lights import LightRule
from luoshi.rules.scoring.scores import ScoreRule
from luoshi.rules.trajectory_rules import TrajectoryRule


def light_rule(on: datetime.date, as_of: int | None = None) -> LightRule:
    """The light rule of targets on a day, or :class:`rulebook.NoRule`."""
    return rulebook.in_force(kinds.LIGHT, on, as_of=as_of)


def project_light_rule(on: datetime.date) -> LightRule | None:
    """The light rule of projects on a day, that of targets where projects have none; None where there is neither."""
    return rulebook.perhaps(kinds.LIGHT, on, feeding.PROJECT)


def own_light_rule(subject: str, on: datetime.date) -> LightRule | None:
    """The light rule of what has only one of its own (tasks, units, starts of projects); None where none is in force."""
    return rulebook.perhaps(kinds.LIGHT, on, subject)


def trajectory_rule(on: datetime.date, as_of: int | None = None) -> TrajectoryRule:
    """The trajectory rule of a day, or :class:`rulebook.NoRule`."""
    return rulebook.in_force(kinds.TRAJECTORY, on, as_of=as_of)


def board_rule(on: datetime.date, as_of: int | None = None) -> BoardRule:
    """The board rule of a day, or :class:`rulebook.NoRule`."""
    return rulebook.in_force(kinds.BOARD, on, as_of=as_of)


def score_rule(on: datetime.date, code: str) -> ScoreRule:
    """The scheme of assessment of a code and a day, or :class:`rulebook.NoRule`."""
    return rulebook.in_force(kinds.SCORE, on, code)

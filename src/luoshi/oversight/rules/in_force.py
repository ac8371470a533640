"""The rules of a day, as their engines take them."""

from __future__ import annotations

import datetime

from luoshi.ledgers.errors import LedgerError
from luoshi.oversight.rules.models import RuleKind, RuleVersion
from luoshi.rules.boards import BoardRule
from luoshi.rules.lights import LightRule
from luoshi.rules.trajectory_rules import TrajectoryRule


class NoRule(LedgerError):
    """No version of a rule is in force."""

    def __init__(self, kind: str, on: datetime.date) -> None:
        super().__init__(f"{on:%Y-%m-%d} 没有生效的{RuleKind(kind).label}，请在“设置 · 规则”中发布一个版本。")


def light_rule(on: datetime.date) -> LightRule:
    """The light rule of a day, or :class:`NoRule`."""
    return LightRule.from_data(_in_force(RuleKind.LIGHT, on).data)


def trajectory_rule(on: datetime.date) -> TrajectoryRule:
    """The trajectory rule of a day, or :class:`NoRule`."""
    return TrajectoryRule.from_data(_in_force(RuleKind.TRAJECTORY, on).data)


def board_rule(on: datetime.date) -> BoardRule:
    """The board rule of a day, or :class:`NoRule`."""
    return BoardRule.from_data(_in_force(RuleKind.BOARD, on).data)


def _in_force(kind: str, on: datetime.date) -> RuleVersion:
    row = RuleVersion.objects.in_force(kind, on)
    if row is None:
        raise NoRule(kind, on)
    return row

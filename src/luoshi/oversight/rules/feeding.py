"""What of a light rule this house can feed: whom its pages light, and with what its ledgers let an actual be compared."""

from __future__ import annotations

from typing import Final

from luoshi.rules.errors import RulesError
from luoshi.rules.light_rules import LightRule

TARGET: Final = "indicator"
PROJECT: Final = "project"
START: Final = "project_start"
TASK: Final = "task"
UNIT: Final = "unit"
SUBJECTS: Final = (
    (TARGET, "目标"), (PROJECT, "项目"), (START, "项目开工"), (TASK, "任务"), (UNIT, "单位"),
)  # fmt: skip
"""Whom pages light; the rule of the first holds for projects too as long as they have none."""
ALONE: Final = frozenset((START, TASK, UNIT))
"""Those are lit by a rule of their own only: a share of a year's plan says nothing of what happens once."""
EVENTS: Final = (START, TASK)
"""Those ask whether something happened; of the others a figure is looked at."""


class NoReference(RulesError):
    """A rule that compares with a figure that no ledger holds."""

    def __init__(self, code: str, subject: str, reference: str) -> None:
        super().__init__(
            f"灯规则 {code} 要与“{reference}”比较，而“对标值”台账只登记目标的对标值，{dict(SUBJECTS)[subject]}的灯会一直不亮。"
            "请把这些界限改为与时序差、完成计划的比例或实绩。"
        )


class NoEvent(RulesError):
    """A rule that asks whether something happened, of what has only figures."""

    def __init__(self, code: str, subject: str, event: str) -> None:
        super().__init__(
            f"灯规则 {code} 写了事项“{event}”，而{dict(SUBJECTS)[subject]}的灯看的是数，不是一件事做没做。"
            f"请删去 event；评项目是否按期开工的，请把 subject 改为 {START}。"
        )


def check(rule: LightRule) -> None:
    """Raises NoReference or NoEvent where a rule would never light anything here, or say something untrue."""
    if rule.subject != TARGET and rule.compares:
        raise NoReference(rule.code, rule.subject, rule.reference)
    if rule.event and rule.subject not in EVENTS:
        raise NoEvent(rule.code, rule.subject, rule.event)

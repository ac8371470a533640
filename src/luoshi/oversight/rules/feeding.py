"""What of a light rule this house can feed: whom its pages light, and with what its ledgers let an actual be compared."""

from __future__ import annotations

from typing import Final

from luoshi.rules.bands import used
from luoshi.rules.errors import RulesError
from luoshi.rules.light_rules import LightRule

PROJECT: Final = "project"
SUBJECTS: Final = (("indicator", "目标"), (PROJECT, "项目"))
"""Whom pages light; the rule of the first holds for the others as long as they have none."""


class NotLit(RulesError):
    """A rule for what no page lights."""

    def __init__(self, code: str, subject: str) -> None:
        known = "或".join(f"{word}（{name}）" for word, name in SUBJECTS)
        super().__init__(
            f"灯规则 {code} 的 subject 写的是 {subject}，而系统没有给这类对象亮灯的页面，规则用不上。请改为 {known}。"
        )


class NoReference(RulesError):
    """A rule that compares with a figure that no ledger holds."""

    def __init__(self, code: str, reference: str) -> None:
        super().__init__(
            f"灯规则 {code} 要与“{reference}”比较，而台账里没有这个数，灯会一直不亮。"
            "请把这些界限改为与时序差、完成计划的比例或实绩。"
        )


def check(rule: LightRule) -> None:
    """Raises NotLit or NoReference where a rule would never light anything here."""
    if rule.subject not in dict(SUBJECTS):
        raise NotLit(rule.code, rule.subject)
    if "reference" in used((*rule.bands, *rule.held)):
        raise NoReference(rule.code, rule.reference)

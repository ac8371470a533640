"""What can be wrong with the rules of investment, delivery and land, and with what they are given."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi.rules.errors import RulesError

# ---- nodes ----------------------------------------------------------------------------------------


class BadTemplate(RulesError):
    """Base of what makes a set of nodes unfit to be scheduled."""


class UnknownPredecessor(BadTemplate):
    def __init__(self, where: str, code: str, before: str) -> None:
        super().__init__(f"{where}节点 {code} 的前置节点 {before} 不存在，请改正 after 或补上该节点。")


class Circle(BadTemplate):
    def __init__(self, where: str, codes: Iterable[str]) -> None:
        super().__init__(f"{where}节点 {' → '.join(codes)} 互为前置，排不出先后，请去掉其中一个前置节点。")


class NodeTwice(BadTemplate):
    def __init__(self, where: str, code: str) -> None:
        super().__init__(f"{where}节点 {code} 出现了两次，请改成不同的编号或合并。")


class NodeNeedsDays(BadTemplate):
    def __init__(self, code: str, days: int) -> None:
        super().__init__(f"节点 {code} 的工作日数应不小于 1，现为 {days}，请改正。")


class NoNodes(BadTemplate):
    def __init__(self) -> None:
        super().__init__("没有任何节点，无法倒排，请先选用节点模板或添加节点。")

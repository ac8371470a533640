"""What publishing a list, and objecting to one, refuses: one class a situation, the sentence inside."""

from __future__ import annotations

import datetime

from luoshi.ledgers.errors import LedgerError


class ListError(LedgerError):
    """Base of what is refused."""


class AlreadyPublished(ListError):
    def __init__(self, found: object, on: datetime.date) -> None:
        super().__init__(f"{found}已于 {on} 公示。需要改的，由单位提出异议，采纳以后更正。")


class NobodyToList(ListError):
    def __init__(self, month: str) -> None:
        super().__init__(f"{month}没有单位列入红榜或黑榜，不用公示。")


class MonthNotOver(ListError):
    def __init__(self, month: str, on: datetime.date) -> None:
        super().__init__(f"{month}在 {on} 还没有过完，不能公示它的红黑榜。请核对月份。")


class NotHeard(ListError):
    def __init__(self, found: object, until: datetime.date) -> None:
        super().__init__(
            f"{found}的公示期到 {until} 为止，现在不能提出异议。如有新的情况，请直接联系督查室。"
        )


class Replaced(ListError):
    def __init__(self, found: object) -> None:
        super().__init__(f"{found}已有更正后的新版，请对新版提出异议。")


class NotOwn(ListError):
    def __init__(self, subject: str, unit: object) -> None:
        super().__init__(f"“{subject}”不属于{unit}，只能对本单位的行提出异议。")


class NotLit(ListError):
    def __init__(self, subject: str, month: str) -> None:
        super().__init__(f"“{subject}”{month}没有亮黄灯或红灯，没有可以提出异议的灯。")


class NoFigures(ListError):
    def __init__(self, ledger: str) -> None:
        super().__init__(f"“{ledger}”的行不计入任何数，不能就它提出异议。请在计入数的台账里找到那一行。")


class NoRow(ListError):
    def __init__(self, ledger: str) -> None:
        super().__init__(f"“{ledger}”里没有这一行，请刷新后重新选择。")


class NoReason(ListError):
    def __init__(self) -> None:
        super().__init__("异议要写明理由，请补填。")

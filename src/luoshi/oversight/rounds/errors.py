"""What the rounds refuse: one class a situation, the sentence inside."""

from __future__ import annotations

import datetime

from luoshi.ledgers.errors import LedgerError


class RoundError(LedgerError):
    """Base of what is refused."""


class NothingToLay(RoundError):
    def __init__(self, year: int) -> None:
        super().__init__(
            f"{year}年没有可以排定的轮次：已经排过，或者工作日历里还没有{year}年。请在放假安排公布、导入“工作日历”后再排。"
        )


class NoReason(RoundError):
    def __init__(self, what: str) -> None:
        super().__init__(f"{what}要写明理由，请补填。")


class MinutesStand(RoundError):
    """The minutes cannot be changed any more, or are none yet; ``why`` is the first half of the sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{why}，主持和出席不能登记或更正。")


class NothingChanged(RoundError):
    def __init__(self, name: str) -> None:
        super().__init__(f"{name}的主持和出席与原来登记的相同，没有改动。")


class NotPreparing(RoundError):
    def __init__(self, name: str) -> None:
        super().__init__(f"{name}已经截数，不能再改会期。请在会后按实际召开日期登记。")


class BeforeCutoff(RoundError):
    def __init__(self, meets_on: datetime.date, cutoff_on: datetime.date) -> None:
        super().__init__(f"会期 {meets_on} 早于截数日 {cutoff_on}，请改到截数日或以后。")


class NoAgenda(RoundError):
    def __init__(self, name: str) -> None:
        super().__init__(f"{name}还没有截数，截数以后才能增列议题。")


class NoTitle(RoundError):
    def __init__(self) -> None:
        super().__init__("议题不能为空，请填写要议的事。")


class NotHeld(RoundError):
    def __init__(self, name: str) -> None:
        super().__init__(f"{name}还没有召开，或者已经归档，不能登记决定。请先点“召开”。")


class ItemOff(RoundError):
    def __init__(self, title: str) -> None:
        super().__init__(f"议题“{title}”已经撤下，不能登记决定。请先恢复，或在别的议题下登记。")


class NoDecision(RoundError):
    def __init__(self) -> None:
        super().__init__("决定事项不能为空，请写明要做什么。")


class DueBefore(RoundError):
    def __init__(self, due_on: datetime.date, on: datetime.date) -> None:
        super().__init__(f"办结期限 {due_on} 早于登记日期 {on}，请核对。")


class LeadSupports(RoundError):
    def __init__(self, unit: object) -> None:
        super().__init__(f"{unit}已是牵头单位，不用再列为配合单位。")

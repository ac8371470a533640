"""What an assessment refuses: one class a situation, the sentence inside."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from luoshi.ledgers.errors import LedgerError


class AssessmentError(LedgerError):
    """Base of what is refused."""


class NobodyToAssess(AssessmentError):
    def __init__(self) -> None:
        super().__init__("还没有选考核对象，请至少选一个单位或一名干部。")


class NotOfItsKind(AssessmentError):
    def __init__(self, name: str, of: str) -> None:
        super().__init__(f"“{name}”不是这次考核的对象（{of}），请另选，或另开一次考核。")


class BadWindow(AssessmentError):
    def __init__(self, start: str, end: str) -> None:
        super().__init__(f"考核期从{start}到{end}，起始月份应不晚于截止月份，且在同一年度，请改正。")


class UnknownGroup(AssessmentError):
    def __init__(self, group: str, known: Iterable[str]) -> None:
        super().__init__(f"考核办法里没有“{group}”这个组别，请从{'、'.join(known)}中选择。")


class BadSource(AssessmentError):
    """What a source cannot be read from."""


class NoTarget(BadSource):
    def __init__(self, title: str) -> None:
        super().__init__(f"“{title}”要从目标取数，请选一个在用的、已确定计量方式的目标。")


class NotScorable(AssessmentError):
    """What the scheme says to the figures; the sentence is its own."""


class NotHeard(AssessmentError):
    def __init__(self, assessment: object, until: datetime.date | None) -> None:
        when = f"公示期到 {until} 为止" if until else "还没有公示"
        super().__init__(f"“{assessment}”{when}，公示期内才能提出异议。")


class NoReason(AssessmentError):
    def __init__(self) -> None:
        super().__init__("请写明异议理由：哪一行有误，应当是怎样，有什么佐证。")


class NotBehind(AssessmentError):
    def __init__(self, name: str, title: str) -> None:
        super().__init__(f"异议只能针对“{name}”的“{title}”背后的一行，请打开该项数据，从明细里选一行提出。")

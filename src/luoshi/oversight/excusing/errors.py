"""What asking for an excuse refuses: one class a situation, the sentence inside."""

from __future__ import annotations

import datetime

from luoshi.directory.units.models import Unit
from luoshi.ledgers.errors import LedgerError, Refused


class ExcuseError(LedgerError):
    """Base of what is refused."""


class NotBegun(ExcuseError):
    def __init__(self, month: str, on: datetime.date) -> None:
        super().__init__(f"{on} 时{month}还没有开始，没有灯可以说明。请核对月份。")


class NoSubject(ExcuseError):
    def __init__(self, what: str) -> None:
        super().__init__(f"没有这个{what}，可能已被撤销。请从{what}的页面重新申请。")


class NobodyResponsible(ExcuseError):
    def __init__(self, what: str) -> None:
        super().__init__(f"“{what}”还没有落实责任单位，不能申请正当理由。请先落实责任单位。")


class NotOwn(Refused):
    def __init__(self, what: str, unit: Unit) -> None:
        super().__init__(f"“{what}”由{unit}负责，正当理由要由{unit}的填报员或负责人申请。")


class NotLit(ExcuseError):
    def __init__(self, what: str, month: str, word: str) -> None:
        super().__init__(f"“{what}”{month}{word}，不是黄灯或红灯，不用申请正当理由。")

"""Days and months."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import ClassVar

from luoshi.ledgers.columns.base import WIDE, Column, Finder, as_text
from luoshi.ledgers.errors import BadValue

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+0?0:00(?::00)?)?")
_MONTH = re.compile(r"(\d{4})\s*(?:[-/.年])?\s*(\d{1,2})\s*月?")


@dataclass(frozen=True)
class Day(Column):
    """A calendar day."""

    widget: ClassVar[str] = "date"
    filter: ClassVar[str] = "span"
    width: ClassVar[int] = 12
    form: ClassVar[str] = "日期，如 2026-03-01"

    def parse(self, raw: object, finder: Finder, unit: str = "") -> datetime.date | None:
        if isinstance(raw, datetime.datetime):
            return raw.date()
        if isinstance(raw, datetime.date):
            return raw
        text = as_text(raw).translate(WIDE)
        if not text:
            return None
        found = _DAY.fullmatch(text) or re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text)
        try:
            if found:
                return datetime.date(*(int(part) for part in found.groups()))
        except ValueError:
            pass
        raise BadValue(f"“{as_text(raw)}”不是日期，请写成 2026-03-01 的样子。")

    def show(self, value: datetime.date | None) -> str:
        return value.isoformat() if value else "–"

    def entered(self, value: datetime.date | None) -> str:
        return value.isoformat() if value else ""

    def cell(self, value: datetime.date | None) -> datetime.date | None:
        return value

    def condition(self, text: str) -> datetime.date:
        try:
            return datetime.date.fromisoformat(text)
        except ValueError as bad:
            raise BadValue(f"条件里的“{text}”不是日期。") from bad


@dataclass(frozen=True)
class Month(Column):
    """A month, stored as the integer yyyymm."""

    widget: ClassVar[str] = "month"
    filter: ClassVar[str] = "span"
    width: ClassVar[int] = 10
    form: ClassVar[str] = "月份，如 2026-03"

    def parse(self, raw: object, finder: Finder, unit: str = "") -> int | None:
        if isinstance(raw, datetime.date):
            return raw.year * 100 + raw.month
        text = as_text(raw).translate(WIDE)
        if not text:
            return None
        found = _MONTH.fullmatch(text)
        if found and 1 <= int(found[2]) <= 12:
            return int(found[1]) * 100 + int(found[2])
        raise BadValue(f"“{as_text(raw)}”不是月份，请写成 2026-03 的样子。")

    def show(self, value: int | None) -> str:
        return f"{value // 100}年{value % 100}月" if value else "–"

    def entered(self, value: int | None) -> str:
        return f"{value // 100}-{value % 100:02d}" if value else ""

    def condition(self, text: str) -> int:
        found = _MONTH.fullmatch(text)
        if not found or not 1 <= int(found[2]) <= 12:
            raise BadValue(f"条件里的“{text}”不是月份。")
        return int(found[1]) * 100 + int(found[2])

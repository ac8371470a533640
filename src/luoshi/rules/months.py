"""Months as integers yyyymm: checked arithmetic and their two ways of being written."""

from __future__ import annotations

import re
from functools import lru_cache

from luoshi.rules import errors

_WRITTEN = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


def month_of(year: int, month: int) -> int:
    """The month yyyymm of a year (1000 to 9999) and a month of it; raises BadMonth."""
    return check_month(year * 100 + month) if 1 <= month <= 12 else _refuse(f"{year}-{month}")


def check_month(month: int) -> int:
    """The same month, when it is a yyyymm integer of the years 1000 to 9999; raises BadMonth."""
    return month if 1000 <= month // 100 <= 9999 and 1 <= month % 100 <= 12 else _refuse(month)


def parse_month(text: object) -> int:
    """The month of its written form, "2020-06" -> 202006; raises BadMonth, also for what is not text."""
    found = _WRITTEN.fullmatch(text.strip()) if isinstance(text, str) else None
    return month_of(int(found[1]), int(found[2])) if found else _refuse(text)


def format_month(month: int) -> str:
    """202006 -> "2020-06"."""
    check_month(month)
    return f"{month // 100}-{month % 100:02d}"


def show_month(month: int) -> str:
    """202006 -> "2020年6月", for sentences."""
    check_month(month)
    return f"{month // 100}年{month % 100}月"


def add_months(month: int, count: int) -> int:
    """The month ``count`` months later (earlier when negative); raises BadMonth outside 1000 to 9999."""
    year, rest = divmod(_ordinal(month) + count, 12)
    return month_of(year, rest + 1)


def months_between(start: int, end: int) -> int:
    """How many months ``end`` is after ``start``: 0 for the same month, negative when it is before."""
    return _ordinal(end) - _ordinal(start)


@lru_cache(maxsize=1024)
def month_range(start: int, end: int) -> tuple[int, ...]:
    """Every month from ``start`` to ``end``, both included; raises BadSpan when the end is before the start."""
    check_span(start, end)
    return tuple(add_months(start, i) for i in range(months_between(start, end) + 1))


def check_span(start: int, end: int) -> None:
    """Raises BadMonth or BadSpan unless both are months and the end is not before the start."""
    if months_between(start, end) < 0:
        raise errors.BadSpan(format_month(start), format_month(end))


def quarter_of(month: int) -> int:
    """The quarter of a month as an integer yyyyq: 202605 -> 20262."""
    check_month(month)
    return month // 100 * 10 + (month % 100 + 2) // 3


def show_quarter(quarter: int) -> str:
    """A quarter (yyyyq) as sentences write it: 2026年一季度."""
    return f"{quarter // 10}年{'一二三四'[quarter % 10 - 1]}季度"


def _ordinal(month: int) -> int:
    check_month(month)
    return month // 100 * 12 + month % 100 - 1


def _refuse(value: object) -> int:
    raise errors.BadMonth(value)

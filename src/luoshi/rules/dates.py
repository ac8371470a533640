"""Months of a calendar added to a day: 签约满 18 个月."""

from __future__ import annotations

import calendar
from datetime import date

from luoshi.rules import months


def add_months(day: date, count: int) -> date:
    """The same day ``count`` months later, or the last of that month where it has no such day.

    >>> add_months(date(2024, 8, 31), 18), add_months(date(2024, 2, 29), 12)
    (datetime.date(2026, 2, 28), datetime.date(2025, 2, 28))
    """
    year, month = divmod(months.add_months(months.month_of(day.year, day.month), count), 100)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def whole_months(first: date, last: date) -> int:
    """How many whole months have passed from the first day to the last, which is not before it.

    >>> whole_months(date(2026, 1, 31), date(2026, 2, 28)), whole_months(date(2026, 1, 31), date(2026, 3, 1))
    (1, 1)
    """
    count = (last.year - first.year) * 12 + last.month - first.month
    return count if add_months(first, count) <= last else count - 1


def last_day(month: int) -> date:
    """The last day of a month (yyyymm)."""
    year, at = divmod(months.check_month(month), 100)
    return date(year, at, calendar.monthrange(year, at)[1])

"""Working calendars for tests, written out: 2026 with its 春节 and 国庆, and ordinary years."""

from __future__ import annotations

from datetime import date, timedelta


def ordinary(number: int) -> dict[date, bool]:
    """Every day of a year, Monday to Friday worked."""
    first = date(number, 1, 1)
    days = [first + timedelta(days=i) for i in range(366)]
    return {day: day.weekday() < 5 for day in days if day.year == number}


SPRING = {date(2026, 2, 15) + timedelta(days=i): False for i in range(9)}
AUTUMN = {date(2026, 10, 1) + timedelta(days=i): False for i in range(7)}
EXCHANGED = {date(2026, 2, 14): True, date(2026, 2, 28): True, date(2026, 10, 10): True}
YEAR_2026 = {**ordinary(2026), **SPRING, **AUTUMN, **EXCHANGED}
PLAIN = {**ordinary(2025), **ordinary(2026), **ordinary(2027)}

"""Numbers as documents write them: two decimals at most, – for unknown."""

from __future__ import annotations

from decimal import Decimal

from luoshi.rules.rounding import half_up

SHARES = ("%", "％", "‰")


def written(value: Decimal | None, places: int = 2) -> str:
    """A number with at most ``places`` decimals, thousands separated, – for none."""
    if value is None:
        return "–"
    text = f"{half_up(value, places):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: Decimal | None, unit: str) -> str:
    """A number with its unit: 78.83 亿元, but 59.52%."""
    text = written(value)
    if value is None:
        return text
    return f"{text}{unit}" if unit in SHARES else f"{text} {unit}"


def per_cent(value: Decimal | None) -> str:
    """A share with one decimal and its sign: 48.0%."""
    return "–" if value is None else f"{half_up(value, 1):,f}%"


def points(value: Decimal | None) -> str:
    """A difference in percentage points, signed, without the word."""
    if value is None:
        return "–"
    shown = half_up(value, 1)
    return f"{shown:+,f}" if shown else "0.0"

"""Numbers as documents write them: two decimals at most, – for unknown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

SHARES = ("%", "％", "‰")


def rounded(value: Decimal, places: int) -> Decimal:
    """Half up, as people round by hand; not half to even, as Python's ``round`` does."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def written(value: Decimal | None, places: int = 2) -> str:
    """A number with at most ``places`` decimals, thousands separated, – for none."""
    if value is None:
        return "–"
    text = f"{rounded(value, places):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: Decimal | None, unit: str) -> str:
    """A number with its unit: 78.83 亿元, but 59.52%."""
    text = written(value)
    if value is None:
        return text
    return f"{text}{unit}" if unit in SHARES else f"{text} {unit}"


def per_cent(value: Decimal | None) -> str:
    """A share with one decimal and its sign: 48.0%."""
    return "–" if value is None else f"{rounded(value, 1):,f}%"


def points(value: Decimal | None) -> str:
    """A difference in percentage points, signed, without the word."""
    if value is None:
        return "–"
    shown = rounded(value, 1)
    return f"{shown:+,f}" if shown else "0.0"


def month_name(month: int) -> str:
    """202610 as 2026年10月."""
    return f"{month // 100}年{month % 100}月"

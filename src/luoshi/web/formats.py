"""How figures, money, months and moments are written on every page."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Final

from luoshi.reports.numbers import written
from luoshi.rules import amounts, months, rounding

NONE: Final = "–"
FEN_IN_YUAN: Final = 100
FEN_IN_YI: Final = 10_000_000_000
KILO: Final = 1024

Number = int | Decimal


def number(value: Number | None, places: int | None = None) -> str:
    """A number with thousands separated, half rounded up; ``places`` None keeps what the value has.

    >>> number(1234567)
    '1,234,567'
    """
    if value is None:
        return NONE
    if places is None:
        return f"{value:,}" if isinstance(value, int) else rounding.show(value, rounding.places_of(value))
    return f"{_rounded(value, places):,f}"


def yi(fen: int | None) -> str:
    """Money in 亿元 from integer fen, two decimals."""
    return _money(fen, FEN_IN_YI)


def wan(fen: int | None) -> str:
    """Money in 万元 from integer fen, two decimals."""
    return _money(fen, amounts.FEN_A_WAN)


def yuan(fen: int | None) -> str:
    """Money in 元 from integer fen, two decimals."""
    return _money(fen, FEN_IN_YUAN)


def measured(value: Decimal | None, unit: str) -> str:
    """A figure in a column, so that it stands under its like: two decimals for money, otherwise two at most.

    >>> measured(Decimal("331.8"), "亿元")
    '331.80'
    """
    return number(value, 2) if unit.endswith("元") else written(value)


def percent(ratio: Number | None, places: int = 1) -> str:
    """A share of one as per cent: 0.437 is 43.7%."""
    return NONE if ratio is None else f"{number(Decimal(ratio) * 100, places)}%"


def signed(value: Number | None, places: int = 1) -> str:
    """A difference with its sign; nought has none."""
    if value is None:
        return NONE
    rounded = _rounded(value, places)
    return f"{rounded:+,f}" if rounded else f"{abs(rounded):,f}"


def points(value: Number | None, places: int = 1) -> str:
    """A difference of two percentages, in 百分点."""
    return NONE if value is None else f"{signed(value, places)} 百分点"


def change(value: Number | None, places: int = 1, unit: str = "") -> str:
    """A change with ▲ or ▼ and its sign, or 持平."""
    if value is None:
        return NONE
    rounded = _rounded(value, places)
    if not rounded:
        return "持平"
    return f"{'▲' if rounded > 0 else '▼'} {rounded:+,f}{unit}"


def month(value: int | None) -> str:
    """A month kept as yyyymm: 202610 is 2026年10月."""
    return NONE if value is None else months.show_month(value)


def day(value: date | None) -> str:
    """A day as 2026-10-15, the way a spreadsheet reads it back."""
    return NONE if value is None else f"{value:%Y-%m-%d}"


def moment(value: datetime | None) -> str:
    """A moment to the minute, in the zone's own time if the caller converted it."""
    return NONE if value is None else f"{value:%Y-%m-%d %H:%M}"


def size(octets: int | None) -> str:
    """The size of a file in KB or MB."""
    if octets is None:
        return NONE
    if octets < KILO * KILO:
        return f"{number(Decimal(octets) / KILO, 1)} KB"
    return f"{number(Decimal(octets) / KILO / KILO, 1)} MB"


def _money(fen: int | None, base: int) -> str:
    return NONE if fen is None else number(Decimal(fen) / base, 2)


def _rounded(value: Number, places: int) -> Decimal:
    return rounding.half_up(Decimal(value), places)

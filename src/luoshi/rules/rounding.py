"""Exact fractions inside, decimals at the edge, and how a figure is shown in a sentence."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

PLACES = 10
"""Decimal places kept of a quotient that has no finite decimal form (1 ÷ 3)."""


def half_up(value: Decimal | Fraction, places: int) -> Decimal:
    """Rounds half away from zero to ``places`` (not negative), whatever the decimal context: -2.5 -> -3."""
    return _decimal(_units(value, places), places)


def exact(value: Fraction, places: int = PLACES) -> Decimal:
    """The decimal of a fraction without trailing zeros: exact where ``places`` suffice, else half up."""
    units, left = _units(value, places), places
    while left and units % 10 == 0:
        units, left = units // 10, left - 1
    return _decimal(units, left)


def subtract(left: Decimal, right: Decimal) -> Decimal:
    """left − right, exactly, whatever the decimal context."""
    return exact(Fraction(left) - Fraction(right), max(PLACES, places_of(left, right)))


def places_of(*values: Decimal) -> int:
    """How many decimal places the most detailed of the values is written with."""
    return max((max(0, -int(value.as_tuple().exponent)) for value in values), default=0)


def show(value: Decimal, places: int = 2) -> str:
    """A quantity for a sentence: thousands separated, at most ``places``, no trailing zeros."""
    return f"{exact(Fraction(value), places):,f}"


def show_fixed(value: Decimal, places: int = 1) -> str:
    """A percentage for a sentence: always ``places`` decimals."""
    return f"{half_up(value, places):,f}"


def with_unit(number: str, unit: str) -> str:
    """A shown number and its unit, with a space between them where one is written: 12 个, 12%."""
    return f"{number}{'' if unit.startswith(('%', '‰')) or not unit else ' '}{unit}"


def _units(value: Decimal | Fraction, places: int) -> int:
    """How many units of the last place, rounded half away from zero."""
    numerator, denominator = value.as_integer_ratio()
    scaled = numerator * 10**places
    units: int = (2 * abs(scaled) + denominator) // (2 * denominator)
    return -units if scaled < 0 else units


def _decimal(units: int, places: int) -> Decimal:
    """Exact whatever the decimal context, as only the reading of a text is."""
    return Decimal(f"{units}E-{places}")

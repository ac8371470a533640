"""How the numbers of a score are written in sentences."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from luoshi.rules import rounding
from luoshi.rules.scoring.parts import Figure

PLACES = 4
"""Decimals shown of a figure or a quotient; what has more is written with ≈."""


def shown(value: Decimal | Fraction | int) -> str:
    """A number without trailing zeros.

    >>> shown(Decimal("96.50")), shown(Fraction(2, 3))
    ('96.5', '0.6667')
    """
    return rounding.show(rounding.exact(Fraction(value)), PLACES)


def equals(value: Decimal | Fraction) -> str:
    """A result behind its sign, which says whether it is exact.

    >>> equals(Fraction(12, 25)), equals(Fraction(28, 27))
    ('= 0.48', '≈ 1.037')
    """
    exactly = Fraction(value) * 10**PLACES
    return f"{'=' if exactly.denominator == 1 else '≈'} {shown(value)}"


def told(figure: Figure, value: Decimal | Fraction | int) -> str:
    """A figure with its unit: 24 个, 9.5%."""
    return rounding.with_unit(shown(value), figure.unit)

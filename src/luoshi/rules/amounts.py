"""Amounts of money in rules: integer fen in the facts, 万元 in the rules and the sentences."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from luoshi.rules import rounding

FEN_A_WAN = 1_000_000


def wan(fen: int) -> str:
    """A sum for a sentence.

    >>> wan(123_456_000_000)
    '123,456 万元'
    """
    return f"{rounding.show(rounding.exact(Fraction(fen, FEN_A_WAN)))} 万元"


def fen(wan: Decimal) -> Fraction:
    """A bound in 万元 as an exact number of fen, to be compared with integers."""
    return Fraction(wan) * FEN_A_WAN


def percent(part: int | Fraction, whole: int | Fraction) -> Fraction:
    """part ÷ whole × 100, exactly; the whole must not be 0.

    >>> percent(1, 4)
    Fraction(25, 1)
    """
    return Fraction(part) / Fraction(whole) * 100


def shown(share: Fraction) -> str:
    """A percentage for a sentence, one decimal.

    >>> shown(percent(2, 3))
    '66.7%'
    """
    return f"{rounding.show_fixed(rounding.exact(share))}%"

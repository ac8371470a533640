"""Amounts of money in rules: integer fen in the facts, 万元 in the rules and the sentences."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Share:
    """A bound in per cent, held against two integers without rounding and without making fractions.

    >>> Share.of(Decimal("12.5")).compared(1, 8), Share.of(Decimal(5)).compared(1, 21)
    (0, -1)
    """

    top: int
    bottom: int

    @classmethod
    def of(cls, percent: Decimal) -> Share:
        return cls(*percent.as_integer_ratio())

    def compared(self, part: int, whole: int) -> int:
        """-1, 0 or 1 as part ÷ whole is below, on or above the bound; the whole is positive."""
        have, asked = part * 100 * self.bottom, whole * self.top
        return (have > asked) - (have < asked)


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

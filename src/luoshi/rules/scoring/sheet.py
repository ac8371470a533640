"""What a formula is applied to, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from luoshi.rules.scoring.assessed import Assessed
from luoshi.rules.scoring.formulas import Step
from luoshi.rules.scoring.rules import ScoreRule
from luoshi.rules.scoring.words import told

NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class Marked:
    """Points before rounding, how they came about, and whether all that was needed was known.

    Of a formula that takes, ``points`` are what is taken, a positive number.
    """

    points: Fraction
    words: str
    known: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a formula is applied to: the scheme, the unit, and all units of its group."""

    rule: ScoreRule
    row: Assessed
    group: Sequence[Assessed]

    def told(self, code: str, value: Decimal | Fraction) -> str:
        """A figure with its unit."""
        return told(self.rule.figure(code), value)

    def named(self, code: str, value: Decimal | Fraction) -> str:
        """A figure with its title and its unit."""
        return f"{self.rule.figure(code).title} {self.told(code, value)}"

    def lacks(self, code: str) -> str:
        """That a figure is not known."""
        return f"缺少{self.rule.figure(code).title}"


def stepped(steps: Sequence[Step], size: Decimal, rest: Decimal = Decimal(0)) -> Fraction:
    """The points of the first step that a size reaches; the steps stand from the highest to the lowest."""
    return Fraction(next((step.points for step in steps if size >= step.bound), rest))

"""Numbers with their units, as plans write them: 64亿元, 二十个, 千亿, 3万件, 2万元至20万元, 百分之五, 两成."""

from __future__ import annotations

from luoshi.reading.engine import Layer
from luoshi.reading.numerals.rules import RULES, Numeral
from luoshi.reading.numerals.values import spoken, written

__all__ = ["Numeral", "find", "spoken", "written"]

_LAYER = Layer(RULES)


def find(text: str, start: int = 0, end: int | None = None) -> list[Numeral]:
    """Every number with a unit in text[start:end], left to right; dates, ordinals and numbers without a unit are left out."""
    return [found.value for found in _LAYER.find(text, start, end)]

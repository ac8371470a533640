"""Thresholds inside a wording as conditions on what is counted: 亿元以上 is amount at least 100000000 元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi.reading.model import Comparator, Condition
from luoshi.reading.numerals import Numeral
from luoshi.reading.quantities import wording

COLUMNS = (
    ("output", re.compile(r"产值[^，,]{0,4}$")),
    ("revenue", re.compile(r"(?:营业?收入?|销售收入|销售额)[^，,]{0,4}$")),
    ("tax", re.compile(r"(?:税收|纳税)[^，,]{0,4}$")),
)
BY_KIND = {"money": "amount", "area": "area", "people": "people", "ratio": "share"}


def conditions(text: str, start: int, thresholds: Sequence[Numeral]) -> tuple[Condition, ...]:
    """One condition a threshold; ``start`` is where the wording begins."""
    if not thresholds:
        return ()
    return tuple(_condition(text, start, numeral) for numeral in thresholds)


def _condition(text: str, start: int, numeral: Numeral) -> Condition:
    left = text[max(start, numeral.start - 12) : numeral.start]
    said = wording.tail(left)
    _, after = wording.postfix(text, numeral.tail)
    comparator: Comparator = after or said.comparator or ("ge" if numeral.kind == "money" else "eq")
    column = next((name for name, pattern in COLUMNS if pattern.search(said.rest)), None)
    return Condition(
        column or BY_KIND.get(numeral.kind, "size"), comparator, numeral.amount, numeral.base_unit
    )

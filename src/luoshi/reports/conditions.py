"""Conditions in the wording of a document: 红灯.数 > 0 且 红榜.数 > 0."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from luoshi.reports import errors
from luoshi.reports.figures import Figure
from luoshi.rules import fields
from luoshi.rules.errors import RulesError

AND: Final = "且"
_TEST: Final = re.compile(r"\s*([^\s<>=≤≥≠]+)\s*(?:(<=|>=|!=|[<>=≤≥≠])\s*(\S+)\s*)?")
_PLAIN: Final = str.maketrans("＜＞＝－．０１２３４５６７８９", "<>=-.0123456789")
_SAME: Final[Mapping[str, str]] = {"<=": "≤", ">=": "≥", "!=": "≠"}
_HOLDS: Final[Mapping[str, Callable[[Decimal, Decimal], bool]]] = {
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "=": lambda a, b: a == b,
    "≤": lambda a, b: a <= b,
    "≥": lambda a, b: a >= b,
    "≠": lambda a, b: a != b,
}


@dataclass(frozen=True, slots=True)
class Test:
    """One comparison; without a comparator: something is known, and it is neither nought nor empty."""

    name: str
    comparator: str = ""
    to: Decimal | str = ""

    def holds(self, figures: Mapping[str, Figure]) -> bool:
        """Whether it is so; what is unknown is never so."""
        value = figures[self.name].value
        if value is None or not self.comparator:
            return bool(value)
        if isinstance(value, Decimal) and isinstance(self.to, Decimal):
            return _HOLDS[self.comparator](value, self.to)
        return (str(value) == str(self.to)) is (self.comparator == "=")


@dataclass(frozen=True, slots=True)
class Condition:
    """Comparisons that hold all together."""

    tests: tuple[Test, ...]

    def holds(self, figures: Mapping[str, Figure]) -> bool:
        """Whether all of them hold."""
        return all(test.holds(figures) for test in self.tests)

    def names(self) -> tuple[str, ...]:
        """The figures it asks for."""
        return tuple(test.name for test in self.tests)


def read(text: str, where: str) -> Condition:
    """A condition from what is typed; raises BadCondition."""
    return Condition(tuple(_read(part, text, where) for part in text.translate(_PLAIN).split(AND)))


def _read(part: str, text: str, where: str) -> Test:
    found = _TEST.fullmatch(part)
    if found is None:
        raise errors.BadCondition(where, text.strip())
    name, comparator, to = found.groups()
    if comparator is None:
        return Test(name)
    comparator = _SAME.get(comparator, comparator)
    value = _value(to)
    if isinstance(value, str) and comparator not in "=≠":
        raise errors.BadCondition(where, text.strip())
    return Test(name, comparator, value)


def _value(text: str) -> Decimal | str:
    try:
        return fields.read_decimal(text, text)
    except RulesError:
        return text

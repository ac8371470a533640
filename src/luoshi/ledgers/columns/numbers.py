"""Numbers with units, stored as integers: the entered number times ``scale`` in the base unit, never a float.

Money is kept in fen, areas and shares in hundredths.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cache
from typing import Any, ClassVar

from luoshi.ledgers.columns.base import WIDE, Column, Finder, as_text
from luoshi.ledgers.errors import BadValue

MULTIPLIERS = {
    "": 1,
    "百": 100,
    "千": 1_000,
    "万": 10_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
}
LARGEST = 2**63 - 1  # what a database's bigint holds
_DIGITS = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?(e[+-]?\d{1,2})?", re.IGNORECASE | re.ASCII)


@cache
def factor(unit: str, base: str) -> Decimal | None:
    """How many ``base`` one ``unit`` is (亿元 → 元: 100000000); None where they are of different kinds."""
    if not unit.endswith(base):
        return None
    prefix = unit.removesuffix(base) if base else unit
    return Decimal(MULTIPLIERS[prefix]) if prefix in MULTIPLIERS else None


def plain(number: Decimal, places: int | None = None) -> str:
    """A decimal as people write it: thousands separated, no exponent, no trailing zeros unless asked."""
    if places is not None:
        return f"{number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,f}"
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True)
class Number(Column):
    """A number with a unit, stored as an integer of ``scale`` parts of the base unit.

    ``grouped`` False is for numbers that are names (a year), which are written without thousands separators.
    """

    unit: str = field(default="", kw_only=True)
    shown: str = field(default="", kw_only=True)
    base: str = field(default="", kw_only=True)
    scale: int = field(default=1, kw_only=True)
    places: int | None = field(default=None, kw_only=True)
    grouped: bool = field(default=True, kw_only=True)

    widget: ClassVar[str] = "number"
    filter: ClassVar[str] = "span"
    numeric: ClassVar[bool] = True
    width: ClassVar[int] = 14
    form: ClassVar[str] = "只填数字，单位见表头；表头括号里可换成同类单位"

    @property
    def entry_unit(self) -> str:
        return self.unit

    @property
    def list_unit(self) -> str:
        return self.shown or self.unit

    @property
    def base_unit(self) -> str:
        return self.base or self.unit

    def parse(self, raw: object, finder: Finder, unit: str = "") -> int | None:
        said = as_text(raw)
        text = said.translate(WIDE)
        text = text.removesuffix("%").rstrip() if self.unit == "%" else text
        if not text:
            return None
        try:
            number = Decimal(text.replace(",", "") if _DIGITS.fullmatch(text) else "NaN")
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_nan():
            raise BadValue(f"“{said}”不是数字，请只填数字，不带单位和文字。")
        return self.stored(number, unit or self.unit, said)

    def batch(
        self, raws: Sequence[object], finder: Finder, unit: str = ""
    ) -> tuple[list[Any], dict[int, str]]:
        """As ever; a number that is one in the file takes a short way, which the long one would agree with.

        An integer x below 10^15 over a power of ten has at most fifteen digits, and two decimals of at most fifteen
        digits are never the same double: where x over the power is the cell's own double, x is what it says.
        """
        times = factor(unit or self.unit, self.base_unit)
        parts = int(times * self.scale) if times else 0
        if str(parts).strip("0") != "1" or type(self).parse is not Number.parse:
            return super().batch(raws, finder, unit)
        found: list[Any] = []
        rest: dict[int, object] = {}
        for place, raw in enumerate(raws):
            if type(raw) is float and -1e15 < raw < 1e15:
                exact = round(raw * parts)
                if exact / parts == raw and -(10**15) < exact < 10**15:
                    found.append(exact)
                    continue
            found.append(None)
            if raw is not None:
                rest[place] = raw
        values, wrong = super().batch(list(rest.values()), finder, unit)
        places = list(rest)
        for place, value in zip(places, values, strict=True):
            found[place] = value
        return found, {places[at]: sentence for at, sentence in wrong.items()}

    def stored(self, number: Decimal, unit: str, raw: str = "") -> int:
        """The integer to store for a number in ``unit``; refused where it would have to be rounded."""
        times = factor(unit, self.base_unit)
        if times is None:
            raise BadValue(f"单位“{unit}”与本列的“{self.unit}”不是同一种量，请改用“{self.unit}”。")
        exact = number * times * self.scale
        if exact != exact.to_integral_value():
            raise BadValue(
                f"“{raw or number}”的小数位太多，最多精确到{plain(Decimal(1) / self.scale)}{self.base_unit}。"
            )
        if abs(exact) > LARGEST:
            raise BadValue(f"“{raw or number}”太大了，请核对数值和单位“{unit}”。")
        return int(exact)

    def number(self, value: int, unit: str) -> Decimal:
        """The stored value in ``unit``."""
        times = factor(unit, self.base_unit)
        if times is None:
            raise BadValue(f"单位“{unit}”与本列的“{self.unit}”不是同一种量。")
        return Decimal(value) / (self.scale * times)

    def exactly(self, value: int, unit: str) -> str:
        """All digits of a stored value in ``unit``, thousands separated, no trailing zeros."""
        parts = int((factor(unit, self.base_unit) or 0) * self.scale)
        places = len(str(parts)) - 1
        if not parts or parts != 10**places:
            return plain(self.number(value, unit))
        whole, rest = divmod(abs(value), parts)
        sign, decimals = "-" if value < 0 else "", f"{rest:0{places}d}".rstrip("0") if rest else ""
        return f"{sign}{whole:,}{'.' if decimals else ''}{decimals}"

    def show(self, value: int | None) -> str:
        if value is None:
            return "–"
        text = plain(self.number(value, self.list_unit), self.places)
        return text if self.grouped else text.replace(",", "")

    def entered(self, value: int | None) -> str:
        return "" if value is None else plain(self.number(value, self.unit)).replace(",", "")

    def cell(self, value: int | None) -> Decimal | None:
        return None if value is None else self.number(value, self.unit)

    def condition(self, text: str) -> int:
        try:
            return self.stored(Decimal(text), self.base_unit, text)
        except InvalidOperation as bad:
            raise BadValue(f"条件里的“{text}”不是数字。") from bad


@dataclass(frozen=True)
class Money(Number):
    """An amount of money, stored in fen (or cents); entered in ``unit``, listed in ``shown``."""

    unit: str = field(default="元", kw_only=True)
    base: str = field(default="元", kw_only=True)
    scale: int = field(default=100, kw_only=True)
    places: int | None = field(default=2, kw_only=True)


@dataclass(frozen=True)
class Area(Number):
    """An area, stored in hundredths of its unit (亩, 平方米)."""

    unit: str = field(default="亩", kw_only=True)
    scale: int = field(default=100, kw_only=True)


@dataclass(frozen=True)
class Share(Number):
    """A percentage, stored in hundredths of a per cent."""

    unit: str = field(default="%", kw_only=True)
    scale: int = field(default=100, kw_only=True)
    places: int | None = field(default=1, kw_only=True)

    form: ClassVar[str] = "只填数字，25.5 表示 25.5%；单元格不要设成百分比格式"

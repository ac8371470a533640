"""What a column is: how one field is entered, shown, imported, exported, and what a bad value is told.

A field appears once in ``models.py`` and once here. Numbers with units are stored as integers: a stored
value is the entered one times ``scale`` in the base unit (money in fen, areas in hundredths), never a float.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cache
from typing import Any, ClassVar, Protocol

from django.db.models import Model

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
_WIDE = str.maketrans("０１２３４５６７８９．－，％", "0123456789.-,%")
_BLANKS = str.maketrans("\u3000\xa0", "  ")
_UNSEEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u2060\ufeff]")
_DIGITS = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?(e[+-]?\d{1,2})?", re.IGNORECASE | re.ASCII)
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+0?0:00(?::00)?)?")
_MONTH = re.compile(r"(\d{4})\s*(?:[-/.年])?\s*(\d{1,2})\s*月?")


class Finder(Protocol):
    """Finds a row of a ledger by what people write: its identity or its label."""

    def find(self, ledger: str, text: str) -> Model:
        """The one row so named, or :class:`BadValue` with a sentence."""


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
class Column:
    """One field of a ledger."""

    name: str
    title: str = field(default="", kw_only=True)
    help: str = field(default="", kw_only=True)
    sample: str = field(default="", kw_only=True)
    derived: bool = field(default=False, kw_only=True)
    listed: bool = field(default=True, kw_only=True)

    widget: ClassVar[str] = "text"
    numeric: ClassVar[bool] = False

    @property
    def entry_unit(self) -> str:
        """The unit in which a value is entered and exported; "" where there is none."""
        return ""

    @property
    def list_unit(self) -> str:
        """The unit in which a value is shown in lists."""
        return self.entry_unit

    def parse(self, raw: object, finder: Finder, unit: str = "") -> Any:
        """The value to store for a cell or a form field; None for empty; :class:`BadValue` otherwise."""
        text = as_text(raw)
        return self.from_text(text, finder) if text else None

    def from_text(self, text: str, finder: Finder) -> Any:
        """The value to store for a text that is not empty."""
        return text

    def of(self, row: Model) -> Any:
        """The stored value of a row."""
        return getattr(row, self.name)

    def show(self, value: Any) -> str:
        """The value as a list shows it; – for none."""
        return "–" if value in (None, "") else str(value)

    def entered(self, value: Any) -> str:
        """The value as a form field holds it."""
        return "" if value is None else str(value)

    def written(self, value: Any) -> str:
        """The value as people read it and an import takes it back, as csv and the trail have it; "" for none."""
        return self.entered(value)

    def cell(self, value: Any) -> Any:
        """The value as a workbook cell: text, Decimal, date or None."""
        return self.written(value) or None

    def condition(self, text: str) -> Any:
        """The stored value that a condition's text stands for, or :class:`BadValue`."""
        return text


def as_text(raw: object) -> str:
    """A cell or a form field as trimmed text.

    A float has the fifteen digits that a spreadsheet shows, a whole one no point; a date at midnight no time;
    lines end with one character, and characters that nobody sees are dropped.
    """
    if raw is None:
        return ""
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() else f"{raw:.15g}"
    if isinstance(raw, datetime.datetime) and raw.time() == datetime.time():
        return raw.date().isoformat()
    text = str(raw)
    if not text.isprintable() or "\u3000" in text:
        text = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_BLANKS)
    return text.strip()


@dataclass(frozen=True)
class Text(Column):
    """A line of text, or a paragraph."""

    long: bool = field(default=False, kw_only=True)


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
    numeric: ClassVar[bool] = True

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
        text = said.translate(_WIDE)
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


@dataclass(frozen=True)
class Day(Column):
    """A calendar day."""

    widget: ClassVar[str] = "date"

    def parse(self, raw: object, finder: Finder, unit: str = "") -> datetime.date | None:
        if isinstance(raw, datetime.datetime):
            return raw.date()
        if isinstance(raw, datetime.date):
            return raw
        text = as_text(raw).translate(_WIDE)
        if not text:
            return None
        found = _DAY.fullmatch(text) or re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text)
        try:
            if found:
                return datetime.date(*(int(part) for part in found.groups()))
        except ValueError:
            pass
        raise BadValue(f"“{as_text(raw)}”不是日期，请写成 2026-03-01 的样子。")

    def show(self, value: datetime.date | None) -> str:
        return value.isoformat() if value else "–"

    def entered(self, value: datetime.date | None) -> str:
        return value.isoformat() if value else ""

    def cell(self, value: datetime.date | None) -> datetime.date | None:
        return value

    def condition(self, text: str) -> datetime.date:
        try:
            return datetime.date.fromisoformat(text)
        except ValueError as bad:
            raise BadValue(f"条件里的“{text}”不是日期。") from bad


@dataclass(frozen=True)
class Month(Column):
    """A month, stored as the integer yyyymm."""

    widget: ClassVar[str] = "month"

    def parse(self, raw: object, finder: Finder, unit: str = "") -> int | None:
        if isinstance(raw, datetime.date):
            return raw.year * 100 + raw.month
        text = as_text(raw).translate(_WIDE)
        if not text:
            return None
        found = _MONTH.fullmatch(text)
        if found and 1 <= int(found[2]) <= 12:
            return int(found[1]) * 100 + int(found[2])
        raise BadValue(f"“{as_text(raw)}”不是月份，请写成 2026-03 的样子。")

    def show(self, value: int | None) -> str:
        return f"{value // 100}年{value % 100}月" if value else "–"

    def entered(self, value: int | None) -> str:
        return f"{value // 100}-{value % 100:02d}" if value else ""

    def condition(self, text: str) -> int:
        found = _MONTH.fullmatch(text)
        if not found or not 1 <= int(found[2]) <= 12:
            raise BadValue(f"条件里的“{text}”不是月份。")
        return int(found[1]) * 100 + int(found[2])


@dataclass(frozen=True)
class Choice(Column):
    """One of a few words; ``choices`` are (stored, shown), as the model's field has them."""

    choices: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)

    widget: ClassVar[str] = "select"

    def from_text(self, text: str, finder: Finder) -> str:
        for stored, shown in self.choices:
            if text in (stored, shown):
                return stored
        raise BadValue(
            f"“{text}”不在可选范围内，请从“{'、'.join(shown for _, shown in self.choices)}”中选一个。"
        )

    def show(self, value: str | None) -> str:
        return dict(self.choices).get(value or "", value or "–")

    def written(self, value: str | None) -> str:
        return self.show(value) if value else ""

    def condition(self, text: str) -> str:
        return next((stored for stored, shown in self.choices if text in (stored, shown)), text)


@dataclass(frozen=True)
class Flag(Column):
    """Yes or no."""

    widget: ClassVar[str] = "flag"

    def from_text(self, text: str, finder: Finder) -> bool:
        if text.lower() in ("是", "有", "1", "true", "on", "√"):
            return True
        if text.lower() in ("否", "无", "0", "false", "×"):
            return False
        raise BadValue(f"“{text}”看不懂，请填“是”或“否”。")

    def show(self, value: bool | None) -> str:
        return "–" if value is None else "是" if value else "否"

    def written(self, value: bool | None) -> str:
        return "" if value is None else self.show(value)

    def condition(self, text: str) -> bool:
        return text in ("true", "是", "1")


@dataclass(frozen=True)
class Link(Column):
    """A row of another ledger, written by its identity or its label."""

    to: str = field(kw_only=True)

    widget: ClassVar[str] = "link"

    def from_text(self, text: str, finder: Finder) -> Model:
        return finder.find(self.to, text)

    def show(self, value: Model | None) -> str:
        return str(value) if value else "–"

    def entered(self, value: Model | None) -> str:
        return str(value) if value else ""

    def condition(self, text: str) -> int:
        if not text.isdecimal():
            raise BadValue(f"条件里的“{text}”不是行的编号。")
        return int(text)

"""Formulas over figures: read, printed, checked by their units and worked out exactly; pure.

A formula is typed by a person: ``开工项目数 / 签约项目数 * 100``, ``[甲] - [乙]``, ``合计(甲, 乙) / 12``. It knows + - * / and
parentheses, numbers (100, 0.5, 2亿元) and names; what a name stands for is said elsewhere. Nothing is ever executed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal

from luoshi.ledgers import units
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.units import NONE, PER_CENT, Unit

LONGEST = 400
DEEPEST = 20
TOTAL = "合计"
Sign = Literal["+", "-", "*", "/"]
ACTS: Final[Mapping[Sign, str]] = {"+": "相加", "-": "相减", "*": "相乘", "/": "相除"}
_HALF = str.maketrans("（）＋－−×＊÷／，、％．　", "()+--**//,,%. ")
_BRACKETS = str.maketrans("【】［］", "[][]")
_APART = re.compile(r"(\[[^\]]*\]|《[^》]*》)")  # names are left as they are
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)(?P<unit>[^\W\d_]+|%)?"
    r"|\[(?P<quoted>[^\[\]]*)\]|(?P<bare>(?:《[^《》\[\]]+》)?[^\W\d_]\w*)|(?P<sign>[-+*/(),]))"
)
_BARE = re.compile(r"(?:《[^《》\[\]]+》)?[^\W\d_]\w*")


class BadFormula(BadValue):
    """A formula that cannot be read, or whose units do not go together."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, with the unit behind it."""

    value: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """What stands for a figure."""

    name: str


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of figures."""

    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Calc:
    """Two things put together by a sign."""

    sign: Sign
    left: Formula
    right: Formula


Formula = Number | Name | Total | Calc


# Read and print


@lru_cache(maxsize=1024)
def parse(text: str) -> Formula:
    """A formula from its text; :class:`BadFormula` says in a sentence what is wrong and where."""
    if len(text) > LONGEST:
        raise BadFormula(f"公式太长，最多 {LONGEST} 个字。")
    parts = _APART.split(text.translate(_BRACKETS))
    return _Reader("".join(p if at % 2 else p.translate(_HALF) for at, p in enumerate(parts))).formula()


class _Reader:
    """Reads one formula from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(_tokens(text))
        self._at = 0
        self._depth = 0

    def formula(self) -> Formula:
        if not self._tokens:
            raise BadFormula("还没有写公式，例如：开工项目数 / 签约项目数 * 100。")
        found = self._sum()
        if self._at < len(self._tokens):
            raise BadFormula(f"“{self._shown()}”前面缺少 + - * / 或者多了一个括号。")
        return found

    def _sum(self) -> Formula:
        found = self._product()
        while (sign := self._taken("+", "-")) is not None:
            found = Calc(sign, found, self._product())
        return found

    def _product(self) -> Formula:
        found = self._one()
        while (sign := self._taken("*", "/")) is not None:
            found = Calc(sign, found, self._one())
        return found

    def _one(self) -> Formula:
        if self._at == len(self._tokens):
            raise BadFormula("公式没有写完，末尾还缺一项。")
        token = self._tokens[self._at]
        if isinstance(token, str):
            return self._within() if token == "(" else self._missing()
        self._at += 1
        if token == Name(TOTAL) and self._tokens[self._at : self._at + 1] == ["("]:
            return self._total()
        return token

    def _within(self) -> Formula:
        self._at, self._depth = self._at + 1, self._depth + 1
        if self._depth > DEEPEST:
            raise BadFormula(f"括号套得太深，最多 {DEEPEST} 层。")
        found = self._sum()
        self._close()
        self._depth -= 1
        return found

    def _total(self) -> Formula:
        names: list[Name] = []
        while not names or self._tokens[self._at : self._at + 1] == [","]:
            self._at += 1
            token = self._tokens[self._at] if self._at < len(self._tokens) else ")"
            if not isinstance(token, Name):
                raise BadFormula(f"“{TOTAL}”的括号里只写指标名，用逗号隔开。")
            names.append(token)
            self._at += 1
        self._close()
        return Total(tuple(names))

    def _close(self) -> None:
        if self._tokens[self._at : self._at + 1] != [")"]:
            raise BadFormula("括号没有配对，请补上右括号。")
        self._at += 1

    def _taken(self, one: Sign, other: Sign) -> Sign | None:
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        for sign in (one, other):
            if token == sign:
                self._at += 1
                return sign
        return None

    def _missing(self) -> Formula:
        raise BadFormula(f"“{self._shown()}”前面缺少一个指标名或数。")

    def _shown(self) -> str:
        token = self._tokens[self._at]
        return token if isinstance(token, str) else printed(token)


def _tokens(text: str) -> Iterator[Number | Name | str]:
    at, end = 0, len(text.rstrip())
    while at < end:
        found = _TOKEN.match(text, at)
        if found is None:
            raise BadFormula(f"不认识“{text[at:].strip()[:1]}”。名字里有符号的，请放进方括号：[名字]。")
        yield _token(found)
        at = found.end()


def _token(found: re.Match[str]) -> Number | Name | str:
    if number := found["number"]:
        unit = found["unit"] or ""
        if unit and not units.known(unit):
            raise BadFormula(f"“{number}{unit}”以数字开头，如果是名字，请放进方括号：[{number}{unit}]。")
        return Number(Decimal(number), unit)
    if sign := found["sign"]:
        return sign
    name = (found["bare"] or found["quoted"] or "").strip()
    if not name:
        raise BadFormula("方括号里没有写名字。")
    return Name(name)


def printed(formula: Formula) -> str:
    """A formula as text that is read as the same formula."""
    match formula:
        case Number(value, unit):
            return f"{value:f}{unit}"
        case Name(name):
            return name if _BARE.fullmatch(name) and name != TOTAL else f"[{name}]"
        case Total(names):
            return f"{TOTAL}({', '.join(printed(name) for name in names)})"
        case Calc(sign, left, right):
            before = _enclosed(left, sign in "*/" and _is_sum(left))
            after = _enclosed(right, _is_sum(right) or (sign in "*/" and isinstance(right, Calc)))
            return f"{before} {sign} {after}"


def _is_sum(formula: Formula) -> bool:
    return isinstance(formula, Calc) and formula.sign in "+-"


def _enclosed(formula: Formula, enclose: bool) -> str:
    return f"({printed(formula)})" if enclose else printed(formula)


def names(formula: Formula) -> tuple[str, ...]:
    """The names in a formula, each once, as they come."""
    return tuple(dict.fromkeys(_named(formula)))


def _named(formula: Formula) -> Iterator[str]:
    match formula:
        case Name(name):
            yield name
        case Total(every):
            yield from (each.name for each in every)
        case Calc(_, left, right):
            yield from _named(left)
            yield from _named(right)


def renamed(formula: Formula, names: Mapping[str, str]) -> Formula:
    """The same formula with other names."""
    match formula:
        case Name(name):
            return Name(names.get(name, name))
        case Total(every):
            return Total(tuple(Name(names.get(each.name, each.name)) for each in every))
        case Calc(sign, left, right):
            return Calc(sign, renamed(left, names), renamed(right, names))
    return formula


# Units


@dataclass(frozen=True, slots=True)
class Kind:
    """What something in a formula is: its unit; a ``rate`` is never added up; a ``number`` was typed."""

    unit: Unit
    rate: bool = False
    number: bool = False


def kind_of(formula: Formula, given: Mapping[str, Kind]) -> Kind:
    """What a formula comes to, by what its names stand for; :class:`BadFormula` where that makes no sense."""
    match formula:
        case Number(value, unit):
            return Kind(units.read(unit)[1] if unit else PER_CENT if value == 100 else NONE, number=True)
        case Name(name):
            return given[name]
        case Total(every):
            found = kind_of(every[0], given)
            for each in every[1:]:
                found = _added("+", found, kind_of(each, given), printed(each))
            return found
        case Calc(sign, left, right):
            one, other = kind_of(left, given), kind_of(right, given)
            if sign in "+-":
                return _added(sign, one, other, printed(right))
            return _multiplied(sign, one, other)


def _added(sign: Sign, one: Kind, other: Kind, said: str) -> Kind:
    if one.unit != other.unit:
        if {one.unit, other.unit} == {NONE, PER_CENT}:
            raise BadFormula(
                f"“{said}”和前面的一项，一个是比值，一个是百分数，请先把比值乘以 100 再{ACTS[sign]}。"
            )
        raise BadFormula(
            f"“{said}”以“{_shown(other.unit)}”计，前面的一项以“{_shown(one.unit)}”计，不是同一种量，不能{ACTS[sign]}。"
        )
    if sign == "+" and one.rate and other.rate:
        raise BadFormula(f"“{said}”和前面的一项都是比率，比率不能相加；请分别写出分子、分母再相除。")
    return Kind(one.unit, one.rate or other.rate, one.number and other.number)


def _multiplied(sign: Sign, one: Kind, other: Kind) -> Kind:
    number = one.number and other.number
    if sign == "/":
        return Kind(one.unit / other.unit, one.rate if other.number else not number, number)
    rate = (one.rate or one.number) and (other.rate or other.number) and not number
    return Kind(one.unit * other.unit, rate, number)


def _shown(unit: Unit) -> str:
    return str(unit) or "没有单位的数"


def check(formula: Formula, given: Mapping[str, Kind], unit: str) -> None:
    """Refuse a formula whose result is not of a unit's kind (亿元, %)."""
    found, wanted = kind_of(formula, given).unit, units.read(unit)[1]
    if found.alike(wanted):
        return
    if found == NONE and wanted == PER_CENT:
        raise BadFormula("结果是一个比值，目标以“%”计，请在公式末尾乘以 100。")
    if "%" in dict(found.kinds) and wanted != PER_CENT:
        raise BadFormula(f"结果以“{found}”计，目标以“{unit}”计：结果里多乘了一个 100 或百分数，请除以 100。")
    raise BadFormula(f"结果以“{_shown(found)}”计，目标以“{unit}”计，不是同一种量，不能换算。")


# Values


class _Unknown(Exception):
    """What a formula cannot come to, as a sentence."""


def worked_out(
    formula: Formula, given: Mapping[str, tuple[Decimal | None, str]], unit: str
) -> tuple[Decimal | None, str]:
    """What a formula comes to in a unit, by the values and units of its names; where to nothing, the sentence why."""
    try:
        found = value(formula, {name: _base(*each) for name, each in given.items()})
    except _Unknown as nothing:
        return None, str(nothing)
    found /= units.read(unit)[0]
    return Decimal(found.numerator) / found.denominator, ""


def _base(number: Decimal | None, unit: str) -> Fraction | None:
    return None if number is None else Fraction(number) * units.read(unit)[0]


def value(formula: Formula, given: Mapping[str, Fraction | None]) -> Fraction:
    """The same exactly, with everything in base units."""
    match formula:
        case Number(number, unit):
            return Fraction(number) * (units.read(unit)[0] if unit else 1)
        case Name(name):
            found = given[name]
            if found is None:
                raise _Unknown(f"“{name}”还没有数，公式得不出结果。")
            return found
        case Total(every):
            return sum((value(each, given) for each in every), Fraction(0))
        case Calc(sign, left, right):
            return _put_together(sign, value(left, given), value(right, given), right)


def _put_together(sign: Sign, one: Fraction, other: Fraction, right: Formula) -> Fraction:
    if sign == "+":
        return one + other
    if sign == "-":
        return one - other
    if sign == "*":
        return one * other
    if not other:
        raise _Unknown(f"“{printed(right)}”是 0，不能作除数，公式得不出结果。")
    return one / other

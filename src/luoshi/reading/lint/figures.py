"""Written numbers as exact intervals: how far a figure may be off by the digits that were written."""

from __future__ import annotations

from decimal import Decimal

from luoshi.reading.contract import exact
from luoshi.reading.lint import words
from luoshi.reading.model import Quantity

Interval = tuple[Decimal, Decimal]

ENDLESS = Decimal("Infinity")
_HALF = Decimal("0.5")
_ROUND = Decimal("0.01")  # a figure that ends in zeros may be round by this share of itself
_ABOUT = Decimal("0.05")  # what 约 and 左右 leave open


def size(one: Quantity) -> Decimal:
    """What one of the written unit is in the base unit: 100000000 for 亿元."""
    return one.amount / one.value if one.value else Decimal(1)


def half(one: Quantity) -> Decimal:
    """Half of the last written digit, in the base unit; a plain count is exact."""
    places = int(one.value.as_tuple().exponent)
    if places >= 0 and one.base_unit != "%" and size(one) == 1:
        return Decimal(0)
    return _HALF * Decimal(1).scaleb(min(places, 0)) * size(one)


def rounded(one: Quantity) -> Decimal:
    """The same where zeros at the end may be rounding too, as in a target of 4200: at most one hundredth."""
    digits = exact(one.value)
    zeros = 0 if "." in digits else len(digits) - len(digits.rstrip("0"))
    loose = min(_HALF * Decimal(10) ** zeros * size(one), one.amount * _ROUND) if zeros else Decimal(0)
    return max(half(one), loose)


def interval(one: Quantity, slack: Decimal) -> Interval:
    """What the promise allows, in the base unit: 不低于 has no upper end."""
    high = one.amount if one.high is None else one.high * size(one)
    match one.comparator:
        case "ge" | "gt":
            return one.amount - slack, ENDLESS
        case "le" | "lt":
            return -ENDLESS, one.amount + slack
        case "approx":
            return one.amount * (1 - _ABOUT), one.amount * (1 + _ABOUT)
        case _:
            return one.amount - slack, high + slack


def apart(one: Interval, other: Interval) -> bool:
    """Whether two intervals have nothing in common."""
    return one[1] < other[0] or other[1] < one[0]


def number(one: Quantity) -> str:
    """The number as promised: 不少于25个, 8至10个, 增长9%."""
    high = f"至{exact(one.high)}" if one.high is not None else ""
    basis = "" if words.GROWN.search(one.indicator) and one.basis == "increment" else words.BASES[one.basis]
    return f"{basis}{words.COMPARATORS[one.comparator]}{exact(one.value)}{high}{unit(one)}"


def bare(one: Quantity) -> str:
    """The number alone, with its unit."""
    return f"{exact(one.value)}{unit(one)}"


def unit(one: Quantity) -> str:
    """The unit as it is spoken: 个工作日."""
    return f"个{one.unit}" if one.unit == "工作日" else one.unit


def share(value: Decimal) -> str:
    """A percentage to two places, with 约 where that is not exact."""
    cut = value.quantize(Decimal("0.01"))
    return f"{'' if cut == value else '约'}{exact(cut)}%"

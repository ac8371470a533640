"""One reading as JSON values, exactly as the contract of readings says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from decimal import Decimal
from typing import Any

from luoshi.reading.model import Commitment, Condition, Heading, Milestone, Quantity, Reading

Value = Any


def to_json(reading: Reading) -> dict[str, Value]:
    """The reading as dict, list, str, int, float, bool and None only.

    ``value`` and ``high`` are numbers in the written unit, ``amount`` and a milestone's ``investment`` exact decimal
    strings in the base unit; ``section`` is an index into ``outline``.
    """
    return {
        "document": _plain(reading.document),
        "repairs": [_plain(one) for one in reading.repairs],
        "outline": [_heading(one) for one in reading.outline],
        "commitments": [_commitment(one) for one in reading.commitments],
        "problems": [_plain(one) for one in reading.problems],
    }


def exact(number: Decimal) -> str:
    """A decimal without exponent and without idle zeros: 6400000000, 9.8."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _plain(one: Any) -> dict[str, Value]:
    return {f.name: getattr(one, f.name) for f in fields(one)}


def _heading(one: Heading) -> dict[str, Value]:
    return _plain(one)


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _condition(one: Condition) -> dict[str, Value]:
    return {"column": one.column, "comparator": one.comparator, "value": exact(one.value), "unit": one.unit}


def _quantity(one: Quantity) -> dict[str, Value]:
    return {
        "value": _number(one.value),
        "high": _number(one.high),
        "amount": exact(one.amount),
        "conditions": [_condition(c) for c in one.conditions],
    }


def _milestone(one: Milestone) -> dict[str, Value]:
    return {"investment": None if one.investment is None else exact(one.investment)}


_SPECIAL: dict[type, Callable[[Any], dict[str, Value]]] = {Quantity: _quantity, Milestone: _milestone}


def _commitment(one: Commitment) -> dict[str, Value]:
    special = _SPECIAL.get(type(one), lambda _: {})(one)
    whole = {"kind": one.kind, **_plain(one), **special}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in whole.items()}

"""Whether a model's conditions hold, asked of values at hand instead of the database."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from itertools import repeat
from typing import Any

from django.db import models
from django.db.models import F, Q

Columns = Mapping[str, Sequence[Any]]
Bits = list[bool]
_ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}


class Foreign(Exception):
    """A condition in which there is something that only a database understands."""


def holds(row: models.Model, constraint: models.BaseConstraint) -> bool:
    """Whether a row certainly keeps a check; False also where only the database can tell."""
    if not isinstance(constraint, models.CheckConstraint):
        return False
    values = {f.attname: (getattr(row, f.attname),) for f in row._meta.concrete_fields}
    values |= {f.name: values[f.attname] for f in row._meta.concrete_fields}
    try:
        return not false(constraint.condition, values)[0]
    except (Foreign, TypeError):  # a value that was not cleaned is like none
        return False


def understood(model: type[models.Model], condition: Any) -> bool:
    """Whether a condition can be asked of values."""
    nothing = {f.attname: () for f in model._meta.concrete_fields}
    nothing |= {f.name: () for f in model._meta.concrete_fields}
    try:
        false(condition, nothing)
    except Foreign:
        return False
    return True


def false(condition: Any, columns: Columns, negated: bool = False) -> Bits:
    """Where a condition is certainly false, as SQL counts: what compares with nothing is neither true nor false."""
    return _where(condition, columns, True, negated)


def _where(condition: Any, columns: Columns, false: bool, negated: bool) -> Bits:
    if not isinstance(condition, Q):
        raise Foreign
    if condition.negated:
        if negated:  # Django adds to what it negates; twice around that is left to the database
            raise Foreign
        return _joined(condition, columns, not false, True)
    return _joined(condition, columns, false, negated)


def _joined(condition: Q, columns: Columns, false: bool, negated: bool) -> Bits:
    parts = [
        _leaf(child[0], child[1], columns, false)
        if isinstance(child, tuple)
        else _where(child, columns, false, negated)
        for child in condition.children
    ]
    if not parts or condition.connector not in (Q.AND, Q.OR):
        raise Foreign
    join = operator.or_ if (condition.connector == Q.AND) == false else operator.and_
    found, *others = parts
    for other in others:
        found = list(map(join, found, other))
    return found


def _leaf(path: str, value: Any, columns: Columns, false: bool) -> Bits:
    name, _, lookup = path.partition("__")
    held = columns.get(name)
    if held is None:
        raise Foreign
    if lookup == "isnull":
        empty = bool(value) != false
        return [(each is None) == empty for each in held]
    other: Sequence[Any] | None = None
    if isinstance(value, F):
        other = columns.get(value.deconstruct()[1][0])
        if other is None:
            raise Foreign
    elif hasattr(value, "resolve_expression") or value is None:
        raise Foreign
    if lookup == "in" and other is None:
        among = set(value)
        return [each is not None and (each in among) != false for each in held]
    if lookup in ("", "exact"):
        pairs = zip(held, repeat(value) if other is None else other, strict=False)
        return [a is not None and b is not None and (a == b) != false for a, b in pairs]
    if lookup not in _ORDERS or isinstance(value, str):
        raise Foreign
    ordered = _ORDERS[lookup]
    pairs = zip(held, repeat(value) if other is None else other, strict=False)
    return [a is not None and b is not None and ordered(a, b) != false for a, b in pairs]

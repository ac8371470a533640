"""A model's named checks and its fields' own, asked of whole columns instead of one instance after the other.

What is found here is a doubt, not a verdict: the sentences come from the model itself. What cannot be asked of columns
(see :func:`judged_by_database`) is tried out on the database before anybody is told that all is well.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import repeat
from typing import Any

from django.core import validators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Row

Columns = Mapping[str, Sequence[Any]]
Bits = list[bool]
AnyField = models.Field[Any, Any]
_ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}


class Foreign(Exception):
    """A condition in which there is something that only a database understands."""


def broken(model: type[Row], columns: Columns) -> set[int]:
    """The places of rows that one of the model's checks refuses; ``columns`` are stored values by attribute."""
    found: set[int] = set()
    for condition in _conditions(model):
        try:
            found.update(place for place, bit in enumerate(false(condition, columns)) if bit)
        except Foreign:
            continue
    return found


def judged_by_database(ledger: Ledger, written: Sequence[Columns]) -> bool:
    """Whether something of the model's is beyond columns: a uniqueness beside the identity, a condition of another kind.

    ``written`` are the rows' columns by name; what is empty in one of its fields is never twice there.
    """
    model = ledger.model
    apart = {frozenset({f.name}) for f in model._meta.concrete_fields if f.unique and not f.primary_key}
    apart |= {frozenset(names) for names in model._meta.unique_together}
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            plain = not (constraint.condition or constraint.expressions) and constraint.nulls_distinct is None
            apart.add(frozenset(constraint.fields) if plain else frozenset({""}))
        elif not isinstance(constraint, models.CheckConstraint) or not _understood(
            model, constraint.condition
        ):
            return True
    apart -= {frozenset(ledger.identity)}
    return any("" in names or _filled(names, columns) for names in apart for columns in written)


def _filled(names: Collection[str], columns: Columns) -> bool:
    """Whether a row holds something in each of these fields."""
    return any(None not in values for values in zip(*(columns[name] for name in names), strict=True))


def _conditions(model: type[Row]) -> list[Any]:
    return [c.condition for c in model._meta.constraints if isinstance(c, models.CheckConstraint)]


def _understood(model: type[Row], condition: Any) -> bool:
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


def unfit(field: AnyField, values: Sequence[Any]) -> set[int]:
    """The places of values that a field's own checks refuse; links are found by name and need none."""
    if field.is_relation:
        return set()
    fits = _fits(field)
    plain = not isinstance(field, models.JSONField)
    keys = values if plain else list(map(repr, values))  # what JSON holds cannot be looked up by itself
    bad = {key for key, value in dict(zip(keys, values, strict=True)).items() if not fits(value)}
    return {place for place, key in enumerate(keys) if key in bad} if bad else set()


def _fits(field: AnyField) -> Callable[[Any], bool]:
    words = {stored for stored, _ in field.flatchoices} if field.choices else None
    tests = [_test(validator) for validator in field.validators]

    def fits(value: Any) -> bool:
        if value in field.empty_values:
            return bool(field.blank)
        return (words is None or value in words) and all(test(value) for test in tests)

    return fits


def _test(validator: Any) -> Callable[[Any], bool]:
    """A validator as a question; the frequent ones without the detour of an exception."""
    limit = getattr(validator, "limit_value", None)
    if type(validator) is validators.MaxLengthValidator and isinstance(limit, int):
        return lambda value: len(value) <= limit
    if type(validator) is validators.MinValueValidator and isinstance(limit, int):
        return lambda value: bool(value >= limit)
    if type(validator) is validators.MaxValueValidator and isinstance(limit, int):
        return lambda value: bool(value <= limit)
    if type(validator) is validators.ProhibitNullCharactersValidator:
        return lambda value: "\0" not in str(value)

    def passes(value: Any) -> bool:
        try:
            validator(value)
        except ValidationError:
            return False
        return True

    return passes

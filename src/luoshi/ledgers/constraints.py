"""A model's named checks and its fields' own, asked of whole columns instead of one instance after the other.

What is found here is a doubt, not a verdict: the sentences come from the model itself. What cannot be asked of columns
(see :func:`judged_by_database`) is tried out on the database before anybody is told that all is well.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from django.core import validators
from django.core.exceptions import ValidationError
from django.db import models

from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.holding import Columns, Foreign, false, understood
from luoshi.ledgers.models import Row

AnyField = models.Field[Any, Any]


def broken(model: type[Row], columns: Columns) -> set[int]:
    """The places of rows that one of the model's checks refuses; ``columns`` are stored values by attribute."""
    found: set[int] = set()
    for condition in _conditions(model):
        try:
            found.update(place for place, bit in enumerate(false(condition, columns)) if bit)
        except Foreign:
            continue
    return found


def judged_by_database(ledger: Ledger, written: Iterable[Columns]) -> bool:
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
        elif not isinstance(constraint, models.CheckConstraint) or not understood(
            model, constraint.condition
        ):
            return True
    apart -= {frozenset(ledger.identity)}
    if not apart or frozenset({""}) in apart:
        return bool(apart)
    return any(_filled(names, columns) for columns in written for names in apart)


def _filled(names: Collection[str], columns: Columns) -> bool:
    """Whether a row holds something in each of these fields."""
    return any(None not in values for values in zip(*(columns[name] for name in names), strict=True))


def _conditions(model: type[Row]) -> list[Any]:
    return [c.condition for c in model._meta.constraints if isinstance(c, models.CheckConstraint)]


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

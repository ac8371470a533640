"""What of a ledger stands in a lake: its declared columns as the tables store them, its key, and the zone."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from django.db import models

from luoshi.ledgers import terms
from luoshi.ledgers.definition import Ledger

ZONE = "zone"
UNDATED = 0  # the month of rows without a date
KINDS: tuple[tuple[type[models.Field[Any, Any]], str], ...] = (
    (models.IntegerField, "int64"),  # the larger and the automatic ones are of it
    (models.BooleanField, "bool"),
    (models.DateTimeField, "string"),  # … which is a DateField to Python
    (models.DateField, "date32"),
    (models.CharField, "string"),
    (models.TextField, "string"),
    (models.FileField, "string"),
    (models.JSONField, "json"),
)


def columns(ledger: Ledger) -> dict[str, str]:
    """The columns of a ledger's files, with their kinds; links by the key that they lead to."""
    names = {ledger.model._meta.pk.name: None}
    if ledger.unit and ledger.unit != "pk":
        names[ledger.unit.partition("__")[0]] = None
    names |= {c.name: None for c in ledger.columns if ledger.keeps(c)}
    fields = [ledger.field_named(name) for name in names]
    return {ZONE: "string"} | {field.attname: kind(field) for field in fields}


def judged(ledger: Ledger) -> list[str]:
    """The columns that machines keep: they may change where the trail names no row."""
    return [ledger.field(c).attname for c in ledger.columns if c.derived and ledger.keeps(c)]


def kind(field: models.Field[Any, Any]) -> str:
    """How a field's values are stored in files: int64, bool, date32, string, or json as text."""
    if isinstance(field, models.ForeignKey):
        return kind(field.target_field)
    for cls, found in KINDS:
        if isinstance(field, cls):
            return found
    raise TypeError(f"{field} has no form in a lake")


def dated(ledger: Ledger) -> str:
    """The column that puts a row into the file of a month: the ledger's first date that stands in its own table."""
    return next((path for path in terms.dates(ledger) if "__" not in path), "")


def ready(kind: str) -> Callable[[Any], Any]:
    """What makes a value of the database one of the file."""
    return _READY.get(kind, _same)


def _same(value: Any) -> Any:
    return value


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)


_READY: Mapping[str, Callable[[Any], Any]] = {"string": _text, "json": _json}

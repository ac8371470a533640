"""Rows as the database holds them, kept as text, and statements that are asked of such an image instead of the table.

A table expression of the same name stands before the table, so that a statement made for the table is asked of one row
with the engine's own meaning. What it reaches through links is read from the tables as they are. Files that a row keeps
are left out: no figure is made of them.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import BinaryField

from luoshi.ledgers.models import Row

Image = str  # the columns of a row by name as JSON; "" of none


def image(model: type[Row], key: int) -> Image:
    """What the database holds of a row now; in PostgreSQL nobody else writes it until the transaction ends."""
    table, pk = _quoted(model._meta.db_table), _quoted(str(model._meta.pk.column))
    columns = _columns(model)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            told = f"SELECT (to_jsonb({table}) - %s::text[])::text FROM {table} WHERE {pk} = %s FOR UPDATE"  # noqa: S608
            cursor.execute(told, [list(_files(model)), key])
            said = cursor.fetchone()
            return str(said[0]) if said else ""
        bare = ", ".join(
            f"+{_quoted(name)}" for name in columns
        )  # with a sign before it no value is converted
        held = cursor.execute(f"SELECT {bare} FROM {table} WHERE {pk} = %s", [key]).fetchone()  # noqa: S608
        return json.dumps(dict(zip(columns, held, strict=True)), ensure_ascii=False) if held else ""


def instead(model: type[Row], told: Image) -> tuple[str, list[Any]]:
    """What stands before a statement to let it ask an image instead of the model's table, and its values."""
    table = _quoted(model._meta.db_table)
    if connection.vendor == "postgresql":
        read = f"SELECT * FROM jsonb_populate_record(NULL::{table}, %s::jsonb)"  # noqa: S608
        return f"WITH {table} AS ({read}) ", [told]
    held = json.loads(told)
    return _given(model), [held.get(name) for name in _columns(model)]


@lru_cache(maxsize=256)
def _given(model: type[Row]) -> str:
    given = ", ".join(f"%s AS {_quoted(name)}" for name in _columns(model))
    return f"WITH {_quoted(model._meta.db_table)} AS (SELECT {given}) "


@lru_cache(maxsize=256)
def _columns(model: type[Row]) -> tuple[str, ...]:
    left = _files(model)
    return tuple(str(f.column) for f in model._meta.concrete_fields if f.column not in left)


@lru_cache(maxsize=256)
def _files(model: type[Row]) -> tuple[str, ...]:
    return tuple(str(f.column) for f in model._meta.concrete_fields if isinstance(f, BinaryField))


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))

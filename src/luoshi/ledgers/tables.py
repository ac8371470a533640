"""Tuples into a table: by ``executemany`` on SQLite, by COPY on PostgreSQL, with keys that are taken beforehand.

No instance is made and no signal is sent: who calls this has checked what the models would have.
"""

from __future__ import annotations

import datetime
import itertools
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from django.db import connection, models

from luoshi.ledgers import standing

BLOCK = 5_000  # rows written at once
AnyField = models.Field[Any, Any]
AnyModel = type[models.Model]
Prepare = Callable[[Any], Any]
_PLAIN = (
    models.CharField,
    models.TextField,
    models.IntegerField,
    models.ForeignKey,
    models.BooleanField,
    models.AutoField,
)


def keys(model: AnyModel, count: int) -> range | list[int]:
    """So many keys that no row has or will have; on SQLite the caller's transaction is the only one that writes."""
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [connection.ops.quote_name(table), column, count],
            )
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        found = cursor.fetchone()
    last = found[0] if found else 0
    return range(last + 1, last + count + 1)


def insert(
    model: AnyModel,
    fields: Sequence[AnyField],
    rows: Iterable[Sequence[Any]],
    *,
    ready: Collection[str] = (),
) -> None:
    """Store rows, each with the fields' values in their order; those of ``ready`` are as the driver takes them."""
    table, columns = connection.ops.quote_name(model._meta.db_table), ", ".join(map(_column, fields))
    holders = ", ".join(["%s"] * len(fields))
    inserting = f"INSERT INTO {table} ({columns}) VALUES ({holders})"  # noqa: S608 - the names are the models'
    copying = f"COPY {table} ({columns}) FROM STDIN"
    with connection.cursor() as cursor:
        for block in _blocks(prepared(fields, rows, ready)):
            if connection.vendor != "postgresql":
                cursor.executemany(inserting, block)
                continue
            with connection.wrap_database_errors, cursor.copy(copying) as copy:
                for row in block:
                    copy.write_row(row)
            standing.wrote(model._meta.db_table)


def _blocks(rows: Iterable[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    """Rows that are all there before they are written, and never all at once.

    Making them may ask the database, which waits for a COPY to end; and a driver keeps what it is given to the end.
    """
    source = iter(rows)
    while block := list(itertools.islice(source, BLOCK)):
        yield block


def update(model: AnyModel, fields: Sequence[AnyField], rows: Iterable[Sequence[Any]]) -> int:
    """Write the fields of rows that are told as (*values, key, version), and count those that still had that version."""
    key, version = model._meta.pk, field_of(model, "version")
    table, held = connection.ops.quote_name(model._meta.db_table), _column(version)
    said = ", ".join(f"{_column(field)} = %s" for field in fields)
    updating = (
        f"UPDATE {table} SET {said}, {held} = {held} + 1 "  # noqa: S608 - as above
        f"WHERE {_column(key)} = %s AND {held} = %s"
    )
    count = 0
    with connection.cursor() as cursor:
        for block in _blocks(prepared((*fields, key, version), rows)):
            cursor.executemany(updating, block)
            count += int(cursor.rowcount)
    return count


def prepared(
    fields: Sequence[AnyField], rows: Iterable[Sequence[Any]], ready: Collection[str] = ()
) -> Any:  # what the driver takes is typed as a sequence, and is iterated
    """Rows as the driver takes them; only the kinds of field that need it are looked at value by value."""
    special = [
        (place, made)
        for place, field in enumerate(fields)
        if field.name not in ready and (made := prepare(field))
    ]
    if not special:
        yield from rows
        return
    for row in rows:
        values = list(row)
        for place, made in special:
            if values[place] is not None:
                values[place] = made(values[place])
        yield values


def made_ready(field: AnyField, values: Sequence[Any]) -> Sequence[Any]:
    """A field's values as the driver takes them, each different day and time made once."""
    made = prepare(field)
    if made is None:
        return values
    if not isinstance(field, models.DateField):
        return [None if value is None else made(value) for value in values]
    known: dict[Any, Any] = {None: None}
    for value in set(values) - {None}:
        known[value] = made(value)
    return [known[value] for value in values]


def prepare(field: AnyField) -> Prepare | None:
    """How a field's values are made ready, None where they are ready as they stand."""
    if isinstance(field, models.DateTimeField):
        return connection.ops.adapt_datetimefield_value
    if isinstance(field, models.DateField):
        return None if connection.vendor == "postgresql" else datetime.date.isoformat
    if isinstance(field, _PLAIN):
        return None
    if isinstance(field, models.JSONField):
        return (
            json.JSONEncoder(ensure_ascii=False).encode
            if field.encoder is None
            else partial(json.dumps, cls=field.encoder)
        )
    return lambda value: field.get_db_prep_save(value, connection)


def field_of(model: AnyModel, name: str) -> AnyField:
    """A field that a table has a column for."""
    found = model._meta.get_field(name)
    if not isinstance(found, models.Field):
        raise LookupError(name)
    return found


def _column(found: AnyField) -> str:
    return connection.ops.quote_name(str(found.column))

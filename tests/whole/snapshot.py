"""All rows of the test database, taken down once and put back wherever they are needed: quicker than making them again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

Rows = Any  # of SQLite tuples as they are stored, of PostgreSQL what COPY says


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The rows of every table, and how far every sequence has counted."""

    tables: dict[str, Rows]
    counted: Sequence[tuple[str, int]] = ()


def take() -> Snapshot:
    """The rows as they are."""
    tables = {table: _read(table) for table in connection.introspection.table_names()}
    return Snapshot(tables, _counted())


def put_back(held: Snapshot) -> None:
    """Make every table what it was; the trail, which is never rewritten, must be empty or the same."""
    for table, rows in held.tables.items():
        if (now := _read(table)) == rows:
            continue
        if now:
            _run(f"DELETE FROM {_quoted(table)}")
        if rows:
            _write(table, rows)
    for (
        sequence,
        last,
    ) in held.counted:  # never back: a rollback does not undo it, and rows of others may be kept
        _run(f"SELECT setval(%s, GREATEST(%s, last_value)) FROM {sequence}", sequence, last)


def _read(table: str) -> Rows:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {_quoted(table)} TO STDOUT") as copy:
                return b"".join(bytes(block) for block in copy)
        names = ", ".join(
            f"+{name}" for name in _columns(table)
        )  # with a sign before it no value is converted
        return cursor.execute(f"SELECT {names} FROM {_quoted(table)} ORDER BY rowid").fetchall()


def _write(table: str, rows: Rows) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {_quoted(table)} FROM STDIN") as copy:
                copy.write(rows)
            return
        names = _columns(table)
        holders = ", ".join(["%s"] * len(names))
        cursor.executemany(f"INSERT INTO {_quoted(table)} ({', '.join(names)}) VALUES ({holders})", rows)


def _columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        return [_quoted(name) for _, name, *_ in cursor.execute(f"PRAGMA table_info({_quoted(table)})")]


def _counted() -> list[tuple[str, int]]:
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT quote_ident(sequencename), last_value FROM pg_sequences"
            " WHERE schemaname = current_schema() AND last_value IS NOT NULL"
        )
        return [(name, last) for name, last in cursor.fetchall()]


def _run(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)

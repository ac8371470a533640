"""What empties the tables between tests lifts the guard of the trail, and puts it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations

CHAINED = "luoshi.ledgers.migrations.0005_audit_chain"  # loaded where it is used: not every test has the apps


@contextmanager
def guard_lifted() -> Iterator[None]:
    """A while in which the database lets the trail be changed, as somebody can who owns it."""
    chained = import_module(CHAINED)
    _run(chained.LIFTED)
    try:
        yield
    finally:
        _run(chained.TRIGGERS)


def _run(statements: dict[str, tuple[str, ...]]) -> None:
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)


def lift_where_tables_are_emptied(patch: pytest.MonkeyPatch) -> None:
    """Let the ``flush`` of tests with transactions of their own pass."""
    flush = BaseDatabaseOperations.execute_sql_flush

    def unguarded(operations: BaseDatabaseOperations, statements: list[str]) -> Any:
        with guard_lifted():
            return flush(operations, statements)

    patch.setattr(BaseDatabaseOperations, "execute_sql_flush", unguarded)

"""The sample zone standing in the test database, for all tests of a module, and what a command may not leave behind."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from luoshi.cli import house, sample
from luoshi.cli.main import main
from luoshi.ledgers import figures

SAMPLES = sample.folder()
PLAN = SAMPLES / sample.PLAN
Captured = pytest.CaptureFixture[str]


def standing(blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load the zone inside a transaction that ends with the module; every test's own transaction is inside it."""
    with blocker.unblock(), transaction.atomic():
        house.open_house()
        deque(sample.load(), maxlen=0)
        figures.refresh()  # so that no reader has anything left to compute, and a mark left behind is seen
        yield
        transaction.set_rollback(True)


def everything() -> dict[str, object]:
    """How many rows every table holds, trail included, and every file but the database."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        counts: dict[str, object] = {}
        for table in tables:
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")
            counts[table] = cursor.fetchone()[0]
    folders = (Path(settings.HOME), Path(settings.MEDIA_ROOT))
    files = {path for folder in folders for path in folder.rglob("*") if path.is_file()}
    return counts | {str(path): path.stat().st_mtime_ns for path in files if ".sqlite3" not in path.name}


def said(capsys: Captured, *words: object) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one command line, run in this process."""
    try:
        code = main([str(word) for word in words])
    except SystemExit as end:
        code = int(end.code or 0)
    shown = capsys.readouterr()
    return code, shown.out, shown.err

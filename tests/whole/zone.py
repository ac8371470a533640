"""The sample zone standing in the test database, for all tests of a module, and what a command may not leave behind."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from django.conf import settings as conf
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

from luoshi.cli import house, sample
from luoshi.cli.main import main
from luoshi.ledgers import facts, standing
from tests import sharing
from tests.whole import snapshot
from tests.whole.snapshot import Snapshot

SAMPLES = sample.folder()
PLAN = SAMPLES / sample.PLAN
Captured = pytest.CaptureFixture[str]


class Sampled(NamedTuple):
    """The sample zone before its first round was laid out, and the whole of it."""

    unrounded: Snapshot
    whole: Snapshot


@cache
def stages() -> Sampled:
    """Both, loaded once a run and taken back."""
    return sharing.made_once(f"zone-{connection.vendor}", _stages)


def _stages() -> Sampled:
    with transaction.atomic():
        house.open_house()
        loading = sample.load()
        while next(loading) != sample.ROUNDS:
            pass
        unrounded = snapshot.take()
        deque(loading, maxlen=0)
        facts.refresh()  # so that no reader has anything left to compute, and a mark left behind is seen
        held = Sampled(unrounded, snapshot.take())
        transaction.set_rollback(True)
    standing.forget()
    return held


def sampled() -> Snapshot:
    """The whole sample zone."""
    return stages().whole


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The sample zone for the tests of a module, in a transaction; every test's own transaction is inside it."""
    with django_db_blocker.unblock(), transaction.atomic():
        snapshot.put_back(sampled())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def zone(loaded: None, db: None, settings: Settings, tmp_path: Path) -> None:
    """The sample zone, which every test finds as it was loaded."""
    settings.MEDIA_ROOT = tmp_path / "files"
    standing.forget()  # what a test before this one did is undone, and the head of the trail with it


@pytest.fixture
def year(db: None, settings: Settings, tmp_path: Path) -> None:
    """The sample zone with its year's plan and facts, before anybody laid out a round, published or chased anything."""
    settings.MEDIA_ROOT = tmp_path / "files"
    snapshot.put_back(stages().unrounded)
    standing.forget()


def everything() -> dict[str, object]:
    """How many rows every table holds, trail included, and every file but the database."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        counts: dict[str, object] = {}
        for table in tables:
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")
            counts[table] = cursor.fetchone()[0]
    folders = (Path(conf.HOME), Path(conf.MEDIA_ROOT))
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

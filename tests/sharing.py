"""What the processes of one run make once, for all of them: the migrated database, and rows that take long to load."""

from __future__ import annotations

import fcntl
import os
import pickle
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from django.conf import settings
from django.db.backends.base.creation import BaseDatabaseCreation

Made = TypeVar("Made")


@contextmanager
def alone_with(name: str) -> Iterator[Path]:
    """The place of what is shared under that name; the others wait until this process has looked, and made it."""
    place = Path(os.environ["LUOSHI_TEST_HOME"]) / name
    with place.with_name(f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield place


def made_once(name: str, make: Callable[[], Made]) -> Made:
    """What ``make`` gives, made by the first process that asks."""
    with alone_with(name) as place:
        if not place.exists():
            place.write_bytes(pickle.dumps(make()))
        made: Made = pickle.loads(place.read_bytes())
        return made


def migrate_once(patch: pytest.MonkeyPatch) -> None:
    """The first of several processes migrates its database, the others copy it; one process alone does as always."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        create = BaseDatabaseCreation.create_test_db

        def once(creation: BaseDatabaseCreation, verbosity: int, autoclobber: bool, **more: bool) -> str:
            with alone_with("migrated") as place:
                if more["keepdb"] or not place.exists():
                    own = create(creation, verbosity, autoclobber, **more)
                    _copy(creation, own, _shared(creation, place))
                    place.touch()
                    return own
                own = creation._get_test_db_name()
                _copy(creation, _shared(creation, place), own)
            settings.DATABASES[creation.connection.alias]["NAME"] = own
            creation.connection.settings_dict["NAME"] = own
            return own

        patch.setattr(BaseDatabaseCreation, "create_test_db", once)


def _shared(creation: BaseDatabaseCreation, place: Path) -> str:
    """Where the migrated database waits: a file that ends with the run, or a database that the next run replaces."""
    return f"{place}.sqlite3" if creation.connection.vendor == "sqlite" else "test_migrated"


def _copy(creation: BaseDatabaseCreation, one: str, other: str) -> None:
    creation.connection.close()  # a database that is in use is no template, nor is a log written ahead in its file
    if creation.connection.vendor == "sqlite":
        shutil.copy(one, other)
        return
    one, other = map(creation.connection.ops.quote_name, (one, other))
    with creation._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {other}")
        cursor.execute(f"CREATE DATABASE {other} TEMPLATE {one}")

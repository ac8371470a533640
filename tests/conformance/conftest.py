"""The sample zone, its people, and every registered ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

from luoshi.directory.people.actors import actor_named
from luoshi.ledgers.access import STRANGER, Actor
from tests.whole import zone as sample_zone

PEOPLE = {
    "clerk": "chenjing",
    "other": "zhouwei",
    "leader": "gaoyuan",
    "supervisor": "linzhao",
    "auditor": "xuhe",
}


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The whole sample zone, loaded once a module."""
    yield from sample_zone.standing(django_db_blocker)


@pytest.fixture
def zone(loaded: None, db: None, settings: Settings, tmp_path: Path) -> None:
    """The sample zone, which every test finds as it was loaded."""
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def cast(zone: None) -> dict[str, Actor]:
    """The people of the sample by what they do; a clerk of another unit and a stranger among them."""
    return {role: actor_named(username) for role, username in PEOPLE.items()} | {"stranger": STRANGER}

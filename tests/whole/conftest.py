"""The sample zone as a fixture, its files in a folder that ends with the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

from tests.whole import zone as sample_zone


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The whole sample zone, loaded once a module."""
    yield from sample_zone.standing(django_db_blocker)


@pytest.fixture
def zone(loaded: None, db: None, settings: Settings, tmp_path: Path) -> None:
    """The sample zone, which every test finds as it was loaded."""
    settings.MEDIA_ROOT = tmp_path / "files"

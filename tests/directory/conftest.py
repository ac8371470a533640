"""The small zone as fixtures."""

from __future__ import annotations

import pytest

from luoshi.directory.units.models import Unit
from tests.directory import build


@pytest.fixture
def units(db: None) -> dict[str, Unit]:
    return build.zone()

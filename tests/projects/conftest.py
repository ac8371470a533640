"""The small zone and its people as fixtures."""

from __future__ import annotations

import pytest

from luoshi.directory.roles import AUDITOR, CLERK, LEADER, SUPERVISOR
from luoshi.directory.units.models import Unit
from luoshi.ledgers.access import STRANGER, Actor
from tests.directory import build


@pytest.fixture
def units(db: None) -> dict[str, Unit]:
    return build.zone()


@pytest.fixture
def cast(units: dict[str, Unit]) -> dict[str, Actor]:
    """A clerk of the unit, a clerk of another, a leader, a supervisor, an auditor, a stranger."""
    return {
        "clerk": build.holder("chenjing", CLERK, units["0103"]),
        "other": build.holder("zhouwei", CLERK, units["0104"]),
        "leader": build.holder("gaoyuan", LEADER, units["01"]),
        "supervisor": build.holder("linzhao", SUPERVISOR, units["0101"]),
        "auditor": build.holder("xuhe", AUDITOR, units["01"]),
        "stranger": STRANGER,
    }

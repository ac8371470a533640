"""The sample zone and its people."""

from __future__ import annotations

import pytest

from luoshi.directory.people.actors import actor_named
from luoshi.ledgers.access import STRANGER, Actor
from tests.whole.zone import loaded, zone

__all__ = ["cast", "loaded", "zone"]
PEOPLE = {"other": "zhouwei", "supervisor": "linzhao", "auditor": "xuhe"}


@pytest.fixture
def cast(zone: None) -> dict[str, Actor]:
    """Who is asked: a clerk of another unit, the supervision office, the auditor, a stranger."""
    return {role: actor_named(username) for role, username in PEOPLE.items()} | {"stranger": STRANGER}

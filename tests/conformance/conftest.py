"""The sample zone and its people; what every ledger is asked."""

from __future__ import annotations

import datetime

import pytest

from luoshi.directory.people.actors import actor_named
from luoshi.ledgers import registry
from luoshi.ledgers.access import STRANGER, Actor
from tests.whole.zone import loaded, zone

__all__ = ["cast", "loaded", "zone"]
PEOPLE = {"other": "zhouwei", "supervisor": "linzhao", "auditor": "xuhe"}
AS_OF = datetime.date(2026, 10, 31)
EVERY = pytest.mark.parametrize("ledger", registry.ledgers(), ids=lambda ledger: ledger.name)


@pytest.fixture
def cast(zone: None) -> dict[str, Actor]:
    """Who is asked: a clerk of another unit, the supervision office, the auditor, a stranger."""
    return {role: actor_named(username) for role, username in PEOPLE.items()} | {"stranger": STRANGER}

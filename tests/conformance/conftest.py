"""The sample zone and its people; what every ledger is asked."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import pytest

from luoshi.directory.people.actors import actor_named
from luoshi.ledgers import registry
from luoshi.ledgers.access import STRANGER, Actor
from luoshi.ledgers.definition import Ledger
from tests.whole.zone import loaded, zone

__all__ = ["cast", "loaded", "zone"]
PEOPLE = {"other": "zhouwei", "supervisor": "linzhao", "auditor": "xuhe"}
AS_OF = datetime.date(2026, 10, 31)
EDITABLE = [ledger for ledger in registry.ledgers() if ledger.editable]


def each(ledgers: Iterable[Ledger]) -> pytest.MarkDecorator:
    """Ask one ledger after the other."""
    return pytest.mark.parametrize("ledger", [pytest.param(x, id=x.name) for x in ledgers])


EVERY = each(registry.ledgers())


@pytest.fixture
def cast(zone: None) -> dict[str, Actor]:
    """Who is asked: a clerk of another unit, the supervision office, the auditor, a stranger."""
    return {role: actor_named(username) for role, username in PEOPLE.items()} | {"stranger": STRANGER}

"""The oversight zone behind the pages, with its people signed in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.units.models import Unit
from luoshi.ledgers.access import Actor
from tests.directory import build
from tests.oversight.conftest import clerk, plan, sign, supervisor, units

__all__ = ["clerk", "plan", "sign", "supervisor", "units"]
As = Callable[[str], Client]


@pytest.fixture
def others(units: dict[str, Unit], supervisor: Actor, clerk: Actor) -> None:
    """A clerk of another unit, a leader and an auditor, beside lin (supervisor) and chen (clerk of 招商局)."""
    build.holder("zhou", roles.CLERK, units["0104"])
    build.holder("gao", roles.LEADER, units["01"])
    build.holder("xu", roles.AUDITOR, units["01"])


@pytest.fixture
def signed_in_as(others: None) -> As:
    """A browser in which that person has signed in."""

    def browser(username: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(username=username))
        return client

    return browser

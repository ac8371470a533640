"""The sample zone, and a client that signs in as whom a test names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from luoshi.accounts.models import User
from tests.whole.zone import loaded, zone

__all__ = ["as_", "loaded", "zone"]
As = Callable[[str], Client]


@pytest.fixture
def as_(zone: None, client: Client) -> As:
    """``as_("chenjing")`` is a client of that person of the sample."""

    def signed_in(username: str) -> Client:
        client.force_login(User.objects.get(username=username))
        return client

    return signed_in

"""The library behind the pages: its ledgers stand beside the zone's own, and a client acts as whom a test names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import LazySettings
from django.test import Client

from luoshi.accounts.models import User
from luoshi.ledgers import registry
from luoshi.ledgers.access import Actor
from luoshi.web import people
from tests.ledgers.conftest import Library, open_library
from tests.library import ledgers

As = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def shelved(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {ledger.name: ledger for ledger in (*registry.ledgers(), *ledgers.ALL)}
    monkeypatch.setattr(registry, "_ledgers", known)


@pytest.fixture(autouse=True)
def own_folder(settings: LazySettings, tmp_path: object) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def library(db: None) -> Library:
    return open_library()


@pytest.fixture
def acting(client: Client, person: User, monkeypatch: pytest.MonkeyPatch) -> As:
    """``acting(actor)`` is a client for which that actor has signed in."""
    client.force_login(person)

    def as_(actor: Actor) -> Client:
        monkeypatch.setattr(people, "actor", lambda request: actor)
        return client

    return as_

"""The library behind the interface: its ledgers stand beside the zone's own, and programs call as whom a test names."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client

from luoshi.accounts.models import Token, User
from luoshi.api import auth
from luoshi.ledgers import registry
from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lookups import Lookups
from luoshi.web.ledgers import dues
from tests.ledgers.conftest import Library, open_library
from tests.library import ledgers

BOOKS = "/api/ledgers/books-register"


@dataclass
class Program:
    """A program with a token; asks and writes JSON."""

    secret: str
    client: Client

    def get(self, address: str, **headers: str) -> HttpResponse:
        return self.client.get(address, headers={"Authorization": f"Bearer {self.secret}"} | headers)

    def send(self, method: str, address: str, body: object, **headers: str) -> HttpResponse:
        text = body if isinstance(body, bytes) else json.dumps(body).encode()
        own = {"Authorization": f"Bearer {self.secret}"} | {
            k.replace("_", "-"): v for k, v in headers.items()
        }
        return self.client.generic(method, address, text, "application/json", headers=own)

    def post(self, address: str, body: object, **headers: str) -> HttpResponse:
        return self.send("POST", address, body, **headers)

    def patch(self, address: str, body: object, **headers: str) -> HttpResponse:
        return self.send("PATCH", address, body, **headers)


Calling = Callable[..., Program]


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


def secret_of(user: User, **fields: Any) -> str:
    """The secret of a new token."""
    secret = Token.new_secret()
    Token.objects.create(name="对账", user=user, digest=Token.digest_of(secret), **fields)
    return secret


@pytest.fixture
def person(db: None) -> User:
    return User.objects.create_user("guanyuan", name="馆员")


@pytest.fixture
def calling(person: User, monkeypatch: pytest.MonkeyPatch) -> Calling:
    """``calling(actor)`` is a program in whose token's name that actor acts."""

    def as_(actor: Actor, **fields: Any) -> Program:
        monkeypatch.setattr(auth, "actor_of", lambda user, on, origin: actor)
        return Program(secret_of(person, **fields), Client(raise_request_exception=False))

    return as_


def shown(ledger: Ledger, told: dict[str, Any], lookups: Lookups) -> list[str]:
    """A row that a program is told, as a list of the columns shows it."""
    listed = [c for c in ledger.columns if c.listed] or ledger.columns
    values = ((c, told["values"][c.name]) for c in listed)
    return [" ".join(c.show(c.parse(text, lookups, c.entry_unit)).split()) for c, text in values]


def dated(ledger: Ledger, cells: list[str]) -> list[str]:
    """A row of a page, of which a running clock is no more than its day, the last that its cell says."""
    listed = [c for c in ledger.columns if c.listed] or ledger.columns
    clock = ledger.clocked & {dues.COLUMN}
    return [text.split()[-1] if c.name in clock else text for c, text in zip(listed, cells, strict=True)]

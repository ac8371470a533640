"""A library with two branches; its ledgers are the only ones registered while a test runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from luoshi.ledgers import registry, rule_kinds, writing
from luoshi.ledgers.access import Actor
from tests.library import ledgers
from tests.library.models import Book, Branch, Member
from tests.library.repairs import RESPONSE


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_ledgers", {})
    monkeypatch.setattr(registry, "_doubles", [])
    registry.register(*ledgers.ALL)
    monkeypatch.setattr(rule_kinds, "_kinds", {RESPONSE.name: RESPONSE})


@dataclass
class Library:
    east: Branch
    west: Branch
    clerk: Actor  # of the eastern branch
    stranger_clerk: Actor  # of the western branch

    def book(self, title: str = "山海经", *, by: Actor = ledgers.HEAD, **values: Any) -> Book:
        found = {"title": title, "branch": self.east, "kind": "fiction", "price": 4550} | values
        row = writing.create(ledgers.BOOKS, found, by=by)
        assert isinstance(row, Book)
        return row

    def member(self, card: str = "D001", **values: Any) -> Member:
        found = {"card": card, "name": "顾行舟", "branch": self.east} | values
        row = writing.create(ledgers.MEMBERS, found, by=ledgers.HEAD)
        assert isinstance(row, Member)
        return row


def open_library() -> Library:
    east = Branch.objects.create(code="01", name="东区分馆", short="东馆")
    west = Branch.objects.create(code="02", name="西区分馆", short="西馆")
    return Library(east, west, ledgers.librarian(east), ledgers.librarian(west))


@pytest.fixture
def library(db: None) -> Library:
    return open_library()

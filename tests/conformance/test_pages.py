"""Every ledger's pages answer, with as many queries for a full page as for an empty one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from luoshi.accounts.models import User
from luoshi.ledgers import registry, standing
from luoshi.ledgers.columns import Month
from luoshi.ledgers.definition import Ledger

BUDGET = 21  # of a page after a write
PER_ROW = 4  # between a list without rows and a full one: links and names, each fetched once
KEPT = 4  # of a list seen before: session, person, head of the trail, choice of columns
NOTHING = "?q=查无此行"
EVERY = pytest.mark.parametrize("ledger", registry.ledgers(), ids=lambda ledger: ledger.name)


@pytest.fixture
def reader(zone: None, client: Client) -> Client:
    """Somebody who may read everything."""
    client.force_login(User.objects.get(username="linzhao"))
    return client


def queries(reader: Client, address: str, *, kept: bool = False) -> int:
    if not kept:
        standing.forget()
    with CaptureQueriesContext(connection) as seen:
        assert reader.get(address).status_code == 200, address
    return len(seen)


@EVERY
def test_a_list_keeps_its_budget(reader: Client, ledger: Ledger) -> None:
    address = reverse("ledger", args=[ledger.key])
    few, many = queries(reader, address + NOTHING), queries(reader, address)
    assert max(few, many) <= BUDGET and many - few <= PER_ROW
    assert queries(reader, address, kept=True) <= KEPT


@EVERY
def test_a_row_keeps_its_budget(reader: Client, ledger: Ledger) -> None:
    row = ledger.rows().first()
    if row is not None:
        assert queries(reader, reverse("ledger_row", args=[ledger.key, row.pk])) <= BUDGET
    assert row is not None or ledger.name == "oversight.bulletins", "the sample leaves only these empty"


def test_the_index_keeps_its_budget(reader: Client) -> None:
    assert queries(reader, reverse("ledgers")) <= BUDGET + len(registry.ledgers()), "one count a ledger"


def test_a_query_a_row_would_be_seen(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    address = reverse("ledger", args=["delivery-months"])
    assert queries(reader, address) <= BUDGET
    monkeypatch.setattr(Month, "of", lambda column, row: User.objects.count())
    assert queries(reader, address) > BUDGET

"""Every ledger's pages answer, with as many queries for a full page as for an empty one; programs are told the same."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from luoshi.accounts.models import User
from luoshi.ledgers import registry
from luoshi.ledgers.columns import Month
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lookups import Lookups
from tests.api.conftest import Program, dated, secret_of, shown
from tests.conformance.conftest import EVERY
from tests.web.ledgers import pages
from tests.web.ledgers.counting import queries, write

BUDGET = 34  # of a list that nobody has looked at yet: most of it what the filters offer and what waits for the person
OF_A_ROW = 27
WRITTEN = 17  # of a list after a write into its ledger; of most 5
PER_ROW = 2  # between a list without rows and a full one
KEPT = 3  # of a list seen before: session, person, marks of the tables
NOTHING = "?q=查无此行"


@pytest.fixture
def reader(zone: None, client: Client) -> Client:
    """Somebody who may read everything."""
    client.force_login(User.objects.get(username="linzhao"))
    return client


@EVERY
def test_a_list_keeps_its_budget(reader: Client, ledger: Ledger) -> None:
    address = reverse("ledger", args=[ledger.key])
    few, many = queries(reader, address + NOTHING), queries(reader, address)
    assert max(few, many) <= BUDGET and many - few <= PER_ROW
    write(ledger)
    assert KEPT < queries(reader, address, kept=True) <= WRITTEN
    assert queries(reader, address, kept=True) <= KEPT


@EVERY
def test_a_row_keeps_its_budget(reader: Client, ledger: Ledger) -> None:
    row = ledger.rows().first()
    assert row is not None
    assert queries(reader, reverse("ledger_row", args=[ledger.key, row.pk])) <= OF_A_ROW


def test_the_index_keeps_its_budget(reader: Client) -> None:
    assert queries(reader, reverse("ledgers")) <= BUDGET + len(registry.ledgers()), "one count a ledger"


def test_a_query_a_row_would_be_seen(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    address = reverse("ledger", args=["delivery-months"])
    few = queries(reader, address + NOTHING)
    monkeypatch.setattr(Month, "of", lambda column, row: User.objects.count())
    assert queries(reader, address) - few > PER_ROW


@EVERY
def test_a_program_is_told_what_the_page_shows(reader: Client, ledger: Ledger) -> None:
    program, lookups = Program(secret_of(User.objects.get(username="linzhao")), Client()), Lookups()
    for asked in ("", f"?sort=-{ledger.identity[0]}"):
        html = reader.get(reverse("ledger", args=[ledger.key]) + asked).text
        rows = program.get(reverse("api_rows", args=[ledger.key]) + asked).json()["rows"]
        assert [str(row["key"]) for row in rows] == re.findall(r'<tr data-key="(\d+)"', html)
        page = pages.table(html, f"ledger-{ledger.key}") if rows else []
        assert [shown(ledger, row, lookups) for row in rows] == [dated(ledger, cells) for cells in page]
        assert page
    assert program.post(reverse("api_rows", args=[ledger.key]), {"values": {}}).status_code in (403, 422)

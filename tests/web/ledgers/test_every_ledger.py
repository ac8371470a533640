"""Every ledger of the sample zone in every form that its rows have: it answers, within a number of queries."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from luoshi.accounts.models import User
from luoshi.ledgers import registry
from luoshi.ledgers.columns import Day
from luoshi.ledgers.definition import Ledger
from tests.whole.zone import loaded, zone

__all__ = ["loaded", "zone"]

BUDGET = 32
EVERY = pytest.mark.parametrize("ledger", registry.ledgers(), ids=lambda ledger: ledger.name)


@pytest.fixture
def reader(zone: None, client: Client) -> Client:
    """Somebody who may read everything."""
    client.force_login(User.objects.get(username="linzhao"))
    return client


def answered(reader: Client, name: str, *args: object) -> int:
    with CaptureQueriesContext(connection) as seen:
        answer = reader.get(reverse(name, args=args))
    assert len(seen) <= BUDGET, (name, len(seen))
    return answer.status_code


@EVERY
def test_its_rows_are_shown_in_every_form(reader: Client, ledger: Ledger) -> None:
    days = any(isinstance(column, Day) and not column.derived for column in ledger.columns)
    assert answered(reader, "ledger_kanban", ledger.key) == (200 if ledger.lifecycle else 404)
    assert answered(reader, "ledger_calendar", ledger.key) == (200 if days else 404)
    assert answered(reader, "ledger_print", ledger.key) == 200


@EVERY
def test_a_row_has_its_sides(reader: Client, ledger: Ledger) -> None:
    row = ledger.rows().first()
    for side in ("files", "reviews", "history", "row_print") if row else ():
        assert answered(reader, f"ledger_{side}", ledger.key, row.pk) == 200  # type: ignore[union-attr]

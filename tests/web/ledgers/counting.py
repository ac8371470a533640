"""How many queries a page takes, and what makes one that is kept be made anew."""

from __future__ import annotations

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from luoshi.ledgers import standing
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Mark


def queries(reader: Client, address: str, *, kept: bool = False) -> int:
    if not kept:
        standing.forget()
    with CaptureQueriesContext(connection) as seen:
        assert reader.get(address).status_code == 200, address
    return len(seen)


def write(ledger: Ledger) -> None:
    """What a write into a ledger leaves behind."""
    with transaction.atomic():
        standing.begin()
        for table in (ledger.model._meta.db_table, Mark._meta.db_table, standing.ANY):
            standing.wrote(table)

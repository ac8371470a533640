"""Making many rows of a ledger at once: numbers, checks that need no query a row, one audit row each."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError

from luoshi.ledgers import audit, numbering, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid
from luoshi.ledgers.models import Row


def number(ledger: Ledger, year: int, letter: str = "") -> str:
    """The next number of a year: targets 2026-001, tasks 2026-R001."""
    return f"{year}-{letter}{numbering.take(f'{ledger.name}.{year}'):03d}"


def check(ledger: Ledger, row: Row) -> None:
    """The checks of the row's own fields; what a row points at was read in the same transaction."""
    pointing = {f.name for f in row._meta.concrete_fields if f.is_relation}
    try:
        row.clean_fields(exclude=pointing)
        row.clean()
    except ValidationError as found:
        raise Invalid(writing.sentences(ledger, found)) from found


def record_new(ledger: Ledger, rows: Sequence[Row], *, by: Actor) -> None:
    """The audit rows of rows just made."""
    audit.record_all(
        audit.entry(by, "新增", ledger, row, audit.difference({}, audit.shown(ledger, row))) for row in rows
    )

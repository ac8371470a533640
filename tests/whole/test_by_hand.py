"""Every ledger takes from a file what it takes when the same is entered by hand, and refuses the same."""

from __future__ import annotations

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from luoshi.cli import house
from luoshi.ledgers import registry
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Row
from tests.conformance.conftest import AS_OF, EDITABLE, each
from tests.ledgers import by_hand

pytestmark = pytest.mark.long

LINES = 8


@each(EDITABLE)
def test_an_import_does_what_is_done_by_hand(zone: None, ledger: Ledger) -> None:
    """Each line is of another row, and changes another column of it to what the next row holds."""
    named = ledger.rows().exclude(**{ledger.numbered: ""}) if ledger.numbered else ledger.rows()
    by, rows = (
        house.operator(),
        list(named[: LINES + 1]),
    )  # a draft has no number by which a file would know it
    kept = [*ledger.identity, ledger.numbered]
    free = [c.name for c in ledger.writable if c.name not in kept][-LINES:]
    names = [*ledger.identity, *free]
    lines = [
        [text(ledger, rows[at + 1] if name == other else rows[at], name) for name in names]
        for at, other in enumerate(free[: len(rows) - 1])
    ]
    with transaction.atomic():
        wrong = by_hand.refused(ledger, names, lines, by, AS_OF)
        transaction.set_rollback(True)
    good = [line for at, line in enumerate(lines) if at not in wrong]
    if wrong:
        assert by_hand.problems(ledger, names, lines, by) <= wrong
    for at in wrong:
        assert isinstance(by_hand.imported(ledger, names, [lines[at]], by, AS_OF), str)
    if good:
        imported, entered = by_hand.both(ledger, names, good, by, AS_OF)
        assert imported == entered


@each(EDITABLE)
def test_a_model_looks_at_what_it_says(zone: None, ledger: Ledger) -> None:
    looks = ledger.model.looks_at
    row = ledger.model._base_manager.only(*looks).first() if looks else None
    if row is None:
        return
    untouched = row.get_deferred_fields()
    row.fixed()
    with suppress(ValidationError):  # the row may be of a month that is locked
        row.clean()
    assert row.get_deferred_fields() == untouched


def test_some_models_look_at_little() -> None:
    assert sum(bool(ledger.model.looks_at) for ledger in registry.ledgers()) > 5


def text(ledger: Ledger, row: Row, name: str) -> str:
    column = ledger.column(name)
    return column.entered(column.of(row))

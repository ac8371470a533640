"""What a binding would give before it is stored is what it gives afterwards."""

from __future__ import annotations

import pytest

from luoshi.ledgers import figures
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Binding, Fact
from tests.ledgers.conftest import Library
from tests.ledgers.test_figures import DEAR, END, START, at, fill
from tests.library.ledgers import BOOKS, COPIES, LOANS
from tests.library.models import Copies

WINDOWS = [(START, END), (202601, 202603), (202701, 202712)]


@pytest.mark.parametrize(("start", "end"), WINDOWS)
@pytest.mark.parametrize("narrow", [False, True])
def test_a_preview_equals_the_stored_figure(library: Library, start: int, end: int, narrow: bool) -> None:
    fill(library, 1)
    for period, copies in ((202510, 7), (202602, 9)):
        Copies.objects.create(branch=library.west, period=period, copies=copies)
    units = [library.west.pk] if narrow else None
    for ledger, name in wanted():
        for conditions in ((), (DEAR,)) if ledger is BOOKS else ((),):
            unstored = Binding(ledger=ledger.name, measure=name, conditions=[c.to_data() for c in conditions])
            unstored.scope = 1 if units else None
            shown = figures.preview(unstored, start, end, {1: units or ()})
            assert unstored.pk is None
            stored = figures.bind(ledger, ledger.measure(name), conditions)
            assert shown == at(stored, start, end, units), name


def test_a_preview_writes_nothing(library: Library) -> None:
    fill(library, 2)
    shown = figures.preview(Binding(ledger=BOOKS.name, measure="bought", conditions=[]), START, END)
    assert shown.value
    assert not Binding.objects.exists()
    assert not Fact.objects.exists()


def wanted() -> list[tuple[Ledger, str]]:
    """One measure of every kind."""
    named = ("bought", "spent", "science_share", "page_price")
    return [*((BOOKS, name) for name in named), (LOANS, "lent_value"), (COPIES, "held")]

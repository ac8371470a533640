"""The family in the sample zone: every ledger is filled month by month, the plan speaks of it, and its figure moves."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from itertools import islice

import pytest
from django.db import models

from luoshi.cli import house, sample
from luoshi.ledgers import evidence, facts, figures, marks, registry, terms, writing
from luoshi.ledgers.columns import Day, Month
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.measures import Ratio
from luoshi.ledgers.models import Binding, Row
from luoshi.rules.months import month_range

PARTS = ("land", "investment", "delivery")
FAMILY = [ledger for ledger in registry.ledgers() if ledger.name.partition(".")[0] in PARTS]
MONTHS = set(month_range(sample.FIRST, sample.LAST))
LATER = datetime.date(2026, 12, 15)
NOT_EVERY_MONTH = {  # and why not
    "land.districts": "the ground has no dates",
    "land.checks": "due one, three and five years after a parcel was supplied",
    "land.workshops": "a building is finished when it is finished",
    "land.per_mu_figures": "of a year",
    "land.evaluations": "once a year",
    "land.objections": "in the week of publication",
    "land.policies": "once a year, with the classes",
    "investment.teams": "a team is set up once and stays",
    "investment.findings": "found by one look at the end of the sample",
}
NOT_BOUND = {  # and why no plan speaks of it
    "land.districts": "measures nothing",
    "land.per_mu_figures": "figures of a year stand in its December",
    "land.objections": "nobody promises disputes",
    "land.policies": "nobody promises a number of them: they follow from the classes",
    "investment.votes": "measures nothing: what votes come to stands on the screening",
    "delivery.opinions": "measures nothing: what is believed is no figure",
}


@pytest.fixture
def bindings(zone: None) -> dict[str, list[Binding]]:
    found: dict[str, list[Binding]] = {}
    for binding in Binding.objects.filter(target__isnull=False).order_by("pk"):
        found.setdefault(binding.ledger, []).append(binding)
    return found


def dates(ledger: Ledger) -> tuple[str, ...]:
    """By what the rows of a ledger are placed in months: as its measures do, else by any date."""
    any_date = tuple(c.name for c in ledger.columns if isinstance(c, Day | Month))
    return terms.dates(ledger) or any_date


def filled(ledger: Ledger) -> set[int]:
    rows = list(ledger.rows())
    return {month for row in rows for path in dates(ledger) if (month := marks.month_at(row, path))}


def test_each_has_rows_in_every_month(zone: None) -> None:
    lacking = {ledger.name for ledger in FAMILY if not filled(ledger) >= MONTHS}
    assert lacking == set(NOT_EVERY_MONTH)
    assert all(ledger.model._default_manager.exists() for ledger in FAMILY)


def test_the_plan_speaks_of_each(bindings: dict[str, list[Binding]]) -> None:
    assert {ledger.name for ledger in FAMILY} - set(bindings) == set(NOT_BOUND)


def year_of(binding: Binding) -> Decimal | None:
    """What the wall adds up for a binding: its facts of the year."""
    facts.refresh()
    parts = facts.facts_of([binding], 202601, sample.LAST, {})[binding.pk]
    return figures.figure(binding, parts, 202601, sample.LAST).value


def taken_out(binding: Binding) -> Iterator[Row]:
    """The newest rows that a figure was computed from, each removed, or put off where other rows hold it."""
    ledger = registry.ledger(binding.ledger)
    when = ledger.measure(binding.measure).when
    for row in figures.rows(binding, 202601, sample.LAST).order_by(f"-{when}", "pk")[:40]:
        for go in (
            lambda row: writing.remove(ledger, row, by=house.operator(), reason="试删"),
            lambda row: writing.change(ledger, row, {when: LATER}, by=house.operator()),
        ):
            with suppress(LedgerError):  # held by other rows, of a closed month, or before what came after it
                go(row)
                yield row
                break


@pytest.mark.parametrize("ledger", [pytest.param(x, id=x.name) for x in FAMILY if x.name not in NOT_BOUND])
def test_its_figure_moves_when_a_row_goes(bindings: dict[str, list[Binding]], ledger: Ledger) -> None:
    binding = next(b for b in bindings[ledger.name] if b.scope is None)
    before = year_of(binding)
    once = not isinstance(
        ledger.measure(binding.measure), Ratio
    )  # the first row of a ratio may leave it as it was
    gone = taken_out(binding)
    assert any(year_of(binding) != before for _ in (islice(gone, 1) if once else gone))


@pytest.mark.parametrize("ledger", [pytest.param(x, id=x.name) for x in FAMILY if x.lifecycle])
def test_what_a_step_asks_to_prove_is_proved(zone: None, ledger: Ledger) -> None:
    assert ledger.lifecycle is not None
    for step in ledger.lifecycle.steps:
        for row in ledger.rows().filter(models.Q((ledger.lifecycle.field, step.target))):
            assert evidence.lacking(ledger, row, step.evidence) == ()

"""A limit that changes on 1 July leaves the cases of June judged by the old one; law and promise are two days."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

import pytest

from luoshi.directory.calendars import days
from luoshi.directory.units.models import Unit
from luoshi.ledgers import clocks, registry, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import Rule
from luoshi.oversight.excuses.ledger import EXCUSES
from luoshi.oversight.excuses.models import APPROVED, Excuse
from luoshi.oversight.rules import actions as rules
from luoshi.plans.documents.models import Document
from luoshi.rules import defaults

JUNE, JULY = datetime.date(2026, 6, 30), datetime.date(2026, 7, 1)
Made = Callable[..., Excuse]
SHORTER = {
    **defaults.SERVICE_LIMITS.to_data(),
    "version": "2",
    "effective_from": "2026-07-01",
    "limits": [
        {"code": "excuse", "title": "正当理由审批", "promised": 1, "statutory": 2},
        {"code": "score_objection", "title": "考核异议裁定", "promised": 5, "statutory": 10},
    ],
}


@pytest.fixture
def asked(plan: Document, units: Mapping[str, Unit], clerk: Actor) -> Made:
    days.seed([2026])
    rows = iter(range(1, 100))

    def made(on: datetime.date) -> Excuse:
        values = {
            "period": 202606,
            "about": "target",
            "ledger": "plans.targets",
            "row": next(rows),
            "subject": "目标",
            "was": "red",
            "unit": units["0103"],
            "asked_on": on,
            "reason": "汛情",
            "basis": "通知",
        }
        row = writing.create(EXCUSES, values, by=clerk, on=on)
        assert isinstance(row, Excuse)
        return row

    return made


def test_june_by_the_old_and_july_by_the_new(asked: Made, supervisor: Actor) -> None:
    early = asked(JUNE)
    row = rules.issue("service", SHORTER, by=supervisor)
    assert (row.author, row.effective_from) == (supervisor.name, JULY)
    late, after = asked(JUNE), asked(JULY)
    for excuse in (early, late):  # Tuesday: Wednesday, Thursday, Friday the 3rd; by law Tuesday the 7th
        assert (excuse.due_on, clocks.legal(EXCUSES, excuse)) == day(7, 3, 7, 7)
    assert (after.due_on, clocks.legal(EXCUSES, after)) == day(7, 2, 7, 3), "Thursday; by law Friday"
    clocks.wind_again(supervisor)
    early.refresh_from_db()
    assert early.due_on == datetime.date(2026, 7, 3), "wound again by the rule of its own day"


def day(*numbers: int) -> tuple[datetime.date, datetime.date]:
    first, second, third, fourth = numbers
    return datetime.date(2026, first, second), datetime.date(2026, third, fourth)


def test_without_a_rule_what_is_declared_holds(asked: Made) -> None:
    Rule.objects.filter(kind="service").delete()
    excuse = asked(JUNE)
    assert (excuse.due_on, clocks.legal(EXCUSES, excuse)) == (datetime.date(2026, 7, 3), None)


def test_the_law_says_nothing_where_no_clock_runs(asked: Made) -> None:
    excuse = asked(JUNE)
    excuse.state = APPROVED
    assert clocks.legal(EXCUSES, excuse) is None


def test_a_rule_with_one_limit_says_nothing_of_the_law(plan: Document) -> None:
    days.seed([2026])
    ledger = registry.ledger("plans.extensions")
    row = ledger.model(state="asked", asked_on=JUNE)
    assert clocks.due(ledger, row, "asked", JUNE) is not None
    assert clocks.legal(ledger, row) is None

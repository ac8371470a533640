"""The cast asked the same questions of every ledger of the family, and promises kept by the database."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from luoshi.ledgers import importing, registry
from luoshi.ledgers.access import Act, may
from luoshi.ledgers.errors import Refused
from luoshi.plans.clauses.models import Assignment, Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.portfolios.models import Portfolio
from luoshi.plans.reported.models import Reported
from luoshi.plans.review import actions as review
from luoshi.plans.targets.models import Target
from tests.plans import build

NAMES = ("documents", "clauses", "indicators", "targets", "tasks", "questions", "reported", "portfolios")


@pytest.mark.parametrize("name", NAMES)
def test_everybody_of_the_zone_reads_and_a_stranger_does_not(cast: build.Cast, name: str) -> None:
    ledger = registry.ledger(f"plans.{name}")
    for actor in (cast.supervisor, cast.leader, cast.clerk, cast.auditor):
        assert may(actor, Act.READ, ledger)
    for act in Act:
        assert not may(cast.stranger, act, ledger)


@pytest.mark.parametrize("name", NAMES)
def test_an_auditor_sees_the_history_and_writes_nothing(cast: build.Cast, name: str) -> None:
    ledger = registry.ledger(f"plans.{name}")
    assert may(cast.auditor, Act.HISTORY, ledger)
    for act in (Act.CREATE, Act.CHANGE, Act.REMOVE, Act.IMPORT):
        assert not may(cast.auditor, act, ledger)


@pytest.mark.parametrize("name", ["documents", "clauses", "targets"])
def test_what_comes_from_a_plan_is_not_imported(cast: build.Cast, name: str) -> None:
    with pytest.raises(Refused):
        importing.plan(registry.ledger(f"plans.{name}"), b"a,b\n1,2\n", "x.csv", by=cast.supervisor)


def test_portfolios_are_imported(cast: build.Cast) -> None:
    data = "关键词,单位\n到位资金,招商局\n院士,0102\n".encode()
    plan = importing.plan(registry.ledger("plans.portfolios"), data, "分工.csv", by=cast.supervisor)
    importing.apply(plan, by=cast.supervisor)
    assert {p.keyword: str(p.unit) for p in Portfolio.objects.all()} == {
        "到位资金": "招商局",
        "院士": "经济发展局",
    }


def test_reported_values_are_imported_within_the_own_unit(document: Document, cast: build.Cast) -> None:
    review.confirm_all(document, by=cast.supervisor)
    review.assign(build.clause(document, "院士"), lead=cast.units["0104"], by=cast.supervisor)
    number = build.target("院士").number
    data = f"填报项,月份,填报值,佐证说明\n{number},2026-03,1,批文\n".encode()
    ledger = registry.ledger("plans.reported")
    assert importing.plan(ledger, data, "数.csv", by=cast.clerk).problems
    plan = importing.plan(ledger, data, "数.csv", by=cast.other)
    importing.apply(plan, by=cast.other)
    assert Reported.objects.of(build.target("院士")).get().value == 10000
    measured = data.replace(number.encode(), build.target("合同资金").number.encode())
    (problem,) = importing.plan(ledger, measured, "数.csv", by=cast.supervisor).problems
    assert "填报项" in str(problem)


@pytest.mark.django_db
def test_the_database_keeps_its_promises(document: Document, cast: build.Cast) -> None:
    review.confirm([build.clause(document, "合同资金")], by=cast.supervisor)
    clause, target, units = build.clause(document, "合同资金"), build.target("合同资金"), cast.units
    Assignment.objects.filter(clause=clause).delete()
    Assignment.objects.create(clause=clause, unit=units["0103"], role="lead")
    Assignment.objects.create(clause=clause, unit=units["0104"], role="supporting")
    for broken in (
        lambda: Assignment.objects.create(clause=clause, unit=units["0104"], role="lead"),
        lambda: Assignment.objects.create(clause=clause, unit=units["0104"], role="supporting"),
        lambda: Clause.objects.filter(pk=clause.pk).update(start=9, end=8),
        lambda: Clause.objects.filter(pk=clause.pk).update(order=1),
        lambda: Target.objects.filter(pk=target.pk).update(start=202612, end=202601),
        lambda: Target.objects.filter(pk=target.pk).update(binding_state="confirmed", binding=None),
        lambda: Document.objects.filter(pk=document.pk).update(year=1999),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            broken()
    Target.objects.filter(pk=target.pk).update(start=202601, end=202601)
    Document.objects.filter(pk=document.pk).update(year=2099)

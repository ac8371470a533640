"""Rows of a month: money paid in and progress, written only while the month is open."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from luoshi.directory.calendars.models import CLOSED, OPEN, Month
from luoshi.directory.units.models import Unit
from luoshi.ledgers import importing, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.ledgers.models import Row
from luoshi.projects.delivery.months.ledger import PROJECT_MONTHS
from luoshi.projects.delivery.months.models import ProjectMonth
from luoshi.projects.investment.paid_in.ledger import PAID_IN
from luoshi.projects.investment.paid_in.models import PaidIn
from tests.directory import build as directory
from tests.projects import build

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]
Cast = dict[str, Actor]


@pytest.fixture
def paid(cast: Cast, units: Units) -> PaidIn:
    """A payment in an open month."""
    directory.months(202605, 202606)
    build.signing(units["0103"], number="QY-1", project="储能基地")
    entered = {"signing": "QY-1", "period": "2026-05", "domestic": "25000000", "foreign": "1200000.5"}
    row = build.enter(PAID_IN, cast["clerk"], **entered)
    assert isinstance(row, PaidIn)
    return row


@pytest.fixture
def progress(cast: Cast, units: Units) -> ProjectMonth:
    """A project's month that is open."""
    directory.months(202605, 202606)
    build.project(units["0104"], number="XM-1", name="产业园")
    row = build.enter(PROJECT_MONTHS, cast["other"], project="XM-1", period="2026年5月", planned="1800")
    assert isinstance(row, ProjectMonth)
    return row


def test_money_is_kept_in_fen_and_cents(paid: PaidIn) -> None:
    assert (paid.period, paid.domestic, paid.foreign) == (202605, 2_500_000_000, 120_000_050)
    assert PAID_IN.column("domestic").show(paid.domestic) == "2,500.00"
    assert PAID_IN.column("foreign").show(paid.foreign) == "120.00"
    assert PAID_IN.label_of(paid) == "储能基地 2026年5月"


def test_what_is_not_reported_is_not_nought(progress: ProjectMonth) -> None:
    assert (progress.planned, progress.done) == (1_800_000_000, None)


def close(period: int) -> None:
    Month.objects.filter(period=period).update(state=CLOSED)


def test_a_month_that_is_not_open_takes_nothing(paid: PaidIn, cast: Cast) -> None:
    close(202606)
    with pytest.raises(Invalid, match="月份：2026年6月已经关账"):
        build.enter(PAID_IN, cast["clerk"], signing="QY-1", period="202606", domestic="1")
    with pytest.raises(Invalid, match="月份：2026年7月还没有开账"):
        build.enter(PAID_IN, cast["clerk"], signing="QY-1", period="202607", domestic="1")
    assert PaidIn.objects.count() == 1


def test_a_row_of_a_closed_month_stands(paid: PaidIn, cast: Cast) -> None:
    close(202605)
    row = PaidIn.objects.get()
    with pytest.raises(Invalid, match="2026年5月已经关账"):
        writing.change(PAID_IN, row, {"domestic": 1}, by=cast["clerk"])


def test_a_row_is_not_moved_out_of_a_closed_month(paid: PaidIn, cast: Cast) -> None:
    close(202605)
    row = PaidIn.objects.get()
    with pytest.raises(Invalid, match="2026年5月已经关账"):
        writing.change(PAID_IN, row, {"period": 202606}, by=cast["clerk"])
    row = PaidIn.objects.get()
    assert row.period == 202605


def test_a_row_of_a_closed_month_is_not_removed(paid: PaidIn, cast: Cast) -> None:
    Month.objects.filter(period=202605).update(state=CLOSED)
    with pytest.raises(NotNow, match="2026年5月已经关账"):
        writing.remove(PAID_IN, PaidIn.objects.get(), by=cast["clerk"], reason="重复登记")
    assert PaidIn.objects.count() == 1
    Month.objects.filter(period=202605).update(state=OPEN)
    writing.remove(PAID_IN, PaidIn.objects.get(), by=cast["clerk"], reason="重复登记")
    assert not PaidIn.objects.exists()


def test_a_month_closed_after_the_preview_takes_nothing(paid: PaidIn, cast: Cast) -> None:
    data = "签约项目,月份,境内到位资金（元）\nQY-1,2026-06,100\n".encode()
    plan = importing.plan(PAID_IN, data, "到位资金.csv", by=cast["clerk"])
    assert plan.ready
    Month.objects.filter(period=202606).update(state=CLOSED)
    with pytest.raises(NotNow, match="2026年6月已经关账"):
        importing.apply(plan, by=cast["clerk"])
    assert PaidIn.objects.count() == 1
    Month.objects.filter(period=202606).update(state=OPEN)
    assert importing.apply(plan, by=cast["clerk"]).created == 1


def test_a_row_moves_between_open_months(paid: PaidIn, cast: Cast) -> None:
    writing.change(PAID_IN, PaidIn.objects.get(), {"period": 202606}, by=cast["clerk"])
    assert PaidIn.objects.get().period == 202606


def test_a_project_is_filled_in_once_a_month(progress: ProjectMonth, cast: Cast) -> None:
    with pytest.raises(Invalid, match="本月的进度已经填过"):
        build.enter(PROJECT_MONTHS, cast["other"], project="XM-1", period="2026-05", planned="1")
    build.enter(PROJECT_MONTHS, cast["other"], project="XM-1", period="2026-06", planned="1")


def test_a_signing_is_paid_once_a_month(paid: PaidIn, cast: Cast) -> None:
    with pytest.raises(Invalid, match="本月的到位资金已经填过"):
        build.enter(PAID_IN, cast["clerk"], signing="QY-1", period="2026-05", domestic="1")


def refused(row: Row, field: str, value: Any, sentence: str) -> None:
    """Both the model and the database say no."""
    setattr(row, field, value)
    with pytest.raises(ValidationError, match=sentence):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize(
    ("field", "sentence"),
    [("domestic", "境内到位资金不能为负"), ("foreign", "境外到位资金不能为负")],
)
def test_money_does_not_flow_back(paid: PaidIn, field: str, sentence: str) -> None:
    refused(paid, field, -1, sentence)


@pytest.mark.parametrize(
    ("field", "sentence"), [("planned", "计划投资不能为负"), ("done", "完成投资不能为负")]
)
def test_investment_is_not_negative(progress: ProjectMonth, field: str, sentence: str) -> None:
    refused(progress, field, -1, sentence)


@pytest.mark.parametrize("period", [202613, 202600, 199901])
def test_a_month_is_a_month(paid: PaidIn, progress: ProjectMonth, period: int) -> None:
    refused(paid, "period", period, "月份|开账")
    refused(progress, "period", period, "月份|开账")


def test_a_payment_belongs_to_the_unit_of_its_signing(paid: PaidIn, cast: Cast) -> None:
    with pytest.raises(Refused, match="不属于您所在的单位"):
        writing.change(PAID_IN, paid, {"domestic": 1}, by=cast["other"])
    with pytest.raises(Refused, match="不属于您所在的单位"):
        build.enter(PAID_IN, cast["other"], signing="QY-1", period="2026-06", domestic="1")
    for who in ("leader", "auditor", "stranger"):
        with pytest.raises(Refused):
            writing.change(PAID_IN, paid, {"domestic": 1}, by=cast[who])
    with pytest.raises((Refused, Invalid)):
        build.enter(PAID_IN, cast["clerk"], period="2026-06", domestic="1")


def test_a_workbook_for_a_closed_month_is_refused_whole(paid: PaidIn, cast: Cast) -> None:
    close(202606)
    text = "签约项目,月份,境内到位资金（元）\nQY-1,2026-05,1\nQY-1,2026-06,2\n"
    plan = importing.plan(PAID_IN, text.encode(), "到位资金.csv", by=cast["clerk"])
    assert not plan.ready
    assert [(p.row, "2026年6月已经关账" in p.sentence) for p in plan.problems] == [(3, True)]
    with pytest.raises(Invalid):
        importing.apply(plan, by=cast["clerk"])
    assert PaidIn.objects.get().domestic == 2_500_000_000


def test_a_workbook_for_open_months_is_taken(paid: PaidIn, cast: Cast) -> None:
    text = "签约项目,月份,境内到位资金（万元）\nQY-1,2026-05,1\nQY-1,2026-06,2\n"
    plan = importing.plan(PAID_IN, text.encode(), "到位资金.csv", by=cast["clerk"])
    result = importing.apply(plan, by=cast["clerk"])
    assert (result.created, result.changed) == (1, 1)
    assert list(PaidIn.objects.order_by("period").values_list("domestic", flat=True)) == [
        1_000_000,
        2_000_000,
    ]


def test_a_year_is_asked_for(paid: PaidIn, progress: ProjectMonth) -> None:
    assert PaidIn.objects.of_year(2026).count() == 1
    assert not PaidIn.objects.of_year(2025).exists()
    assert ProjectMonth.objects.of_year(2026).count() == 1
    assert not ProjectMonth.objects.of_year(2027).exists()

"""Months of the books: opened, closed, opened again."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from luoshi.directory.calendars import actions, months
from luoshi.directory.calendars.models import Month
from luoshi.directory.roles import AUDITOR, CLERK, LEADER, SUPERVISOR
from luoshi.directory.units.models import Unit
from luoshi.ledgers.errors import NotNow, Refused
from luoshi.ledgers.models import AuditRow
from luoshi.rules.errors import BadMonth
from tests.directory import build

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]


def test_a_year_is_opened_closed_month_by_month_and_opened_again(units: Units) -> None:
    supervisor = build.holder("linzhao", SUPERVISOR, units["0101"])
    assert len(actions.open_year(2026, by=supervisor)) == 12
    assert (months.current(), months.latest()) == (None, None)
    actions.close(202601, by=supervisor, reason="一月数据已核对")
    assert (months.current(), months.latest()) == (202602, 202601)
    assert not months.is_open(202601)
    actions.reopen(202601, by=supervisor, reason="更正一笔")
    assert months.open_periods()[:2] == (202601, 202602)
    assert AuditRow.objects.filter(ledger="directory.months").count() == 14


def test_an_old_year_that_is_open_is_not_being_filled(units: Units) -> None:
    build.months(202001, 202602, 202603)
    build.months(202601, closed=True)
    assert months.current() == 202602


def test_opening_a_year_twice_adds_nothing(units: Units) -> None:
    supervisor = build.holder("linzhao", SUPERVISOR, units["0101"])
    build.months(202603, closed=True)
    assert len(actions.open_year(2026, by=supervisor)) == 11
    assert actions.open_year(2026, by=supervisor) == ()
    assert months.state_of(202603) == "closed"


@pytest.mark.parametrize("role", [CLERK, LEADER, AUDITOR])
def test_only_a_supervisor_keeps_the_books(units: Units, role: str) -> None:
    actor = build.holder("someone", role, units["01"])
    build.months(202601)
    with pytest.raises(Refused):
        actions.open_year(2026, by=actor)
    with pytest.raises(Refused):
        actions.close(202601, by=actor, reason="想关")


def test_closing_needs_a_reason_and_an_open_month(units: Units) -> None:
    supervisor = build.holder("linzhao", SUPERVISOR, units["0101"])
    build.months(202601)
    with pytest.raises(NotNow, match="需要写明理由"):
        actions.close(202601, by=supervisor, reason=" ")
    actions.close(202601, by=supervisor, reason="核对完毕")
    with pytest.raises(NotNow, match="目前是“已关账”"):
        actions.close(202601, by=supervisor, reason="再关一次")
    with pytest.raises(months.MonthNotOpen, match="还没有开账"):
        actions.close(202701, by=supervisor, reason="关")


def test_an_open_month_is_let_through(db: None) -> None:
    build.months(202603)
    months.require_open(202603)


def test_a_month_that_is_not_open_says_what_to_do(db: None) -> None:
    build.months(202603, closed=True)
    with pytest.raises(months.MonthNotOpen, match=r"2026年3月已经关账.*重新开账"):
        months.require_open(202603)
    with pytest.raises(months.MonthNotOpen, match=r"2027年1月还没有开账.*开启2027年"):
        months.require_open(202701)
    with pytest.raises(BadMonth):
        months.require_open(202613)


@pytest.mark.parametrize("period", [202600, 202613, 199912, 210001, 3])
def test_what_is_no_month_is_refused(db: None, period: int) -> None:
    with pytest.raises(ValidationError):
        Month(period=period).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Month(period=period).save()


@pytest.mark.parametrize("period", [200001, 209912, 202612])
def test_months_are_stored(db: None, period: int) -> None:
    Month(period=period).full_clean()
    Month(period=period).save()
    assert Month.objects.get().period == period


def test_a_month_has_one_of_two_states(db: None) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Month.objects.create(period=202601, state="half")

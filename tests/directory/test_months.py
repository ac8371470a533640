"""Months of the books: opened, closed, opened again."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWaiting
from typing import TypeVar

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

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
Answer = TypeVar("Answer")
MOMENT, LONG = 0.3, 30  # seconds: enough for an answer that nothing holds up; more than any lock is held here


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


@pytest.mark.django_db(transaction=True)
class TestWritingAndClosingExcludeEachOther:
    """One transaction here, the other in a thread with a connection of its own."""

    @pytest.fixture(autouse=True)
    def elsewhere(self, units: Units) -> None:
        self.supervisor = build.holder("linzhao", SUPERVISOR, units["0101"])
        build.months(202603, 202604)

    def close(self) -> None:
        actions.close(202603, by=self.supervisor, reason="核对完毕")

    def test_closing_waits_for_who_writes(self) -> None:
        with ThreadPoolExecutor(1) as pool:
            with transaction.atomic():
                months.require_open(202603)
                closing = started(pool, self.close)
                with pytest.raises(StillWaiting):
                    closing.result(MOMENT)
                assert months.is_open(202603)
            closing.result(LONG)
        assert not months.is_open(202603)

    def test_who_writes_waits_for_closing_and_is_refused(self) -> None:
        def write() -> None:
            with transaction.atomic():
                months.require_open(202603)

        with ThreadPoolExecutor(1) as pool:
            with transaction.atomic():
                self.close()
                writing = started(pool, write)
                with pytest.raises(StillWaiting):
                    writing.result(MOMENT)
            with pytest.raises(months.MonthNotOpen, match="已经关账"):
                writing.result(LONG)

    def test_the_plain_question_waits_for_nobody(self) -> None:
        with ThreadPoolExecutor(1) as pool, transaction.atomic():
            self.close()
            assert started(pool, lambda: months.is_open(202603)).result(LONG)
            started(pool, lambda: months.require_open(202603)).result(LONG)

    def test_only_a_transaction_locks(self) -> None:
        with CaptureQueriesContext(connection) as plain:
            months.require_open(202603)
        with CaptureQueriesContext(connection) as held, transaction.atomic():
            months.require_open(202603)
        assert not any("FOR SHARE" in query["sql"] for query in plain)
        locked = any("FOR SHARE" in query["sql"] for query in held)
        assert locked == (connection.vendor == "postgresql")

    def test_writers_in_any_order_do_not_wait_for_each_other(self) -> None:
        def write() -> None:
            with transaction.atomic():
                months.require_open(202604)
                months.require_open(202603)

        with ThreadPoolExecutor(1) as pool:
            with transaction.atomic():
                months.require_open(202603)
                writing = started(pool, write)
                if connection.vendor == "postgresql":  # SQLite has one writer at a time
                    writing.result(LONG)
                months.require_open(202604)
            writing.result(LONG)


def started(pool: ThreadPoolExecutor, ask: Callable[[], Answer]) -> Future[Answer]:
    def alone() -> Answer:
        try:
            return ask()
        finally:
            connection.close()

    return pool.submit(alone)

"""Which months are open: asked before anything is written into one."""

from __future__ import annotations

from django.db import connection

from luoshi.directory.calendars.models import CLOSED, OPEN, Month
from luoshi.ledgers.errors import LedgerError
from luoshi.rules.months import check_month, show_month


class MonthNotOpen(LedgerError):
    """A month that was closed, or never opened."""

    def __init__(self, period: int, closed: bool) -> None:
        self.period, self.closed = period, closed
        month = show_month(period)
        super().__init__(
            f"{month}已经关账，不能再填写或修改。请联系督查员在“月份”台账里写明理由、重新开账。"
            if closed
            else f"{month}还没有开账，不能填写。请核对月份，或联系督查员在“月份”台账里开启{period // 100}年。"
        )


def state_of(period: int) -> str | None:
    """``open``, ``closed``, or None for a month that was never opened."""
    return Month.objects.filter(period=period).values_list("state", flat=True).first()


def is_open(period: int) -> bool:
    """Whether figures of the month may be written."""
    return state_of(period) == OPEN


def require_open(period: int) -> None:
    """Raise :class:`MonthNotOpen` unless the month is open; BadMonth for what is no month.

    Asked inside a transaction, the answer holds until its end.
    """
    state = _held_state_of(check_month(period))
    if state != OPEN:
        raise MonthNotOpen(period, closed=state == CLOSED)


def _held_state_of(period: int) -> str | None:
    """The month's state; who closes it waits for this transaction, and this one for who is closing it.

    A lock that writers share, which Django has no word for: with one that excludes them, two who write the same
    months in another order would wait for each other. SQLite has one transaction that writes at a time anyway.
    """
    if not (connection.in_atomic_block and connection.features.has_select_for_update):
        return state_of(period)
    with connection.cursor() as cursor:
        cursor.execute("SELECT state FROM directory_month WHERE period = %s FOR SHARE", [period])
        found = cursor.fetchone()
    return str(found[0]) if found else None


def open_periods() -> tuple[int, ...]:
    """The open months, earliest first."""
    return tuple(Month.objects.open().order_by("period").values_list("period", flat=True))


def current() -> int | None:
    """The month that is being filled: the first open one after the latest closed one, None where none is closed.

    Months of years gone by may be open too (an old plan was taken in); they are not what is being filled.
    """
    closed = latest()
    if closed is None:
        return None
    after = Month.objects.open().filter(period__gt=closed)
    return after.order_by("period").values_list("period", flat=True).first()


def latest() -> int | None:
    """The last month whose figures stand: the latest closed one."""
    return Month.objects.closed().order_by("-period").values_list("period", flat=True).first()

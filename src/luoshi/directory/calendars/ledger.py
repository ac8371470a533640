"""The ledgers of calendar days and of months."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.directory import roles
from luoshi.directory.calendars.models import CLOSED, OPEN, STATES, CalendarDay, Month
from luoshi.ledgers import clocks
from luoshi.ledgers.access import Access, Actor
from luoshi.ledgers.columns import Choice, Day, Flag, Text
from luoshi.ledgers.columns import Month as MonthColumn
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step


def wind_clocks(keys: Sequence[int], by: Actor) -> None:
    """Limits in working days move with the calendar."""
    clocks.wind_again(by)


KEEPERS = (*roles.SUPERVISORS, *roles.ADMINISTRATORS)

DAYS = Ledger(
    model=CalendarDay,
    name="directory.days",
    title="工作日历",
    note="每一天是否上班，含节假日和调休；新一年的放假安排公布后整年导入。",
    identity=("day",),
    label="day",
    order=("-day",),
    search=("name",),
    columns=(
        Day("day", sample="2026-10-01"),
        Flag("working", sample="否", help="要上班的填“是”，包括调休上班的周末。"),
        Text("name", sample="国庆节", help="节日名称，调休上班写所补的节日，平常日子不填。"),
    ),
    access=Access(read=roles.EVERYBODY, write=KEEPERS),
    after=wind_clocks,
)

MONTHS = Ledger(
    model=Month,
    name="directory.months",
    title="月份",
    note="开账的月份可以填报，关账后按月填报的数不再变动；关账和重新开账都要写明理由。",
    identity=("period",),
    label="called",
    order=("-period",),
    columns=(
        MonthColumn("period", sample="2026-03"),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=OPEN,
        steps=(
            Step("close", "关账", (OPEN,), CLOSED, reason=True),
            Step("reopen", "重新开账", (CLOSED,), OPEN, reason=True),
        ),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS),
)

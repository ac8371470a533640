"""The ledger of supporting units: named, asked to countersign, agreed or not."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.columns import Choice, Day, Link, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Clock, Lifecycle, Limit, Step
from luoshi.ledgers.models import Row
from luoshi.plans.supports.models import AGREED, ASKED, NAMED, OBJECTED, STATES, Support

LEAD = tuple(Grant(role, unit="task__lead_unit") for role in (roles.CLERK, roles.HEAD))
BY_LEAD = (*LEAD, *roles.SUPERVISORS)
BY_UNIT = (roles.OWN_CLERK, roles.OWN_HEAD, roles.OWN_DEPUTY, *roles.SUPERVISORS)


def asked(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day; what was said before counts no more."""
    return {"asked_on": on, "answered_on": None, "opinion": ""}


def answered(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day on which the unit said what it thinks."""
    return {"answered_on": on}


SUPPORTS = Ledger(
    model=Support,
    name="plans.supports",
    title="配合和会签",
    note="一行一项任务的一个配合单位；牵头单位请其会签的，会签同意以后才能反馈。",
    identity=("task", "unit"),
    label="called",
    unit="unit",
    order=("task__number", "unit__order"),
    search=("task__number", "task__name", "unit__name"),
    columns=(
        Link("task", to="plans.tasks", sample="RW-2026-001", help="填任务编号。"),
        Link("unit", to="directory.units", sample="规划建设局"),
        Day("asked_on", sample="2026-09-01"),
        Day("due_on", title="会签期限", listed=False),
        Text("opinion", sample="同意，建议补充消防验收安排", long=True),
        Day("answered_on", sample="2026-09-02"),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=NAMED,
        steps=(
            Step("ask", "请会签", (NAMED, AGREED, OBJECTED), ASKED, sets=asked, bulk=True),
            Step("agree", "会签同意", (ASKED, OBJECTED), AGREED, sets=answered, bulk=True),
            Step("object", "提出不同意见", (ASKED,), OBJECTED, needs=("opinion",), sets=answered),
        ),
        clocks=(Clock(ASKED, Limit(2, rule="task_service/countersign"), "会签", since="asked_on"),),
        closed=(AGREED,),
    ),
    access=Access(
        read=roles.EVERYBODY,
        write=BY_LEAD,
        history=roles.OVERSEERS,
        steps={"ask": BY_LEAD, "agree": BY_UNIT, "object": BY_UNIT},
        columns={"opinion": BY_UNIT},
    ),
)

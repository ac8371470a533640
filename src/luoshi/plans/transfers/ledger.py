"""The ledger of transfers; one that is accepted makes the taking unit the one that leads."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers import registry, writing
from luoshi.ledgers.access import Access, Actor, Grant
from luoshi.ledgers.columns import Choice, Day, Link, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Clock, Lifecycle, Limit, Step
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from luoshi.plans.tasks.models import IN_HAND
from luoshi.plans.transfers.models import ACCEPTED, ASKED, REFUSED, STATES, Transfer

ASKS = (*roles.WRITE_OWN, roles.OWN_HEAD, Grant(roles.CLERK, of="task__person"))
TAKES = (*(Grant(role, unit="taker") for role in (roles.CLERK, roles.HEAD)), *roles.SUPERVISORS)


def decided(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day, and the unit that led until then."""
    assert isinstance(row, Transfer)
    return {"decided_on": on, "giver": row.task.lead_unit}


def still_open(row: Row, on: datetime.date) -> str:
    """Nothing is handed over that nobody has in hand any more."""
    assert isinstance(row, Transfer)
    if row.task.state in IN_HAND:
        return ""
    return f"这项任务目前是“{row.task.get_state_display()}”，不能转办。"


def apply(keys: Sequence[int], by: Actor) -> None:
    """Each accepted transfer gives its task to the taking unit, once; who accepts has signed for it as it stands."""
    found = Transfer.objects.filter(pk__in=keys, state=ACCEPTED, applied=False)
    for transfer in list(found.select_related("task", "taker", "person")):
        writing.write(
            registry.ledger("plans.tasks"),
            transfer.task,
            {"lead_unit": transfer.taker, "person": transfer.person},
            by=by,
            act="转办",
            reason=f"转办申请 {transfer.number} 已接收：{transfer.reason}"[:400],
            on=transfer.decided_on,
        )
        Transfer.objects.filter(pk=transfer.pk).update(applied=True)


TRANSFERS = Ledger(
    model=Transfer,
    name="plans.transfers",
    title="转办移交",
    note="一行一次转办：牵头单位写明理由请另一个单位接手，对方接收以后任务转到其名下。",
    identity=("number",),
    label="number",
    numbered="number",
    number=NumberRule("ZB", year_of="asked_on"),
    unit="task__lead_unit",
    order=("-asked_on", "number"),
    search=("number", "task__number", "task__name", "reason"),
    columns=(
        Text("number", sample="ZB-2026-001", help="不填则自动编号。"),
        Link("task", to="plans.tasks", sample="RW-2026-001", help="填任务编号。"),
        Link("taker", to="directory.units", sample="规划建设局"),
        Day("asked_on", sample="2026-08-06"),
        Text("reason", sample="“三定”规定明确由规建局负责", long=True),
        Link("giver", to="directory.units", sample="招商局", help="接收时自动记下。", listed=False),
        Person("person", sample="zhouwei", help="接收单位确定的责任人，填用户名。", stays=True),
        Text("answer", sample="同意接收", long=True, listed=False),
        Day("decided_on", sample="2026-08-07", listed=False),
        Day("due_on", title="接收期限", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=ASKED,
        steps=(
            Step("accept", "接收", (ASKED,), ACCEPTED, needs=("person",), holds=(still_open,), sets=decided),
            Step("refuse", "不接收", (ASKED,), REFUSED, needs=("answer",), sets=decided),
        ),
        clocks=(Clock(ASKED, Limit(1, rule="task_service/accept"), "接收", since="asked_on"),),
        closed=(ACCEPTED, REFUSED),
    ),
    access=Access(
        read=roles.EVERYBODY,
        write=ASKS,
        history=roles.OVERSEERS,
        steps={"accept": TAKES, "refuse": TAKES},
        columns={
            "answer": TAKES,
            "person": TAKES,
            "decided_on": roles.SUPERVISORS,
            "giver": roles.SUPERVISORS,
        },
    ),
    after=apply,
)

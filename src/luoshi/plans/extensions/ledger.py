"""The ledger of extensions; one that is approved moves the limit of its task, and the first limit stays."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers import registry, writing
from luoshi.ledgers.access import Access, Actor, Grant
from luoshi.ledgers.columns import Choice, Day, Link, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Clock, Lifecycle, Limit, Step
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from luoshi.plans.extensions.models import APPROVED, ASKED, REFUSED, STATES, Extension
from luoshi.plans.tasks.models import IN_HAND

DECIDES = (*roles.LEADERS, roles.OWN_DEPUTY)  # the supervision office enters what a leader wrote on paper
ASKS = (*roles.WRITE_OWN, roles.OWN_HEAD, Grant(roles.CLERK, of="task__person"))


def decided(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day, and the limit that stood until then."""
    assert isinstance(row, Extension)
    return {"decided_on": on, "before": row.task.limit_on}


def still_open(row: Row, on: datetime.date) -> str:
    """Nothing is extended that nobody has in hand any more, and not to a day that is over."""
    assert isinstance(row, Extension)
    if row.task.state not in IN_HAND:
        return f"这项任务目前是“{row.task.get_state_display()}”，不用延期。"
    return f"申请延至的 {row.until} 已过，请让承办单位重新申请。" if row.until < on else ""


def apply(keys: Sequence[int], by: Actor) -> None:
    """Each approved extension moves the limit of its task, once."""
    fresh = Extension.objects.filter(pk__in=keys, state=APPROVED, applied=False).select_related("task")
    for extension in list(fresh):
        why = f"延期申请 {extension.number} 已同意：{extension.reason}"
        writing.write(
            registry.ledger("plans.tasks"),
            extension.task,
            {"limit_on": extension.until},
            by=by,
            act="延期",
            reason=why[:400],
            on=extension.decided_on,
        )
        Extension.objects.filter(pk=extension.pk).update(applied=True)


EXTENSIONS = Ledger(
    model=Extension,
    name="plans.extensions",
    title="延期申请",
    note="一行一份延期申请：承办单位写明理由和新的期限，由领导审批；原定期限在任务上一直保留。",
    identity=("number",),
    label="number",
    numbered="number",
    number=NumberRule("YQ", year_of="asked_on"),
    unit="task__lead_unit",
    order=("-asked_on", "number"),
    search=("number", "task__number", "task__name", "reason"),
    columns=(
        Text("number", sample="YQ-2026-001", help="不填则自动编号。"),
        Link("task", to="plans.tasks", sample="RW-2026-001", help="填任务编号。"),
        Day("asked_on", sample="2026-09-08"),
        Day("until", sample="2026-09-25"),
        Text("reason", sample="消防部门意见 9 月 20 日才能出具", long=True),
        Day("before", sample="2026-09-15", help="审批时自动记下。", listed=False),
        Text("answer", sample="同意，不得再延", long=True, listed=False),
        Day("decided_on", sample="2026-09-09", listed=False),
        Day("due_on", title="审批期限", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=ASKED,
        steps=(
            Step("approve", "同意", (ASKED,), APPROVED, holds=(still_open,), sets=decided),
            Step("refuse", "不同意", (ASKED,), REFUSED, needs=("answer",), sets=decided),
        ),
        clocks=(Clock(ASKED, Limit(2, rule="task_service/extend"), "审批", since="asked_on"),),
        closed=(APPROVED, REFUSED),
    ),
    access=Access(
        read=roles.EVERYBODY,
        write=ASKS,
        history=roles.OVERSEERS,
        steps={"approve": DECIDES, "refuse": DECIDES},
        columns={
            "answer": DECIDES,
            "decided_on": roles.SUPERVISORS,
            "before": roles.SUPERVISORS,
        },
    ),
    after=apply,
)

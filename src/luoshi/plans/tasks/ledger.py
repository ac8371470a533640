"""The ledger of tasks, nodes and mechanisms; rows come about by confirming clauses."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.plans.tasks.models import DONE, KINDS, OPEN, STAGES, STATES, WITHDRAWN, Task

TASKS = Ledger(
    model=Task,
    name="plans.tasks",
    title="任务",
    note="计划里没有定数的任务、具名项目的节点和有频次的工作机制，按时限和责任单位跟踪。",
    identity=("number",),
    label="name",
    unit="lead_unit",
    order=("due", "number"),
    search=("number", "name", "project"),
    columns=(
        Text("number"),
        Number("year", grouped=False, listed=False),
        Choice("kind", choices=KINDS),
        Text("name"),
        Text("project", listed=False),
        Choice("stage", choices=STAGES, listed=False),
        Text("cadence", listed=False),
        Month("due"),
        Link("lead_unit", to="directory.units"),
        Text("leader"),
        Day("done_on", listed=False),
        Text("outcome", listed=False, long=True),
        Choice("state", choices=STATES),
        Link("clause", to="plans.clauses", listed=False),
    ),
    lifecycle=Lifecycle(
        start=OPEN,
        steps=(
            Step("finish", "完成", (OPEN,), DONE, needs=("done_on", "outcome")),
            Step("resume", "退回进行中", (DONE,), OPEN, reason=True),
            Step("withdraw", "撤销", (OPEN, DONE), WITHDRAWN, reason=True),
            Step("revive", "恢复", (WITHDRAWN,), OPEN),
        ),
    ),
    access=Access(
        read=roles.EVERYBODY,
        write=roles.LEADERS,
        history=roles.OVERSEERS,
        steps={
            "finish": roles.WRITE_OWN,
            "resume": roles.SUPERVISORS,
            "withdraw": roles.LEADERS,
            "revive": roles.LEADERS,
        },
    ),
    editable=False,
)

"""The ledger of projects' nodes."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers import evidence
from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.columns import Choice, Day, Link, Number, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Condition, Count, Ratio
from luoshi.ledgers.models import Row
from luoshi.projects.delivery.nodes.models import DONE, OF_PROJECT, RUNNING, STATES, STOPPED, WAITING, Node

PERSON = Grant(roles.CLERK, of="person")  # whose node it is, of whatever unit
READ = (*roles.READ_OWN, PERSON)
WORK = (*roles.WRITE_OWN, PERSON)
MINE = ("begin", "finish", "stop", "resume")

MEASURES = (
    Count("due", title="到期节点数", when="planned_on"),
    Count("done", title="完成节点数", when="done_on", words=("完成节点", "项目节点完成")),
    Count("due_done", title="到期且已完成的节点", when="planned_on", where=(Condition("done_on", "set"),)),
    Ratio(
        "completion_rate",
        title="节点完成率",
        top="due_done",
        bottom="due",
        when="planned_on",
        words=("节点完成率", "项目节点完成率", "节点任务完成率"),
    ),
)


def not_done(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """A node that is not done after all begins anew."""
    return {"started_on": None, "done_on": None}


def proved(row: Row, on: datetime.date) -> str:
    """A node that asks for a proof is done when it hangs on the row."""
    asked = row.evidence if isinstance(row, Node) else ""
    if not asked or not evidence.lacking(NODES, row, (evidence.PROOF,)):
        return ""
    return f"这个节点要凭“{asked}”完成，请先在附件里上传。"


NODES = Ledger(
    model=Node,
    name="delivery.nodes",
    title="项目节点",
    note="一行一个节点，责任到人；到期没有填实际完成日期的就是逾期。",
    identity=("project", "name"),
    label="called",
    unit="project__unit",
    order=("project__number", "planned_on"),
    search=("project__name", "project__number", "name", "person__name"),
    columns=(
        Link("project", to="delivery.projects", sample="XM-2026-001", help="填项目编号或名称。"),
        Text("code", sample="N15", help="按模板倒排的节点由模板编码。", listed=False),
        Text("name", sample="取得施工许可"),
        Number("days", unit="个工作日", sample="5", listed=False),
        Text("after", sample="N13、N14、N09", help="前置节点的编码，用顿号隔开。", listed=False),
        Day("planned_start", sample="2026-04-24", listed=False),
        Day("planned_on", sample="2026-04-30"),
        Day(
            "latest_start", sample="2026-05-06", help="最近一次倒排算出，过了这天就赶不上承诺。", listed=False
        ),
        Day("latest_on", sample="2026-05-12", help="最近一次倒排算出。"),
        Day("started_on", sample="2026-04-21", listed=False),
        Day("forecast_on", sample="2026-04-28", help="责任人自己的预计。", listed=False),
        Day("done_on", sample="2026-04-26", help="完成后填写。"),
        Link("unit", to="directory.units", sample="规划建设局", help="不填即为项目的责任单位。"),
        Person("person", sample="zhouwei", help="填用户名。"),
        Text("evidence", sample="许可证", help="凭什么算完成；写了的，完成前要上传附件。", listed=False),
        Choice(
            "stage", choices=OF_PROJECT, sample="开工", help="节点完成，项目随之进入的阶段。", listed=False
        ),
        Text("note", sample="联合审图后提前取得", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=WAITING,
        steps=(
            Step("begin", "启动", (WAITING,), RUNNING, needs=("started_on",)),
            Step("finish", "完成", (WAITING, RUNNING), DONE, needs=("done_on",), holds=(proved,)),
            Step("stop", "登记受阻", (WAITING, RUNNING), STOPPED, reason=True),
            Step("resume", "恢复", (STOPPED,), RUNNING, needs=("started_on",)),
            Step("reopen", "撤销完成", (DONE,), WAITING, back=True, sets=not_done),
        ),
        closed=(DONE,),
    ),
    measures=MEASURES,
    access=Access(read=READ, write=roles.WRITE_OWN, steps=dict.fromkeys(MINE, WORK)),
)

"""The ledger of projects' nodes."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Day, Link, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Condition, Count, Ratio
from luoshi.projects.delivery.nodes.models import Node

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
        Text("name", sample="取得施工许可"),
        Day("planned_on", sample="2026-04-30"),
        Day("done_on", sample="2026-04-26", help="完成后填写。"),
        Link("unit", to="directory.units", sample="规划建设局", help="不填即为项目的责任单位。"),
        Person("person", sample="zhouwei", help="填用户名。"),
        Text("note", sample="联合审图后提前取得", listed=False),
    ),
    measures=MEASURES,
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
)

"""The ledger of projects."""

from __future__ import annotations

import dataclasses
import datetime

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Area, Choice, Column, Day, Link, Money, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Sets, Step
from luoshi.ledgers.models import Row
from luoshi.projects.delivery.projects import actions
from luoshi.projects.delivery.projects.measures import MEASURES
from luoshi.projects.delivery.projects.models import (
    AT_CAPACITY,
    COMPLETED,
    CONCEIVED,
    KINDS,
    LEVELS,
    NATURES,
    OPERATING,
    RESERVED,
    STARTED,
    STATES,
    Project,
)


def grouped(group: str, *columns: Column) -> tuple[Column, ...]:
    """Columns that stand together under one head."""
    return tuple(dataclasses.replace(column, group=group) for column in columns)


COLUMNS = (
    *grouped(
        "基本情况",
        Text("number", sample="XM-2026-001", help="项目编号，全区唯一；不填则自动编号。"),
        Text("name", sample="储能电池产业园一期"),
        Choice("level", choices=LEVELS, sample="市级", help="列入哪一级的重点项目。"),
        Choice("kind", choices=KINDS, sample="产业"),
        Choice("nature", choices=NATURES, sample="新建", listed=False),
        Text("owner", sample="澄光储能科技有限公司", help="项目法人或业主单位。", listed=False),
        Link("enterprise", to="enterprises.register", sample="91340100MA2JF5QYC0", listed=False),
        Link(
            "industry",
            to="directory.industries",
            sample="38",
            help="填行业代码、名称或俗称。",
            listed=False,
            known="signing__industry",
        ),
        Link(
            "chain_link",
            to="directory.chains",
            sample="XNY-05",
            help="填环节编码或“产业链·环节”。",
            listed=False,
            known="signing__chain_link",
        ),
        Link(
            "signing",
            to="investment.signings",
            sample="QY-2026-001",
            help="由招商签约而来的项目填签约编号。",
            listed=False,
        ),
        Link(
            "pool",
            to="delivery.pools",
            sample="CB-2026-001",
            help="由储备项目转来的填储备项目编号。",
            listed=False,
        ),
        Link("parcel", to="land.parcels", sample="DK-0001", help="填地块编号或名称。", listed=False),
        Area("land", unit="亩", sample="120", listed=False),
    ),
    *grouped(
        "计划",
        Money("planned_total", unit="万元", shown="亿元", sample="36000"),
        Money("planned_year", unit="万元", shown="亿元", sample="15000", help="本年度计划完成的投资。"),
        Money("equipment", unit="万元", shown="亿元", sample="18000", listed=False),
        Day("promised_start", sample="2026-05-31", help="合同或会议确定的开工期限。", listed=False),
        Day("promised_complete", sample="2027-12-31", help="倒排节点以这一天为终点。", listed=False),
        Day("planned_start", sample="2026-05-31", listed=False),
        Day("planned_complete", sample="2027-12-31", listed=False),
        Text("template", sample="industrial", help="倒排节点用的模板代码，见“设置 · 规则”。", listed=False),
    ),
    *grouped(
        "进度",
        Day("conceived_on", sample="2025-11-10", listed=False),
        Day("reserved_on", sample="2026-01-15", help="进入储备库的日期。", listed=False),
        Day("started_on", sample="2026-05-11"),
        Day("completed_on", sample="2027-10-20"),
        Day("operating_on", sample="2027-12-15"),
        Day("at_capacity_on", sample="2028-06-30", help="产能达到设计要求的日期。", listed=False),
    ),
    *grouped(
        "包联",
        Link("unit", to="directory.units", sample="规划建设局", help="牵头推进的单位。"),
        Person("leader", sample="gaoyuan", help="填用户名。"),
        Link("task_force", to="directory.units", sample="新能源产业专班", listed=False),
        Link("patron", to="directory.units", sample="企业服务局", help="包联服务项目的单位。", listed=False),
        Person("person", sample="zhouwei", help="项目的日常联络人，填用户名。", listed=False),
        Person("secretary", sample="luomin", help="填用户名。", listed=False),
    ),
    *grouped(
        "入库",
        Day("entry_applied_on", sample="2026-05-28", listed=False),
        Day("entered_on", sample="2026-06-09", help="统计部门审核通过的日期。"),
        Text("statistic_code", sample="340100-2026-0118", listed=False),
    ),
    *grouped(
        "效益",
        Money(
            "planned_sales",
            unit="万元",
            shown="亿元",
            sample="60000",
            help="达产后每年的开票销售。",
            listed=False,
        ),
        Money(
            "planned_tax", unit="万元", shown="万元", sample="1800", help="达产后每年的税收。", listed=False
        ),
    ),
    Text("note", sample="二期预留用地", listed=False),
    Choice("state", choices=STATES),
)


def not_ended(row: Row, on: datetime.date) -> str:
    """What was signed for and has ended does not start."""
    signing = row.signing if isinstance(row, Project) else None
    return f"签约项目“{signing}”已经终止，请先核对签约台账。" if signing and signing.ended_on else ""


def nothing_stuck(row: Row, on: datetime.date) -> str:
    """A project is not completed while a problem of it stands open."""
    stuck = row.open_problems() if isinstance(row, Project) else []
    return f"还有 {len(stuck)} 个堵点没有销号：{'、'.join(stuck[:3])}。" if stuck else ""


def undone(*dates: str) -> Sets:
    """What a step back takes away."""
    return lambda row, on: dict.fromkeys(dates)


LIFECYCLE = Lifecycle(
    start=CONCEIVED,
    steps=(
        Step("reserve", "转入储备", (CONCEIVED,), RESERVED, needs=("reserved_on",)),
        Step("start", "登记开工", (CONCEIVED, RESERVED), STARTED, needs=("started_on",), holds=(not_ended,)),
        Step("complete", "登记竣工", (STARTED,), COMPLETED, needs=("completed_on",), holds=(nothing_stuck,)),
        Step("operate", "登记投产", (COMPLETED,), OPERATING, needs=("operating_on",)),
        Step("reach_capacity", "登记达产", (OPERATING,), AT_CAPACITY, needs=("at_capacity_on",)),
        Step("undo_start", "撤销开工", (STARTED,), CONCEIVED, back=True, sets=undone("started_on")),
        Step("undo_complete", "撤销竣工", (COMPLETED,), STARTED, back=True, sets=undone("completed_on")),
        Step("undo_operate", "撤销投产", (OPERATING,), COMPLETED, back=True, sets=undone("operating_on")),
        Step(
            "undo_capacity", "撤销达产", (AT_CAPACITY,), OPERATING, back=True, sets=undone("at_capacity_on")
        ),
    ),
)

PROJECTS = Ledger(
    model=Project,
    name="delivery.projects",
    title="项目台账",
    note="一行一个项目，从谋划、储备、开工、竣工到投产、达产；开工竣工个数和各种率都从这里算出。",
    identity=("number",),
    label="name",
    numbered="number",
    unit="unit",
    order=("number",),
    search=("number", "name", "owner"),
    columns=COLUMNS,
    lifecycle=LIFECYCLE,
    measures=MEASURES,
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
    after=actions.after,
)

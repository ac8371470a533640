"""The ledger of projects."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Money, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.projects.delivery.projects.measures import MEASURES
from luoshi.projects.delivery.projects.models import (
    AT_CAPACITY,
    COMPLETED,
    CONCEIVED,
    KINDS,
    LEVELS,
    OPERATING,
    RESERVED,
    STARTED,
    STATES,
    Project,
)

COLUMNS = (
    Text("number", sample="XM-2026-001", help="项目编号，全区唯一；不填则自动编号。"),
    Text("name", sample="储能电池产业园一期"),
    Choice("level", choices=LEVELS, sample="市级", help="列入哪一级的重点项目。"),
    Choice("kind", choices=KINDS, sample="产业"),
    Text("owner", sample="澄光储能科技有限公司", help="项目法人或业主单位。", listed=False),
    Link("industry", to="directory.industries", sample="38", help="填行业代码、名称或俗称。", listed=False),
    Link(
        "signing",
        to="investment.signings",
        sample="QY-2026-001",
        help="由招商签约而来的项目填签约编号。",
        listed=False,
    ),
    Money("planned_total", unit="万元", shown="亿元", sample="36000"),
    Money("planned_year", unit="万元", shown="亿元", sample="15000", help="本年度计划完成的投资。"),
    Day("planned_start", sample="2026-05-31", listed=False),
    Day("planned_complete", sample="2027-12-31", listed=False),
    Day("conceived_on", sample="2025-11-10", listed=False),
    Day("reserved_on", sample="2026-01-15", help="进入储备库的日期。", listed=False),
    Day("started_on", sample="2026-05-11"),
    Day("completed_on", sample="2027-10-20"),
    Day("operating_on", sample="2027-12-15"),
    Day("at_capacity_on", sample="2028-06-30", help="产能达到设计要求的日期。", listed=False),
    Link("unit", to="directory.units", sample="规划建设局", help="牵头推进的单位。"),
    Person("leader", sample="gaoyuan", help="填用户名。"),
    Text("note", sample="二期预留用地", listed=False),
    Choice("state", choices=STATES),
)

LIFECYCLE = Lifecycle(
    start=CONCEIVED,
    steps=(
        Step("reserve", "转入储备", (CONCEIVED,), RESERVED, needs=("reserved_on",)),
        Step("start", "登记开工", (CONCEIVED, RESERVED), STARTED, needs=("started_on",)),
        Step("complete", "登记竣工", (STARTED,), COMPLETED, needs=("completed_on",)),
        Step("operate", "登记投产", (COMPLETED,), OPERATING, needs=("operating_on",)),
        Step("reach_capacity", "登记达产", (OPERATING,), AT_CAPACITY, needs=("at_capacity_on",)),
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
)

"""The ledger of relocations."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Area, Choice, Day, Link, Money, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Count
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.land.relocations.models import (
    CLEARED,
    PLANNED,
    RESETTLED,
    STARTED,
    STATES,
    Relocation,
)

RELOCATIONS = Ledger(
    model=Relocation,
    name="land.relocations",
    title="征迁安置",
    note="一行一个征迁片区，从启动、清零到安置；每月签约、拆除、支付和安置多少填在“征迁月度进度”里。",
    identity=("number",),
    label="name",
    numbered="number",
    number=NumberRule("ZQ"),
    unit="unit",
    order=("number",),
    search=("number", "name", "village__name"),
    columns=(
        Text("number", sample="ZQ-001", help="全区唯一；不填则自动编号。"),
        Text("name", sample="溪口村东片"),
        Link("village", to="directory.units", sample="溪口村"),
        Number("households", unit="户", sample="126"),
        Area("area", unit="平方米", sample="28600", help="应拆除的房屋建筑面积。"),
        Money("money", unit="万元", shown="万元", sample="9800", help="补偿安置方案里的概算。"),
        Money("transition", unit="万元", shown="万元", sample="420", listed=False),
        Day("agreed_by", sample="2026-06-30", help="公告里的签约截止日期。"),
        Day("started_on", sample="2026-03-02", help="发布征迁公告的日期。"),
        Day("cleared_on", sample="2026-09-18", help="房屋全部拆除、可以交地的日期。"),
        Day("resettled_on", sample="2027-12-30", listed=False),
        Link("unit", to="directory.units", sample="云溪镇", help="组织实施征迁的单位。"),
        Text("note", sample="涉及两处祖坟迁移", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=PLANNED,
        steps=(
            Step("start", "启动征迁", (PLANNED,), STARTED, needs=("started_on",)),
            Step("clear", "登记清零", (STARTED,), CLEARED, needs=("cleared_on",)),
            Step("resettle", "登记安置完成", (CLEARED,), RESETTLED, needs=("resettled_on",)),
        ),
    ),
    measures=(
        Count("started", title="启动征迁片区数", when="started_on", words=("启动征迁片区",)),
        Count("cleared", title="清零征迁片区数", when="cleared_on", words=("征迁清零片区", "清零征迁片区")),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
)

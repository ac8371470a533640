"""The ledger of idle land, and what plans promise of it."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.directory.credit_codes import CreditCode
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Area, Choice, Day, Link, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Condition, Count, Ratio, Sum
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.land.idle.models import (
    CAUSES,
    DISPOSED,
    DISPOSING,
    FOUND,
    KINDS,
    PLANNED,
    STATES,
    WAYS,
    ZOMBIE,
    IdleLand,
)

MEASURES = (
    Sum("found_area", title="认定闲置低效用地面积", of="area", when="found_on"),
    Sum(
        "disposed_area",
        title="处置闲置低效用地面积",
        of="disposed_area",
        when="disposed_on",
        words=(
            "盘活闲置低效用地", "闲置低效用地处置", "处置闲置低效用地", "盘活低效用地", "盘活闲置土地", "盘活存量土地",
            "盘活存量用地", "处置闲置土地", "低效用地再开发",
        ),
    ),
    Count(
        "zombies",
        title="处置僵尸企业数",
        unit="家",
        when="disposed_on",
        where=(Condition("kind", "eq", ZOMBIE),),
        words=("处置僵尸企业", "僵尸企业", "僵尸企业处置", "出清僵尸企业"),
    ),
    Count("due", title="到期应处置宗数", unit="宗", when="due_on"),
    Count(
        "due_disposed",
        title="到期且已处置宗数",
        unit="宗",
        when="due_on",
        where=(Condition("disposed_on", "set"),),
    ),
    Ratio(
        "disposal_rate",
        title="闲置低效用地处置率",
        top="due_disposed",
        bottom="due",
        when="due_on",
        words=("闲置低效用地处置率", "闲置土地处置率", "低效用地处置率"),
    ),
)  # fmt: skip

IDLE = Ledger(
    model=IdleLand,
    name="land.idle",
    title="闲置低效用地",
    note="一行一家一宗闲置、低效或僵尸企业用地，从认定、定方案到处置完成；盘活面积从这里算出。",
    identity=("number",),
    label="called",
    numbered="number",
    number=NumberRule("XZ", year_of="found_on"),
    unit="unit",
    order=("number",),
    search=("number", "user", "place", "credit_code"),
    columns=(
        Text("number", sample="XZ-2026-001", help="全区唯一；不填则自动编号。"),
        Text("place", sample="柳塘路 18 号"),
        Link("parcel", to="land.parcels", sample="DK-0020", help="填地块编号或名称。", listed=False),
        Text("user", sample="拓远照明有限公司"),
        CreditCode("credit_code", sample="91340000MA2XK7QR5R", listed=False),
        Area("area", unit="亩", sample="86.4"),
        Choice("kind", choices=KINDS, sample="低效用地"),
        Choice("cause", choices=CAUSES, sample="企业原因", listed=False),
        Day("found_on", sample="2026-01-16", listed=False),
        Text(
            "plan",
            sample="协商收购厂房，引入储能配套项目",
            help="定方案时写清怎么处置。",
            long=True,
            listed=False,
        ),
        Choice("way", choices=WAYS, sample="嫁接盘活"),
        Day("due_on", sample="2026-09-30", help="要求处置完成的日期。"),
        Day("disposed_on", sample="2026-08-21", help="处置完成后填写。"),
        Area("disposed_area", unit="亩", sample="86.4", help="实际处置的面积，不超过用地面积。"),
        Text("result_project", sample="恒越精密传动", help="由哪个项目承接，没有的不填。", listed=False),
        Link("unit", to="directory.units", sample="自然资源分局"),
        Text("note", sample="两家债权人已达成和解", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=FOUND,
        steps=(
            Step("plan", "确定处置方案", (FOUND,), PLANNED, needs=("plan", "way")),
            Step("begin", "开始处置", (PLANNED,), DISPOSING),
            Step("dispose", "登记处置完成", (DISPOSING,), DISPOSED, needs=("disposed_on", "disposed_area")),
        ),
    ),
    measures=MEASURES,
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
)

"""The ledger of prospects, and what plans promise of them."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.directory.credit_codes import CreditCode
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Money, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Count
from luoshi.projects.investment.prospects.models import CONTACTED, DROPPED, FOUND, LED, STATES, Prospect

PROSPECTS = Ledger(
    model=Prospect,
    name="investment.prospects",
    title="目标企业",
    note="一行一家目标企业：产业链缺哪一环，打算请谁来补，谈到了哪一步。",
    identity=("name", "chain_link"),
    label="name",
    unit="unit",
    order=("chain_link__code", "name"),
    search=("name", "credit_code", "main_product", "chain_link__name"),
    columns=(
        Text("name", sample="恒远隔膜科技股份有限公司"),
        CreditCode("credit_code", sample="91340000MA2XK7QR5R", listed=False),
        Link(
            "chain_link", to="directory.chains", sample="新能源装备·隔膜", help="填环节编码或“产业链·环节”。"
        ),
        Link("region", to="directory.regions", sample="江苏省", listed=False),
        Text("main_product", sample="锂电池湿法隔膜"),
        Money("revenue", unit="万元", shown="亿元", sample="186000", help="最近一个年度的营业收入。"),
        Text("why", sample="本区隔膜全部外购，该企业有扩产计划", long=True, listed=False),
        Day("found_on", sample="2026-02-10"),
        Day("contacted_on", sample="2026-03-04", listed=False),
        Link(
            "lead",
            to="investment.leads",
            sample="XS-2026-001",
            help="已成线索的填线索编号或名称。",
            listed=False,
        ),
        Person("person", sample="shaoqing", help="填用户名。"),
        Link("unit", to="directory.units", sample="新能源产业专班"),
        Text("note", sample="与本区企业有供货关系", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=FOUND,
        steps=(
            Step("contact", "登记对接", (FOUND,), CONTACTED, needs=("contacted_on",)),
            Step("lead", "登记成为线索", (FOUND, CONTACTED), LED, needs=("lead",)),
            Step("drop", "不再跟进", (FOUND, CONTACTED), DROPPED, reason=True, bulk=True),
        ),
    ),
    measures=(
        Count(
            "found",
            title="梳理目标企业数",
            unit="家",
            when="found_on",
            words=("目标企业", "梳理目标企业", "链主企业", "目标招商企业"),
        ),
        Count(
            "contacted",
            title="对接目标企业数",
            unit="家",
            when="contacted_on",
            words=("对接目标企业", "对接企业"),
        ),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
)

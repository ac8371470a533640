"""The ledger of ambassadors, and what plans promise of them."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Condition, Count
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.investment.ambassadors.models import (
    ADVISER,
    AMBASSADOR,
    APPOINTED,
    ENDED,
    KINDS,
    STATES,
    Ambassador,
)

AMBASSADORS = Ledger(
    model=Ambassador,
    name="investment.ambassadors",
    title="招商大使和顾问",
    note="一行一次聘任：招商大使、产业招商顾问和委托招商机构；提供的线索在招商线索里选到这里。",
    identity=("number",),
    label="name",
    numbered="number",
    number=NumberRule("DS", year_of="appointed_on"),
    unit="unit",
    order=("number",),
    search=("number", "name", "employer"),
    columns=(
        Text("number", sample="DS-2026-001", help="全区唯一；不填则自动编号。"),
        Text("name", sample="程海宁"),
        Choice("kind", choices=KINDS, sample="产业招商顾问"),
        Text("employer", sample="长三角储能产业联盟"),
        Link("region", to="directory.regions", sample="江苏省", listed=False),
        Link(
            "field",
            to="directory.chains",
            sample="新能源装备·储能电池",
            help="填环节编码或“产业链·环节”。",
            listed=False,
        ),
        Day("appointed_on", sample="2026-03-18", help="聘书上的日期。"),
        Day("until", sample="2028-03-17", help="没有期限的不填。"),
        Day("ended_on", sample="2027-06-30", help="提前或届满解聘时填写。", listed=False),
        Person("contact", sample="shaoqing", help="我方联络人，填用户名。"),
        Link("unit", to="directory.units", sample="招商局"),
        Text("note", sample="曾任行业协会秘书长", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=APPOINTED,
        steps=(Step("end", "解聘", (APPOINTED,), ENDED, needs=("ended_on",), reason=True),),
    ),
    measures=(
        Count(
            "advisers",
            title="新聘任产业招商顾问数",
            unit="人",
            when="appointed_on",
            where=(Condition("kind", "eq", ADVISER),),
            words=("产业招商顾问", "新聘任产业招商顾问", "招商顾问", "新聘任招商顾问", "聘任招商顾问"),
        ),
        Count(
            "ambassadors",
            title="新聘任招商大使数",
            unit="人",
            when="appointed_on",
            where=(Condition("kind", "eq", AMBASSADOR),),
            words=("招商大使", "新聘任招商大使", "聘任招商大使"),
        ),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
)

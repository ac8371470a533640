"""The ledger of receptions, and what plans promise of them."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Day, Link, People, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Condition, Count
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.investment.receptions.models import Reception

RECEPTIONS = Ledger(
    model=Reception,
    name="investment.receptions",
    title="客商接访",
    note="一行一批客商来访：谁来、谁接、谈到什么、下一步做什么；接访批次从这里算出。",
    identity=("number",),
    label="called",
    numbered="number",
    number=NumberRule("JF", year_of="visited_on"),
    unit="unit",
    order=("-visited_on", "number"),
    search=("number", "investor", "visitors", "lead__project"),
    columns=(
        Text("number", sample="JF-2026-001", help="全区唯一；不填则自动编号。"),
        Day("visited_on", sample="2026-03-24"),
        Text("investor", sample="恒远隔膜科技股份有限公司"),
        Link("lead", to="investment.leads", sample="XS-2026-001", help="已有线索的填编号或名称。"),
        Text("visitors", sample="副总经理一行 4 人", long=True, listed=False),
        People("received_by", sample="shaoqing、luming", stays=True),
        Person("leader", sample="shenyan", help="出面接待的领导，填用户名。", stays=True),
        Text("place", sample="溪口产业片区 A-03 地块", listed=False),
        Text("outcome", sample="对用地和蒸汽价格表示认可", long=True, listed=False),
        Text("next_step", sample="一周内给出供汽方案"),
        Day("next_on", sample="2026-03-31"),
        Link("unit", to="directory.units", sample="长三角招商分局", help="接访的单位。"),
        Text("note", sample="随行有设计院", listed=False),
    ),
    measures=(
        Count(
            "visits",
            title="接待客商批次",
            unit="批次",
            when="visited_on",
            words=("客商接待", "接待客商", "接访批次", "客商接访", "接待来访客商", "来访客商", "接洽客商"),
        ),
        Count(
            "led_visits",
            title="领导接访批次",
            unit="批次",
            when="visited_on",
            where=(Condition("leader", "set"),),
            words=("领导接访", "领导接待客商"),
        ),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
)

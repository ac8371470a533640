"""The ledger of portfolios: keywords and their units, kept by each zone."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Link, Text
from luoshi.ledgers.definition import Ledger
from luoshi.plans.portfolios.models import Portfolio

PORTFOLIOS = Ledger(
    model=Portfolio,
    name="plans.portfolios",
    title="分工词表",
    note="指标和任务里的关键词归哪个单位；原文没有写明责任单位时，按这张表推荐牵头单位。",
    identity=("keyword",),
    label="keyword",
    order=("keyword",),
    search=("keyword",),
    columns=(
        Text("keyword", sample="到位资金", help="指标或任务里会出现的词，越具体越好。"),
        Link("unit", to="directory.units", sample="招商局", help="牵头单位的名称、简称或编码。"),
    ),
    access=Access(read=roles.EVERYBODY, write=(*roles.SUPERVISORS, *roles.ADMINISTRATORS)),
    hidden_from_menu=True,
)

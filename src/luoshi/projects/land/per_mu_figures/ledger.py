"""The ledger of the figures behind the benefit per mu."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Area, Choice, Flag, Link, Money, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Count, Ratio, Sum
from luoshi.projects.land.per_mu_figures.models import TABLES, PerMuFigure

PER_MU_FIGURES = Ledger(
    model=PerMuFigure,
    name="land.per_mu_figures",
    title="亩均基础数据",
    note="一行一家企业一个年度，亩均效益评价用的基础数据；由税务、统计、供电、供水等部门的数据汇成。",
    identity=("enterprise", "period"),
    label="called",
    unit="enterprise__unit",
    order=("-period", "enterprise__credit_code"),
    search=("enterprise__name", "enterprise__credit_code"),
    columns=(
        Link(
            "enterprise",
            to="enterprises.register",
            sample="91340000MA2XK7QR5R",
            help="填统一社会信用代码或企业名称。",
        ),
        Month("period", sample="2025-12", help="填评价年度的 12 月。"),
        Choice("table", choices=TABLES, sample="规上工业"),
        Area("area", unit="亩", sample="62.5", help="自有加租入、减租出的用地面积。"),
        Money("tax", unit="万元", shown="万元", sample="1180", help="当年实际入库的税收。"),
        Money("sales", unit="万元", shown="万元", sample="36500"),
        Money("value_added", unit="万元", shown="万元", sample="8200", listed=False),
        Number("energy", unit="吨标煤", scale=100, sample="2150.6", listed=False),
        Number("cod", unit="吨", scale=100, sample="3.2", listed=False),
        Number("water", unit="吨", sample="41200", listed=False),
        Number("power", unit="千瓦时", sample="5860000", listed=False),
        Number("labour", unit="人", sample="320", help="全年平均用工人数。", listed=False),
        Money("research", unit="万元", shown="万元", sample="960", listed=False),
        Flag("suited", sample="是"),
        Text("unsuited_reason", sample="投产不满两年", help="不参与评价的必填。", listed=False),
        Text("note", sample="与母公司合并纳税", listed=False),
    ),
    measures=(
        Count("enterprises", title="亩均数据企业数", unit="家", when="period"),
        Sum("tax", title="亩均数据实缴税收", of="tax", when="period"),
        Sum("area", title="亩均数据用地面积", of="area", when="period"),
        Ratio(
            "tax_per_mu",
            title="亩均税收",
            top="tax",
            bottom="area",
            when="period",
            unit="万元/亩",
            divisor=10_000,
        ),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
)

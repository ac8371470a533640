"""The ledger of relocations' months, and what plans promise of it."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Area, Link, Money, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Sum
from luoshi.projects.land.relocation_months.models import RelocationMonth

RELOCATION_MONTHS = Ledger(
    model=RelocationMonth,
    name="land.relocation_months",
    title="征迁月度进度",
    note="一行一个征迁片区一个月，填当月数，不填累计数；当月没有进展的可以不填。",
    identity=("relocation", "period"),
    label="called",
    unit="relocation__unit",
    order=("-period", "relocation__number"),
    search=("relocation__name", "relocation__number", "note"),
    columns=(
        Link("relocation", to="land.relocations", sample="ZQ-001", help="填征迁片区的编号或名称。"),
        Month("period", sample="2026-05", help="须已开账。"),
        Number("agreed", unit="户", sample="36", help="当月签订补偿协议的户数。"),
        Area("cleared_area", unit="平方米", sample="8200", help="当月拆除的房屋建筑面积。"),
        Money("paid", unit="万元", shown="万元", sample="2650", help="当月付出的补偿款。"),
        Number("resettled", unit="户", sample="12", help="当月搬进安置房的户数。"),
        Text("note", sample="剩余 3 户正在商谈", listed=False),
    ),
    measures=(
        Sum(
            "cleared_area",
            title="完成征迁面积",
            of="cleared_area",
            when="period",
            words=("征迁面积", "完成征迁面积", "完成征迁", "征收拆迁面积", "拆迁面积", "征迁拆除面积"),
        ),
        Sum(
            "agreed",
            title="征迁签约户数",
            of="agreed",
            when="period",
            words=("征迁签约户数", "征迁签约", "完成征迁签约"),
        ),
        Sum("paid", title="支付征迁补偿", of="paid", when="period", words=("征迁补偿", "支付征迁补偿款")),
        Sum(
            "resettled",
            title="安置户数",
            of="resettled",
            when="period",
            words=("安置户数", "安置群众", "回迁安置", "搬迁安置"),
        ),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
)

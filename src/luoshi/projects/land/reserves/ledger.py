"""The ledger of land reserves, and what plans promise of it."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Area, Day, Link, Money, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Sum
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.land.reserves.models import Reserve

RESERVES = Ledger(
    model=Reserve,
    name="land.reserves",
    title="土地收储",
    note="一行一宗收储的土地；收储以后划成地块的，填上地块，收储面积只在这里统计一次。",
    identity=("number",),
    label="called",
    numbered="number",
    number=NumberRule("SC", year_of="reserved_on"),
    unit="unit",
    order=("-reserved_on", "number"),
    search=("number", "place", "parcel__name"),
    columns=(
        Text("number", sample="SC-2026-001", help="全区唯一；不填则自动编号。"),
        Text("place", sample="溪口村东、云溪大道以北"),
        Area("area", unit="亩", sample="128.4"),
        Link("parcel", to="land.parcels", sample="DK-0001", help="已划成地块的填地块编号或名称。"),
        Link(
            "relocation",
            to="land.relocations",
            sample="ZQ-001",
            help="由征迁腾出的土地填征迁片区的编号或名称。",
            listed=False,
        ),
        Day("agreed_on", sample="2026-01-09", help="签订收储协议的日期。", listed=False),
        Money("paid", unit="万元", shown="万元", sample="3850", help="补偿、税费等收储成本。"),
        Day("reserved_on", sample="2026-02-06", help="办完收储手续的日期。"),
        Link("unit", to="directory.units", sample="自然资源分局"),
        Text("note", sample="含水塘 6 亩", listed=False),
    ),
    measures=(
        Sum(
            "area",
            title="土地收储面积",
            of="area",
            when="reserved_on",
            words=("土地收储", "收储土地", "完成土地收储", "收储面积", "土地收储面积", "新增收储土地"),
        ),
        Sum(
            "paid",
            title="土地收储费用",
            of="paid",
            when="reserved_on",
            words=("收储资金", "土地收储资金", "收储费用"),
        ),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
)

"""The ledger of standard workshops, and what plans promise of them."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Area, Day, Link, Number, Share, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Count, Ratio, Sum
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.land.workshops.models import Workshop

WORKSHOPS = Ledger(
    model=Workshop,
    name="land.workshops",
    title="标准厂房",
    note="一行一栋标准厂房；新建标准厂房的面积按建成日期从这里算出，已出租和空置的面积从租约算出。",
    identity=("number",),
    label="name",
    numbered="number",
    number=NumberRule("CF"),
    unit="unit",
    order=("number",),
    search=("number", "name", "owner"),
    columns=(
        Text("number", sample="CF-001", help="全区唯一；不填则自动编号。"),
        Text("name", sample="溪口标准厂房 1 号楼"),
        Link("parcel", to="land.parcels", sample="DK-0019", help="填地块编号或名称。", listed=False),
        Text("owner", sample="云溪开发建设集团有限公司"),
        Area("area", unit="平方米", sample="18600"),
        Number("floors", unit="层", sample="4", listed=False),
        Day("built_on", sample="2026-05-20", help="竣工验收合格的日期。"),
        Area("let", title="已出租面积", unit="平方米", derived=True),
        Area("empty", title="空置面积", unit="平方米", derived=True),
        Share("let_rate", title="出租率", derived=True),
        Number("rent", unit="元/平方米·月", scale=100, sample="14.5", help="公布的租金标准。"),
        Link("unit", to="directory.units", sample="规划建设局", help="负责建设和招租的单位。"),
        Text("note", sample="带 5 吨行车", listed=False),
    ),
    measures=(
        Count("built", title="建成标准厂房栋数", unit="栋", when="built_on"),
        Sum(
            "built_area",
            title="新建标准厂房面积",
            of="area",
            when="built_on",
            words=(
                "新建标准厂房",
                "标准厂房",
                "建成标准厂房",
                "标准化厂房",
                "新建标准化厂房",
                "新增标准厂房",
            ),
        ),
        Sum("let_area", title="建成厂房的已出租面积", of="let", when="built_on"),
        Ratio(
            "let_rate",
            title="标准厂房出租率",
            top="let_area",
            bottom="built_area",
            when="built_on",
            standing=True,
            words=("标准厂房出租率", "厂房出租率", "标准厂房去化率", "厂房去化率"),
        ),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.WRITE_OWN),
)

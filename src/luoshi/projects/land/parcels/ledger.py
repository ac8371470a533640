"""The ledger of parcels, and what plans promise of land."""

from __future__ import annotations

import datetime

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Area, Choice, Day, Flag, Link, Money, Number, Place, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Condition, Count, Ratio, Sum
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.land.parcels import rounds
from luoshi.projects.land.parcels.models import (
    BUILDING,
    BUILT,
    DELIVERED,
    INDUSTRIAL,
    PLANNED,
    READY,
    RESERVED,
    RETURNED,
    STATES,
    SUPPLIED,
    SUPPLY_KINDS,
    USES,
    Parcel,
)

BASICS, PROMISES, SUPPLY, BUILDING_WORK = "基本情况", "准入要求", "收储供应", "开发建设"
OUTLINE = (
    '{"type":"Polygon","coordinates":[[[117.61,32.18],[117.61255,32.18],'
    "[117.61255,32.18216],[117.61,32.18216],[117.61,32.18]]]}"
)
FOR_INDUSTRY = Condition("use", "eq", INDUSTRIAL)

COLUMNS = (
    Text("number", sample="DK-0001", help="地块编号，全区唯一；不填则自动编号。", group=BASICS),
    Text("name", sample="溪口片区 A-03 地块", group=BASICS),
    Link("district", to="land.districts", sample="溪口产业片区", help="填片区的编码或名称。", group=BASICS),
    Area("area", unit="亩", sample="86.5", help="勘测定界面积。", group=BASICS),
    Choice("use", choices=USES, sample="工业", group=BASICS),
    Place(
        "place",
        only="Polygon",
        sample=OUTLINE,
        help="从测绘成果导出的 GeoJSON 面，WGS84 坐标；围成的面积与填写的相差不超过 2%。",
        listed=False,
        group=BASICS,
    ),
    Text("plan_no", sample="云规条〔2026〕8 号", listed=False, group=BASICS),
    Text("owner", sample="云溪高新区管委会", listed=False, group=BASICS),
    Text("certificate", sample="云（2026）不动产权第 0001234 号", listed=False, group=BASICS),
    Flag("standard", sample="是", help="带着投资强度、税收、能耗等要求出让的填“是”。", group=PROMISES),
    Number(
        "intensity_min",
        unit="万元/亩",
        base="元/亩",
        scale=100,
        sample="350",
        listed=False,
        group=PROMISES,
    ),
    Number(
        "tax_min",
        unit="万元/亩",
        base="元/亩",
        scale=100,
        sample="18",
        listed=False,
        group=PROMISES,
    ),
    Number("energy_max", unit="吨标煤/万元", scale=100, sample="0.35", listed=False, group=PROMISES),
    Number("plot_ratio", scale=100, sample="1.2", listed=False, group=PROMISES),
    Day("reserved_on", sample="2025-11-18", listed=False, group=SUPPLY),
    Day("cleared_on", sample="2026-01-20", help="达到净地条件的日期。", listed=False, group=SUPPLY),
    Day("supplied_on", sample="2026-03-12", help="签订出让合同或取得划拨决定书的日期。", group=SUPPLY),
    Choice("supply_kind", choices=SUPPLY_KINDS, sample="招拍挂", group=SUPPLY),
    Money("price", unit="万元", shown="万元", sample="1680", listed=False, group=SUPPLY),
    Text("user", sample="澄光储能科技有限公司", help="已供应的地块必填。", group=SUPPLY),
    Link(
        "enterprise",
        to="enterprises.register",
        sample="91340000MA2XK7QR5R",
        help="用地单位在企业名录里的，填代码或名称。",
        listed=False,
        group=SUPPLY,
    ),
    Text("contract_no", sample="340100 出让 2026B012", listed=False, group=SUPPLY),
    Day("must_start_on", sample="2026-09-12", listed=False, group=BUILDING_WORK),
    Day("must_complete_on", sample="2028-09-12", listed=False, group=BUILDING_WORK),
    Day(
        "delivered_on",
        sample="2026-03-30",
        help="与用地单位签订交地确认书的日期。",
        listed=False,
        group=BUILDING_WORK,
    ),
    Day("started_on", sample="2026-06-30", group=BUILDING_WORK),
    Day("completed_on", sample="2027-12-20", listed=False, group=BUILDING_WORK),
    Day(
        "capacity_on",
        sample="2029-06-30",
        help="用地项目达产的日期，标准地的核查可以从这一天算起。",
        listed=False,
        group=BUILDING_WORK,
    ),
    Day("returned_on", sample="2028-10-08", listed=False, group=BUILDING_WORK),
    Link("unit", to="directory.units", sample="自然资源分局", help="管理地块的单位。"),
    Text("note", sample="北侧有高压走廊", listed=False),
    Choice("state", choices=STATES),
)


def promised(row: Row, on: datetime.date) -> str:
    """Standard land is supplied with what its user promises."""
    assert isinstance(row, Parcel)
    said = (row.intensity_min, row.tax_min, row.energy_max, row.plot_ratio)
    if row.standard and all(each is None for each in said):
        return "标准地要带着准入要求供应，请先填写投资强度、亩均税收、单位能耗或容积率。"
    return ""


LIFECYCLE = Lifecycle(
    start=PLANNED,
    steps=(
        Step(
            "reserve",
            "登记收储",
            (PLANNED,),
            RESERVED,
            needs=("reserved_on",),
            evidence=("征收批复或收储协议",),
        ),
        Step("clear", "登记净地", (RESERVED,), READY, needs=("cleared_on",), evidence=("净地验收单",)),
        Step(
            "supply",
            "登记供应",
            (READY,),
            SUPPLIED,
            needs=("supplied_on", "supply_kind", "user"),
            evidence=("出让合同或划拨决定书",),
            holds=(promised,),
        ),
        Step(
            "deliver",
            "登记交地",
            (SUPPLIED,),
            DELIVERED,
            needs=("delivered_on",),
            evidence=("交地确认书",),
        ),
        Step(
            "start",
            "登记开工",
            (DELIVERED,),
            BUILDING,
            needs=("started_on",),
            evidence=("施工许可证",),
        ),
        Step(
            "complete",
            "登记竣工",
            (BUILDING,),
            BUILT,
            needs=("completed_on",),
            evidence=("土地核验意见",),
        ),
        Step(
            "take_back",
            "收回",
            (SUPPLIED, DELIVERED, BUILDING),
            RETURNED,
            needs=("returned_on",),
            reason=True,
            evidence=("收回决定书",),
        ),
    ),
)

MEASURES = (
    Count("supplied", title="供应地块数", unit="宗", when="supplied_on", words=("供应地块", "供地宗数")),
    Sum(
        "supplied_area",
        title="供地面积",
        of="area",
        when="supplied_on",
        words=("供地面积", "供应土地", "供地", "土地供应", "新增供地"),
    ),
    Sum(
        "industrial_area",
        title="供应工业用地面积",
        of="area",
        when="supplied_on",
        where=(FOR_INDUSTRY,),
        words=("供应工业用地", "新增供应工业用地", "工业用地供应", "新增工业用地", "出让工业用地"),
    ),
    Sum(
        "standard_area",
        title="标准地出让面积",
        of="area",
        when="supplied_on",
        where=(FOR_INDUSTRY, Condition("standard", "eq", "true")),
        words=("标准地出让", "出让标准地", "标准地出让面积", "供应标准地"),
    ),
    Ratio(
        "standard_share",
        title="标准地出让占比",
        top="standard_area",
        bottom="industrial_area",
        when="supplied_on",
        words=("标准地出让占比", "标准地占比", "标准地出让比例", "工业用地标准地出让占比"),
    ),
    Count("built", title="建成地块数", unit="宗", when="completed_on"),
)

PARCELS = Ledger(
    model=Parcel,
    name="land.parcels",
    title="地块台账",
    note="一行一宗地，从规划、收储、净地、供应、交地到开工、建成；供地面积和标准地占比都从这里算出。",
    identity=("number",),
    label="name",
    numbered="number",
    number=NumberRule("DK", width=4),
    unit="unit",
    order=("number",),
    search=("number", "name", "user", "contract_no"),
    columns=COLUMNS,
    lifecycle=LIFECYCLE,
    measures=MEASURES,
    access=Access(
        read=roles.EVERYBODY,
        write=roles.WRITE_OWN,
        secret=("price",),
        secret_read=roles.OVERSEERS,
    ),
    after=rounds.follow,
)

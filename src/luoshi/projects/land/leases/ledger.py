"""The ledger of leases, and what plans promise of letting."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Area, Choice, Day, Link, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Average, Balance, Count, Distinct, Sum
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.land.leases import letting
from luoshi.projects.land.leases.models import ENDED, RUNNING, STATES, Lease

HANDED_BACK = "退租交接单"  # the slot of the file that proves that the tenant has left

LEASES = Ledger(
    model=Lease,
    name="land.leases",
    title="厂房租约",
    note="一行一份租约；同一栋厂房在租面积的合计不能超过建筑面积，标准厂房的已出租面积从这里算出。",
    identity=("number",),
    label="number",
    numbered="number",
    number=NumberRule("ZL", year_of="since"),
    unit="workshop__unit",
    order=("-since", "number"),
    search=("number", "workshop__name", "tenant__name", "note"),
    columns=(
        Text("number", sample="ZL-2026-001", help="全区唯一；不填则自动编号。"),
        Link("workshop", to="land.workshops", sample="CF-001", help="填厂房的编号或名称。"),
        Link(
            "tenant",
            to="enterprises.register",
            sample="91340000MA2XK7QR5R",
            help="填统一社会信用代码或企业名称。",
        ),
        Area("area", unit="平方米", sample="4200", help="按租赁合同的建筑面积。"),
        Number("rent", unit="元/平方米·月", scale=100, sample="13.5", help="合同租金，减免以前的。"),
        Day("since", sample="2026-03-01"),
        Day("until", sample="2029-02-28", help="合同到期日；续租的改成新的到期日。", history=True),
        Day("ended_on", sample="2028-06-30", help="腾空交还的日期，还在租的不填。", listed=False),
        Text("note", sample="首年免租三个月", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=RUNNING,
        steps=(Step("end", "登记退租", (RUNNING,), ENDED, needs=("ended_on",), evidence=(HANDED_BACK,)),),
        closed=(ENDED,),
    ),
    measures=(
        Count("signed", title="新增租约数", unit="份", when="since"),
        Sum(
            "new_area",
            title="新增出租面积",
            of="area",
            when="since",
            words=("新增出租面积", "新增出租厂房", "出租标准厂房", "厂房新增出租面积"),
        ),
        Sum("ended_area", title="退租面积", of="area", when="ended_on"),
        Balance(
            "standing_area",
            title="在租面积",
            plus="new_area",
            minus="ended_area",
            words=("厂房在租面积", "标准厂房在租面积", "已出租厂房面积"),
        ),
        Distinct(
            "tenants", title="新签租约企业数", of="tenant", unit="家", when="since", words=("新签租企业",)
        ),
        Average("mean_rent", title="新签租约平均租金", of="rent", when="since"),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
    after=letting.follow,
)

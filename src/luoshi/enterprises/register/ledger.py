"""The ledger of enterprises."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.directory.credit_codes import CreditCode
from luoshi.enterprises.register.models import CLOSED, OPERATING, STATES, STOPPED, Enterprise
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Flag, Link, Place, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Count

REGISTER = Ledger(
    model=Enterprise,
    name="enterprises.register",
    title="企业名录",
    note="一行一家企业，以统一社会信用代码为准；其他台账里的企业都从这里选。",
    identity=("credit_code",),
    label="name",
    unit="unit",
    order=("credit_code",),
    search=("credit_code", "name", "short_name"),
    columns=(
        CreditCode("credit_code", sample="91340000MA2XK7QR5R", help="营业执照上的 18 位代码。"),
        Text("name", sample="澄光储能科技有限公司", help="营业执照上的全称。"),
        Text("short_name", sample="澄光储能", listed=False),
        Link("industry", to="directory.industries", sample="38", help="填行业代码、名称或俗称。"),
        Link(
            "chain_link",
            to="directory.chains",
            sample="新能源装备·储能电池",
            help="填环节编码或“产业链·环节”，不在主导产业链上的不填。",
        ),
        Flag("above_scale", sample="是", help="在规模以上工业统计名录里的填“是”。"),
        Day("established_on", sample="2021-06-18", help="营业执照上的成立日期。"),
        Link("unit", to="directory.units", sample="云溪镇", help="企业所在的镇街或负责服务的单位。"),
        Place(
            "place",
            only="Point",
            sample="117.612,32.184",
            help="厂区大门的经度、纬度，WGS84 坐标。",
            listed=False,
        ),
        Text("note", sample="二期在建", listed=False),
        Day("closed_on", sample="2026-09-30", help="登记注销时填写。", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=OPERATING,
        steps=(
            Step("stop", "登记停产", (OPERATING,), STOPPED, reason=True),
            Step("resume", "恢复生产", (STOPPED,), OPERATING, reason=True),
            Step("close", "登记注销", (OPERATING, STOPPED), CLOSED, needs=("closed_on",), reason=True),
        ),
    ),
    measures=(
        Count(
            "established",
            title="新设立企业数",
            unit="家",
            when="established_on",
            words=("新设立企业", "新注册企业", "新增注册企业"),
        ),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.WRITE_OWN),
)

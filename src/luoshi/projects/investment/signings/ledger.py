"""The ledger of signed projects, and what plans promise of it."""

from __future__ import annotations

import datetime
from dataclasses import replace

from luoshi.directory import roles
from luoshi.directory.credit_codes import CreditCode
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Area, Choice, Day, File, Flag, Link, Money, Number, Person, Place, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Condition, Count, Measure, Ratio, Sum
from luoshi.ledgers.models import Row
from luoshi.projects.investment.currencies import CURRENCIES
from luoshi.projects.investment.signings import fulfilment
from luoshi.projects.investment.signings.models import (
    ENDED,
    FULFILLED,
    KINDS,
    NO,
    ORIGINS,
    REGISTERED,
    SIGNED,
    STARTED,
    STATES,
    YES,
    Signing,
)
from luoshi.projects.words import INVESTOR_KINDS

INDUSTRY = Condition("industry__section", "in", "B,C,D")  # 工业: mining, manufacture, supply

COLUMNS = (
    Text("number", sample="QY-2026-001", help="合同或项目编号，全区唯一；不填则自动编号。"),
    Text("project", sample="高效储能电池生产基地", help="合同上的项目名称。"),
    Text("investor", sample="澄光储能科技有限公司"),
    CreditCode(
        "credit_code", sample="91340000MA2XK7QR5R", help="项目公司的代码，未注册的不填。", listed=False
    ),
    Choice("investor_kind", choices=INVESTOR_KINDS, sample="民企", listed=False),
    Choice("kind", choices=KINDS, sample="内资"),
    Choice(
        "origin",
        choices=ORIGINS,
        sample="国内省外",
        help="按投资方所在地填，统计省外、境外资金时用。",
        listed=False,
    ),
    Link("region", to="directory.regions", sample="江苏省", help="省级行政区或“境外”。", listed=False),
    Link("industry", to="directory.industries", sample="38", help="填行业代码、名称或俗称。"),
    Link(
        "chain_link",
        to="directory.chains",
        sample="新能源装备·储能电池",
        help="填环节编码或“产业链·环节”，不在主导产业链上的不填。",
        listed=False,
    ),
    Link("lead", to="investment.leads", sample="XS-2026-001", help="由哪条线索而来。", listed=False),
    Link("parcel", to="land.parcels", sample="DK-0001", help="已定地块的填地块编号或名称。", listed=False),
    Area("land", unit="亩", sample="120", listed=False),
    Money(
        "amount", unit="元", shown="亿元", sample="360000000", help="合同约定的投资额，外币按签约日汇率折合。"
    ),
    Money("equipment", unit="万元", shown="亿元", sample="18000", listed=False),
    Choice("currency", choices=CURRENCIES, sample="美元", help="合同用外币写的，选币种。", listed=False),
    Number("contract_foreign", unit="原币元", scale=100, sample="50000000", listed=False),
    Number("rate", scale=10_000, sample="7.12", help="1 单位原币折合人民币多少元。", listed=False),
    Link(
        "with_unit",
        to="directory.units",
        sample="新能源产业专班",
        help="与责任单位一起招引的单位，只计一次。",
        listed=False,
    ),
    Text("signing_event", sample="上海储能产业链推介会", help="在哪场活动上签的。", listed=False),
    Day("signed_on", sample="2026-02-18", help="合同正式签订的日期，意向和框架协议不填。"),
    Day("registered_on", sample="2026-03-20", help="项目公司取得营业执照的日期。"),
    Day("promised_start", sample="2026-06-30", help="合同里的开工期限。", listed=False),
    Day("promised_complete", sample="2027-12-31", listed=False),
    Money("promised_tax", unit="万元", shown="万元", sample="1800", help="达产后每年的税收。", listed=False),
    Day("started_on", sample="2026-05-11", help="主体工程动工的日期。"),
    Day("ended_on", sample="2027-06-30", help="合同解除或项目不再实施的日期。", listed=False),
    Link("unit", to="directory.units", sample="招商局", help="对项目落地负责的单位。"),
    Person("leader", sample="gaoyuan", help="填用户名。", listed=False),
    Person("person", sample="shaoqing", help="填用户名。", listed=False),
    Text("note", sample="一期用地 120 亩", listed=False),
    Choice("state", choices=STATES),
    Place("place", sample="117.283,31.861", listed=False),
    File("contract", listed=False),
    Choice("fulfilled", title="履约", choices=FULFILLED, derived=True),
    Text("fulfilled_why", title="履约说明", derived=True, listed=False),
    Day("judged_on", title="履约评定至", derived=True, listed=False),
    Flag("counts", title="计入统计", derived=True, listed=False),
)
COUNTED = Condition("counts", "eq", "是")  # what was struck for padding leaves every count


def no_project(row: Row, on: datetime.date) -> str:
    """The start of a contract that became a project is registered there, and stands here by itself."""
    projects = getattr(row, "projects")  # noqa: B009 - stands above this ledger, and points here
    return "已转为项目，请在项目台账里登记开工，这里随之更新。" if projects.exists() else ""


LIFECYCLE = Lifecycle(
    start=SIGNED,
    steps=(
        Step("register", "登记注册", (SIGNED,), REGISTERED, needs=("registered_on",)),
        Step(
            "start",
            "登记开工",
            (SIGNED, REGISTERED),
            STARTED,
            needs=("started_on",),
            holds=(no_project,),
        ),
        Step("end", "终止", (SIGNED, REGISTERED, STARTED), ENDED, needs=("ended_on",), reason=True),
    ),
)

FOUND = (
    Count(
        "signed",
        title="签约项目数",
        when="signed_on",
        threshold="amount",
        words=(
            "新引进项目", "引进项目", "新签约项目", "签约项目", "新招引项目", "招引项目", "项目招引", "重大项目招引",
            "招商引资签约项目", "招商引资项目", "新引进产业项目", "引进产业项目", "签约产业项目", "新签约产业项目",
            "入园企业", "招引入园企业", "引进企业", "招引企业", "新签约",
        ),
    ),
    Count(
        "industry_signed",
        title="签约工业项目数",
        when="signed_on",
        where=(INDUSTRY,),
        threshold="amount",
        words=("新引进工业项目", "引进工业项目", "签约工业项目", "新签约工业项目", "招引工业项目", "新增工业项目"),
    ),
    Count(
        "manufacturing_signed",
        title="签约制造业项目数",
        when="signed_on",
        where=(Condition("industry__section", "eq", "C"),),
        threshold="amount",
        words=(
            "制造业项目", "新引进制造业项目", "引进制造业项目", "签约制造业项目", "招引制造业项目",
            "加工制造业项目", "签约加工制造业项目", "先进制造业项目",
        ),
    ),
    Sum(
        "contract_amount",
        title="签约金额",
        of="amount",
        when="signed_on",
        threshold="amount",
        words=(
            "合同资金", "签约金额", "合同金额", "签约资金", "协议资金", "合同总额", "签约总额", "合同引资额", "协议引资额",
            "招商引资合同资金", "招商引资签约项目合同资金", "招商引资总投资额", "签约总投资", "签约项目总投资",
            "引进项目总投资", "项目招引", "重大项目招引", "招商引资额",
        ),
    ),
    Count(
        "registered",
        title="注册项目数",
        when="registered_on",
        threshold="amount",
        words=("注册项目", "新注册项目", "落户项目", "新落户项目", "落地项目", "新落地项目", "注册落地项目", "项目落地"),
    ),
    Count(
        "started",
        title="签约项目开工数",
        when="started_on",
        threshold="amount",
        words=(
            "签约项目开工", "招商项目开工", "招引项目开工", "签约未开工项目开工",
            "新引进项目开工", "招商引资项目开工",
        ),
    ),
    Sum(
        "started_amount",
        title="开工签约项目的签约金额",
        of="amount",
        when="started_on",
        threshold="amount",
        words=("开工签约项目总投资", "签约项目开工金额"),
    ),
    Count(
        "signed_registered",
        title="当期签约且已注册",
        when="signed_on",
        where=(Condition("registered_on", "set"),),
        threshold="amount",
    ),
    Count(
        "signed_started",
        title="当期签约且已开工",
        when="signed_on",
        where=(Condition("started_on", "set"),),
        threshold="amount",
    ),
    Count(
        "signed_due",
        title="当期签约且到期评价",
        when="signed_on",
        where=(Condition("fulfilled", "in", f"{YES},{NO}"),),
        threshold="amount",
    ),
    Count(
        "signed_fulfilled",
        title="当期签约且已履约",
        when="signed_on",
        where=(Condition("fulfilled", "eq", YES),),
        threshold="amount",
    ),
    Ratio(
        "registration_rate",
        title="签约项目注册率",
        top="signed_registered",
        bottom="signed",
        when="signed_on",
        threshold="amount",
        words=("签约项目注册率", "注册率", "项目注册率", "项目落地率", "签约项目落地率", "落地率", "签约落地率"),
    ),
    Ratio(
        "start_rate",
        title="签约项目开工率",
        top="signed_started",
        bottom="signed",
        when="signed_on",
        threshold="amount",
        words=("签约项目开工率", "已签约项目开工率", "招商项目开工率", "招引项目开工率", "招商引资项目开工率", "新签约项目开工率"),
    ),
    Ratio(
        "fulfilment_rate",
        title="合同履约率",
        top="signed_fulfilled",
        bottom="signed_due",
        when="signed_on",
        threshold="amount",
        words=("履约率", "合同履约率", "招商引资合同履约率", "项目履约率", "签约项目履约率", "签约履约率"),
    ),
)  # fmt: skip
MEASURES: tuple[Measure, ...] = tuple(
    each if isinstance(each, Ratio) else replace(each, where=(*each.where, COUNTED)) for each in FOUND
)

SIGNINGS = Ledger(
    model=Signing,
    name="investment.signings",
    title="招商签约台账",
    note="一行一个正式签约的招商项目，从签约、注册到开工；签约项目数、签约金额、开工率都从这里算出。",
    identity=("number",),
    label="project",
    numbered="number",
    unit="unit",
    order=("-signed_on", "number"),
    search=("number", "project", "investor", "credit_code"),
    columns=COLUMNS,
    lifecycle=LIFECYCLE,
    measures=MEASURES,
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
    after=fulfilment.after,
)

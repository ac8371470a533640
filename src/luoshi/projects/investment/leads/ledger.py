"""The ledger of leads, and what plans promise of them."""

from __future__ import annotations

import datetime

from luoshi.directory import roles
from luoshi.directory.credit_codes import CreditCode
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import (
    Area,
    Choice,
    Day,
    Flag,
    Link,
    Money,
    Number,
    People,
    Person,
    Text,
)
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Clock, Lifecycle, Limit, Step
from luoshi.ledgers.measures import Condition, Count, Ratio, Sum
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.investment.leads.models import (
    ANSWERED,
    DRAFT,
    GIVEN_UP,
    JUDGED,
    JUDGEMENTS,
    KEPT,
    NEGOTIATING,
    RECEIVED,
    SCREENED,
    SIGNED,
    SOURCES,
    STATES,
    Lead,
)
from luoshi.projects.words import INVESTOR_KINDS

SOURCE, INVESTOR, WANTED, FOLLOWED = "来源", "投资方", "投资和需求", "答复研判"
PROPOSAL = "项目建议书"  # the slot of the file that a screening rests on

COLUMNS = (
    Text("number", sample="XS-2026-001", help="全区唯一；不填则自动编号。", group=SOURCE),
    Text("project", sample="储能隔膜生产基地", group=SOURCE),
    Choice("source", choices=SOURCES, sample="外出考察", group=SOURCE),
    Text("informant", sample="程海宁", listed=False, group=SOURCE),
    Link("ambassador", to="investment.ambassadors", sample="DS-2026-001", listed=False, group=SOURCE),
    Link("trip", to="investment.trips", sample="KC-2026-001", listed=False, group=SOURCE),
    Text("investor", sample="恒远隔膜科技股份有限公司", group=INVESTOR),
    CreditCode("credit_code", sample="91340000MA2XK7QR5R", listed=False, group=INVESTOR),
    Choice("investor_kind", choices=INVESTOR_KINDS, sample="民企", listed=False, group=INVESTOR),
    Link("region", to="directory.regions", sample="江苏省", listed=False, group=INVESTOR),
    Text("contact", sample="投资部周经理", listed=False, group=INVESTOR),
    Text("phone", sample="0510-80001234", help="只给填报单位和督查员看。", listed=False, group=INVESTOR),
    Link(
        "industry",
        to="directory.industries",
        sample="38",
        help="填行业代码、名称或俗称。",
        listed=False,
        group=WANTED,
    ),
    Link("chain_link", to="directory.chains", sample="新能源装备·储能电池", group=WANTED),
    Money("amount", unit="万元", shown="亿元", sample="52000", group=WANTED),
    Money("invoiced_sales", unit="万元", shown="亿元", sample="80000", listed=False, group=WANTED),
    Money("tax", unit="万元", shown="万元", sample="2600", listed=False, group=WANTED),
    Area("land", unit="亩", sample="120", listed=False, group=WANTED),
    Area("workshop", unit="平方米", sample="8000", listed=False, group=WANTED),
    Number("energy", unit="吨标煤", sample="6400", listed=False, group=WANTED),
    Number("power", unit="千伏安", sample="12000", listed=False, group=WANTED),
    Number("labour", unit="人", sample="260", listed=False, group=WANTED),
    Day("received_on", sample="2026-03-18", group=FOLLOWED),
    Day("answered_on", sample="2026-03-19", group=FOLLOWED),
    Day("judged_on", sample="2026-03-23", listed=False, group=FOLLOWED),
    Choice("judgement", choices=JUDGEMENTS, sample="跟进", group=FOLLOWED),
    Text(
        "judgement_reason",
        sample="补储能链隔膜环节，投资强度达标",
        help="填了研判日期的必填。",
        long=True,
        listed=False,
        group=FOLLOWED,
    ),
    Day("replied_on", sample="2026-03-25", help="把结论告诉线索提供人的日期。", listed=False, group=FOLLOWED),
    Day("reported_on", sample="2026-04-08", listed=False, group=FOLLOWED),
    Person("person", sample="shaoqing", help="填用户名。", group=FOLLOWED),
    People("partners", sample="shaoqing、luming", help="一起跟进的人。", listed=False, group=FOLLOWED),
    Person("leader", sample="shenyan", help="填用户名。", listed=False, group=FOLLOWED),
    Link("unit", to="directory.units", sample="长三角招商分局", help="跟进线索的单位。"),
    Text("note", sample="对方要求年内投产", listed=False),
    Choice("state", choices=STATES),
    Day("due_on", help="这一状态的办理期限，由响应时限规则算出。"),
    Day("entered", listed=False),
    Flag("answered_in_time", listed=False, help="办理登记答复时记下。"),
    Flag("judged_in_time", listed=False, help="办理登记研判时记下。"),
)


def screened(row: Row, on: datetime.date) -> str:
    """A lead has passed its screening, with or without conditions."""
    passed = isinstance(row, Lead) and row.screenings.passed().exists()
    return "" if passed else "这条线索还没有通过项目预审，请先发起预审并得出通过或有条件通过的结论。"


def contracted(row: Row, on: datetime.date) -> str:
    """A lead is signed when there is a contract."""
    signed = isinstance(row, Lead) and row.signings.exists()
    return "" if signed else "还没有这条线索的签约项目，请用“转为签约项目”登记合同。"


def not_contracted(row: Row, on: datetime.date) -> str:
    """A lead whose contract stands is not taken up again."""
    signed = isinstance(row, Lead) and row.signings.exists()
    return "这条线索的签约项目还在台账里，请先处理签约项目。" if signed else ""


LIFECYCLE = Lifecycle(
    start=DRAFT,
    steps=(
        Step("submit", "登记收到", (DRAFT,), RECEIVED, needs=("received_on",)),
        Step("answer", "登记答复", (RECEIVED,), ANSWERED, needs=("answered_on",)),
        Step("judge", "登记研判", (ANSWERED,), JUDGED, needs=("judged_on", "judgement", "judgement_reason")),
        Step("negotiate", "转入洽谈", (JUDGED, KEPT), NEGOTIATING, needs=("replied_on", "reported_on")),
        Step("screen", "登记预审", (JUDGED, NEGOTIATING), SCREENED, evidence=(PROPOSAL,), holds=(screened,)),
        Step("sign", "登记签约", (NEGOTIATING, SCREENED), SIGNED, holds=(contracted,)),
        Step("keep", "转入储备", (JUDGED, NEGOTIATING, SCREENED), KEPT, needs=("replied_on",), bulk=True),
        Step(
            "give_up",
            "放弃",
            (RECEIVED, ANSWERED, JUDGED, NEGOTIATING, SCREENED, KEPT),
            GIVEN_UP,
            reason=True,
        ),
        Step("reopen", "重新洽谈", (GIVEN_UP, SIGNED), NEGOTIATING, back=True, holds=(not_contracted,)),
    ),
    draft=DRAFT,
    closed=(SIGNED, GIVEN_UP),
    clocks=(
        Clock(
            RECEIVED,
            Limit(1, rule="response/answer"),
            "首次答复",
            since="received_on",
            verdict="answered_in_time",
        ),
        Clock(
            ANSWERED, Limit(3, rule="response/judge"), "研判", since="received_on", verdict="judged_in_time"
        ),
        Clock(JUDGED, Limit(7, False, rule="response/reply"), "反馈来源", since="judged_on"),
        Clock(NEGOTIATING, Limit(14, False, rule="response/report"), "进展报告", since="reported_on"),
    ),
)

MEASURES = (
    Count(
        "received",
        title="招商线索数",
        unit="条",
        when="received_on",
        threshold="amount",
        words=(
            "招商线索",
            "有效招商线索",
            "收集招商线索",
            "有效线索",
            "收集有效招商线索",
            "项目线索",
            "储备线索",
        ),
    ),
    Count(
        "received_judged",
        title="当期收到且已研判的线索",
        unit="条",
        when="received_on",
        where=(Condition("judged_on", "set"),),
        threshold="amount",
    ),
    Ratio(
        "judged_rate",
        title="线索研判率",
        top="received_judged",
        bottom="received",
        when="received_on",
        threshold="amount",
        words=("线索研判率", "招商线索研判率"),
    ),
    Count(
        "answered_in_time",
        title="当期收到且按时答复的线索",
        unit="条",
        when="received_on",
        where=(Condition("answered_in_time", "eq", "是"),),
        threshold="amount",
    ),
    Ratio(
        "answer_rate",
        title="线索按时答复率",
        top="answered_in_time",
        bottom="received",
        when="received_on",
        threshold="amount",
        words=("线索按时答复率", "招商线索按时答复率", "线索答复率", "线索按时响应率"),
    ),
    Count(
        "received_signed",
        title="当期收到且已签约的线索",
        unit="条",
        when="received_on",
        where=(Condition("state", "eq", SIGNED),),
        threshold="amount",
    ),
    Ratio(
        "conversion_rate",
        title="线索转化率",
        top="received_signed",
        bottom="received",
        when="received_on",
        threshold="amount",
        words=("线索转化率", "招商线索转化率", "线索签约率"),
    ),
    Sum("amount", title="线索预计投资额", of="amount", when="received_on", threshold="amount"),
)

LEADS = Ledger(
    model=Lead,
    name="investment.leads",
    title="招商线索",
    note="一行一条招商线索，从收到、答复、研判、洽谈到预审和签约，各环节有办理期限；线索数、答复率和转化率从这里算出。",
    identity=("number",),
    label="project",
    numbered="number",
    number=NumberRule("XS", year_of="received_on"),
    unit="unit",
    order=("-received_on", "number"),
    search=("number", "project", "investor", "credit_code"),
    columns=COLUMNS,
    lifecycle=LIFECYCLE,
    measures=MEASURES,
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN, secret=("phone",), secret_read=roles.WRITE_OWN),
)

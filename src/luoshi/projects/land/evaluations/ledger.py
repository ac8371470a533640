"""The ledger of evaluations: made by evaluating a year, published for a week, settled."""

from __future__ import annotations

import datetime

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Clock, Lifecycle, Limit, Step
from luoshi.ledgers.measures import Condition, Count, Ratio
from luoshi.ledgers.models import Row
from luoshi.projects.land.evaluations import listing
from luoshi.projects.land.evaluations.models import (
    DAYS,
    DRAFT,
    GRADES,
    PUBLISHED,
    REVIEWING,
    SETTLED,
    STATES,
    Evaluation,
)
from luoshi.projects.land.per_mu_figures.models import TABLES


def heard(row: Row, on: datetime.date) -> str:
    """The week for objections has passed, and none waits for its answer."""
    assert isinstance(row, Evaluation)
    last = row.published_on + datetime.timedelta(days=DAYS) if row.published_on else on
    if on <= last:
        return f"公示期到 {last} 结束，结束以后才能确定。"
    waiting: int = row.objections.filter(state="waiting").count()
    return f"还有 {waiting} 条异议没有答复，请先办理异议。" if waiting else ""


def disputed(row: Row, on: datetime.date) -> str:
    """Only an accepted objection opens what was published."""
    assert isinstance(row, Evaluation)
    if row.objections.filter(state="accepted").exists():
        return ""
    return "公示的评价只有采纳异议以后才能复核，请先在“评价异议”里办理。"


EVALUATIONS = Ledger(
    model=Evaluation,
    name="land.evaluations",
    title="亩均评价",
    note="一行一家企业一个年度的评价结果，由基础数据按规则算出；公示以后不因规则调整而改变。",
    identity=("number",),
    label="called",
    unit="enterprise__unit",
    order=("-period", "table", "rank", "number"),
    search=("number", "enterprise__name", "enterprise__credit_code"),
    columns=(
        Text("number", listed=False),
        Month("period"),
        Link("enterprise", to="enterprises.register"),
        Choice("table", choices=TABLES),
        Number("points", unit="分", scale=100),
        Choice("grade", choices=GRADES),
        Number("rank"),
        Text("reason", long=True, listed=False),
        Text("rule_name", listed=False),
        Text("rule_version", listed=False),
        Day("published_on"),
        Choice("state", choices=STATES),
        Day("entered", listed=False),
        Day("due_on"),
    ),
    lifecycle=Lifecycle(
        start=DRAFT,
        steps=(
            Step("publish", "公示", (DRAFT,), PUBLISHED, needs=("published_on",)),
            Step("reopen", "退回复核", (PUBLISHED,), REVIEWING, reason=True, holds=(disputed,)),
            Step("confirm", "复核后再公示", (REVIEWING,), PUBLISHED, needs=("published_on",)),
            Step("settle", "确定", (PUBLISHED,), SETTLED, holds=(heard,), bulk=True),
        ),
        clocks=(Clock(PUBLISHED, Limit(DAYS, working=False), "公示", since="published_on"),),
        closed=(SETTLED,),
    ),
    measures=(
        Count(
            "evaluated",
            title="评价企业数",
            unit="家",
            when="published_on",
            words=("亩均效益评价企业", "亩均评价企业", "参评企业"),
        ),
        Count(
            "class_a",
            title="A 类企业数",
            unit="家",
            when="published_on",
            where=(Condition("grade", "eq", "A"),),
            words=("A类企业", "亩均A类企业"),
        ),
        Ratio("class_a_share", title="A 类企业占比", top="class_a", bottom="evaluated", when="published_on"),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS),
    editable=False,
    after=listing.follow,
)

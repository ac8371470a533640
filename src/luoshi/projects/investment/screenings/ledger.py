"""The ledger of screenings, and what plans promise of them."""

from __future__ import annotations

import datetime

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Number, People, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Condition, Count, Ratio
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.investment.screenings import judging
from luoshi.projects.investment.screenings.models import (
    CONDITIONAL,
    DECIDED,
    FAIR,
    OPEN,
    PASSED,
    PENDING,
    STATES,
    VERDICTS,
    Screening,
)

ASKED, OUTCOME = "预审", "结论"


def voted(row: Row, on: datetime.date) -> str:
    """Every reviewer has voted."""
    lacking = judging.missing(row) if isinstance(row, Screening) else []
    return f"还有 {len(lacking)} 位评审人未打分：{'、'.join(lacking)}。" if lacking else ""


def fair(row: Row, on: datetime.date) -> str:
    """The review of fair competition is not under way."""
    waiting = isinstance(row, Screening) and row.fair_review == PENDING
    return "公平竞争审查还在进行，请先登记审查结果。" if waiting else ""


def conditioned(row: Row, on: datetime.date) -> str:
    """Who passes with conditions has them."""
    bare = isinstance(row, Screening) and row.verdict == CONDITIONAL and not row.conditions
    return "评审结果是有条件通过，请先填写附加条件。" if bare else ""


SCREENINGS = Ledger(
    model=Screening,
    name="investment.screenings",
    title="项目预审",
    note="一行一条线索的一轮预审：几位评审人按评分表分别打分，平均分和一票否决项决定结果。",
    identity=("number",),
    label="called",
    numbered="number",
    number=NumberRule("YS", year_of="opened_on"),
    unit="lead__unit",
    order=("-opened_on", "number"),
    search=("number", "lead__project", "lead__investor", "lead__number"),
    columns=(
        Text("number", sample="YS-2026-001", help="全区唯一；不填则自动编号。", group=ASKED),
        Link("lead", to="investment.leads", sample="XS-2026-001", help="填线索编号或名称。", group=ASKED),
        Number("round", sample="1", help="同一条线索再次预审的填 2。", listed=False, group=ASKED),
        Link("parcel", to="land.parcels", sample="DK-0001", listed=False, group=ASKED),
        Day("opened_on", sample="2026-03-30", group=ASKED),
        People("reviewers", sample="shenmu、zhouwei、songlan", stays=True, group=ASKED),
        Choice("fair_review", choices=FAIR, sample="不涉及", listed=False, group=ASKED),
        Number("points", title="得分", scale=2, places=2, derived=True, group=OUTCOME),
        Number("spread", title="评审人分差", scale=2, places=2, derived=True, listed=False, group=OUTCOME),
        Choice("verdict", title="评审结果", choices=VERDICTS, derived=True, group=OUTCOME),
        Text("vetoed_by", title="一票否决项", derived=True, listed=False, group=OUTCOME),
        Text("form_version", title="评分表版本", derived=True, listed=False, group=OUTCOME),
        Text(
            "conditions",
            sample="投产前完成能耗替代方案",
            help="有条件通过的必填。",
            long=True,
            listed=False,
            group=OUTCOME,
        ),
        Day("decided_on", sample="2026-04-08", group=OUTCOME),
        Text("note", sample="第 3 次预审会", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=OPEN,
        steps=(
            Step(
                "decide",
                "得出结论",
                (OPEN,),
                DECIDED,
                needs=("decided_on",),
                holds=(voted, fair, conditioned),
            ),
            Step("reopen", "重新预审", (DECIDED,), OPEN, back=True),
        ),
        closed=(DECIDED,),
    ),
    measures=(
        Count(
            "screened",
            title="预审项目数",
            when="decided_on",
            threshold="lead__amount",
            words=("项目预审", "组织项目预审", "预审项目", "重大项目预审", "评审项目", "项目评审"),
        ),
        Count(
            "passed",
            title="通过预审的项目数",
            when="decided_on",
            where=(Condition("verdict", "in", f"{PASSED},{CONDITIONAL}"),),
            threshold="lead__amount",
            words=("通过预审项目", "预审通过项目"),
        ),
        Ratio(
            "pass_rate",
            title="预审通过率",
            top="passed",
            bottom="screened",
            when="decided_on",
            threshold="lead__amount",
            words=("预审通过率", "项目预审通过率"),
        ),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
    after=judging.judge,
)

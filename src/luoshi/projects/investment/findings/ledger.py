"""The ledger of findings, and what is counted of them."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Condition, Count
from luoshi.projects.investment.findings import actions
from luoshi.projects.investment.findings.models import (
    ACCEPTED,
    EXPLAINED,
    KINDS,
    LAPSED,
    OPEN,
    STATES,
    STRUCK,
    Finding,
)

FINDINGS = Ledger(
    model=Finding,
    name="investment.findings",
    title="注水疑点",
    note="一行一个签约项目的一个疑点：系统查出，责任单位说明，督查员采信或剔除；剔除的项目不再计入任何数字，没有说明就不再成立的自动消除。",
    identity=("kind", "signing", "other"),
    label="called",
    unit="signing__unit",
    order=("-found_on", "signing__number"),
    search=("signing__project", "signing__number", "sentence"),
    columns=(
        Choice("kind", choices=KINDS),
        Link("signing", to="investment.signings"),
        Link("other", to="investment.signings", help="疑点所对照的较早签约的项目。"),
        Text("sentence", long=True),
        Day("found_on"),
        Day("judged_on", title="判断至", derived=True, listed=False),
        Text("explanation", help="说明事实和依据。", long=True, listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=OPEN,
        steps=(
            Step("explain", "说明", (OPEN,), EXPLAINED, needs=("explanation",)),
            Step("accept", "采信说明", (EXPLAINED,), ACCEPTED, reason=True),
            Step("strike", "剔除", (OPEN, EXPLAINED), STRUCK, reason=True),
            Step("reopen", "重新核查", (ACCEPTED, STRUCK), OPEN, back=True),
        ),
        closed=(ACCEPTED, STRUCK, LAPSED),
    ),
    measures=(
        Count(
            "found",
            title="注水疑点数",
            when="found_on",
            where=(Condition("state", "in", f"{OPEN},{EXPLAINED},{ACCEPTED},{STRUCK}"),),
            words=("注水疑点", "签约疑点"),
        ),
        Count(
            "struck",
            title="剔除的疑点数",
            when="found_on",
            where=(Condition("state", "eq", STRUCK),),
            words=("剔除疑点", "剔除注水项目"),
        ),
    ),
    access=Access(
        read=roles.READ_OWN,
        write=roles.WRITE_OWN,
        create=roles.SUPERVISORS,
        remove=(),
        steps=dict.fromkeys(("accept", "strike", "reopen"), roles.SUPERVISORS),
    ),
    editable=False,
    after=actions.settle,
)

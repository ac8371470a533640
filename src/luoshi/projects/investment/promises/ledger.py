"""The ledger of promises, and what plans promise of them."""

from __future__ import annotations

import datetime

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Money, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Condition, Count, Ratio
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.investment.promises.models import (
    BROKEN,
    KEPT,
    KINDS,
    OPEN,
    SIDES,
    STATES,
    WAIVED,
    Promise,
)
from luoshi.projects.investment.signings import fulfilment

PROOF = "证明材料"  # the slot of the file that proves that a promise was kept


def condition_kept(row: Row, on: datetime.date) -> str:
    """What stands behind another promise waits for that one."""
    first = row.condition if isinstance(row, Promise) else None
    if first is None or first.state == KEPT:
        return ""
    return f"兑现前提“{first}”尚未兑现，请先办理该事项。"


PROMISES = Ledger(
    model=Promise,
    name="investment.promises",
    title="承诺事项",
    note="一行一项合同承诺，我方的和企业方的都记；到期有没有兑现，兑现率从这里算出。",
    identity=("number",),
    label="called",
    numbered="number",
    number=NumberRule("CN", year_of="due_on"),
    unit="signing__unit",
    order=("due_on", "number"),
    search=("number", "content", "signing__project", "signing__number"),
    columns=(
        Text("number", sample="CN-2026-001", help="全区唯一；不填则自动编号。"),
        Link("signing", to="investment.signings", sample="QY-2026-001", help="填签约项目的编号或名称。"),
        Choice("side", choices=SIDES, sample="我方"),
        Choice("kind", choices=KINDS, sample="供地"),
        Text("content", sample="签约后六个月内交付净地 120 亩", long=True),
        Money("amount", unit="万元", shown="万元", sample="1200", help="不涉及金额的不填。"),
        Day("due_on", sample="2026-08-18"),
        Link(
            "condition",
            to="investment.promises",
            sample="CN-2026-001",
            help="要先兑现哪一项，这一项才能兑现；没有前提的不填。",
            listed=False,
        ),
        Day("kept_on", sample="2026-08-06", help="兑现后填写。"),
        Text("note", sample="补充协议第三条", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=OPEN,
        steps=(
            Step(
                "keep",
                "登记兑现",
                (OPEN,),
                KEPT,
                needs=("kept_on",),
                evidence=(PROOF,),
                holds=(condition_kept,),
            ),
            Step("break", "登记未兑现", (OPEN,), BROKEN, reason=True),
            Step("waive", "免除", (OPEN, BROKEN), WAIVED, reason=True),
        ),
    ),
    measures=(
        Count(
            "due", title="到期承诺事项", unit="项", when="due_on", where=(Condition("state", "ne", WAIVED),)
        ),
        Count(
            "due_broken",
            title="到期未兑现的承诺事项",
            unit="项",
            when="due_on",
            where=(Condition("state", "eq", BROKEN),),
        ),
        Ratio(
            "broken_rate",
            title="承诺失信率",
            top="due_broken",
            bottom="due",
            when="due_on",
            words=("承诺失信率", "承诺未兑现率"),
        ),
        Count(
            "due_kept",
            title="到期且已兑现的承诺事项",
            unit="项",
            when="due_on",
            where=(Condition("kept_on", "set"), Condition("state", "ne", WAIVED)),
        ),
        Ratio(
            "promise_rate",
            title="承诺兑现率",
            top="due_kept",
            bottom="due",
            when="due_on",
            words=("承诺兑现率", "承诺事项兑现率", "招商承诺兑现率", "政策承诺兑现率"),
        ),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN, steps={"waive": roles.SUPERVISORS}),
    after=fulfilment.after_their(Promise),
)

"""Repairs of books: the toy ledger with clocks, drafts, and states in which nothing is left to do."""

from __future__ import annotations

from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Flag, Link, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Clock, Lifecycle, Limit, Step
from luoshi.ledgers.numbering import NumberRule
from luoshi.ledgers.rule_kinds import Kind
from luoshi.rules.response import ResponseRule, TimeLimit
from tests.library.ledgers import READERS, WRITERS
from tests.library.models import Repair

RESPONSE = Kind(
    name="response",
    title="响应规则",
    engine=ResponseRule,
    starting=(ResponseRule("repairs", "修补", "1", "2026-06-01", (TimeLimit("look", "查看", 1),)),),
    sentences=lambda rule: [f"{limit.title} {limit.days} 天。" for limit in rule.limits],
)

REPAIRS = Ledger(
    model=Repair,
    name="repairs",
    title="修补",
    columns=(
        Text("number"),
        Text("what"),
        Link("branch", to="branches"),
        Day("torn_on"),
        Choice("state", choices=Repair.STATES),
        Day("entered"),
        Day("due_on"),
        Flag("looked_in_time"),
        Flag("mended_in_time"),
    ),
    identity=("number",),
    numbered="number",
    number=NumberRule("XB", width=4),
    label="what",
    unit="branch",
    lifecycle=Lifecycle(
        start="noted",
        steps=(
            Step("report", "上报", ("noted",), "reported"),
            Step("look", "查看", ("reported",), "looked"),
            Step("mend", "修好", ("looked",), "mended", bulk=True),
            Step("return", "退回", ("looked", "mended"), "reported", back=True),
        ),
        draft="noted",
        closed=("mended",),
        clocks=(
            Clock("reported", Limit(3, rule="response/look"), "查看", verdict="looked_in_time"),
            Clock("looked", Limit(10, working=False), "修好", since="torn_on", verdict="mended_in_time"),
        ),
    ),
    access=Access(read=READERS, write=WRITERS),
)

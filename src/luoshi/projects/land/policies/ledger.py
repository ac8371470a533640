"""The ledger of differential policies: made of published evaluations, for offices to carry out, export and print."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Condition, Count
from luoshi.projects.land.evaluations.models import GRADES
from luoshi.projects.land.policies.models import ENCOURAGE, RESTRAIN, TONES, Policy

POLICIES_LEDGER = Ledger(
    model=Policy,
    name="land.policies",
    title="差别化政策清单",
    note="一行一家企业一项政策，由公示的亩均评价类别按规则列出；复核改变类别的，清单随着改变。",
    identity=("number",),
    label="called",
    unit="evaluation__enterprise__unit",
    order=("-since", "grade", "evaluation__number", "place"),
    search=("number", "evaluation__enterprise__name", "item", "text", "office"),
    columns=(
        Text("number", listed=False),
        Text("firm", title="企业", derived=True),
        Link("evaluation", to="land.evaluations", listed=False),
        Choice("grade", choices=GRADES),
        Text("item"),
        Choice("tone", choices=TONES),
        Text("text"),
        Text("office"),
        Day("since"),
        Day("until"),
        Text("standing", title="评价状态", derived=True),
        Text("rule_version", listed=False),
    ),
    measures=(
        Count("listed", title="差别化政策项数", unit="项", when="since"),
        Count(
            "encouraging",
            title="激励政策项数",
            unit="项",
            when="since",
            where=(Condition("tone", "eq", ENCOURAGE),),
        ),
        Count(
            "restraining",
            title="约束政策项数",
            unit="项",
            when="since",
            where=(Condition("tone", "eq", RESTRAIN),),
        ),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS),
    editable=False,
)

"""升级处理 as a ledger: made when a month is cut off, done by who is named, lifted with a reason, counted in points."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.columns import Choice, Day, Link, Month, Number, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Count
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from luoshi.oversight.excuses.models import ABOUT, WAS
from luoshi.oversight.followups.models import DONE, LIFTED, OPEN, SCALE, STATES, Followup
from luoshi.rules.ladders import LEVELS

NAME = "oversight.followups"
MINE = tuple(Grant(role, of="person") for role, _ in roles.ROLES)
HANDLES = (*roles.LEADERS, *(Grant(role, of="person") for role in (roles.HEAD, roles.DEPUTY)))


def not_ahead(row: Row, on: datetime.date) -> str:
    """What will be done is not done."""
    assert isinstance(row, Followup)
    ahead = row.done_on is not None and row.done_on > on
    return f"处理日期 {row.done_on} 还没有到，请处理以后再登记。" if ahead else ""


def lifted(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """What the office lifts rests on its own words."""
    return {"lifted_by": ""}


def reopened(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """What was done or lifted waits again."""
    return {"done": "", "done_on": None, "lifted": "", "lifted_by": ""}


FOLLOWUPS = Ledger(
    model=Followup,
    name=NAME,
    title="升级处理",
    note="一行一次升级处理：月度截数时，按亮灯规则，哪盏灯由谁约谈、发什么函、扣多少分，期限到哪天，处理了没有。",
    identity=("number",),
    label="called",
    numbered="number",
    number=NumberRule("SJ", year_of="made_on"),
    unit="unit",
    order=("-made_on", "-number"),
    search=("number", "subject", "reason"),
    columns=(
        Text("number"),
        Month("period"),
        Choice("about", choices=ABOUT, listed=False),
        Text("subject"),
        Choice("colour", choices=WAS),
        Link("unit", to="directory.units"),
        Text("who"),
        Choice("level", choices=tuple(LEVELS.items()), listed=False),
        Person("person"),
        Text("act"),
        Text("letter"),
        Number("points", scale=SCALE, places=4, listed=False),
        Number("step", listed=False),
        Text("reason", long=True, listed=False),
        Text("light", long=True, listed=False),
        Text("rule", listed=False),
        Day("made_on", listed=False),
        Day("due_on"),
        Text("done", long=True, listed=False),
        Day("done_on", listed=False),
        Text("lifted", long=True, listed=False),
        Text("lifted_by", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=OPEN,
        steps=(
            Step("handle", "处理", (OPEN,), DONE, needs=("done", "done_on"), holds=(not_ahead,)),
            Step("lift", "免于处理", (OPEN,), LIFTED, needs=("lifted",), sets=lifted),
            Step("reopen", "重新处理", (DONE, LIFTED), OPEN, back=True, sets=reopened),
        ),
        closed=(DONE, LIFTED),
    ),
    measures=(Count("made", title="升级处理件数", unit="件", when="made_on"),),
    access=Access(
        read=(*roles.READ_OWN, *MINE),
        write=roles.SUPERVISORS,
        remove=(),
        columns={"done": HANDLES, "done_on": HANDLES, "lifted": roles.LEADERS},
        steps={"handle": HANDLES, "lift": roles.LEADERS, "reopen": roles.SUPERVISORS},
    ),
    editable=False,
)

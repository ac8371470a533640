"""异议 as a ledger: a unit objects in its own name, the supervision office rules, everybody reads."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers import chain
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Month, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Clock, Lifecycle, Limit, Step
from luoshi.ledgers.measures import Count
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from luoshi.oversight.objections.models import (
    ABOUT,
    ACCEPTED,
    REJECTED,
    STATES,
    WAITING,
    WAS,
    Objection,
)


def ruled(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day, and the row of the trail that tells of it."""
    return {"ruled_on": on, "seq": chain.head().seq + 1}


OBJECTIONS = Ledger(
    model=Objection,
    name="oversight.objections",
    title="榜单异议",
    note="一行一条异议：单位对榜单的一行、目标的灯或台账的一行提出，督查室裁定；采纳的由新一版榜单和更正通报更正。",
    identity=("number",),
    label="called",
    numbered="number",
    number=NumberRule("YI", year_of="raised_on"),
    unit="unit",
    order=("-raised_on", "-number"),
    search=("number", "subject", "reason"),
    columns=(
        Text("number"),
        Month("period"),
        Choice("about", choices=ABOUT),
        Text("subject"),
        Choice("was", choices=WAS),
        Link("unit", to="directory.units"),
        Day("raised_on"),
        Text("reason", long=True),
        Text("ruling", long=True),
        Day("ruled_on"),
        Text("corrected", long=True, listed=False),
        Choice("state", choices=STATES),
        Day("entered", listed=False),
        Day("due_on", title="裁定期限"),
    ),
    lifecycle=Lifecycle(
        start=WAITING,
        steps=(
            Step("accept", "采纳", (WAITING,), ACCEPTED, needs=("ruling",), sets=ruled),
            Step("reject", "不采纳", (WAITING,), REJECTED, needs=("ruling",), sets=ruled),
        ),
        clocks=(Clock(WAITING, Limit(5, rule="publication/ruling"), "裁定", since="raised_on"),),
        closed=(ACCEPTED, REJECTED),
    ),
    measures=(Count("raised", title="榜单异议件数", unit="件", when="raised_on"),),
    access=Access(
        read=roles.EVERYBODY,
        write=(roles.OWN_CLERK, roles.OWN_HEAD),
        remove=(),
        columns={"ruling": roles.SUPERVISORS},
        steps={"accept": roles.SUPERVISORS, "reject": roles.SUPERVISORS},
    ),
    editable=False,
)

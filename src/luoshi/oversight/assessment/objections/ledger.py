"""考核异议 as a ledger: who is assessed objects, the supervision office rules."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers import chain
from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.columns import Choice, Day, Link, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Clock, Lifecycle, Limit, Step
from luoshi.ledgers.measures import Count
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from luoshi.oversight.assessment.objections.models import (
    ACCEPTED,
    REJECTED,
    STATES,
    WAITING,
    ScoreObjection,
)
from luoshi.oversight.assessment.subjects.ledger import OF_OWN


def ruled(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day, and the row of the trail that tells of it."""
    return {"ruled_on": on, "seq": chain.head().seq + 1}


SCORE_OBJECTIONS = Ledger(
    model=ScoreObjection,
    name="oversight.score_objections",
    title="考核异议",
    note="一行一条异议：考核对象对一项数据背后的一行提出，不对总分提出；采纳的由新一版得分更正。",
    identity=("number",),
    label="called",
    numbered="number",
    number=NumberRule("KY", year_of="raised_on"),
    unit="subject__unit",
    order=("-raised_on", "-number"),
    search=("number", "about", "reason", "subject__called"),
    columns=(
        Text("number"),
        Link("subject", to="oversight.assessed"),
        Link("source", to="oversight.assessment_sources"),
        Text("about"),
        Day("raised_on"),
        Text("reason", long=True),
        Text("ruling", long=True),
        Day("ruled_on"),
        Text("corrected", long=True),
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
        clocks=(Clock(WAITING, Limit(5, rule="service/score_objection"), "裁定", since="raised_on"),),
        closed=(ACCEPTED, REJECTED),
    ),
    measures=(Count("raised", title="考核异议件数", unit="件", when="raised_on"),),
    access=Access(
        read=(*roles.READ_OWN, *OF_OWN),
        write=(
            roles.OWN_CLERK,
            roles.OWN_HEAD,
            *(
                Grant(role, of="subject__person")
                for role in (roles.CLERK, roles.HEAD, roles.LEADER, roles.DEPUTY)
            ),
        ),
        remove=(),
        columns={"ruling": roles.SUPERVISORS},
        steps={"accept": roles.SUPERVISORS, "reject": roles.SUPERVISORS},
    ),
    editable=False,
)

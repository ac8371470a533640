"""The ledger of papers: everybody may read what was issued, the supervision office issues."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Flag, Link, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Condition, Count, Ratio
from luoshi.ledgers.models import Row
from luoshi.oversight.papers.models import ANSWERED, CHASING, ISSUED, KINDS, STATES, Paper

REPLIES = (roles.OWN_CLERK, roles.OWN_HEAD, *roles.SUPERVISORS)
ASKED = Condition("reply_by", "set")


def replied(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day, and whether it was in time where there was a limit."""
    assert isinstance(row, Paper)
    return {"replied_on": on, "in_time": None if row.reply_by is None else on <= row.reply_by}


PAPERS = Ledger(
    model=Paper,
    name="oversight.papers",
    title="督办文书",
    note="交办单、督办单、提示函、督办函：从任务或灯的升级处理生成，编号留存，印发之后不再改变；主送单位在这里回复。",
    identity=("number",),
    label="title",
    unit="unit",
    order=("-issued_on", "-pk"),
    search=("number", "title", "unit__name"),
    columns=(
        Text("number"),
        Choice("kind", choices=KINDS),
        Text("title"),
        Link("unit", to="directory.units"),
        Day("issued_on"),
        Day("reply_by"),
        Text("issuer"),
        Text("digest", listed=False),
        Text("reply", long=True, listed=False),
        Day("replied_on"),
        Flag("in_time"),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=ISSUED,
        steps=(Step("reply", "回复", (ISSUED,), ANSWERED, needs=("reply",), sets=replied),),
        closed=(ANSWERED,),
    ),
    measures=(
        Count("issued", title="督办文书件数", unit="件", when="issued_on"),
        Count(
            "chasing",
            title="督办单、提示函、督办函件数",
            unit="件",
            when="issued_on",
            where=(Condition("kind", "in", ",".join(CHASING)),),
        ),
        Count("asked", title="要求回复的督办文书", unit="件", when="issued_on", where=(ASKED,)),
        Count(
            "in_time",
            title="按期回复的督办文书",
            unit="件",
            when="issued_on",
            where=(Condition("in_time", "eq", "是"),),
        ),
        Ratio("reply_rate", title="督办文书按期回复率", top="in_time", bottom="asked", when="issued_on"),
    ),
    access=Access(
        read=roles.EVERYBODY, write=roles.LEADERS, columns={"reply": REPLIES}, steps={"reply": REPLIES}
    ),
    editable=False,
)

"""考核 as a ledger: everybody may read that it is going on, the supervision office freezes, publishes and settles."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers import chain
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from luoshi.oversight.assessment import settling
from luoshi.oversight.assessment.assessments.models import (
    FROZEN,
    PUBLISHED,
    RUNNING,
    SETTLED,
    STATES,
    SUBJECTS,
    Assessment,
)


def frozen(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day, and the row of the trail that tells of it: figures stand as it finds them."""
    return {"frozen_on": on, "seq": chain.head().seq + 1, "edition": 1}


def published(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day, and the last one on which objections are heard."""
    assert isinstance(row, Assessment)
    return {"published_on": on, "until": on + datetime.timedelta(days=row.days)}


def settled(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day."""
    return {"settled_on": on}


ASSESSMENTS = Ledger(
    model=Assessment,
    name="oversight.assessments",
    title="考核",
    note="一行一次考核：按哪个办法、考核哪几个月、到了哪一步；冻结以后的得分不因台账后来的变动而改变。",
    identity=("number",),
    label="called",
    numbered="number",
    number=NumberRule("KH", year_of="start"),
    order=("-start", "-number"),
    search=("number", "name"),
    columns=(
        Text("number"),
        Text("name"),
        Choice("of", choices=SUBJECTS),
        Month("start"),
        Month("end"),
        Text("rule_name"),
        Text("rule_version", listed=False),
        Number("days", unit="天", listed=False),
        Day("opened_on", listed=False),
        Day("frozen_on"),
        Number("seq", grouped=False, listed=False),
        Number("edition"),
        Day("published_on"),
        Day("until"),
        Day("settled_on", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=RUNNING,
        steps=(
            Step("freeze", "冻结", (RUNNING,), FROZEN, holds=(settling.over,), sets=frozen),
            Step("publish", "公示", (FROZEN,), PUBLISHED, sets=published),
            Step("settle", "定稿", (PUBLISHED,), SETTLED, holds=(settling.heard_out,), sets=settled),
        ),
        closed=(SETTLED,),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS, remove=()),
    editable=False,
    after=settling.follow,
)

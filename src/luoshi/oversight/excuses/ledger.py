"""正当理由 as a ledger: a unit asks in its own name, a leader or the supervision office decides, everybody reads."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers.access import Access, Actor
from luoshi.ledgers.columns import Choice, Day, File, Link, Month, Text
from luoshi.ledgers.definition import After, Ledger
from luoshi.ledgers.lifecycle import Clock, Lifecycle, Limit, Step
from luoshi.ledgers.measures import Count
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from luoshi.oversight.excuses.models import (
    ABOUT,
    APPROVED,
    ASKED,
    REFUSED,
    STATES,
    WAS,
    WITHDRAWN,
    Excuse,
)

ASKS = (roles.OWN_CLERK, roles.OWN_HEAD)
_followers: list[After] = []
DECIDES = (*roles.LEADERS, roles.OWN_DEPUTY)  # the leader in charge, any leader, or the supervision office


def decided(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day on which somebody decided."""
    return {"decided_on": on}


def undecided(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """What was decided waits again for whoever decides."""
    return {"decided_on": None, "decided_by": "", "answer": ""}


def let_follow(follower: After) -> None:
    """Say what else follows from what becomes of excuses, in its transaction; called when the family starts."""
    if follower not in _followers:
        _followers.append(follower)


def sign(keys: Sequence[int], by: Actor) -> None:
    """Who decides is named on the excuse, for the lights to say so; then follows what stands above excuses."""
    unsigned = Excuse.objects.filter(pk__in=keys, state__in=(APPROVED, REFUSED), decided_by="")
    unsigned.update(decided_by=by.name[:60])
    for follower in _followers:
        follower(keys, by)


EXCUSES = Ledger(
    model=Excuse,
    name="oversight.excuses",
    title="正当理由",
    note="一行一份申请：单位说明一盏黄灯、红灯的正当理由和依据，经领导或督查室批准的，灯色按亮灯规则调整。",
    identity=("number",),
    label="called",
    numbered="number",
    number=NumberRule("LY", year_of="asked_on"),
    unit="unit",
    order=("-asked_on", "-number"),
    search=("number", "subject", "reason"),
    columns=(
        Text("number"),
        Month("period"),
        Choice("about", choices=ABOUT, listed=False),
        Text("subject"),
        Choice("was", choices=WAS),
        Link("unit", to="directory.units"),
        Day("asked_on"),
        Text("reason", long=True),
        Text("basis", long=True, listed=False),
        File("proof", listed=False),
        Text("answer", long=True),
        Day("decided_on", listed=False),
        Text("decided_by"),
        Text("corrected", long=True, listed=False),
        Choice("state", choices=STATES),
        Day("entered", listed=False),
        Day("due_on", title="审批期限"),
    ),
    lifecycle=Lifecycle(
        start=ASKED,
        steps=(
            Step("approve", "批准", (ASKED,), APPROVED, needs=("answer",), sets=decided),
            Step("refuse", "不批准", (ASKED,), REFUSED, needs=("answer",), sets=decided),
            Step("withdraw", "撤回", (ASKED,), WITHDRAWN),
            Step("revoke", "撤销批准", (APPROVED,), ASKED, back=True, sets=undecided),
        ),
        clocks=(Clock(ASKED, Limit(3, rule="service/excuse"), "审批", since="asked_on"),),
        closed=(APPROVED, REFUSED, WITHDRAWN),
    ),
    measures=(Count("asked", title="正当理由申请件数", unit="件", when="asked_on"),),
    access=Access(
        read=roles.EVERYBODY,
        write=ASKS,
        remove=(),
        columns={"answer": DECIDES},
        steps={"approve": DECIDES, "refuse": DECIDES, "withdraw": ASKS, "revoke": roles.SUPERVISORS},
    ),
    editable=False,
    after=sign,
)

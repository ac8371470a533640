"""The ledger of objections; one that is accepted opens its own evaluation again, and no other."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.directory import roles
from luoshi.ledgers import stepping
from luoshi.ledgers.access import Access, Actor
from luoshi.ledgers.columns import Choice, Day, Link, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Clock, Lifecycle, Limit, Step
from luoshi.ledgers.measures import Count
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.land.evaluations.ledger import EVALUATIONS
from luoshi.projects.land.evaluations.models import DAYS, PUBLISHED
from luoshi.projects.land.objections.models import ACCEPTED, REJECTED, STATES, WAITING, Objection

ANSWERED = ("answer", "decided_on")


def opened(keys: Sequence[int], by: Actor) -> None:
    """Each accepted objection opens the evaluation that it is about, once."""
    fresh = Objection.objects.filter(pk__in=keys, state=ACCEPTED, opened=False).select_related("evaluation")
    for objection in list(fresh):
        row = objection.evaluation
        if row.state == PUBLISHED:
            why = f"异议 {objection.number} 已采纳：{objection.answer}"
            stepping.take_step(EVALUATIONS, row, "reopen", by=by, on=objection.decided_on, reason=why)
        Objection.objects.filter(pk=objection.pk).update(opened=True)


OBJECTIONS = Ledger(
    model=Objection,
    name="land.objections",
    title="评价异议",
    note="一行一条企业对公示的亩均评价提出的异议；采纳以后只退回这一家复核。",
    identity=("number",),
    label="number",
    numbered="number",
    number=NumberRule("YY", year_of="raised_on"),
    unit="evaluation__enterprise__unit",
    order=("-raised_on", "number"),
    search=("number", "evaluation__enterprise__name", "reason"),
    columns=(
        Text("number", sample="YY-2026-001", help="不填则自动编号。"),
        Link("evaluation", to="land.evaluations", sample="2025-91340000MA2XK7QR5R", help="填评价的编号。"),
        Day("raised_on", sample="2026-10-28"),
        Text("reason", sample="用地面积多计了代管的绿化带", long=True),
        Text("answer", sample="经复测核减 3.2 亩", long=True),
        Day("decided_on", sample="2026-10-30"),
        Choice("state", choices=STATES),
        Day("entered", listed=False),
        Day("due_on"),
    ),
    lifecycle=Lifecycle(
        start=WAITING,
        steps=(
            Step("accept", "采纳", (WAITING,), ACCEPTED, needs=ANSWERED),
            Step("reject", "不采纳", (WAITING,), REJECTED, needs=ANSWERED),
        ),
        clocks=(Clock(WAITING, Limit(DAYS, working=False), "答复", since="raised_on"),),
        closed=(ACCEPTED, REJECTED),
    ),
    measures=(Count("raised", title="异议件数", unit="件", when="raised_on"),),
    access=Access(
        read=roles.READ_OWN,
        write=roles.WRITE_OWN,
        columns={"answer": roles.SUPERVISORS, "decided_on": roles.SUPERVISORS},
        steps={"accept": roles.SUPERVISORS, "reject": roles.SUPERVISORS},
    ),
    after=opened,
)

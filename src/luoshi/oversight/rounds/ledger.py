"""调度轮次, 议题 and 会议决定 as ledgers: everybody may read them, the supervision office keeps them."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.numbering import NumberRule
from luoshi.oversight.rounds import freezing
from luoshi.oversight.rounds.models import (
    ARCHIVED,
    FROZEN,
    HELD,
    ITEM_KINDS,
    ITEM_STATES,
    KINDS,
    LISTED,
    OFF,
    PREPARING,
    STATES,
    AgendaItem,
    Decision,
    Round,
)

ROUNDS = Ledger(
    model=Round,
    name="oversight.rounds",
    title="调度轮次",
    note="一行一轮调度：哪天截数、哪天开会；截数以后议题由例外自动列入，会议决定转为任务。",
    identity=("kind", "last"),
    label="name",
    order=("-last", "kind"),
    search=("name",),
    columns=(
        Text("name"),
        Choice("kind", choices=KINDS),
        Day("first", listed=False),
        Day("last", listed=False),
        Month("month"),
        Day("cutoff_on"),
        Day("meets_on"),
        Day("frozen_on", listed=False),
        Day("held_on"),
        Text("chair", listed=False),
        Text("attendance", long=True, listed=False),
        Choice("state", choices=STATES),
        Text("late_units", title="迟报单位", derived=True, listed=False),
        Text("rule", listed=False),
        Number("seq", grouped=False, listed=False),
    ),
    lifecycle=Lifecycle(
        start=PREPARING,
        steps=(
            Step(
                "freeze",
                "截数",
                (PREPARING,),
                FROZEN,
                holds=(freezing.not_too_early,),
                sets=freezing.cut_off,
            ),
            Step(
                "hold",
                "召开",
                (FROZEN,),
                HELD,
                holds=(freezing.not_before_cut_off,),
                sets=freezing.held,
            ),
            Step("archive", "归档", (HELD,), ARCHIVED),
        ),
        closed=(ARCHIVED,),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS, remove=()),
    editable=False,
    after=freezing.stand,
)

AGENDA = Ledger(
    model=AgendaItem,
    name="oversight.agenda",
    title="调度议题",
    note="一行一个议题：截数时由红灯、连续黄灯、意见分歧和未办结的决定自动列入，也可以人工增列或撤下。",
    identity=("round", "order"),
    label="called",
    unit="unit",
    order=("-round__last", "round", "order"),
    search=("title", "subject", "reason"),
    columns=(
        Link("round", to="oversight.rounds"),
        Number("order"),
        Choice("kind", choices=ITEM_KINDS),
        Text("title"),
        Link("unit", to="directory.units"),
        Text("reason", long=True),
        Text("made_from", long=True, listed=False),
        Text("subject", listed=False),
        Text("off_reason", listed=False),
        Choice("state", choices=ITEM_STATES),
    ),
    lifecycle=Lifecycle(
        start=LISTED,
        steps=(
            Step("take_off", "撤下", (LISTED,), OFF, needs=("off_reason",)),
            Step("restore", "恢复", (OFF,), LISTED, sets=lambda row, on: {"off_reason": ""}),
        ),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS, remove=()),
    editable=False,
)

DECISIONS = Ledger(
    model=Decision,
    name="oversight.decisions",
    title="会议决定",
    note="一行一项会议决定：登记时即转为任务交办，办得怎样看任务；下一轮调度从没有办完的决定开始。",
    identity=("number",),
    label="called",
    numbered="number",
    number=NumberRule("JD", year_of="due_on"),
    unit="lead_unit",
    order=("-number",),
    search=("number", "what"),
    columns=(
        Text("number"),
        Link("item", to="oversight.agenda"),
        Text("what"),
        Link("lead_unit", to="directory.units"),
        Text("supporting"),
        Day("due_on"),
        Link("task", to="plans.tasks"),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS, remove=()),
    editable=False,
)

"""The ledger of reported values: the source of targets that no other ledger measures."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Link, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Condition, Last
from luoshi.plans.filings.models import OFFICIAL
from luoshi.plans.reported.laying import place
from luoshi.plans.reported.models import SCALE, Reported

SIGNED = Condition("filing__state", "in", ",".join(OFFICIAL))
CUMULATIVE = Last("cumulative", title="累计填报数", of="value", when="period", official=(SIGNED,))

REPORTED = Ledger(
    model=Reported,
    name="plans.reported",
    title="填报数",
    note="没有台账可以计量的数，由单位按月填报并附佐证，由单位负责人签发；看板上注明“填报”。",
    identity=("question", "period"),
    label="called",
    unit="question__unit",
    order=("-period", "question__number"),
    search=("question__number", "question__name", "evidence"),
    columns=(
        Link("question", to="plans.questions", sample="2026-001", help="填报项的编号；目标的就是目标编号。"),
        Month("period", sample="2026-03"),
        Number(
            "value",
            scale=SCALE,
            sample="12.5",
            help="按填报项所写的单位和填法填；目标填从年初到本月的累计数。",
        ),
        Text("evidence", long=True, sample="见3月份统计月报", help="数从哪里来，可另附文件。"),
        Link("filing", to="plans.filings", title="单位月报", derived=True, listed=False),
    ),
    measures=(CUMULATIVE,),
    access=Access(
        read=roles.EVERYBODY, write=roles.WRITE_OWN, remove=roles.SUPERVISORS, history=roles.OVERSEERS
    ),
    reported=True,
    after=place,
)

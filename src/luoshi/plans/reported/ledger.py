"""The ledger of reported values: the source of targets that no other ledger measures."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Link, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Last
from luoshi.plans.reported.models import SCALE, Reported

CUMULATIVE = Last("cumulative", title="累计填报数", of="value", when="period")

REPORTED = Ledger(
    model=Reported,
    name="plans.reported",
    title="填报数",
    note="没有台账可以计量的目标，由牵头单位按月填报累计完成数并附佐证；看板上注明“填报”。",
    identity=("target", "period"),
    label="called",
    unit="target__lead_unit",
    order=("-period", "target"),
    search=("target__number", "target__name", "evidence"),
    columns=(
        Link("target", to="plans.targets", sample="2026-001", help="目标编号。"),
        Month("period", sample="2026-03"),
        Number("value", scale=SCALE, sample="12.5", help="从年初累计到本月，按目标所写的单位填。"),
        Text("evidence", long=True, sample="见3月份统计月报", help="数从哪里来，可另附文件。"),
    ),
    measures=(CUMULATIVE,),
    access=Access(
        read=roles.EVERYBODY, write=roles.WRITE_OWN, remove=roles.SUPERVISORS, history=roles.OVERSEERS
    ),
    reported=True,
)

"""考核事项 as a ledger: units enter their own, the supervision office any; what it has verified with evidence counts."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.numbering import NumberRule
from luoshi.oversight.assessment.events.models import (
    SCALE,
    STATES,
    STRUCK,
    VERIFIED,
    WAITING,
    AssessedEvent,
)
from luoshi.oversight.assessment.subjects.ledger import OF_OWN

EVENTS = Ledger(
    model=AssessedEvent,
    name="oversight.assessment_events",
    title="考核事项",
    note="一行一件台账里没有的加分、扣分或考核数据，附佐证，核实以后才计分。",
    identity=("number",),
    label="called",
    numbered="number",
    number=NumberRule("KS", year_of="happened_on"),
    unit="subject__unit",
    order=("-happened_on", "-number"),
    search=("number", "title", "subject__called"),
    columns=(
        Text("number", sample="KS-2026-001", help="不填则自动编号。"),
        Link("subject", to="oversight.assessed", sample="KH-2026-001 招商局", help="填考核编号和单位名称。"),
        Link(
            "source",
            to="oversight.assessment_sources",
            sample="KH-2026-001 督办函",
            help="填考核编号和数据名称，只能选手工登记的。",
        ),
        Day("happened_on", sample="2026-05-12"),
        Text("title", sample="二季度重点项目滞后，发督办函"),
        Number("size", scale=SCALE, places=4, sample="1", help="按数据的计量单位填；只计次数的填 1。"),
        Text("remark", long=True, listed=False, sample="督办函〔2026〕3号"),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=WAITING,
        steps=(
            Step("verify", "核实", (WAITING,), VERIFIED, evidence=("佐证材料",)),
            Step("strike", "不予采纳", (WAITING, VERIFIED), STRUCK, reason=True),
        ),
        closed=(VERIFIED, STRUCK),
    ),
    access=Access(
        read=(*roles.READ_OWN, *OF_OWN),
        write=roles.WRITE_OWN,
        remove=roles.SUPERVISORS,
        steps={"verify": roles.SUPERVISORS, "strike": roles.SUPERVISORS},
    ),
)

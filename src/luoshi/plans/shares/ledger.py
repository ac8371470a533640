"""目标分解 as a ledger: everybody sees what each unit is to do; leaders and the supervision office deal out."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Link, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.plans.shares.models import SCALE, Share

SHARES = Ledger(
    model=Share,
    name="plans.shares",
    title="目标分解",
    note="一行一个单位一个季度承担的数；同一版各行相加恰好等于目标，重新分解另记一版。",
    identity=("target", "edition", "unit", "quarter"),
    label="called",
    unit="unit",
    order=("target", "-edition", "unit", "quarter"),
    search=("target__number", "target__name"),
    columns=(
        Link("target", to="plans.targets"),
        Number("edition"),
        Link("unit", to="directory.units"),
        Number("quarter", grouped=False),
        Number("value", scale=SCALE),
        Text("measure_unit", title="计量单位", derived=True),
        Text("made_from", listed=False),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.LEADERS, remove=()),
    editable=False,
)

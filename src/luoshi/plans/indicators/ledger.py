"""The ledger of indicators."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Text
from luoshi.ledgers.definition import Ledger
from luoshi.plans.indicators.models import BASES, Indicator

INDICATORS = Ledger(
    model=Indicator,
    name="plans.indicators",
    title="指标",
    note="目标所用的指标；名称、单位、口径都相同的是同一个指标，确认目标时自动登记。",
    identity=("name", "unit", "basis"),
    label="name",
    order=("name", "unit", "basis"),
    search=("name", "words"),
    columns=(
        Text("name", sample="新引进亿元以上项目"),
        Text("unit", sample="个"),
        Choice("basis", choices=BASES, sample="总量"),
        Text("words", sample="招引亿元项目、新签约亿元项目", long=True),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.LEADERS, history=roles.OVERSEERS),
    hidden_from_menu=True,
)

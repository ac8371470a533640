"""The ledger of targets; rows come about by confirming clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Column, Link, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.plans import followers
from luoshi.plans.clauses import fields
from luoshi.plans.indicators.models import BASES
from luoshi.plans.targets.models import (
    BINDING_STATES,
    COMPARATORS,
    MODALITIES,
    REPEATS,
    STATES,
    Target,
)


@dataclass(frozen=True)
class Thresholds(Column):
    """What qualifies the things that are counted, as text for the trail."""

    def entered(self, value: Any) -> str:
        return fields.conditions_shown(value)

    def show(self, value: Any) -> str:
        return self.entered(value) or "–"


TARGETS = Ledger(
    model=Target,
    name="plans.targets",
    title="目标",
    note="计划里定了数的承诺；每个目标连着原文的句子和计量它的台账。",
    identity=("number",),
    label="name",
    unit="lead_unit",
    order=("number",),
    search=("number", "name"),
    columns=(
        Text("number"),
        Number("year", grouped=False, listed=False),
        Text("name"),
        Text("quantity", title="目标值", derived=True),
        Text("value", title="数值", listed=False),
        Text("high", listed=False),
        Text("unit", listed=False),
        Text("amount", listed=False),
        Text("base_unit", listed=False),
        Choice("basis", choices=BASES, listed=False),
        Choice("comparator", choices=COMPARATORS, listed=False),
        Choice("modality", choices=MODALITIES),
        Month("start", listed=False),
        Month("end"),
        Choice("repeat", choices=REPEATS, listed=False),
        Text("scope", listed=False),
        Thresholds("thresholds", listed=False),
        Link("lead_unit", to="directory.units"),
        Text("leader"),
        Text("source_title", title="数据来源", derived=True),
        Choice("binding_state", choices=BINDING_STATES, listed=False),
        Column("binding", listed=False),
        Choice("state", choices=STATES),
        Text("state_reason", listed=False),
        Link("indicator", to="plans.indicators", listed=False),
        Link("clause", to="plans.clauses", listed=False),
        Link("parent", to="plans.targets", listed=False),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.LEADERS, history=roles.OVERSEERS),
    editable=False,
    after=followers.of("plans.targets"),
)

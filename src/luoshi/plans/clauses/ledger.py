"""The ledger of clauses; rows come about by reading a plan and change by deciding on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Column, Link, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.plans.clauses import fields
from luoshi.plans.clauses.models import CHANGES, FATES, KINDS, STATES, Clause


@dataclass(frozen=True)
class Corrections(Column):
    """What a person put in the place of the reader's words, as text for the trail."""

    def entered(self, value: Any) -> str:
        titles = {f.name: f for kind in fields.FIELDS.values() for f in kind}
        return "；".join(
            f"{titles[n].title}：{titles[n].show(v)}" for n, v in (value or {}).items() if n in titles
        )

    def show(self, value: Any) -> str:
        return self.entered(value) or "–"


CLAUSES = Ledger(
    model=Clause,
    name="plans.clauses",
    title="计划条目",
    note="从计划文件里识别出的每一条承诺，连着它在原文里的句子；由督查员或领导确认、更正或剔除。",
    identity=("document", "order"),
    label="summary",
    order=("document", "order"),
    columns=(
        Link("document", to="plans.documents"),
        Number("order"),
        Choice("kind", choices=KINDS),
        Text("summary", title="内容", derived=True),
        Text("section_title", title="章节", derived=True),
        Choice("state", choices=STATES),
        Choice("change", choices=CHANGES, listed=False),
        Choice("fate", choices=FATES, listed=False),
        Corrections("corrected", listed=False),
        Text("leader"),
        Text("decided_by"),
        Text("decided_at", listed=False),
        Text("reason", listed=False),
    ),
    access=Access(
        read=roles.EVERYBODY, write=roles.LEADERS, create=roles.SUPERVISORS, history=roles.OVERSEERS
    ),
    editable=False,
    hidden_from_menu=True,
)

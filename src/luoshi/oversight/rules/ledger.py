"""规则 as a ledger: everybody may read by what they are judged, the supervision office issues."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Text
from luoshi.ledgers.definition import Ledger
from luoshi.oversight.rules.models import RuleKind, RuleVersion

RULES = Ledger(
    model=RuleVersion,
    name="oversight.rules",
    title="规则",
    note="亮灯、时序、红黑榜的规则，每次调整都是一个新版本，按生效日期适用。",
    identity=("kind", "number"),
    label="name",
    columns=(
        Choice("kind", choices=tuple(RuleKind.choices)),
        Text("name"),
        Text("number"),
        Day("effective_from"),
        Text("author"),
        Text("code", listed=False),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS),
    order=("kind", "-effective_from"),
    editable=False,
)

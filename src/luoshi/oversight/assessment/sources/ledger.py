"""考核取数 as a ledger: everybody may read where figures come from, the supervision office says it."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Link, Text
from luoshi.ledgers.definition import Ledger
from luoshi.oversight.assessment.sources.models import KINDS, Source

SOURCES = Ledger(
    model=Source,
    name="oversight.assessment_sources",
    title="考核取数",
    note="一行一项考核数据从哪里来：台账能算的由系统取数，只有台账没有的才手工登记或评分。",
    identity=("called",),
    label="called",
    order=("-assessment__start", "assessment", "pk"),
    search=("called", "words"),
    columns=(
        Text("called"),
        Link("assessment", to="oversight.assessments", listed=False),
        Text("title"),
        Text("unit"),
        Choice("kind", choices=KINDS),
        Link("target", to="plans.targets", listed=False),
        Text("words", long=True),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS, remove=()),
    editable=False,
)

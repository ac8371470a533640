"""考核得分 as a ledger: one's own scorebook, and all for leaders, supervisors and auditors."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Link, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.oversight.assessment.scores.models import SCALE, Score
from luoshi.oversight.assessment.subjects.ledger import OF_OWN

SCORES = Ledger(
    model=Score,
    name="oversight.assessment_scores",
    title="考核得分",
    note="一行一个考核对象的一版得分，冻结时算出；异议采纳以后另出一版，原来的保留。",
    identity=("subject", "edition"),
    label="called",
    unit="subject__unit",
    order=("-assessment__start", "assessment", "-edition", "subject__group", "rank"),
    search=("subject__called",),
    columns=(
        Link("subject", to="oversight.assessed"),
        Number("edition"),
        Number("total", unit="分", scale=SCALE),
        Number("lost", unit="分", scale=SCALE),
        Number("rank"),
        Text("reason", long=True),
        Text("corrects", long=True, listed=False),
    ),
    access=Access(read=(*roles.READ_OWN, *OF_OWN), write=roles.SUPERVISORS, remove=()),
    editable=False,
)

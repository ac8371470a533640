"""The ledger of papers: everybody may read what was issued, the supervision office issues."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Text
from luoshi.ledgers.definition import Ledger
from luoshi.oversight.papers.models import KINDS, Paper

PAPERS = Ledger(
    model=Paper,
    name="oversight.papers",
    title="督办文书",
    note="交办单、督办单、提示函、督办函：从任务生成，编号留存，印发之后不再改变。",
    identity=("number",),
    label="title",
    unit="unit",
    order=("-issued_on", "-pk"),
    search=("number", "title", "unit__name"),
    columns=(
        Text("number"),
        Choice("kind", choices=KINDS),
        Text("title"),
        Link("unit", to="directory.units"),
        Day("issued_on"),
        Day("reply_by"),
        Text("issuer"),
        Text("digest", listed=False),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.LEADERS),
    editable=False,
)

"""通报 as a ledger: everybody may read what was published, the supervision office publishes."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Day, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.oversight.bulletins.models import Bulletin

BULLETINS = Ledger(
    model=Bulletin,
    name="oversight.bulletins",
    title="通报",
    note="每月通报及其所用数据；印发之后不再改变，重新印发另记一次。",
    identity=("period", "issue"),
    label="title",
    columns=(
        Month("period"),
        Number("issue"),
        Text("number"),
        Text("title"),
        Day("issued_on"),
        Text("issuer"),
        Text("digest", listed=False),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS),
    order=("-period", "-issue"),
    editable=False,
)

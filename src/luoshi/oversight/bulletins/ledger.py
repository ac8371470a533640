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
    note="每月的通报、调度会材料、简报等文稿及其所用数据；印发之后不再改变，重新印发另记一次。",
    identity=("kind_name", "period", "issue"),
    label="title",
    columns=(
        Text("kind_name"),
        Month("period"),
        Number("issue"),
        Text("number"),
        Text("title"),
        Day("issued_on"),
        Text("issuer"),
        Text("digest", listed=False),
        Text("code", listed=False),
        Text("kind", listed=False),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS),
    order=("-period", "kind", "-issue"),
    editable=False,
)

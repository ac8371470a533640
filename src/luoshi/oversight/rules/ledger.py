"""规则 as a ledger: everybody may read by what they are judged, the supervision office issues."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers import rulebook
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Rule


def declared() -> Ledger:
    """The ledger, once every family has said its kinds of rules."""
    return Ledger(
        model=Rule,
        name="oversight.rules",
        title="规则",
        note="亮灯、时序、红黑榜等规则，每次调整都是一个新版本，按生效日期适用。",
        identity=("kind", "code", "number"),
        label="name",
        columns=(
            Choice("kind", choices=tuple((kind.name, kind.title) for kind in rulebook.kinds())),
            Text("name"),
            Text("number"),
            Day("effective_from"),
            Text("author"),
            Text("code", listed=False),
        ),
        access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS),
        order=("kind", "code", "-effective_from"),
        editable=False,
    )

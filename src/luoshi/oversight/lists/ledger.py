"""红黑榜公示 and its lines as ledgers: everybody may read, the supervision office publishes."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.oversight.lists import publishing
from luoshi.oversight.lists.models import (
    LISTS,
    PUBLISHED,
    SETTLED,
    STATES,
    ListLine,
    PublishedList,
)

PUBLISHED_LISTS = Ledger(
    model=PublishedList,
    name="oversight.lists",
    title="红黑榜公示",
    note="一行一版一个月的红黑榜：公示期内单位可以对自己的行提出异议，采纳的另出一版更正，原来的保留。",
    identity=("period", "edition"),
    label="called",
    order=("-period", "-edition"),
    columns=(
        Month("period"),
        Number("edition"),
        Day("published_on"),
        Day("until"),
        Text("publisher"),
        Text("rule", listed=False),
        Text("reason"),
        Number("seq", grouped=False, listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=PUBLISHED,
        steps=(Step("settle", "定榜", (PUBLISHED,), SETTLED, holds=(publishing.heard_out,)),),
        closed=(SETTLED,),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS, remove=()),
    editable=False,
)

LINES = Ledger(
    model=ListLine,
    name="oversight.list_lines",
    title="榜单行",
    note="一行一个单位在一版红黑榜上的位次和理由；异议针对这一行提出。",
    identity=("published", "unit"),
    label="called",
    unit="unit",
    order=("-published__period", "-published__edition", "board", "rank"),
    search=("unit__name", "unit__short_name", "reason"),
    columns=(
        Link("published", to="oversight.lists"),
        Choice("board", choices=LISTS),
        Number("rank"),
        Link("unit", to="directory.units"),
        Text("reason", long=True),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS, remove=()),
    editable=False,
)

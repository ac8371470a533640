"""时序基线 as a ledger: everybody may read by what they are judged, leaders and the supervision office freeze."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.oversight.baselines.models import KINDS, Baseline

BASELINES = Ledger(
    model=Baseline,
    name="oversight.baselines",
    title="时序基线",
    note="一行一个目标的一版计划进度：各月应完成多少，由谁在哪天确定；调整另记一版，原来的保留。",
    identity=("target", "edition"),
    label="called",
    unit="target__lead_unit",
    order=("target", "-edition"),
    search=("target__number", "target__name"),
    columns=(
        Link("target", to="plans.targets"),
        Number("edition"),
        Choice("kind", choices=KINDS),
        Text("shown", title="各季末累计", derived=True),
        Text("every_month", title="各月累计", derived=True, listed=False),
        Text("promised", listed=False),
        Text("value", listed=False),
        Month("start", listed=False),
        Month("end", listed=False),
        Text("made_from", listed=False),
        Day("frozen_on"),
        Text("frozen_by"),
        Text("reason"),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.LEADERS, remove=()),
    editable=False,
)

"""年终预测 as a ledger: made by the system after a month is closed, read by everybody."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Link, Month, Number, Share, Text
from luoshi.ledgers.definition import Ledger
from luoshi.oversight.forecasts.models import METHODS, Forecast

FORECASTS = Ledger(
    model=Forecast,
    name="oversight.forecasts",
    title="年终预测",
    note="每月关账后预测每个目标到期时的完成数：高低之间是八成把握的范围；到期后回头评分。",
    identity=("target", "period"),
    label="called",
    unit="target__lead_unit",
    order=("-period", "target"),
    search=("target__number", "target__name"),
    columns=(
        Link("target", to="plans.targets"),
        Month("period"),
        Text("low"),
        Text("middle"),
        Text("high"),
        Share("likely"),
        Choice("method", choices=METHODS),
        Text("made_from", listed=False),
        Number("runs", listed=False),
        Number("seed", grouped=False, listed=False),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS, remove=()),
    editable=False,
)

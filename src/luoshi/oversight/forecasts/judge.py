"""That forecasts are made when a month is closed, in the background."""

from __future__ import annotations

from luoshi.ledgers.rejudging import Judge
from luoshi.oversight.forecasts import actions
from luoshi.oversight.rules import kinds

FORECASTS = Judge(
    name="forecasts",
    title="年终预测",
    ledger=actions.LEDGER,
    concerned=("directory.months",),
    rule=kinds.SEASON.name,
    day=actions.day,
    find=actions.find,
    keep=actions.keep,
)

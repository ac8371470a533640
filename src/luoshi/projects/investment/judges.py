"""What is judged about signings when something is written that concerns them all."""

from __future__ import annotations

from luoshi.ledgers.rejudging import Judge
from luoshi.projects.investment import kinds
from luoshi.projects.investment.findings import looking
from luoshi.projects.investment.signings import fulfilment

FULFILMENT = Judge(
    name="fulfilment",
    title="合同履约",
    ledger="investment.signings",
    concerned=("directory.months",),  # a row that is written judges its signings itself
    rule=kinds.FULFILMENT.name,
    day=fulfilment.day,
    find=fulfilment.find,
    keep=fulfilment.keep,
)
PADDING = Judge(
    name="padding",
    title="签约查重",
    ledger="investment.findings",
    concerned=("investment.signings", "investment.paid_in", "directory.months"),
    rule=kinds.PADDING.name,
    day=fulfilment.day,
    find=looking.find,
    keep=looking.keep,
)
JUDGES = (FULFILMENT, PADDING)

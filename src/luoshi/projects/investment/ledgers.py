"""The ledgers of investment, in the order in which they lead to each other."""

from __future__ import annotations

from luoshi.ledgers.definition import Ledger
from luoshi.projects.investment.paid_in.ledger import PAID_IN
from luoshi.projects.investment.signings.ledger import SIGNINGS

LEDGERS: tuple[Ledger, ...] = (
    SIGNINGS,
    PAID_IN,
)

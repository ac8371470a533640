"""The ledgers of delivery, in the order in which they lead to each other."""

from __future__ import annotations

from luoshi.ledgers.definition import Ledger
from luoshi.projects.delivery.months.ledger import PROJECT_MONTHS
from luoshi.projects.delivery.nodes.ledger import NODES
from luoshi.projects.delivery.projects.ledger import PROJECTS

LEDGERS: tuple[Ledger, ...] = (
    PROJECTS,
    PROJECT_MONTHS,
    NODES,
)

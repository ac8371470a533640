"""The ledgers of delivery, in the order in which they lead to each other."""

from __future__ import annotations

from luoshi.ledgers.definition import Ledger
from luoshi.projects.delivery.months.ledger import PROJECT_MONTHS
from luoshi.projects.delivery.needs.ledger import PROJECT_NEEDS
from luoshi.projects.delivery.nodes.ledger import NODES
from luoshi.projects.delivery.opinions.ledger import OPINIONS
from luoshi.projects.delivery.pools.ledger import PROJECTS_IN_POOLS
from luoshi.projects.delivery.problems.ledger import PROBLEMS
from luoshi.projects.delivery.projects.ledger import PROJECTS
from luoshi.projects.delivery.returns.ledger import RETURNS
from luoshi.projects.delivery.statistics.ledger import STATISTICS

LEDGERS: tuple[Ledger, ...] = (
    PROJECTS_IN_POOLS,
    PROJECTS,
    PROJECT_MONTHS,
    NODES,
    STATISTICS,
    PROJECT_NEEDS,
    PROBLEMS,
    RETURNS,
    OPINIONS,
)

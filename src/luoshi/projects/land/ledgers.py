"""The ledgers of land, in the order in which they lead to each other."""

from __future__ import annotations

from luoshi.ledgers.definition import Ledger
from luoshi.projects.land.checks.ledger import CHECKS
from luoshi.projects.land.districts.ledger import DISTRICTS
from luoshi.projects.land.evaluations.ledger import EVALUATIONS
from luoshi.projects.land.idle.ledger import IDLE
from luoshi.projects.land.leases.ledger import LEASES
from luoshi.projects.land.objections.ledger import OBJECTIONS
from luoshi.projects.land.parcels.ledger import PARCELS
from luoshi.projects.land.per_mu_figures.ledger import PER_MU_FIGURES
from luoshi.projects.land.policies.ledger import POLICIES_LEDGER
from luoshi.projects.land.relocation_months.ledger import RELOCATION_MONTHS
from luoshi.projects.land.relocations.ledger import RELOCATIONS
from luoshi.projects.land.reserves.ledger import RESERVES
from luoshi.projects.land.workshops.ledger import WORKSHOPS

LEDGERS: tuple[Ledger, ...] = (
    DISTRICTS,
    PARCELS,
    RELOCATIONS,
    RELOCATION_MONTHS,
    RESERVES,
    CHECKS,
    WORKSHOPS,
    LEASES,
    IDLE,
    PER_MU_FIGURES,
    EVALUATIONS,
    OBJECTIONS,
    POLICIES_LEDGER,
)

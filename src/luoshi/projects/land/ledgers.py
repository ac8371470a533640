"""The ledgers of land, in the order in which they lead to each other."""

from __future__ import annotations

from luoshi.ledgers.definition import Ledger
from luoshi.projects.land.districts.ledger import DISTRICTS
from luoshi.projects.land.parcels.ledger import PARCELS

LEDGERS: tuple[Ledger, ...] = (
    DISTRICTS,
    PARCELS,
)

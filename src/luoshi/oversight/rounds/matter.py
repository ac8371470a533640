"""What comes on an agenda, before it is an item of one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Matter:
    """An item of an agenda before it is one; ``weight`` sorts those of a kind, the heaviest first."""

    kind: str
    title: str
    reason: str
    made_from: str
    unit: int | None
    ledger: str
    row: int
    subject: str
    weight: tuple[Decimal, str] = (Decimal(0), "")

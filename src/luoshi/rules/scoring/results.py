"""What an assessment comes to: the lines of a unit's scorebook, its total and its rank."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from luoshi.rules.scoring.parts import DimensionKind


@dataclass(frozen=True, slots=True)
class ItemScore:
    """One line: ``points`` as they count (minus of a deduction), ``lost`` what is missing to full marks.

    ``formula`` is the reckoning in words; ``known`` False where a figure that it needs is missing.
    """

    code: str
    title: str
    full: Decimal
    points: Decimal
    lost: Decimal
    formula: str
    known: bool


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """The items of one dimension and what they come to after its weight and its cap."""

    code: str
    title: str
    kind: DimensionKind
    full: Decimal
    points: Decimal
    lost: Decimal
    formula: str
    items: tuple[ItemScore, ...]


@dataclass(frozen=True, slots=True)
class UnitScore:
    """A unit's scorebook. ``rank`` None under a veto; ``tied`` are the units that share the rank."""

    unit: str
    group: str
    dimensions: tuple[DimensionScore, ...]
    total: Decimal
    vetoes: tuple[str, ...]
    rank: int | None
    tied: tuple[str, ...]
    reason: str

    @property
    def lost(self) -> Decimal:
        """All that is missing to full marks, deductions included."""
        return sum((each.lost for each in self.dimensions), Decimal(0))

    def points_of(self, code: str) -> Decimal:
        """The points of a dimension or an item; 0 where the item is not asked of the unit."""
        lines: list[DimensionScore | ItemScore] = [*self.dimensions, *self.items]
        return next((each.points for each in lines if each.code == code), Decimal(0))

    @property
    def items(self) -> tuple[ItemScore, ...]:
        """All lines, dimension by dimension."""
        return tuple(item for dimension in self.dimensions for item in dimension.items)

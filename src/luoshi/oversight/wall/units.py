"""A target's figure by unit: what each unit has of it, and whether that adds up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from luoshi.directory.units.models import Unit
from luoshi.ledgers import facts, figures
from luoshi.ledgers.facts import Part
from luoshi.oversight.wall.rows import WallRow
from luoshi.plans.targets import measured
from luoshi.plans.targets.models import NO_SOURCE, in_written_unit


@dataclass(frozen=True, slots=True)
class UnitFigure:
    """What one unit has of a figure, in the unit of the promise, and from how many rows."""

    unit: Unit | None
    value: Decimal | None
    rows: int


@dataclass(frozen=True, slots=True)
class ByUnit:
    """Every unit with facts of a target, the most first; where ``adds`` is False their figures do not make the whole."""

    units: tuple[UnitFigure, ...]
    adds: bool


def by_unit(row: WallRow) -> ByUnit:
    """A target's figure of its months so far, unit by unit; nothing where it is a share of a whole or not measured."""
    target, binding = row.target, row.target.binding
    if binding is None or row.source == NO_SOURCE or any("share" in b.view for b in facts.opened([binding])):
        return ByUnit((), adds=False)
    trees = measured.trees_of(binding)
    held: dict[int, list[Part]] = defaultdict(list)
    for part in facts.facts_of([binding], target.start, row.month, trees)[binding.pk]:
        held[part.unit].append(part)
    units = Unit.objects.in_bulk(held)
    found = []
    for key, parts in held.items():
        figure = figures.figure(binding, parts, target.start, row.month)
        found.append(UnitFigure(units.get(key), in_written_unit(figure, target.unit), figure.rows))
    found.sort(key=lambda each: (each.value is None, -(each.value or 0), str(each.unit)))
    return ByUnit(tuple(found), adds=facts.adds_units(binding))

"""What a way of measuring would give, before anybody confirms it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from luoshi.directory.units.models import Unit
from luoshi.ledgers import figures
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import LedgerError
from luoshi.plans.binding import making
from luoshi.plans.targets.models import Target
from luoshi.plans.targets.proposals import Proposal
from luoshi.reports.numbers import written


@dataclass(frozen=True, slots=True)
class Preview:
    """The figure and how many rows it is made of; ``problem`` says why there can be none, ``note`` why there is none."""

    value: str = "–"
    unit: str = ""
    rows: int = 0
    problem: str = ""
    note: str = ""


def preview(target: Target, proposal: Proposal, month: int, by: Actor) -> Preview:
    """The figure from the target's first month to ``month``, in the target's unit where it can be converted."""
    trees = Unit.objects.scopes(making.scopes(proposal))
    try:
        making.require_measurable(proposal, by)
        found = making.preview(proposal, target.base_unit, target.start, month, trees)
    except LedgerError as problem:
        return Preview(problem=str(problem))
    return shown(found, target)


def shown(found: figures.Figure, target: Target) -> Preview:
    """A figure in the target's unit where it can be converted, else in its own."""
    try:
        value: Decimal | None = found.in_unit(target.unit)
        unit = target.unit
    except LedgerError:
        value, unit = found.value, found.unit
    return Preview(written(value), unit, found.rows, note=found.note)


def scope_words(proposal: Proposal, units: Iterable[Unit]) -> str:
    """The unit whose rows count, 全区 for every one."""
    return next((str(unit) for unit in units if unit.pk == proposal.scope), "全区")

"""What a way of measuring would give, before anybody confirms it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from luoshi.directory.units.models import Unit
from luoshi.ledgers import figures
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.models import Binding
from luoshi.plans.targets.models import Target
from luoshi.plans.targets.proposals import Proposal
from luoshi.reports.numbers import written


@dataclass(frozen=True, slots=True)
class Preview:
    """The figure and how many rows it is made of; ``problem`` says why there is none."""

    value: str = "–"
    unit: str = ""
    rows: int = 0
    problem: str = ""


def preview(target: Target, proposal: Proposal, month: int) -> Preview:
    """The figure from the target's first month to ``month``, in the target's unit where it can be converted."""
    binding = Binding(
        ledger=proposal.ledger,
        measure=proposal.measure,
        conditions=[c.to_data() for c in proposal.conditions],
        scope=proposal.scope,
    )
    within = None if proposal.scope is None else Unit.objects.subtree(proposal.scope)
    try:
        found = figures.preview(binding, target.start, month, within)
    except LedgerError as problem:
        return Preview(problem=str(problem))
    return _shown(found, target)


def _shown(found: figures.Figure, target: Target) -> Preview:
    try:
        value: Decimal | None = found.in_unit(target.unit)
        unit = target.unit
    except LedgerError:
        value, unit = found.value, found.unit
    return Preview(written(value), unit, found.rows)


def words(proposal: Proposal) -> str:
    """How a proposal computes its figure, in words."""
    return figures.words(
        Binding(
            ledger=proposal.ledger,
            measure=proposal.measure,
            conditions=[c.to_data() for c in proposal.conditions],
        )
    )


def scope_words(proposal: Proposal, units: Iterable[Unit]) -> str:
    """The unit whose rows count, 全区 for every one."""
    return next((str(unit) for unit in units if unit.pk == proposal.scope), "全区")

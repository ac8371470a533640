"""What past years did: the months of the same binding before, of a reported target those of the same indicator."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from luoshi.ledgers import facts, figures
from luoshi.ledgers.facts import Part
from luoshi.ledgers.models import Binding
from luoshi.plans.targets import measured
from luoshi.plans.targets.models import MEASURED, REPORTED, Target, in_written_unit

LOOK_BACK = 3  # years


def is_stock(target: Target) -> bool:
    """Whether a ledger measures it as it stands at a time; what is reported is always counted from January."""
    binding: Binding | None = target.binding
    return target.source == MEASURED and binding is not None and facts.reaches_back(binding)


def years(target: Target, before: int) -> dict[int, list[Decimal]]:
    """What each month of whole years before a year added, in the target's unit, by year; empty where none is known.

    A year is whole where something is known of its January or of a time before: a ledger that was begun in November
    would say that everything came at the year's end.
    """
    if target.source == MEASURED:
        return _measured(target, before)
    return _reported(target, before) if target.source == REPORTED else {}


def _measured(target: Target, before: int) -> dict[int, list[Decimal]]:
    assert target.binding is not None
    parts = measured.parts_of(target.binding, (before - LOOK_BACK - 1) * 100 + 1, (before - 1) * 100 + 12)
    first = min((part.period for part in parts), default=None)
    known = [y for y in range(before - LOOK_BACK, before) if first is not None and first <= y * 100 + 1]
    return {year: _months(target, target.binding, parts, year) for year in known}


def _reported(target: Target, before: int) -> dict[int, list[Decimal]]:
    """By the targets of the same indicator, unit and meaning in the years before; each with its own reported values."""
    alike = Target.objects.active().filter(
        indicator=target.indicator_id,
        basis=target.basis,
        unit=target.unit,
        year__gte=before - LOOK_BACK,
        year__lt=before,
    )
    found = {}
    for other in alike:
        if other.source != REPORTED or other.binding is None or other.year in found:
            continue
        parts = measured.parts_of(other.binding, other.year * 100 + 1, other.year * 100 + 12)
        periods = {part.period % 100 for part in parts}
        if 1 in periods and 12 in periods:
            found[other.year] = _months(other, other.binding, parts, other.year)
    return dict(sorted(found.items()))


def _months(target: Target, binding: Binding, parts: Iterable[Part], year: int) -> list[Decimal]:
    """What each month added: the difference of what was reached."""
    held, months = list(parts), range(year * 100 + 1, year * 100 + 13)
    reached = [
        in_written_unit(figures.figure(binding, held, year * 100 + 1, m), target.unit) or Decimal(0)
        for m in months
    ]
    return [now - last for last, now in zip([Decimal(0), *reached], reached, strict=False)]

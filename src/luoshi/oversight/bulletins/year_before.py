"""What targets had come to a year ago: by their ledgers, by what was reported then, or by the growth that statistics tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from luoshi.directory.units.models import Unit
from luoshi.directory.units.then import Units
from luoshi.ledgers import facts, figures
from luoshi.ledgers.facts import Part
from luoshi.ledgers.models import Binding
from luoshi.oversight.promises import aims, pasts
from luoshi.oversight.wall.rows import WallRow
from luoshi.plans.targets import then
from luoshi.plans.targets.models import MEASURED, REPORTED, Target, in_written_unit

LEVEL, GROWTH = "level", "growth"
Parts = Mapping[int, Sequence[Part]]


@dataclass(frozen=True, slots=True)
class Before:
    """``value`` is what had been reached by the same month of the year before, in the unit of the promise.

    ``growth`` is how much it grew in per cent as the target about the growth of the same thing says, which statistics
    reckon in comparable prices and no ledger can; None where it is not known.
    """

    value: Decimal | None = None
    growth: Decimal | None = None


UNKNOWN = Before()


def of(
    rows: Sequence[WallRow], month: int, as_of: int | None = None, units: Units | None = None
) -> dict[str, Before]:
    """What is known of a year ago, by the numbers of targets; as it stood at a row of the trail, with ``units`` of then."""
    levels = [row for row in rows if row.target.basis != GROWTH and row.target.start <= month]
    values = _measured(levels, month, as_of, units) | _reported(levels, month, as_of, units)
    grown = _grown(rows)
    return {
        row.target.number: Before(values.get(row.target.number), grown.get(_thing(row.target)))
        for row in levels
    }


def _thing(target: Target) -> tuple[str, str] | None:
    """What grows: None of a target that is itself about more or less of something."""
    return (target.name, target.scope) if target.basis in (LEVEL, GROWTH) else None


def _grown(rows: Iterable[WallRow]) -> dict[tuple[str, str] | None, Decimal]:
    """What the one target about the growth of a thing has come to."""
    found: dict[tuple[str, str] | None, list[WallRow]] = defaultdict(list)
    for row in rows:
        if row.target.basis == GROWTH and row.target.unit in aims.POINTS:
            found[_thing(row.target)].append(row)
    told = ((key, some[0].actual, some[0].target.unit) for key, some in found.items() if len(some) == 1)
    return {key: actual * aims.POINTS[unit] for key, actual, unit in told if actual is not None}


def _measured(
    rows: Iterable[WallRow], month: int, as_of: int | None, units: Units | None
) -> dict[str, Decimal | None]:
    """By the same bindings in the months of the year before, where a ledger was kept from the beginning of the window."""
    bound = {row.target.number: row.target for row in rows if row.target.source == MEASURED}
    parts = _facts([t.binding for t in bound.values() if t.binding], month, as_of, units)
    found = {}
    for number, target in bound.items():
        assert target.binding is not None
        if _is_known(target.binding, parts[target.binding.pk], target.start - 100, month - 100):
            found[number] = _figure(target, target.binding, parts, target.start - 100, month - 100)
    return found


def _reported(
    rows: Iterable[WallRow], month: int, as_of: int | None, units: Units | None
) -> dict[str, Decimal | None]:
    """By the one target of the year before with the same indicator, meaning and unit, where the month was reported."""
    asked = [row.target for row in rows if row.target.source == REPORTED]
    if not asked:
        return {}
    former: dict[tuple[object, ...], list[Target]] = defaultdict(list)
    for each in _targets(month - 100, as_of, units):
        if each.source == REPORTED:
            former[_meaning(each)].append(each)
    pairs = [(t, former[_meaning(t)][0]) for t in asked if len(former[_meaning(t)]) == 1]
    parts = _facts([other.binding for _, other in pairs if other.binding], month, as_of, units)
    found = {}
    for target, other in pairs:
        assert other.binding is not None
        if any(part.period == month - 100 for part in parts[other.binding.pk]):
            found[target.number] = _figure(other, other.binding, parts, other.start, month - 100)
    return found


def _targets(month: int, as_of: int | None, units: Units | None) -> Iterable[Target]:
    if as_of is None or units is None:
        return Target.objects.in_month(month)
    return then.in_month(month, as_of, units)


def _meaning(target: Target) -> tuple[object, ...]:
    return target.indicator_id, target.basis, target.unit, target.scope


def _facts(bindings: Sequence[Binding], month: int, as_of: int | None, units: Units | None) -> Parts:
    """The facts up to a year before a month, and some years back."""
    if not bindings:
        return {}
    scopes = {each.scope for each in facts.opened(bindings) if each.scope is not None}
    trees = Unit.objects.scopes(scopes) if units is None else units.tree.scopes(scopes)
    first = (month // 100 - 1 - pasts.LOOK_BACK) * 100 + 1
    return facts.facts_of(bindings, first, month - 100, trees, as_of=as_of)


def _is_known(binding: Binding, parts: Iterable[Part], start: int, end: int) -> bool:
    """Whether each ledger behind a figure was kept by the first month of the window; of a stock by its last."""
    held: dict[int, int] = {}
    for part in parts:
        held[part.of] = min(part.period, held.get(part.of, part.period))
    wanted = {each.pk if binding.formula else 0: each for each in facts.opened([binding])}
    return all(
        key in held and held[key] <= (end if facts.reaches_back(each) else start)
        for key, each in wanted.items()
    )


def _figure(target: Target, binding: Binding, parts: Parts, start: int, end: int) -> Decimal | None:
    return in_written_unit(figures.figure(binding, parts[binding.pk], start, end), target.unit)

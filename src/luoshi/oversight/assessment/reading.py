"""Figures of bindings unit by unit: as facts are, or as they were at a row of the trail."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from luoshi.directory.units.models import Unit
from luoshi.ledgers import combining, facts, figures, registry
from luoshi.ledgers.columns.numbers import factor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.facts import Part
from luoshi.ledgers.measures import Measure
from luoshi.ledgers.models import Binding
from luoshi.plans.targets.models import in_written_unit


class Reader:
    """The figures of bindings in the months ``start``..``end``; three queries however many units are asked for.

    ``as_of`` is a row of the trail: the facts as they stood then, which must have been brought up to date.
    """

    def __init__(self, bindings: Iterable[Binding], start: int, end: int, as_of: int | None = None) -> None:
        self.start, self.end = start, end
        found = {binding.pk: binding for binding in bindings}
        opened = facts.opened(found.values())
        trees = Unit.objects.scopes({b.scope for b in opened if b.scope is not None})
        self._parts: Mapping[int, list[Part]] = (
            facts.facts_of(found.values(), start, end, trees, as_of=as_of) if found else {}
        )
        self._kept = {b.pk: all(map(_holds_rows, combining.ledgers_of(b))) for b in found.values()}

    def value(self, binding: Binding, units: Collection[int], written: str, unit: str) -> Decimal | None:
        """What the units have of a figure, in ``unit``; ``written`` is the unit of the target that it belongs to.

        None where the ledger knows nothing yet; in one that is kept, no row means 0.
        """
        if not self._kept[binding.pk]:
            return None
        mine = [part for part in self._parts[binding.pk] if part.unit in units]
        found = figures.figure(binding, mine, self.start, self.end)
        if written:
            return converted(in_written_unit(found, written), written, unit)
        return converted(found.value, found.unit, unit)


def _holds_rows(name: str) -> bool:
    return bool(registry.ledger(name).rows().exists())


COUNTED = frozenset(("", "个", "家", "项", "次", "件", "起", "批次", "场", "份", "宗", "人", "户"))


def unit_of(ledger: Ledger, measure: Measure) -> str:
    """The unit in which a measure's figures are given."""
    return figures.base_unit(ledger, measure)


def converts(given: str, wanted: str) -> bool:
    """Whether a figure in one unit can be told in another; what is counted (个, 家, 项) stays as it is."""
    return given == wanted or _times(given, wanted) is not None or (given in COUNTED and wanted in COUNTED)


def _times(given: str, wanted: str) -> Decimal | None:
    """How many of the given unit are one of the wanted: 亿元 of 元 100000000; of 万元 and 亿元 by the unit they share."""
    if (plain := factor(wanted, given)) is not None:
        return plain
    base = next(
        (b for b in ("元", "亩", "平方米", "吨", "千瓦时") if given.endswith(b) and wanted.endswith(b)), None
    )
    above, below = (factor(wanted, base), factor(given, base)) if base else (None, None)
    return above / below if above is not None and below is not None else None


def converted(value: Decimal | None, given: str, wanted: str) -> Decimal | None:
    """A figure in another unit of its kind; as it is where there is nothing to convert."""
    times = None if given == wanted else _times(given, wanted)
    return value if value is None or times is None else value / times

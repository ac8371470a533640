"""With what lights compare: the references that stand, as they are or as they stood at a row of the trail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from luoshi.ledgers import registry, rewinding
from luoshi.ledgers.lookups import Lookups
from luoshi.oversight.references.models import PRELIMINARY, STANDING, Reference
from luoshi.plans.targets.models import Target

NAME: Final = "oversight.references"
COLUMNS: Final = ("target", "period", "name", "value", "kind", "state")


@dataclass(frozen=True, slots=True)
class Compared:
    """What one month is compared with; ``kind`` says that it is preliminary, "" where it is official."""

    value: Decimal
    kind: str


References = tuple[tuple[int, Compared], ...]
"""What one target is compared with, by month."""


def of_targets(
    targets: Iterable[Target], name: str, month: int, as_of: int | None = None
) -> Mapping[int, References]:
    """The references of that name up to a month (yyyymm), by the target's key; ``as_of`` is a row of the trail."""
    wanted = {target.pk for target in targets}
    found: dict[int, list[tuple[int, Compared]]] = defaultdict(list)
    for each in _now(name) if as_of is None else _then(name, as_of):
        if each.target_id in wanted and each.period <= month:
            kind = each.get_kind_display() if each.kind == PRELIMINARY else ""
            found[each.target_id].append((each.period, Compared(each.exact, kind)))
    return {target: tuple(sorted(some, key=lambda pair: pair[0])) for target, some in found.items()}


def _now(name: str) -> Iterable[Reference]:
    return Reference.objects.filter(name=name, state=STANDING)


def _then(name: str, as_of: int) -> Iterable[Reference]:
    """Every row as it stood, for also its name and its month may have been put right since."""
    ledger, finder = registry.ledger(NAME), Lookups()
    new, later = rewinding.created(ledger, as_of), rewinding.before(ledger, as_of)
    known = list(Reference.objects.exclude(pk__in=new))
    for each in known:
        rewinding.put_back(ledger, each, later.get(each.pk, {}), COLUMNS, finder)
    return [each for each in known if each.name == name and each.state == STANDING]

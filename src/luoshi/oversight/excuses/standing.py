"""What lights are given: the excuses that were asked for and approved, as they are or as they stood at a row of the trail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Model

from luoshi.ledgers import registry, rewinding
from luoshi.ledgers.lookups import Lookups
from luoshi.oversight.excuses.models import APPROVED, LEDGERS, PROJECT, STANDING, TARGET, Excuse
from luoshi.rules import lights

NAME = "oversight.excuses"
Excused = tuple[tuple[int, lights.Excuse], ...]
"""The excuses of one subject, by month."""


def of_targets(targets: Iterable[Model], month: int, as_of: int | None = None) -> Mapping[int, Excused]:
    """The excuses of targets up to a month (yyyymm), by the target's key; ``as_of`` is a row of the trail."""
    return _of(LEDGERS[TARGET], targets, month, as_of)


def of_projects(projects: Iterable[Model], month: int) -> Mapping[int, Excused]:
    """The excuses of projects up to a month, by the project's key."""
    return _of(LEDGERS[PROJECT], projects, month, None)


def _of(ledger: str, rows: Iterable[Model], month: int, as_of: int | None) -> Mapping[int, Excused]:
    keys = [row.pk for row in rows]
    asked = list(
        Excuse.objects.filter(ledger=ledger, row__in=keys, period__lte=month).order_by("period", "pk")
    )
    found: dict[int, list[tuple[int, lights.Excuse]]] = defaultdict(list)
    for each in asked if as_of is None else _then(asked, as_of):
        if each.state in STANDING:
            found[each.row].append((each.period, told(each)))
    return {row: tuple(some) for row, some in found.items()}


def approved_since(found: Iterable[Excuse], seq: int) -> list[Excuse]:
    """Of some that stand approved those that were not yet at a row of the trail."""
    since = rewinding.before(registry.ledger(NAME), seq)
    return [each for each in found if each.pk in since]


def told(excuse: Excuse) -> lights.Excuse:
    """An excuse as lights take it."""
    approved = excuse.state == APPROVED
    return lights.Excuse(excuse.reason, approved, excuse.decided_by if approved else "")


def _then(asked: Iterable[Excuse], as_of: int) -> list[Excuse]:
    """Those that had been asked for, in the state in which they stood."""
    ledger = registry.ledger(NAME)
    new, later = rewinding.created(ledger, as_of), rewinding.before(ledger, as_of)
    known = [each for each in asked if each.pk not in new]
    for each in known:
        rewinding.put_back(ledger, each, later.get(each.pk, {}), ("state",), Lookups())
    return known

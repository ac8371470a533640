"""Which buckets (unit, month) of which ledgers a write touches, so that only their figures are recomputed."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from luoshi.ledgers import registry, terms
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Binding, Mark, Row

BATCH = 500
Bucket = tuple[str, str, int, int]  # ledger, path of the date, unit, month


def mark(ledger: Ledger, rows: Iterable[Row]) -> None:
    """Mark the buckets of rows as they are now."""
    add(buckets(ledger, rows))


def add(found: Iterable[Bucket]) -> None:
    """Append marks; part of the writer's transaction."""
    Mark.objects.bulk_create(
        [
            Mark(ledger=name, when=when, unit=unit, period=period)
            for name, when, unit, period in sorted(set(found))
        ]
    )


def buckets(ledger: Ledger, rows: Iterable[Row], *, fresh: bool = False) -> set[Bucket]:
    """The buckets in which rows count: their own ledger's, and those of the rows that are measured through them.

    ``fresh`` rows have just been made, so nothing leads to them yet.
    """
    rows = list(rows)
    stored = [] if fresh else [row.pk for row in rows if row.pk]
    return own(ledger, rows) | watched(ledger, stored)


Changed = Mapping[int, Collection[str]]  # by key, the columns of a row that a write changes


def stored(ledger: Ledger, changed: Changed) -> set[Bucket]:
    """The buckets of rows that change, as the database has them, and those measured through what changes of them."""
    keys, rows = list(changed), ledger.model._default_manager.order_by()
    found = watched(ledger, changed)
    for at in range(0, len(keys), BATCH):
        found |= _asked(ledger, rows.filter(pk__in=keys[at : at + BATCH]))
    return found


def _asked(ledger: Ledger, rows: QuerySet[Row]) -> set[Bucket]:
    places, owner = terms.dates(ledger), ledger.unit or "version"
    if not places:
        return set()
    return {
        (ledger.name, when, int(unit or 0) if ledger.unit else 0, period)
        for unit, *held in rows.values_list(owner, *places).distinct()
        for when, value in zip(places, held, strict=True)
        if (period := month_of(value))
    }


def watched(ledger: Ledger, changed: Changed | Collection[int]) -> set[Bucket]:
    """The buckets of the rows that are measured through these as the database has them.

    Where it is told which columns change, through those only; of bare keys through any.
    """
    found: set[Bucket] = set()
    for other, path, looked_at in watchers(ledger) if changed else ():
        if isinstance(changed, Mapping):
            keys = [key for key, names in changed.items() if not looked_at.isdisjoint(names)]
        else:
            keys = list(changed)
        rows = other.model._default_manager.order_by()
        for at in range(0, len(keys), BATCH):
            found |= _asked(other, rows.filter(**{f"{path}__in": keys[at : at + BATCH]}))
    return found


def own(ledger: Ledger, rows: Iterable[Row]) -> set[Bucket]:
    """The buckets in which rows count in their own ledger, as they are."""
    places = terms.dates(ledger)
    return {
        (ledger.name, when, ledger.owner_of(row) or 0, period)
        for row in rows
        for when in places
        if (period := month_at(row, when))
    }


Watcher = tuple[Ledger, str, set[str]]


def watchers(target: Ledger) -> list[Watcher]:
    """The ledgers that measure through rows of ``target``: the path that leads to it (``loan__book``), and what of it
    they look at."""
    found: dict[tuple[str, str], Watcher] = {}
    paths = {ledger: set(_paths(ledger)) for ledger in registry.ledgers()}
    for ledger, path in _bound():
        paths[ledger].add(path)
    for ledger, every in paths.items():
        for prefix, name in (found_at for path in every for found_at in _through(ledger, path, target)):
            found.setdefault((ledger.name, prefix), (ledger, prefix, set()))[2].add(name)
    return list(found.values())


def _through(ledger: Ledger, path: str, target: Ledger) -> Iterator[tuple[str, str]]:
    """Where a path comes through rows of ``target``: the way there, and the column of it that it takes."""
    at: Any = ledger.model
    steps = path.split("__")
    for depth, name in enumerate(steps[:-1], 1):
        at = at._meta.get_field(name).related_model
        if at is target.model:
            yield "__".join(steps[:depth]), steps[depth]


@lru_cache(maxsize=512)
def _paths(ledger: Ledger) -> frozenset[str]:
    """Every path with a link in it that a measure of the ledger looks at."""
    paths = {ledger.unit or ""} if ledger.measures else set[str]()
    for m in ledger.measures:
        paths |= {m.when, m.threshold, m.of, *(c.column for c in (*m.where, *m.official))}
    return frozenset(path for path in paths if "__" in path)


def _bound() -> Iterator[tuple[Ledger, str]]:
    """The same of what is bound."""
    told = Binding.objects.filter(ended=None).annotate(said=Cast("conditions", TextField()))
    linked = told.filter(said__contains="__").values_list("ledger", "conditions")
    for name, conditions in linked:
        yield from ((registry.ledger(name), c["column"]) for c in conditions if "__" in c["column"])


def month_at(row: Row, path: str) -> int | None:
    """The month (yyyymm) that a path leads to from a row; None where it is empty."""
    return month_of(at(row, path))


def at(row: Row, path: str) -> Any:
    """What a path leads to from a row; None where it ends before."""
    reached: Any = row
    for name in path.split("__"):
        reached = getattr(reached, name, None)
    return reached


def month_of(value: Any) -> int | None:
    """A date or a month (yyyymm) as a month; None for none."""
    if value is None or value == "":  # what cannot be empty holds a text until it is validated
        return None
    return value.year * 100 + value.month if isinstance(value, datetime.date) else int(value)

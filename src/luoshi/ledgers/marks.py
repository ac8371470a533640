"""Which buckets (unit, month) of which ledgers a write touches, so that only their figures are recomputed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from luoshi.ledgers import registry
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Binding, Mark, Row

BATCH = 500
Bucket = tuple[str, int, int]


def mark(ledger: Ledger, rows: Iterable[Row]) -> None:
    """Mark the buckets of rows as they are now."""
    add(buckets(ledger, rows))


def add(found: Iterable[Bucket]) -> None:
    """Append marks; part of the writer's transaction."""
    Mark.objects.bulk_create(
        [Mark(ledger=name, unit=unit, period=period) for name, unit, period in sorted(set(found))]
    )


def buckets(ledger: Ledger, rows: Iterable[Row], *, fresh: bool = False) -> set[Bucket]:
    """The buckets in which rows count: their own ledger's, and those of the rows that are measured through them.

    ``fresh`` rows have just been made, so nothing leads to them yet.
    """
    rows = list(rows)
    stored = [] if fresh else [row.pk for row in rows if row.pk]
    return _own(ledger, rows) | _watched(ledger, stored)


def stored(ledger: Ledger, keys: Sequence[int]) -> set[Bucket]:
    """The same for rows as the database has them, by key."""
    rows = ledger.model._default_manager.order_by()
    found = _watched(ledger, keys)
    for at in range(0, len(keys), BATCH):
        found |= _asked(ledger, rows.filter(pk__in=keys[at : at + BATCH]))
    return found


def _asked(ledger: Ledger, rows: QuerySet[Row]) -> set[Bucket]:
    places, owner = dates(ledger), ledger.unit or "version"
    if not places:
        return set()
    return {
        (ledger.name, int(unit or 0) if ledger.unit else 0, period)
        for unit, *held in rows.values_list(owner, *places).distinct()
        for value in held
        if (period := month_of(value))
    }


def _watched(ledger: Ledger, keys: Sequence[int]) -> set[Bucket]:
    found: set[Bucket] = set()
    for other, path in watchers(ledger) if keys else ():
        for at in range(0, len(keys), BATCH):
            found |= _own(other, other.rows().filter(**{f"{path}__in": keys[at : at + BATCH]}))
    return found


def _own(ledger: Ledger, rows: Iterable[Row]) -> set[Bucket]:
    places = dates(ledger)
    return {
        (ledger.name, ledger.owner_of(row) or 0, period)
        for row in rows
        for when in places
        if (period := month_at(row, when))
    }


def watchers(target: Ledger) -> list[tuple[Ledger, str]]:
    """The ledgers that measure through rows of ``target``, with the path that leads to it (``loan__book``)."""
    found: dict[tuple[str, str], tuple[Ledger, str]] = {}
    for ledger in registry.ledgers():
        for path in _paths(ledger):
            at: Any = ledger.model
            *links, _ = path.split("__")
            for depth, name in enumerate(links, 1):
                at = at._meta.get_field(name).related_model
                if at is target.model:
                    prefix = "__".join(links[:depth])
                    found[ledger.name, prefix] = (ledger, prefix)
    return list(found.values())


def _paths(ledger: Ledger) -> set[str]:
    """Every path that a figure of the ledger looks at."""
    if not ledger.measures:
        return set()
    paths = {ledger.unit or ""}
    for m in ledger.measures:
        paths |= {m.when, m.threshold, getattr(m, "of", ""), *(c.column for c in m.where)}
    for (conditions,) in Binding.objects.filter(ledger=ledger.name).values_list("conditions"):
        paths |= {c["column"] for c in conditions}
    return paths


def dates(ledger: Ledger) -> tuple[str, ...]:
    """The paths of the dates by which a ledger's measures place rows in months."""
    return tuple(dict.fromkeys(m.when for m in ledger.measures if m.when))


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

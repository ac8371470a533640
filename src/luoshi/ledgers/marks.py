"""Which buckets (unit, month) of which ledgers a write touches, so that only their figures are recomputed.

The write of one row also says what the row held and holds, so that its figures are put right by the difference.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from luoshi.ledgers import images, registry, standing, terms
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.images import Image
from luoshi.ledgers.models import Binding, Mark, Row

BATCH = 500
TURNS = 10  # of more writes in a bucket its rows are counted again
Bucket = tuple[str, str, int, int]  # ledger, path of the date, unit, month
Place = tuple[int, int]  # unit and month


def mark(ledger: Ledger, rows: Iterable[Row]) -> None:
    """Mark the buckets of rows as they are now."""
    add(buckets(ledger, rows))


@dataclass(frozen=True, slots=True)
class Held:
    """The buckets in which one row counts in its own ledger, and what the database holds of it."""

    places: frozenset[Bucket] = frozenset()
    image: Image = ""


NOTHING = Held()  # of a row that is not there yet, or not there any more


def held(ledger: Ledger, row: Row) -> Held:
    """One row that stands as it is stored."""
    places = frozenset(own(ledger, [row]))
    return Held(places, images.image(ledger.model, row.pk)) if places else NOTHING


def add(found: Iterable[Bucket], was: Held = NOTHING, now: Held = NOTHING) -> None:
    """Append marks of buckets, and of those of one row what it ``was`` there and is ``now``; part of the writer's
    transaction."""
    turned = (
        (*place, was.image if place in was.places else "", now.image if place in now.places else "")
        for place in sorted(was.places | now.places)
    )
    every = (*((*place, "", "") for place in sorted(set(found))), *turned)
    fields = ("ledger", "when", "unit", "period", "taken", "put")
    Mark.objects.bulk_create([Mark(**dict(zip(fields, each, strict=True))) for each in every])
    for name in sorted({ledger for ledger, *_ in every}):
        standing.wrote(standing.part(Mark._meta.db_table, name))


def of(names: Iterable[str] | None) -> Iterable[str]:
    """On what the facts of some ledgers stand, or those of all, as ``standing`` keeps it: the marks of each for itself."""
    table = Mark._meta.db_table
    return [table] if names is None else [standing.part(table, name) for name in names]


def buckets(ledger: Ledger, rows: Iterable[Row]) -> set[Bucket]:
    """The buckets in which rows count: their own ledger's, and those of the rows that are measured through them."""
    rows = list(rows)
    return own(ledger, rows) | watched(ledger, [row.pk for row in rows if row.pk])


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
        for prefix, name in (found_at for path in every for found_at in through(ledger, path, target)):
            found.setdefault((ledger.name, prefix), (ledger, prefix, set()))[2].add(name)
    return list(found.values())


def through(ledger: Ledger, path: str, target: Ledger) -> Iterator[tuple[str, str]]:
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


# What marks say to who takes them up


class Turn(NamedTuple):
    """What one write took out of a bucket and what it put there, as images of the row; "" of nothing."""

    taken: Image
    put: Image


Turns = Mapping[str, Mapping[Place, Collection[Turn]]]  # by date


@dataclass
class Touched:
    """What marks say of one ledger: by date the buckets to be counted again, and those whose writes say what has turned.

    ``scanned``: facts that can be put right by what turned have been counted from the rows.
    """

    again: dict[str, set[Place]] = field(default_factory=lambda: defaultdict(set))
    turned: dict[str, dict[Place, list[Turn]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    scanned: bool = False

    def add(self, when: str, place: Place, turn: Turn) -> None:
        """Take in one mark."""
        turns = self.turned[when][place]
        turns.append(turn)
        if not any(turn) or len(turns) > TURNS:
            self.again[when].add(place)

    def __bool__(self) -> bool:
        return bool(self.turned)

    def buckets(self, dates: Iterable[str], *, turned: bool) -> set[Place]:
        """The buckets by these dates that are counted again; with what has ``turned``, all that were touched."""
        held: Mapping[str, Iterable[Place]] = self.turned if turned else self.again
        return set[Place]().union(*(held.get(when, ()) for when in dates))

    def rest(self, dates: Iterable[str], counted: set[Place]) -> dict[str, dict[Place, list[Turn]]]:
        """What turned by these dates, but for the buckets that are ``counted`` again."""
        every = {when: self.turned.get(when, {}) for when in dates}
        left = {
            when: {place: turns for place, turns in places.items() if place not in counted}
            for when, places in every.items()
        }
        return {when: places for when, places in left.items() if places}

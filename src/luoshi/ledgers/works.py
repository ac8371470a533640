"""The rows that lines of a file are going to be, column by column."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, runtime_checkable

from django.db import models

from luoshi.ledgers import batches, bulk
from luoshi.ledgers.batches import Batch, Objects
from luoshi.ledgers.definition import Ledger

AnyField = models.Field[Any, Any]
_ORDINARY = (models.Field, models.DateField, models.DateTimeField, models.TimeField)


@dataclass
class Work:
    """Lines by what becomes of them: new rows, and rows that change; ``held`` is what a row holds that a line is of."""

    batch: Batch
    new: list[int] = field(default_factory=list)
    keys: dict[int, int] = field(default_factory=dict)  # of the row that a line is of
    versions: dict[int, int] = field(default_factory=dict)  # by key
    differing: dict[int, tuple[str, ...]] = field(default_factory=dict)  # by line, what it changes
    held: dict[int, dict[str, Any]] = field(default_factory=dict)  # by line that changes, its row as stored
    doubts: set[int] = field(default_factory=set)
    made: Sequence[int] = ()  # the keys of the new rows, once they are stored
    wound: dict[int, Any] = field(
        default_factory=dict
    )  # by line, until when a clock runs that it has wound again
    led: set[str] = field(default_factory=set)  # the links whose rows are all at hand

    @property
    def ledger(self) -> Ledger:
        return self.batch.ledger

    @cached_property
    def columns(self) -> dict[str, list[Any]]:
        """The new rows, every field by attribute, as they are going to be stored."""
        return full(self.batch, self.new, self.ledger.model._meta.concrete_fields)

    def renew(self) -> None:
        """The new rows without what an earlier try has filled in, and with the time of this one."""
        ledger, self.made = self.ledger, ()
        filled = {
            ledger.numbered,
            *ledger.clocked,
            *(link.name for link in ledger.links if link.to == ledger.name),
        }
        again = [f for f in ledger.model._meta.concrete_fields if f.name in filled or _timed(f)]
        self.columns.update(full(self.batch, self.new, again))

    def hold(self) -> None:
        """Read the rows that change, whole."""
        attributes = [f.attname for f in self.ledger.model._meta.concrete_fields]
        places = {self.keys[place]: place for place in self.differing}
        for some in bulk.chunks(list(places)):
            rows = self.ledger.model._default_manager.filter(pk__in=some)
            for row in rows.values(*attributes):
                self.held[places[row[attributes[0]]]] = row

    def leave_out(self, places: set[int]) -> None:
        """Go on without some of the lines."""
        if not places:
            return
        self.new = [place for place in self.new if place not in places]
        self.keys = {place: key for place, key in self.keys.items() if place not in places}
        self.differing = {place: names for place, names in self.differing.items() if place not in places}
        self.forget()

    def forget(self) -> None:
        """Have the new rows put together again from what the lines hold now."""
        self.__dict__.pop("columns", None)

    @property
    def identities(self) -> set[bulk.Key]:
        """What no row may have before the new rows are written."""
        every = identities(self.batch)
        return {key for place in self.new if (key := every[place]) is not None}

    @property
    def nameless(self) -> bool:
        """Whether a new row gets from the ledger what makes it itself."""
        every = identities(self.batch)
        return any(every[place] is None for place in self.new)

    @property
    def unnumbered(self) -> list[int]:
        """Which of the new rows bring no number and get one: drafts get none."""
        name, life = self.ledger.numbered, self.ledger.lifecycle
        if not name:
            return []
        bare = [at for at, number in enumerate(self.columns[name]) if not number]
        if life is None or not life.draft:
            return bare
        return [at for at in bare if self.columns[life.field][at] != life.draft]

    def after(self) -> tuple[list[int], dict[str, list[Any]]]:
        """The rows that change, by attribute, as they would be: and the lines that change them."""
        ledger, places = self.ledger, list(self.differing)
        fields = ledger.model._meta.concrete_fields
        columns = {f.attname: [self.held[place][f.attname] for place in places] for f in fields}
        for at, place in enumerate(places):
            for name in self.differing[place]:
                columns[ledger.field_named(name).attname][at] = self.batch.values[name][place]
        return places, columns

    def objects(self, name: str) -> Objects:
        """The rows that a link leads to, from the lines and from the rows that they change."""
        found = self.batch.objects.setdefault(name, {})
        if name not in self.led:
            attribute = self.ledger.field_named(name).attname
            lacking = {held[attribute] for held in self.held.values()} - set(found) - {None}
            found.update(batches.reached(self.ledger, name, lacking) if lacking else {})
            self.led.add(name)
        return found

    @cached_property
    def print(self) -> str:
        """The same for two works that would do the same."""
        digest = hashlib.sha256()
        for told in (self.new, sorted(self.keys.items()), sorted(self.versions.items())):
            digest.update(repr(told).encode())
        for name, values in self.batch.values.items():
            digest.update(f"{name}\0".encode() + "\0".join(map(str, values)).encode())
        return digest.hexdigest()


def identities(batch: Batch) -> list[bulk.Key | None]:
    """Each line's identity; None where the ledger is to give the number that makes it one."""
    ledger = batch.ledger
    if ledger.numbered not in ledger.identity:
        return list(batch.tuples(ledger.identity))
    if ledger.numbered not in batch.names:
        return [None] * len(batch)
    numbers = batch.values[ledger.numbered]
    return [
        key if number else None for key, number in zip(batch.tuples(ledger.identity), numbers, strict=True)
    ]


def full(batch: Batch, places: Sequence[int], fields: Iterable[AnyField]) -> dict[str, list[Any]]:
    """Fields of new rows by attribute, as ``save`` would store them, without keys."""
    ledger, found = batch.ledger, dict[str, list[Any]]()
    wanted = [each for each in fields if not each.primary_key]
    for each in wanted:
        if each.name in batch.names:
            values = batch.values[each.name]
            found[each.attname] = [values[place] for place in places]
        elif ledger.lifecycle and each.name == ledger.lifecycle.field:
            found[each.attname] = [ledger.lifecycle.start] * len(places)
        else:
            found[each.attname] = defaults(each, len(places))
    for each in wanted:
        _before_saving(each, found, len(places))
    return found


def defaults(each: AnyField, count: int) -> list[Any]:
    """What a field holds by itself, so many times; what is made anew each time is."""
    if each.has_default() and callable(each.default):
        return [each.get_default() for _ in range(count)]
    return [each.get_default()] * count


def _timed(each: AnyField) -> bool:
    """Whether a field holds when its row was written."""
    return bool(getattr(each, "auto_now", False) or getattr(each, "auto_now_add", False))


@runtime_checkable
class FillsColumns(Protocol):
    """A field that fills itself, and can do so for many new rows at once."""

    def before_saving(self, columns: Mapping[str, Sequence[Any]]) -> list[Any]:
        """What ``pre_save`` would make of each."""


class StandIn:
    """What a field's ``pre_save`` sees of a new row: its values, and of its class what it has no value for."""

    def __init__(self, model: type[models.Model], columns: Mapping[str, Sequence[Any]]) -> None:
        self.__dict__.update(_model=model, _columns=columns, _state=models.base.ModelState())

    def __getattr__(self, name: str) -> Any:
        held = self.__dict__
        column = held["_columns"].get(name)
        return getattr(held["_model"], name) if column is None else column[held["_at"]]

    def stand_for(self, at: int, name: str) -> None:
        """Be the row at a place, and forget what was set on the one before."""
        self.__dict__.pop(name, None)
        self.__dict__["_at"] = at


def _before_saving(each: models.Field[Any, Any], found: dict[str, list[Any]], count: int) -> None:
    """Let a field that fills itself do so: the time of writing for all at once, as it says itself, or row by row."""
    stand_in: Any = StandIn(each.model, found)
    if _timed(each):
        found[each.attname] = [each.pre_save(stand_in, True)] * count
    elif isinstance(each, FillsColumns):
        found[each.attname] = each.before_saving(found)
    elif not any(type(each).pre_save is kind.pre_save for kind in _ORDINARY):
        values = []
        for at in range(count):
            stand_in.stand_for(at, each.attname)
            values.append(each.pre_save(stand_in, True))
        found[each.attname] = values

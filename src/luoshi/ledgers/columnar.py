"""What a file would do to a ledger, found out and written column by column: the way of the large files.

No instance is made for a line, nothing is shown that nobody looks at. A line about which there is any doubt goes to the
planner of single lines, who says in sentences what is wrong with it. Rows that need an instance to be judged (their
model has checks in Python, they lead to rows of the same file, or something is kept beside them: the days of clocks,
former values, a draft that has no number) are planned by that planner altogether.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, TypeVar, overload, runtime_checkable

from django.db import models

from luoshi.ledgers import batches, bulk, constraints, marks
from luoshi.ledgers.batches import Batch, Wording
from luoshi.ledgers.columns import as_text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lines import Line

UNNUMBERED = "（待编号）"
Item = TypeVar("Item")
Of = Callable[[Any, str], Any]
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

    @property
    def ledger(self) -> Ledger:
        return self.batch.ledger

    @cached_property
    def columns(self) -> dict[str, list[Any]]:
        """The new rows, every field by attribute, as they are going to be stored."""
        return full(self.batch, self.new)

    def renew(self) -> None:
        """The new rows without the numbers of an earlier try, and with the time of this one."""
        columns, name = self.columns, self.ledger.numbered
        if name in self.batch.names:
            columns[name] = [self.batch.values[name][place] for place in self.new]
        elif name:
            columns[name] = [""] * len(self.new)
        for each in self.ledger.model._meta.concrete_fields:
            if getattr(each, "auto_now", False) or getattr(each, "auto_now_add", False):
                _before_saving(each, columns, len(self.new))

    def leave_out(self, places: set[int]) -> None:
        """Go on without some of the lines."""
        self.new = [place for place in self.new if place not in places]
        self.keys = {place: key for place, key in self.keys.items() if place not in places}
        self.differing = {place: names for place, names in self.differing.items() if place not in places}
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
        """Which of the new rows bring no number."""
        name = self.ledger.numbered
        return [at for at, number in enumerate(self.columns[name]) if not number] if name else []

    @cached_property
    def called(self) -> batches.Objects:
        """The rows by which the rows that change are called, where that is a link."""
        each = self.ledger.field_named(self.ledger.label)
        return batches.reached(self.ledger, each.name, (held[each.attname] for held in self.held.values()))

    @cached_property
    def print(self) -> str:
        """The same for two works that would do the same."""
        digest = hashlib.sha256()
        for told in (self.new, sorted(self.keys.items()), sorted(self.versions.items())):
            digest.update(repr(told).encode())
        for name, values in self.batch.values.items():
            digest.update(f"{name}\0".encode() + "\0".join(map(str, values)).encode())
        return digest.hexdigest()


def suits(ledger: Ledger, lines: Sequence[Line]) -> bool:
    """Whether lines can be planned column by column."""
    heads = {id(line.head): line.head for line in lines}
    columns = {frozenset(h.column.name for h in head.headings) for head in heads.values()}
    stored = {f.name for f in ledger.model._meta.concrete_fields}
    return (
        len(columns) == 1
        and ledger.label in stored
        and ledger.unit != "pk"
        and not ledger.clocked
        and not (ledger.lifecycle and ledger.lifecycle.draft)
        and not any(column.history or column.known for column in ledger.columns)
        and all(link.to != ledger.name for link in ledger.links)
        and not constraints.refuses_by_itself(ledger.model)
    )


def sorted_out(batch: Batch) -> Work:
    """The lines by what becomes of them; those about which there is a doubt are noted."""
    work = Work(batch, doubts=set(batch.wrong))
    ledger = batch.ledger
    found = identities(batch)
    first: dict[bulk.Key, int] = {}
    for place, key in enumerate(found):
        if place in batch.wrong:
            continue
        if key is not None and (earlier := first.setdefault(key, place)) != place:
            work.doubts |= {earlier, place}
    attributes = [ledger.field_named(name).attname for name in batch.names]
    stored = bulk.values(ledger, set(first), ("pk", "version", *attributes)) if first else {}
    same = _twins(batch) if None in found else None
    compared = _compared(batch) if same is not None else []
    alike = batch.tuples(compared) if same is not None else []
    for place, key in enumerate(found):
        if place in batch.wrong or first.get(key or (), place) != place:
            continue
        if key is None and same is not None and compared:
            same[alike[place]] -= 1
            if same[alike[place]] >= 0:
                continue
        if key is None or (row := stored.get(key)) is None:
            work.new.append(place)
        else:
            work.keys[place], work.versions[row[0]] = row[0], row[1]
    _compare(work, {place: stored[found[place]][2:] for place in work.keys})  # type: ignore[index]
    return work


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


def _compared(batch: Batch) -> list[str]:
    ledger = batch.ledger
    state = ledger.lifecycle.field if ledger.lifecycle else ""
    return sorted(set(batch.names) - {ledger.numbered, state})


def _twins(batch: Batch) -> Counter[bulk.Key]:
    """How many stored rows have these values, where lines come without a number: the same file twice."""
    ledger, names = batch.ledger, _compared(batch)
    if not names:
        return Counter()
    attributes = [ledger.field_named(name).attname for name in names]
    rows = ledger.model._default_manager.values_list(*attributes).iterator(chunk_size=2000)
    if not any(isinstance(ledger.field_named(name), models.JSONField) for name in names):
        return Counter(rows)
    columns = list(zip(*rows, strict=True))
    every = [batches.comparable(ledger, n, list(c)) for n, c in zip(names, columns, strict=False)]
    return Counter(zip(*every, strict=True))


def _compare(work: Work, stored: dict[int, tuple[Any, ...]]) -> None:
    """Note what lines change on their rows."""
    batch, ledger = work.batch, work.ledger
    state = ledger.lifecycle.field if ledger.lifecycle else ""
    changed: dict[int, list[str]] = {}
    for at, name in enumerate(batch.names):
        values, given = batch.values[name], batch.given[name]
        for place, row in stored.items():
            new, held = values[place], row[at]
            if new == held or (isinstance(held, str) and as_text(held) == new):
                continue
            if name == state:
                if given[place]:
                    work.doubts.add(place)  # only steps move a row
                continue
            changed.setdefault(place, []).append(name)
    work.differing = {place: tuple(changed[place]) for place in sorted(changed)}
    _hold(work)


def _hold(work: Work) -> None:
    """Read the rows that change, whole."""
    attributes = [f.attname for f in work.ledger.model._meta.concrete_fields]
    places = {work.keys[place]: place for place in work.differing}
    for some in bulk.chunks(list(places)):
        rows = work.ledger.model._default_manager.filter(pk__in=some)
        for row in rows.values("pk", *attributes):
            work.held[places[row["pk"]]] = row


def full(batch: Batch, places: Sequence[int]) -> dict[str, list[Any]]:
    """New rows by attribute, as ``save`` would store them, without keys."""
    ledger, found = batch.ledger, dict[str, list[Any]]()
    for each in ledger.model._meta.concrete_fields:
        if each.name in batch.names:
            values = batch.values[each.name]
            found[each.attname] = [values[place] for place in places]
        elif ledger.lifecycle and each.name == ledger.lifecycle.field:
            found[each.attname] = [ledger.lifecycle.start] * len(places)
        elif not each.primary_key:
            found[each.attname] = [each.get_default() for _ in places]
    for each in ledger.model._meta.concrete_fields:
        if not each.primary_key:
            _before_saving(each, found, len(places))
    return found


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
    if getattr(each, "auto_now", False) or getattr(each, "auto_now_add", False):
        found[each.attname] = [each.pre_save(stand_in, True)] * count
    elif isinstance(each, FillsColumns):
        found[each.attname] = each.before_saving(found)
    elif not any(type(each).pre_save is kind.pre_save for kind in _ORDINARY):
        values = []
        for at in range(count):
            stand_in.stand_for(at, each.attname)
            values.append(each.pre_save(stand_in, True))
        found[each.attname] = values


def after(work: Work) -> tuple[list[int], dict[str, list[Any]]]:
    """The rows that change, by attribute, as they would be: and the lines that change them."""
    ledger, places = work.ledger, list(work.differing)
    columns: dict[str, list[Any]] = {
        f.attname: [work.held[place][f.attname] for place in places]
        for f in ledger.model._meta.concrete_fields
    }
    for at, place in enumerate(places):
        for name in work.differing[place]:
            columns[ledger.field_named(name).attname][at] = work.batch.values[name][place]
    return places, columns


def doubt(work: Work) -> None:
    """Note every line that the model's own checks may refuse."""
    ledger, model = work.ledger, work.ledger.model
    _doubt_head(work)
    places, columns = after(work)
    work.doubts.update(work.new[at] for at in constraints.broken(model, _by_name(ledger, work.columns)))
    work.doubts.update(places[at] for at in constraints.broken(model, _by_name(ledger, columns)))
    new = set(work.new)
    for name in work.batch.names:
        bad = constraints.unfit(ledger.field_named(name), work.batch.values[name])
        if name == ledger.numbered:
            bad = {place for place in bad if work.batch.values[name][place]}
        work.doubts.update(p for p in bad if p in new or name in work.differing.get(p, ()))


def _doubt_head(work: Work) -> None:
    ledger, batch = work.ledger, work.batch
    if any(ledger.required(c) and c.name not in batch.names for c in ledger.columns):
        work.doubts.update(work.new)
    year = ledger.number.year_of if ledger.number else ""
    if year and any(month is None for month in months(work, work.unnumbered, year)):
        work.doubts.update(work.new)


def _by_name(ledger: Ledger, columns: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Columns by the fields' names too, as conditions say them."""
    fields = (f for f in ledger.model._meta.concrete_fields if f.attname in columns)
    return {**columns, **{f.name: columns[f.attname] for f in fields}}


def along(work: Work, path: str, of: Of) -> list[Any]:
    """What a path leads to from each new row."""
    name = path.partition("__")[0]
    if path == name:
        return work.columns[work.ledger.field_named(name).attname]
    found = work.batch.along(path, of)
    return [None] * len(work.new) if found is None else [found[place] for place in work.new]


def buckets(work: Work) -> set[marks.Bucket]:
    """The buckets in which the new rows count; nothing leads to them yet."""
    ledger = work.ledger
    owners = along(work, ledger.unit, ledger.key_at) if ledger.unit else [0] * len(work.new)
    pairs = {
        pair for path in marks.dates(ledger) for pair in zip(owners, along(work, path, marks.at), strict=True)
    }
    return {(ledger.name, owner or 0, month) for owner, date in pairs if (month := marks.month_of(date))}


def months(work: Work, which: Sequence[int], path: str) -> list[int | None]:
    """The months that a path leads to from some of the new rows."""
    every = along(work, path, marks.month_at)
    return [marks.month_of(every[at]) for at in which]


class Rows(Sequence[Item]):
    """Creations or changes of a plan, each made when it is looked at."""

    def __init__(self, count: int, make: Callable[[int], Item]) -> None:
        self.length, self.make = count, make

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, at: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(at, slice):
            return tuple(map(self.make, range(*at.indices(self.length))))
        return self.make(range(self.length)[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]


def shown(work: Work, place: int) -> dict[str, str]:
    """A line by title, as it would read."""
    titles = ((name, work.ledger.title_of(work.ledger.column(name))) for name in work.batch.names)
    return {title: _empty(work, name, place) for name, title in titles}


def _empty(work: Work, name: str, place: int) -> str:
    """What a line says in a column; nothing where its cell is empty."""
    return work.batch.texts(name, [place])[0] if work.batch.given[name][place] else ""


def difference(work: Work, place: int) -> dict[str, tuple[str, str]]:
    """What a line changes, by title before and after."""
    ledger, found = work.ledger, dict[str, tuple[str, str]]()
    for name in work.differing[place]:
        column, target = ledger.column(name), ledger.field_named(name)
        held, objects = work.held[place][target.attname], None
        if target.is_relation:
            objects = work.batch.objects[name]
            if held is not None and held not in objects:
                objects.update(batches.reached(ledger, name, _former(work, name)))
        texts = Wording(ledger, name, objects).of([held, work.batch.values[name][place]])
        found[ledger.title_of(column)] = (texts[0], texts[1])
    return found


def _former(work: Work, name: str) -> set[Any]:
    """The rows that a link of the changing rows leads to now."""
    attribute = work.ledger.field_named(name).attname
    return {held[attribute] for held in work.held.values()} - set(work.batch.objects[name])


def labels(work: Work, which: Iterable[int] | None = None) -> Iterator[str]:
    """What people call the new rows, or some of them; "" where that is still to come."""
    each = work.ledger.field_named(work.ledger.label)
    values = work.columns[each.attname]
    objects = work.batch.objects.get(each.name, {}) if each.is_relation else None
    for at in range(len(values)) if which is None else which:
        yield str(values[at] if objects is None else objects.get(values[at]))


def label_held(work: Work, place: int) -> str:
    """What people call a row that changes, as it is called now."""
    each = work.ledger.field_named(work.ledger.label)
    held = work.held[place][each.attname]
    if each.is_relation:
        held = work.called.get(held)
    return str(held or "") or f"{work.ledger.title} {work.keys[place]}"

"""What a file would do to a ledger, found out column by column.

No instance is made for a line unless its model speaks in Python (``bodies``), nothing is shown that nobody looks at. A
line about which there is any doubt goes to the planner of single lines, who says in sentences what is wrong with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

from django.db import models

from luoshi.ledgers import batches, bulk, constraints, history, joining, knowing, marks, terms
from luoshi.ledgers.batches import Batch, Wording
from luoshi.ledgers.columns import as_text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.works import Work, identities

Item = TypeVar("Item")
Of = Callable[[Any, str], Any]


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
    compared = _compared(batch, found)
    same = _twins(batch, compared) if None in found else None
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
    joining.join(work)
    _compare(work, {place: stored[found[place]][2:] for place in work.keys})  # type: ignore[index]
    return work


def _compared(batch: Batch, found: Sequence[bulk.Key | None]) -> list[str]:
    """The columns by which lines without a number are known again."""
    ledger = batch.ledger
    state = ledger.lifecycle.field if ledger.lifecycle else ""
    nameless = {place for place, key in enumerate(found) if key is None}
    names = (name for name in batch.names if nameless - batch.lacking.get(name, set()))
    return sorted(set(names) - {ledger.numbered, state} - ledger.clocked)


def _twins(batch: Batch, names: Sequence[str]) -> Counter[bulk.Key]:
    """How many stored rows have these values, where lines come without a number: the same file twice."""
    ledger = batch.ledger
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
        values, given, lacking = batch.values[name], batch.given[name], batch.lacking.get(name, ())
        for place, row in stored.items():
            new, held = values[place], row[at]
            if new == held or place in lacking or (isinstance(held, str) and as_text(held) == new):
                continue
            if name in ledger.clocked:
                work.doubts.add(place)  # only clocks write there
                continue
            if name == state:
                if given[place]:
                    work.doubts.add(place)  # only steps move a row
                continue
            changed.setdefault(place, []).append(name)
    work.differing = {place: tuple(changed[place]) for place in sorted(changed)}
    work.hold()
    _let_know(work)


def _let_know(work: Work) -> None:
    """Let rows hold what is known, also by way of lines that lead to lines: as often as that makes more of it known."""
    joining.embody(work)
    for _ in range(len(work.new) + 1):  # no tree of lines is deeper
        if not knowing.settle(work) or not joining.names(work.batch):
            break
        work.forget()
        joining.embody(work)
    knowing.spare(work)


def doubt(work: Work) -> None:
    """Note every line that the model's own checks may refuse."""
    ledger, model = work.ledger, work.ledger.model
    _doubt_head(work)
    places, columns = work.after()
    work.doubts.update(work.new[at] for at in constraints.broken(model, by_name(ledger, work.columns)))
    work.doubts.update(places[at] for at in constraints.broken(model, by_name(ledger, columns)))
    new = set(work.new)
    for name in work.batch.names:
        bad = constraints.unfit(ledger.field_named(name), work.batch.values[name])
        bad -= work.batch.lacking.get(name, set()) - new
        if name == ledger.numbered:
            bad = {place for place in bad if work.batch.values[name][place]}
        work.doubts.update(p for p in bad if p in new or name in work.differing.get(p, ()))


def _doubt_head(work: Work) -> None:
    ledger, batch = work.ledger, work.batch
    if any(ledger.required(c) and c.name not in batch.names for c in ledger.columns):
        work.doubts.update(work.new)
    for name, places in batch.lacking.items():
        if ledger.required(ledger.column(name)):
            work.doubts.update(places & set(work.new))
    year = ledger.number.year_of if ledger.number else ""
    if year and any(month is None for month in months(work, work.unnumbered, year)):
        work.doubts.update(work.new)


def by_name(ledger: Ledger, columns: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Columns by the fields' names too, as conditions say them."""
    fields = (f for f in ledger.model._meta.concrete_fields if f.attname in columns)
    return {**columns, **{f.name: columns[f.attname] for f in fields}}


def along(work: Work, path: str, of: Of) -> list[Any]:
    """What a path leads to from each new row."""
    name = path.partition("__")[0]
    if path == "pk":
        return list(work.made) or [None] * len(work.new)
    if path == name:
        return work.columns[work.ledger.field_named(name).attname]
    found = work.batch.along(path, of)
    return [None] * len(work.new) if found is None else [found[place] for place in work.new]


def buckets(work: Work) -> set[marks.Bucket]:
    """The buckets in which the new rows count; nothing leads to them yet."""
    ledger = work.ledger
    owners = along(work, ledger.unit, ledger.key_at) if ledger.unit else [0] * len(work.new)
    pairs = {
        (path, *pair)
        for path in terms.dates(ledger)
        for pair in zip(owners, along(work, path, marks.at), strict=True)
    }
    return {
        (ledger.name, path, unit or 0, month) for path, unit, date in pairs if (month := marks.month_of(date))
    }


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
    ledger, batch = work.ledger, work.batch
    names = [name for name in batch.names if place not in batch.lacking.get(name, ())]
    return {ledger.title_of(ledger.column(name)): _empty(work, name, place) for name in names}


def _empty(work: Work, name: str, place: int) -> str:
    """What a line says in a column; nothing where its cell is empty."""
    return work.batch.texts(name, [place])[0] if work.batch.given[name][place] else ""


def difference(work: Work, place: int) -> dict[str, tuple[str, str]]:
    """What a line changes, by title before and after."""
    ledger, found = work.ledger, dict[str, tuple[str, str]]()
    for name in work.differing[place]:
        target = ledger.field_named(name)
        objects = work.objects(name) if target.is_relation else None
        held, value = work.held[place][target.attname], work.batch.values[name][place]
        texts = Wording(ledger, name, objects).of([held, value])
        found[ledger.title_of(ledger.column(name))] = (texts[0], texts[1])
    return found


def past(work: Work) -> Iterator[history.Told]:
    """What the columns with history held before, and hold once the lines are written."""
    ledger = work.ledger
    kept = {column.name: column for column in ledger.columns if column.history}
    for place, names in work.differing.items():
        for name in names:
            if name in kept:
                target = ledger.field_named(name)
                pair = (work.held[place][target.attname], work.batch.values[name][place])
                if target.is_relation:
                    pair = (work.objects(name).get(pair[0]), work.objects(name).get(pair[1]))
                before, after = (history.text(kept[name], value) for value in pair)
                yield work.keys[place], name, before, after

"""The lines of a work written: new rows numbered and stored, rows changed, and each of them told to the trail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from django.db import DatabaseError, transaction

from luoshi.ledgers import audit, bodies, chain, clocks, columnar, constraints, joining, numbers, tables
from luoshi.ledgers.access import Actor
from luoshi.ledgers.audit import Told
from luoshi.ledgers.batches import Wording
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.works import StandIn, Work


def tried(work: Work) -> bool:
    """Whether the database takes the rows, where it has more to say than columns can; they are taken back."""
    if not (work.new or work.differing) or not constraints.judged_by_database(work.ledger, _written(work)):
        return True
    try:
        with transaction.atomic():
            insert(work)
            update(work)
            transaction.set_rollback(True)
    except DatabaseError:
        return False
    finally:
        work.renew()
    return True


def _written(work: Work) -> Iterator[dict[str, list[Any]]]:
    """The new rows by column, then those that change as they would be; put together when they are asked for."""
    yield columnar.by_name(work.ledger, work.columns)
    yield columnar.by_name(work.ledger, work.after()[1])


def insert(work: Work) -> list[int]:
    """Number and store the new rows; their keys."""
    ledger, model, columns = work.ledger, work.ledger.model, work.columns
    if ledger.numbered:
        _number(work)
    work.made = keys = list(tables.keys(model, len(work.new)))
    joining.settle(work)
    key = model._meta.pk
    fields = [f for f in model._meta.concrete_fields if not f.primary_key]
    assert key is not None
    every = (keys, *(tables.made_ready(f, columns[f.attname]) for f in fields))
    tables.insert(model, (key, *fields), zip(*every, strict=True), ready={f.name for f in fields})
    return keys


def _number(work: Work) -> None:
    ledger, bare = work.ledger, work.unnumbered
    held = work.columns[ledger.numbered]
    year = ledger.number.year_of if ledger.number else ""
    dated = columnar.months(work, bare, year) if year else [None] * len(bare)
    given = numbers.fresh(ledger, dated, set(filter(None, held)))
    work.columns[ledger.numbered] = list(held)
    for at, number in zip(bare, given, strict=True):
        work.columns[ledger.numbered][at] = number


def update(work: Work) -> int:
    """Write what changes; how many rows still had the version that was seen."""
    if not work.differing:
        return 0
    ledger, (places, columns) = work.ledger, work.after()
    names = {name for names in work.differing.values() for name in names}
    wound = clocks.changed_all(ledger, columns, [work.differing[place] for place in places])
    work.wound = {places[at]: columns["due_on"][at] for at in wound}
    names |= {"due_on"} if wound else set()
    joining.keyed(work, columns)
    fields = [
        f for f in ledger.model._meta.concrete_fields if f.name in names or getattr(f, "auto_now", False)
    ]
    for each in fields:
        if getattr(each, "auto_now", False):
            columns[each.attname] = [each.pre_save(StandIn(ledger.model, {}), False)] * len(places)  # type: ignore[arg-type]
    keys = [work.keys[place] for place in places]
    versions = [work.versions[key] for key in keys]
    every = (*(columns[f.attname] for f in fields), keys, versions)
    return tables.update(ledger.model, fields, zip(*every, strict=True))


def told_new(work: Work, keys: Sequence[int]) -> Iterator[Told]:
    """The new rows for the trail: key, label, and every column that holds something."""
    ledger = work.ledger
    words = [Wording(ledger, name, work.batch.objects.get(name), made) for name, made in _pieces(ledger)]
    values = [work.columns[ledger.field_named(each.name).attname] for each in words]
    labels = bodies.labels(work)
    for at in range(0, len(keys), tables.BLOCK):
        some = slice(at, at + tables.BLOCK)
        every = [each.of(held[some]) for each, held in zip(words, values, strict=True)]
        for key, row in zip(keys[some], zip(*every, strict=True), strict=True):
            yield key, next(labels) or f"{ledger.title} {key}", f"{{{','.join(filter(None, row))}}}"


def _pieces(ledger: Ledger) -> Iterator[tuple[str, Callable[[str], str]]]:
    """The stored columns in the order of their titles, and what each adds to a row's changes for what it says."""
    for title, name in sorted((ledger.title_of(c), c.name) for c in ledger.columns if not c.derived):
        yield name, partial(_piece, chain.encode(title))


def _piece(title: str, said: str) -> str:
    return f'{title}:["",{chain.encode(said)}]' if said else ""


def told_changed(work: Work) -> Iterator[Told]:
    """The changed rows for the trail."""
    ledger = work.ledger
    for place, label in zip(work.differing, bodies.labels_after(work, work.differing), strict=True):
        told = columnar.difference(work, place)
        if place in work.wound and ledger.has("due_on"):
            column = ledger.column("due_on")
            before, after = (audit.said(column, on) for on in (work.held[place]["due_on"], work.wound[place]))
            told |= {ledger.title_of(column): (before, after)} if before != after else {}
        yield work.keys[place], label, chain.encode(told)


def trail(work: Work, keys: Sequence[int], by: Actor, reason: str) -> None:
    """Write the audit rows."""
    if keys:
        audit.write(by, "导入新增", work.ledger, told_new(work, keys), reason)
    if work.differing:
        audit.write(by, "导入修改", work.ledger, told_changed(work), reason)

"""The lines of a work written: new rows numbered and stored, rows changed, and each of them told to the trail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.db import DatabaseError, transaction

from luoshi.ledgers import audit, columnar, constraints, numbers, tables
from luoshi.ledgers.batches import said
from luoshi.ledgers.columnar import StandIn, Work

Told = tuple[int, str, dict[str, tuple[str, str]]]


def tried(work: Work) -> bool:
    """Whether the database takes the rows, where it has more to say than columns can; they are taken back."""
    if not constraints.judged_by_database(work.ledger) or not (work.new or work.differing):
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


def insert(work: Work) -> list[int]:
    """Number and store the new rows; their keys."""
    ledger, model, columns = work.ledger, work.ledger.model, work.columns
    if ledger.numbered:
        _number(work)
    keys = list(tables.keys(model, len(work.new)))
    key = model._meta.pk
    fields = [f for f in model._meta.concrete_fields if not f.primary_key]
    assert key is not None
    every = (keys, *(columns[f.attname] for f in fields))
    tables.insert(model, (key, *fields), zip(*every, strict=True))
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
    ledger, (places, columns) = work.ledger, columnar.after(work)
    names = {name for names in work.differing.values() for name in names}
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
    ledger, texts = work.ledger, list[list[str]]()
    stored = [column for column in ledger.columns if not column.derived]
    for column in stored:
        target = ledger.field_named(column.name)
        objects = work.batch.objects.get(column.name, {}) if target.is_relation else None
        texts.append(said(column, work.columns[target.attname], objects))
    titles = [ledger.title_of(column) for column in stored]
    for key, label, row in zip(keys, columnar.labels(work), zip(*texts, strict=True), strict=True):
        changes = {title: ("", text) for title, text in zip(titles, row, strict=True) if text}
        yield key, label or f"{ledger.title} {key}", changes


def told_changed(work: Work, label: Callable[[int], str]) -> Iterator[Told]:
    """The changed rows for the trail."""
    return ((work.keys[place], label(place), columnar.difference(work, place)) for place in work.differing)


def trail(work: Work, keys: Sequence[int], entries: Callable[[str, Iterable[Any]], Iterable[Any]]) -> None:
    """Write the audit rows; ``entries`` makes them of an act and of what is told of rows."""
    if keys:
        audit.write(entries("导入新增", told_new(work, keys)))
    if work.differing:
        audit.write(entries("导入修改", told_changed(work, lambda place: label_after(work, place))))


def label_after(work: Work, place: int) -> str:
    """What people call a row once its line is written."""
    name = work.ledger.label
    if name not in work.differing[place]:
        return columnar.label_held(work, place)
    value = work.batch.values[name][place]
    return str(work.batch.objects[name].get(value) if name in work.batch.objects else value)

"""Rows of a work as instances with what they lead to, for what a model says and checks in Python; made one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS

from luoshi.ledgers.batches import Objects, comparable
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Row
from luoshi.ledgers.selflinks import NewRow
from luoshi.ledgers.works import Work

Links = Sequence[tuple[Any, Objects]]


def new(work: Work, which: Iterable[int] | None = None) -> Iterator[Row]:
    """The new rows, or some of them, as they are going to be."""
    leads = links(work)
    for at in range(len(work.new)) if which is None else which:
        yield built(work.ledger, work.columns, at, leads, work.made[at] if work.made else None)


def built(
    ledger: Ledger, columns: Mapping[str, Sequence[Any]], at: int, leads: Links, key: int | None = None
) -> Row:
    """A row that is not stored yet."""
    fields = ledger.model._meta.concrete_fields
    values = {f.attname: key if f.primary_key else columns[f.attname][at] for f in fields}
    row = ledger.model(
        **{name: None if isinstance(value, NewRow) else value for name, value in values.items()}
    )
    return _leading(row, values, leads)


def before(work: Work, places: Iterable[int]) -> Iterator[Row]:
    """Rows that change, as they are."""
    leads = links(work)
    for place in places:
        yield _leading(_stored(work, place), work.held[place], leads)


def after(work: Work, places: Iterable[int]) -> Iterator[Row]:
    """Rows that change, as they are going to be."""
    leads = links(work)
    for place in places:
        row, values = _stored(work, place), dict(work.held[place])
        for name in work.differing[place]:
            attribute = work.ledger.field_named(name).attname
            values[attribute] = value = work.batch.values[name][place]
            setattr(row, attribute, None if isinstance(value, NewRow) else value)
        yield _leading(row, values, leads)


def _stored(work: Work, place: int) -> Row:
    held = work.held[place]
    return work.ledger.model.from_db(DEFAULT_DB_ALIAS, list(held), list(held.values()))


def links(work: Work) -> Links:
    """The links of a row, and the rows they may lead to."""
    each = [f for f in work.ledger.model._meta.concrete_fields if f.is_relation]
    return [(link, work.objects(link.name)) for link in each]


def _leading(row: Row, values: Mapping[str, Any], leads: Links) -> Row:
    for link, objects in leads:
        found = objects.get(values[link.attname])
        if found is not None:
            link.set_cached_value(row, found)
    return row


def doubt(work: Work) -> None:
    """Note every line whose row its model refuses in Python."""
    if work.ledger.model.clean is Row.clean:
        return
    for places, row in _asked(work):
        try:
            row.clean()
        except ValidationError:
            work.doubts.update(places)


def fixed(work: Work) -> Iterator[Row]:
    """The rows that have to be asked whether they may still be written."""
    if work.ledger.model.fixed is not Row.fixed:
        yield from (row for _, row in _asked(work))


def _asked(work: Work) -> Iterator[tuple[Sequence[int], Row]]:
    """Lines with their row; of lines that are alike in all that the model looks at, the row of the first."""
    ledger = work.ledger
    names = [ledger.field_named(name) for name in ledger.model.looks_at]
    if not names:
        yield from (([place], row) for place, row in zip(work.new, new(work), strict=True))
        yield from (
            ([place], row) for place, row in zip(work.differing, after(work, work.differing), strict=True)
        )
        return
    places, then = work.after()
    now = [comparable(ledger, f.name, [work.held[p][f.attname] for p in places]) for f in names]
    fresh = [comparable(ledger, f.name, work.columns[f.attname]) for f in names]
    soon = [comparable(ledger, f.name, then[f.attname]) for f in names]
    alike: dict[Any, list[int]] = {}
    for at, key in enumerate(zip(*fresh, strict=True)):
        alike.setdefault(key, []).append(at)
    for some in alike.values():
        yield [work.new[at] for at in some], next(new(work, some[:1]))
    alike = {}
    for place, key in zip(places, zip(*now, *soon, strict=True), strict=True):
        alike.setdefault(key, []).append(place)
    for some in alike.values():
        yield some, next(after(work, some[:1]))


def labels(work: Work, which: Iterable[int] | None = None) -> Iterator[str]:
    """What people call the new rows, or some of them; "" where that is still to come."""
    label = work.ledger.label
    which = range(len(work.new)) if which is None else which
    if not _is_stored(work):
        yield from (str(getattr(row, label)) for row in new(work, which))
        return
    each = work.ledger.field_named(label)
    values = work.columns[each.attname]
    objects = work.batch.objects.get(each.name, {}) if each.is_relation else None
    for at in which:
        yield str(values[at] if objects is None else objects.get(values[at]))


def labels_before(work: Work, places: Iterable[int]) -> Iterator[str]:
    """What people call rows that change, as they are called now."""
    yield from (work.ledger.label_of(row) for row in before(work, places))


def labels_after(work: Work, places: Iterable[int]) -> Iterator[str]:
    """What people call them once their lines are written."""
    yield from (work.ledger.label_of(row) for row in after(work, places))


def _is_stored(work: Work) -> bool:
    return any(f.name == work.ledger.label for f in work.ledger.model._meta.concrete_fields)

"""What another ledger holds already (``known``), put into the lines of a file, or held against what they say."""

from __future__ import annotations

from typing import Any

from luoshi.ledgers.columns import Column
from luoshi.ledgers.works import Work, defaults


def settle(work: Work) -> bool:
    """Let the rows that are made or changed hold what is known; a line that says something else is doubted.

    Whether a line holds anything else now.
    """
    changed = False
    for column in work.ledger.columns:
        if column.known:
            changed |= _settle(work, column)
    return changed


def spare(work: Work) -> None:
    """Leave alone what a row holds already: a line's empty cell was a change before what is known was put in it."""
    known = [
        (column.name, work.ledger.field_named(column.name)) for column in work.ledger.columns if column.known
    ]
    for place, names in list(work.differing.items()) if known else ():
        held = work.held[place]
        same = {n for n, f in known if n in names and work.batch.values[n][place] == held[f.attname]}
        work.differing[place] = tuple(name for name in names if name not in same)
        if not work.differing[place]:
            del work.differing[place]


def _settle(work: Work, column: Column) -> bool:
    ledger, name = work.ledger, column.name
    attribute, changed = ledger.field_named(name).attname, False
    for place, linked in _leads(work, column.known.partition("__")[0]):
        value, row = _held(linked, column)
        if value in (None, ""):
            continue
        changes = work.differing.get(place)
        told = changes is None or name in changes
        if told and _says(work, place, name) and work.batch.values[name][place] != value:
            work.doubts.add(place)
        elif told or work.held[place][attribute] != value:
            changed |= _put(work, column, place, value, row)
    return changed


def _says(work: Work, place: int, name: str) -> bool:
    """Whether a line's cell is filled."""
    return name in work.batch.names and bool(work.batch.given[name][place])


def _leads(work: Work, link: str) -> list[tuple[int, Any]]:
    """The lines whose rows are made or changed, with the row of another ledger to which their link leads then."""
    attribute, batch = work.ledger.field_named(link).attname, work.batch
    objects = work.objects(link)
    if not objects:
        return []
    said, lacking = batch.values.get(link), batch.lacking.get(link, ())
    keys = [(place, said[place]) for place in work.new if place not in lacking] if said else []
    for place, names in work.differing.items():
        keys.append((place, said[place] if said and link in names else work.held[place][attribute]))
    return [(place, objects[key]) for place, key in keys if key in objects]


def _held(linked: Any, column: Column) -> tuple[Any, Any]:
    """What is known, as a field's attribute holds it, and the row that it leads to where it is a link."""
    name = column.known.partition("__")[2]
    field = linked._meta.get_field(name)
    return getattr(linked, field.attname), getattr(linked, name) if field.is_relation else None


def _put(work: Work, column: Column, place: int, value: Any, row: Any) -> bool:
    """Put a value in a line; whether it held another."""
    batch, name = work.batch, column.name
    if name not in batch.names:
        field = work.ledger.field_named(name)
        batch.names += (name,)
        batch.values[name] = defaults(field, len(batch))
        batch.given[name] = bytes(len(batch))
        batch.lacking[name] = set(range(len(batch)))
    before, batch.values[name][place] = batch.values[name][place], value
    if row is not None:
        batch.objects.setdefault(name, {})[value] = row
    if place in work.differing and name not in work.differing[place]:
        work.differing[place] += (name,)
    return bool(before != value)

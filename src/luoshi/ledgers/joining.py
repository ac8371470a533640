"""Lines of a work that lead to other lines of it: a tree whose branches and twigs arrive together.

Such a link is a :class:`Later` until all lines are read, a :class:`NewRow` with the place of the line until that line's
row is stored, and a key from then on.
"""

from __future__ import annotations

from typing import Any

from luoshi.ledgers import bodies, lookups
from luoshi.ledgers.batches import Batch
from luoshi.ledgers.models import Row
from luoshi.ledgers.selflinks import Later, NewRow, circles
from luoshi.ledgers.works import Work, full


def names(batch: Batch) -> list[str]:
    """The columns of a file that lead into the ledger itself."""
    links = (link.name for link in batch.ledger.links if link.to == batch.ledger.name)
    return [name for name in links if name in batch.names]


def join(work: Work) -> None:
    """Let lines lead to the lines that they name; those that lead to none, or to several, are doubted."""
    batch, new = work.batch, set(work.new)
    waiting = [
        (name, place, value)
        for name in names(batch)
        for place, value in enumerate(batch.values[name])
        if isinstance(value, Later)
    ]
    for name, place, _ in waiting:
        batch.values[name][place] = None
    called = _called(work) if waiting else {}
    for name, place, later in waiting:
        target, *others = called.get(later.text, [-1])
        if others or (target not in new and target not in work.keys):
            work.doubts.add(place)
        else:
            batch.values[name][place] = NewRow(target) if target in new else work.keys[target]


def _called(work: Work) -> dict[str, list[int]]:
    """The lines by every name that their rows will have."""
    batch, found = work.batch, dict[str, list[int]]()
    places = [place for place in range(len(batch)) if place not in batch.wrong]
    columns = full(batch, places, batch.ledger.model._meta.concrete_fields)
    links = bodies.links(work)
    for at, place in enumerate(places):
        for text in lookups.names(batch.ledger, bodies.built(batch.ledger, columns, at, links)):
            found.setdefault(text, []).append(place)
    return found


def embody(work: Work) -> None:
    """Have at hand, as the rows that links lead to, those that lines of the file are going to be."""
    batch, each = work.batch, names(work.batch)
    wanted = {value.place for name in each for value in batch.values[name] if isinstance(value, NewRow)}
    if not wanted:
        return
    at = {place: at for at, place in enumerate(work.new) if place in wanted}
    made = dict(zip(at, bodies.new(work, at.values()), strict=True))
    for name in each:
        work.objects(name).update({NewRow(place): row for place, row in made.items()})
        for place, row in made.items():
            value = batch.values[name][place]
            if isinstance(value, NewRow) and value.place in made:  # else its line was wrong
                setattr(row, name, made[value.place])


def doubt(work: Work) -> None:
    """Note every line whose row would stand under itself once all lines are written."""
    for name in names(work.batch):
        values = work.batch.values[name]
        among = {place: at for at, place in enumerate(work.new) if values[place] is not None}
        targets = work.objects(name)
        rows: dict[int, Row] = dict(zip(among, bodies.new(work, among.values()), strict=True))
        for place, row in rows.items():  # those that lines lead to are at hand already
            known = targets.get(NewRow(place))
            rows[place] = known if isinstance(known, Row) else row
        changed = [place for place, each in work.differing.items() if name in each]
        rows.update(zip(changed, bodies.after(work, changed), strict=True))
        places = list(rows)
        work.doubts.update(places[at] for at in circles(work.ledger, list(rows.values())))


def settle(work: Work) -> None:
    """The rows of the file have their keys: links lead to those from now on."""
    keys = dict(zip(work.new, work.made, strict=True)) if names(work.batch) else {}
    for name in names(work.batch):
        objects = work.objects(name)
        for target, row in list(objects.items()):
            if isinstance(target, NewRow):
                row.pk = keys[target.place]
                objects[row.pk] = row
    keyed(work, work.columns)


def keyed(work: Work, columns: dict[str, list[Any]]) -> None:
    """Put keys in columns of rows where lines of the file stand for them."""
    for name in names(work.batch):
        attribute, objects = work.ledger.field_named(name).attname, work.objects(name)
        columns[attribute] = [objects[v].pk if isinstance(v, NewRow) else v for v in columns[attribute]]

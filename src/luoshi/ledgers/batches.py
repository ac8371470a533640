"""The lines of a file as columns of stored values: links as keys, each row of another ledger held once."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import Model

from luoshi.ledgers import audit, marks, registry, writing
from luoshi.ledgers.columns import Finder
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lines import Line, numbered
from luoshi.ledgers.selflinks import Later
from luoshi.ledgers.workbooks import Cell

MOST_KNOWN = 20_000  # different values of a column that are kept with their texts
Values = list[Any]
Objects = dict[Any, Model]  # by key, or by what stands for a row that has none yet


@dataclass
class Batch:
    """Lines of one file.

    ``values`` are by column, as the fields' attributes hold them, in the order of ``lines``; ``given`` tells where a
    cell was filled, ``lacking`` where the line's sheet has no such column. ``objects`` are the rows that links lead to.
    ``wrong`` are the places of lines with a bad cell.
    """

    ledger: Ledger
    lines: Sequence[Line]
    names: tuple[str, ...]
    values: dict[str, Values] = field(default_factory=dict)
    given: dict[str, bytes] = field(default_factory=dict)
    objects: dict[str, Objects] = field(default_factory=dict)
    wrong: set[int] = field(default_factory=set)
    lacking: dict[str, set[int]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.lines)

    def at(self, place: int) -> dict[str, Any]:
        """What a line says, by column."""
        return {n: held[place] for n, held in self.values.items() if place not in self.lacking.get(n, ())}

    def tuples(self, names: Iterable[str]) -> list[tuple[Any, ...]]:
        """The values of some columns, line by line, to compare and count by."""
        every = [comparable(self.ledger, name, self.values[name]) for name in names]
        return list(zip(*every, strict=True)) if every else [()] * len(self)

    def along(self, path: str, of: Callable[[Any, str], Any]) -> Values | None:
        """What a path leads to from every line, ``of`` being asked for the rest of it; None where no column starts it."""
        name, _, rest = path.partition("__")
        if name not in self.values:
            return None
        if not rest:
            return self.values[name]
        held = self.objects.get(name, {})
        known: dict[Any, Any] = {None: None}
        known |= {key: of(row, rest) for key, row in held.items()}
        return [known[key] for key in self.values[name]]

    def texts(self, name: str, places: Sequence[int] | None = None) -> list[str]:
        """A column as the trail says it."""
        values = self.values[name]
        wanted = values if places is None else [values[place] for place in places]
        return Wording(self.ledger, name, self.objects.get(name)).of(wanted)


def parsed(ledger: Ledger, lines: Sequence[Line], finder: Finder) -> Batch:
    """The lines' values; the cells of each sheet are read column by column."""
    heads = {id(line.head): line.head for line in lines}
    names = tuple(dict.fromkeys(h.column.name for head in heads.values() for h in head.headings))
    batch = Batch(ledger, lines, names)
    read: dict[str, Values] = {name: [] for name in names}
    for head, start, end in _runs(lines):
        columns = _columns([line.cells for line in lines[start:end]])
        for heading in head.headings:
            cells = columns[heading.index] if heading.index < len(columns) else [None] * (end - start)
            if heading.column.name == ledger.numbered:
                cells = [numbered(ledger, cell) for cell in cells]
            values, bad = heading.column.batch(cells, finder, heading.unit)
            read[heading.column.name] += values
            batch.wrong.update(start + place for place in bad)
        for name in set(names) - {heading.column.name for heading in head.headings}:
            read[name] += [None] * (end - start)
            batch.lacking.setdefault(name, set()).update(range(start, end))
    for name in names:
        _keep(batch, name, read.pop(name))
    return batch


def _keep(batch: Batch, name: str, raw: Values) -> None:
    """Take in a column's values as the field's attribute is to hold them."""
    ledger = batch.ledger
    target, life, lacking = ledger.field_named(name), ledger.lifecycle, batch.lacking.get(name, set())
    batch.given[name] = given = bytes([value is not None for value in raw])
    if target.is_relation:
        each = {id(value): value for value in raw if value is not None}
        keys = {place: value if isinstance(value, Later) else value.pk for place, value in each.items()}
        batch.objects[name] = {row.pk: row for row in each.values() if not isinstance(row, Later)}
        raw = [None if value is None else keys[id(value)] for value in raw]
    elif life and name == life.field:
        raw = [life.start if value is None else value for value in raw]
    elif not target.null:
        empty = writing.kept(target, None)
        raw = [empty if value is None else value for value in raw]
    elif lacking and target.has_default():
        raw = [target.get_default() if place in lacking else value for place, value in enumerate(raw)]
    batch.values[name] = raw
    if ledger.required(ledger.column(name)):
        batch.wrong.update(at for at, filled in enumerate(given) if not filled and at not in lacking)


def _columns(rows: Sequence[tuple[Cell, ...]]) -> Sequence[Sequence[Cell]]:
    """Rows as columns; short lines of a csv end early."""
    if len(set(map(len, rows))) == 1:
        return list(zip(*rows, strict=True))
    return list(itertools.zip_longest(*rows))


def _runs(lines: Sequence[Line]) -> Iterable[tuple[Any, int, int]]:
    """The heads, with the first line under each and the first that is no longer."""
    start = 0
    for place in range(1, len(lines) + 1):
        if place == len(lines) or lines[place].head is not lines[start].head:
            yield lines[start].head, start, place
            start = place


def comparable(ledger: Ledger, name: str, values: Values) -> Values:
    """A column's values as something that can be compared and counted."""
    if not isinstance(ledger.field_named(name), models.JSONField):
        return values
    return [None if value is None else json.dumps(value, sort_keys=True) for value in values]


@dataclass
class Wording:
    """What the trail says of a column's values: each different one worded once, as long as they come again.

    ``made`` is what is made of each text.
    """

    ledger: Ledger
    name: str
    objects: Mapping[int, Model] | None = None
    made: Callable[[str], str] = str
    known: dict[Any, str] = field(default_factory=dict)

    def of(self, values: Sequence[Any]) -> list[str]:
        """What some values are told as."""
        if len(self.known) > MOST_KNOWN:
            self.known.clear()
        column, objects, known = self.ledger.column(self.name), self.objects, self.known
        keys = comparable(self.ledger, self.name, list(values))
        for key, value in dict(zip(keys, values, strict=True)).items():
            if key not in known:
                shown = value if objects is None else objects.get(value)
                known[key] = self.made(audit.said(column, shown))
        return [known[key] for key in keys]


def reached(ledger: Ledger, name: str, keys: Iterable[Any]) -> Objects:
    """The rows that a link's keys stand for."""
    model = ledger.field_named(name).related_model
    wanted = sorted({key for key in keys if key is not None})
    found: Objects = {}
    other = registry.ledger_of(model) if isinstance(model, type) else None
    rows: Any = other.rows() if other else model._default_manager.all()  # type: ignore[union-attr]
    for at in range(0, len(wanted), marks.BATCH):
        found.update((row.pk, row) for row in rows.filter(pk__in=wanted[at : at + marks.BATCH]))
    return found


def months(values: Iterable[Any]) -> list[int | None]:
    """Dates as months (yyyymm); months as they are."""
    return [
        None if v is None or v == "" else v.year * 100 + v.month if hasattr(v, "year") else int(v)
        for v in values
    ]

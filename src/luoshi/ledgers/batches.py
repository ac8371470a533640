"""The lines of a file as columns of stored values: links as keys, each row of another ledger held once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import Model

from luoshi.ledgers import audit, marks, registry, writing
from luoshi.ledgers.columns import Column, Finder
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lines import Line, numbered

Values = list[Any]
Objects = dict[int, Model]


@dataclass
class Batch:
    """Lines of one file under heads with the same columns.

    ``values`` are by column, as the fields' attributes hold them, in the order of ``lines``; ``given`` tells where a
    cell was filled. ``objects`` are the rows that links lead to. ``wrong`` are the places of lines with a bad cell.
    """

    ledger: Ledger
    lines: Sequence[Line]
    names: tuple[str, ...]
    values: dict[str, Values] = field(default_factory=dict)
    given: dict[str, list[bool]] = field(default_factory=dict)
    objects: dict[str, Objects] = field(default_factory=dict)
    wrong: set[int] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.lines)

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
        return said(self.ledger.column(name), wanted, self.objects.get(name))


def parsed(ledger: Ledger, lines: Sequence[Line], finder: Finder) -> Batch:
    """The lines' values; the cells of each sheet are read column by column."""
    names = tuple(h.column.name for h in lines[0].head.headings)
    batch = Batch(ledger, lines, names)
    state = ledger.lifecycle.field if ledger.lifecycle else ""
    for name in names:
        raw = _read(ledger, name, lines, finder, batch.wrong)
        target = ledger.field_named(name)
        batch.given[name] = [value is not None for value in raw]
        if target.is_relation:
            batch.objects[name] = {value.pk: value for value in raw if value is not None}
            raw = [None if value is None else value.pk for value in raw]
        elif name == state and ledger.lifecycle:
            raw = [ledger.lifecycle.start if value is None else value for value in raw]
        elif not target.null:
            empty = writing.kept(target, None)
            raw = [empty if value is None else value for value in raw]
        batch.values[name] = raw
        if ledger.required(ledger.column(name)):
            batch.wrong.update(place for place, given in enumerate(batch.given[name]) if not given)
    return batch


def _read(ledger: Ledger, name: str, lines: Sequence[Line], finder: Finder, wrong: set[int]) -> Values:
    found: Values = []
    column = ledger.column(name)
    for head, start, end in _runs(lines):
        heading = next(h for h in head.headings if h.column.name == name)
        at = heading.index
        cells = [line.cells[at] if at < len(line.cells) else None for line in lines[start:end]]
        if name == ledger.numbered:
            cells = [numbered(ledger, cell) for cell in cells]
        values, bad = column.batch(cells, finder, heading.unit)
        found += values
        wrong.update(start + place for place in bad)
    return found


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


def said(column: Column, values: Sequence[Any], objects: Mapping[int, Model] | None) -> list[str]:
    """Values in the trail, each different one worded once."""
    known: dict[Any, str] = {}
    found = []
    for value in values:
        key = value if value.__hash__ else json.dumps(value)
        if key not in known:
            shown = value if objects is None else objects.get(value)
            known[key] = audit.said(column, shown)
        found.append(known[key])
    return found


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

"""Columns with history: what a column of a row held on a day.

Nothing is kept about a column that has never changed. With its first change the text from before is kept as having
stood from the beginning, and each change is kept with its day; of several on one day the last counts.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from luoshi.ledgers.access import Actor
from luoshi.ledgers.columns import Column
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.marks import BATCH
from luoshi.ledgers.models import Past, Row

BEGINNING = datetime.date.min
Texts = Mapping[str, str]
Told = tuple[int, str, str, str]  # a row's key, a column, what it held before and holds now


def texts(ledger: Ledger, row: Row) -> dict[str, str]:
    """What the columns with history hold now, by name."""
    return {c.name: _text(c, row) for c in ledger.columns if c.history}


def of(ledger: Ledger, row: Row, column: str) -> list[Past]:
    """What a column held, each text with its first day, oldest first; empty where it never changed."""
    found = Past.objects.filter(ledger=ledger.name, row=row.pk, column=column)
    return list(found.order_by("since"))


def as_of(ledger: Ledger, row: Row, column: str, day: datetime.date) -> str:
    """The text of a column on a day, at its end."""
    declared = ledger.column(column)
    if not declared.history:
        raise ValueError(f"the column {column!r} of {ledger.name!r} keeps no history")
    past = Past.objects.filter(ledger=ledger.name, row=row.pk, column=column)
    held = past.filter(since__lte=day).order_by("-since").first()
    return held.value if held else _text(declared, row)


def note(
    ledger: Ledger, changed: Iterable[tuple[Row, Texts]], *, on: datetime.date | None, by: Actor
) -> None:
    """Keep what columns hold from a day on, of rows that have been written, each with what it held before."""
    now = ((row.pk, before, texts(ledger, row)) for row, before in changed)
    keep(ledger, [(key, n, old[n], new[n]) for key, old, new in now for n in new], on=on, by=by)


def keep(ledger: Ledger, told: Iterable[Told], *, on: datetime.date | None, by: Actor) -> None:
    """The same for rows told by key, column, and what it held before and holds now."""
    changes = [(key, column, old, new) for key, column, old, new in told if old != new]
    if not changes:
        return
    if on is None:
        raise TypeError(
            f"a change of {changes[0][1]!r} of {ledger.name!r}, which has history, must be told its day"
        )
    begun: set[tuple[int, str]] = set()
    for at in range(0, len(changes), BATCH):
        keys = {key for key, *_ in changes[at : at + BATCH]}
        begun.update(Past.objects.filter(ledger=ledger.name, row__in=keys).values_list("row", "column"))
    first = (
        Past(ledger=ledger.name, row=key, column=column, since=BEGINNING, value=old)
        for key, column, old, _ in changes
        if (key, column) not in begun
    )
    Past.objects.bulk_create(first, batch_size=BATCH)
    held = (
        Past(ledger=ledger.name, row=key, column=column, since=on, value=new, by=by.name[:60])
        for key, column, _, new in changes
    )
    Past.objects.bulk_create(
        held,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=("ledger", "row", "column", "since"),
        update_fields=("value", "by"),
    )


def _text(column: Column, row: Row) -> str:
    return text(column, column.of(row))


def text(column: Column, value: Any) -> str:
    """A value as the past is told."""
    return column.written(value)[:1000]

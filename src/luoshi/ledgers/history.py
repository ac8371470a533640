"""Columns with history: what a column of a row held on a day.

Nothing is kept about a column that has never changed. With its first change the text from before is kept as having
stood from the beginning, and each change is kept with its day; of several on one day the last counts.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from luoshi.ledgers.access import Actor
from luoshi.ledgers.columns import Column
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Past, Row

BEGINNING = datetime.date.min
Texts = Mapping[str, str]


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
    for row, before in changed:
        for name, now in texts(ledger, row).items():
            if now != before[name]:
                _keep(ledger, row, name, before[name], now, on, by)


def _keep(
    ledger: Ledger, row: Row, column: str, before: str, now: str, on: datetime.date | None, by: Actor
) -> None:
    if on is None:
        raise TypeError(f"a change of {column!r} of {ledger.name!r}, which has history, must be told its day")
    place = {"ledger": ledger.name, "row": row.pk, "column": column}
    if not Past.objects.filter(**place).exists():
        Past.objects.create(**place, since=BEGINNING, value=before)
    Past.objects.update_or_create(**place, since=on, defaults={"value": now, "by": by.name[:60]})


def _text(column: Column, row: Row) -> str:
    return column.written(column.of(row))[:1000]

"""Rows as they stood at a row of the trail: what was written into them later is put back from the trail itself.

Facts keep what they were (ADR 20); rows do not. The trail holds what each column showed before every change, so that
who needs a row as it was reads it as it is and puts back the changes made since.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db.models import Exists, OuterRef
from django.utils import timezone

from luoshi.ledgers.columns import Finder
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import AuditRow, Row
from luoshi.ledgers.writing import fill

Texts = Mapping[str, str]
REMOVED = "删除"  # the act by which the trail tells that a row is no more


def end_of(day: datetime.date) -> int:
    """The number of the trail's last row on a day or before it; 0 where there was none yet."""
    after = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time.min)
    found = AuditRow.objects.filter(at__lt=timezone.make_aware(after)).order_by("-seq")
    return found.values_list("seq", flat=True).first() or 0


def created(ledger: Ledger, seq: int) -> frozenset[int]:
    """The keys of the rows of a ledger that were made after a row of the trail.

    A row is told with its identity when it is made; those that came with the house were never told.
    """
    titles = {ledger.title_of(ledger.column(name)) for name in ledger.identity}
    return frozenset(int(entry.row) for entry in _since(ledger, seq) if _made(entry, titles))


def _made(entry: AuditRow, titles: Collection[str]) -> bool:
    return all(title in entry.changes and entry.changes[title][0] == "" for title in titles)


def was_kept(ledger: Ledger, seq: int) -> bool:
    """Whether there was a row in a ledger: one that had been written by then, and not been removed."""
    written = AuditRow.objects.filter(ledger=ledger.name, seq__lte=seq).exclude(row="")
    removed = written.filter(row=OuterRef("row"), act=REMOVED)
    return written.exclude(Exists(removed)).exists()


def before(ledger: Ledger, seq: int) -> dict[int, dict[str, str]]:
    """What the columns that were written after a row of the trail showed at it: row, title, text."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for entry in _since(ledger, seq):
        for title, (text, _) in entry.changes.items():
            found[int(entry.row)].setdefault(title, text)
    return dict(found)


def changes(ledger: Ledger, seq: int, title: str) -> dict[int, list[int]]:
    """The rows of the trail after one that changed a column, by row of the ledger, in order."""
    found: dict[int, list[int]] = defaultdict(list)
    for entry in _since(ledger, seq):
        if title in entry.changes:
            found[int(entry.row)].append(entry.seq)
    return dict(found)


def _since(ledger: Ledger, seq: int) -> Iterable[AuditRow]:
    entries = AuditRow.objects.filter(ledger=ledger.name, seq__gt=seq).exclude(row="").order_by("seq")
    return (entry for entry in entries if entry.row.isdecimal())


def put_back(ledger: Ledger, row: Row, texts: Texts, names: Iterable[str], finder: Finder) -> None:
    """Let some columns of a row, which is not to be written, hold what they showed."""
    columns = [ledger.column(name) for name in names]
    held = {c.name: texts[ledger.title_of(c)] for c in columns if ledger.title_of(c) in texts}
    fill(ledger, row, {name: ledger.column(name).parse(text, finder) for name, text in held.items()})

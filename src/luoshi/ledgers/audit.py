"""The trail: one row for each write, inside the write's own transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from luoshi.ledgers import tables
from luoshi.ledgers.access import Actor, hidden
from luoshi.ledgers.columns import Column, Number
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import AuditRow, Row

Changes = Mapping[str, tuple[str, str]]
FIELDS = tuple(
    tables.field_of(AuditRow, name)
    for name in ("at", "actor", "actor_key", "origin", "act", "ledger", "row", "label", "changes", "reason")
)


def entry(
    actor: Actor, act: str, ledger: Ledger, row: Row, changes: Changes | None = None, reason: str = ""
) -> AuditRow:
    """An audit row, not yet saved. ``changes`` maps a column's title to what it showed before and after."""
    return AuditRow(
        actor=actor.name[:60],
        actor_key=actor.key[:60],
        origin=actor.origin[:60],
        act=act,
        ledger=ledger.name,
        row=str(row.pk),
        label=ledger.label_of(row)[:200],
        changes={title: list(pair) for title, pair in (changes or {}).items()},
        reason=reason[:400],
    )


def record(
    actor: Actor, act: str, ledger: Ledger, row: Row, changes: Changes | None = None, reason: str = ""
) -> AuditRow:
    """Write one audit row; refuses to do so outside the transaction of the write it speaks of."""
    _inside()
    found = entry(actor, act, ledger, row, changes, reason)
    found.save()
    return found


def record_all(entries: Iterable[AuditRow]) -> None:
    """Write many audit rows at once, inside the transaction of the writes they speak of."""
    _inside()
    AuditRow.objects.bulk_create(entries, batch_size=500)


def entries(
    actor: Actor, act: str, ledger: Ledger, rows: Iterable[tuple[int, str, Changes]], reason: str = ""
) -> Iterator[tuple[Any, ...]]:
    """The audit rows of many writes of one kind, told as (key, label, changes), in the order of :data:`FIELDS`."""
    at, name, key, origin = timezone.now(), actor.name[:60], actor.key[:60], actor.origin[:60]
    for row, label, changes in rows:
        yield at, name, key, origin, act, ledger.name, str(row), label[:200], changes, reason[:400]


def write(entries: Iterable[tuple[Any, ...]]) -> None:
    """Store what :func:`entries` has made, inside the transaction of the writes it speaks of."""
    _inside()
    tables.insert(AuditRow, FIELDS, entries)


def of(ledger: Ledger, row: Row) -> QuerySet[AuditRow]:
    """The trail of one row, newest first."""
    return AuditRow.objects.filter(ledger=ledger.name, row=str(row.pk))


def shown(ledger: Ledger, row: Row) -> dict[str, str]:
    """What each declared column of a row shows, by title: the material of ``changes``."""
    return {ledger.title_of(c): said(c, c.of(row)) for c in ledger.columns if not c.derived}


def said(column: Column, value: Any) -> str:
    """A value in the trail: as people read it, a number with its unit."""
    if isinstance(column, Number) and value is not None:
        text = column.exactly(value, column.list_unit)
        return f"{text if column.grouped else text.replace(',', '')}{column.list_unit}"
    return column.written(value)[:1000]


def visible(actor: Actor, ledger: Ledger, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Changes without those of the secret columns that ``actor`` may not see."""
    secret = {ledger.title_of(ledger.column(name)) for name in hidden(actor, ledger)}
    return {title: pair for title, pair in changes.items() if title not in secret}


def difference(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The titles whose text differs, with both texts."""
    return {
        title: (before.get(title, ""), text) for title, text in after.items() if before.get(title, "") != text
    }


def _inside() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            "an audit row is written inside the write's own transaction"
        )

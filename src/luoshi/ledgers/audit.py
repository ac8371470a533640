"""The trail: one row for each write, inside the write's own transaction, chained to the row before it.

A transaction that writes begins with :func:`begin`: writers wait for each other there and nowhere else, so that none
waits for another who waits for it, and the chain has no gap (ADR 14).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from luoshi.ledgers import chain, standing, tables
from luoshi.ledgers.access import Actor, hidden
from luoshi.ledgers.columns import Column, File, Number
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import AuditHead, AuditRow, Row

Changes = Mapping[str, tuple[str, str]]
Told = tuple[int, str, str]  # a row's key, its label, and the changes as the chain writes them
_STORED = tuple(tables.field_of(AuditRow, name) for name in (*chain.FIELDS, "hash"))


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


def begin() -> None:
    """The first statement of a transaction that writes: from here to its end it is the only one.

    SQLite makes writers wait when they begin; PostgreSQL does by the lock on the head.
    """
    _inside()
    standing.begin()
    if transaction.get_connection().features.has_select_for_update:
        _head()


def record(
    actor: Actor, act: str, ledger: Ledger, row: Row, changes: Changes | None = None, reason: str = ""
) -> AuditRow:
    """Write one audit row; refuses to do so outside the transaction of the write it speaks of."""
    found = entry(actor, act, ledger, row, changes, reason)
    record_all([found])
    return found


def note(actor: Actor, act: str, ledger: Ledger, changes: Changes) -> None:
    """Write down what somebody did with a ledger as a whole."""
    _inside()
    about = AuditRow(
        actor=actor.name[:60],
        actor_key=actor.key[:60],
        origin=actor.origin[:60],
        act=act,
        ledger=ledger.name,
        row="",
        label=ledger.title[:200],
        changes={title: list(pair) for title, pair in changes.items()},
    )
    record_all([about])


def record_all(entries: Iterable[AuditRow]) -> None:
    """Write many audit rows at once, inside the transaction of the writes they speak of."""
    _inside()
    rows = list(entries)
    if not rows:
        return
    head, now = _head(), timezone.now()
    for row in rows:
        row.at, row.seq = now, head.seq + 1
        row.hash = chain.digest(head.algorithm, head.hash, chain.values(row))
        head.seq, head.hash = row.seq, row.hash
    AuditRow.objects.bulk_create(rows, batch_size=500)
    AuditHead.objects.filter(pk=head.pk).update(seq=head.seq, hash=head.hash)


def _head() -> AuditHead:
    """The head of the chain, locked; made where nothing has been recorded yet."""
    found = _locked_head()
    if found is None:
        if not AuditRow.objects.exists():
            AuditHead.objects.bulk_create([AuditHead(algorithm=chain.algorithm())], ignore_conflicts=True)
        found = _locked_head()  # whoever wrote the first row meanwhile has made it
    if found is None:
        raise chain.HeadLost
    return found


def _locked_head() -> AuditHead | None:
    return AuditHead.objects.select_for_update().filter(pk=AuditHead.ONLY).first()


def write(actor: Actor, act: str, ledger: Ledger, told: Iterable[Told], reason: str = "") -> None:
    """Chain and store the audit rows of many writes of one kind, inside the transaction of those writes."""
    _inside()
    head, at = _head(), timezone.now()
    shared = (at, actor.name[:60], actor.key[:60], actor.origin[:60], act, ledger.name)
    tables.insert(AuditRow, _STORED, _chained(head, shared, told, reason[:400]), ready=("at", "changes"))
    AuditHead.objects.filter(pk=head.pk).update(seq=head.seq, hash=head.hash)


def _chained(
    head: AuditHead, shared: Sequence[Any], told: Iterable[Told], reason: str
) -> Iterator[tuple[Any, ...]]:
    """Audit rows in the order of the chain's fields, each with its fingerprint; the head goes along."""
    digests = chain.Digests(head.algorithm, shared, reason)
    (at,) = tables.made_ready(tables.field_of(AuditRow, "at"), shared[:1])
    same = (at, *shared[1:])
    for key, label, changes in told:
        row, label, head.seq = str(key), label[:200], head.seq + 1
        head.hash = digests.of(head.hash, head.seq, row, label, changes)
        yield head.seq, *same, row, label, changes, reason, head.hash


def of(ledger: Ledger, row: Row) -> QuerySet[AuditRow]:
    """The trail of one row, newest first."""
    return AuditRow.objects.filter(ledger=ledger.name, row=str(row.pk))


def shown(ledger: Ledger, row: Row) -> dict[str, str]:
    """What each declared column of a row shows, by title: the material of ``changes``."""
    return {ledger.title_of(c): said(c, c.of(row)) for c in ledger.columns if not c.derived}


def said(column: Column, value: Any) -> str:
    """A value in the trail: as people read it, a number with its unit, a file with what tells its content."""
    if isinstance(column, Number) and value is not None:
        text = column.exactly(value, column.list_unit)
        return f"{text if column.grouped else text.replace(',', '')}{column.list_unit}"
    if isinstance(column, File) and value:
        return f"{value['name']}（校验码 {value['sha256'][:8]}）"
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

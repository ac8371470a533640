"""Handing over: everything that one person has in hand, in whatever ledger, becomes another's in one transaction."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from luoshi.accounts.models import User
from luoshi.ledgers import audit, registry
from luoshi.ledgers.access import Actor
from luoshi.ledgers.columns import People, Person
from luoshi.ledgers.columns.people import among, named
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import NotNow
from luoshi.ledgers.models import Row
from luoshi.ledgers.writing import write

ACT = "交接"


@dataclass(frozen=True, slots=True)
class Belonging:
    """So many open rows of a ledger name the person in a column."""

    ledger: Ledger
    column: Person | People
    count: int


def belongings(person: int, *, apart: Collection[str] = ()) -> list[Belonging]:
    """What a person has in hand: rows of all ledgers but those ``apart`` that are neither closed nor fixed."""
    found = (
        Belonging(ledger, column, len(_rows(ledger, column, person)))
        for ledger in _ledgers(apart)
        for column in _columns(ledger)
    )
    return [belonging for belonging in found if belonging.count]


def hand_over(
    giver: User,
    taker: User,
    *,
    by: Actor,
    on: datetime.date,
    reason: str,
    only: Collection[str] = (),
    apart: Collection[str] = (),
) -> dict[str, int]:
    """Put ``taker`` in the place of ``giver``; returns how many rows of each ledger were written.

    ``only`` names ledgers, where not all are handed over. Who calls it has asked whether ``by`` may: the rows are of
    whatever unit, and who has left cannot hand them over.
    """
    if giver.pk == taker.pk:
        raise NotNow("移交人和接收人是同一个人，请另选接收人。")
    if not taker.is_active:
        raise NotNow(f"接收人{taker.name}的账号已停用，请另选接收人。")
    if not reason.strip():
        raise NotNow("交接需要写明理由。")
    counts: dict[str, int] = {}
    with transaction.atomic():
        audit.begin()
        for ledger in _ledgers(apart):
            if not only or ledger.name in only:
                taken = _hand_over(ledger, giver, taker, by, on, reason)
                counts |= {ledger.name: taken} if taken else {}
    return counts


def _hand_over(ledger: Ledger, giver: User, taker: User, by: Actor, on: datetime.date, reason: str) -> int:
    changes: dict[int, tuple[Row, dict[str, Any]]] = {}
    for column in _columns(ledger):
        for row in _rows(ledger, column, giver.pk):
            _, values = changes.setdefault(row.pk, (row, {}))
            values[column.name] = _replaced(column, row, giver, taker)
    for row, values in changes.values():
        write(ledger, row, values, by=by, act=ACT, reason=reason, on=on)
    return len(changes)


def _replaced(column: Person | People, row: Row, giver: User, taker: User) -> Any:
    if isinstance(column, Person):
        return taker
    held = [named(taker) if each["key"] == giver.pk else each for each in column.of(row)]
    return list({each["key"]: each for each in held}.values())


def _ledgers(apart: Collection[str]) -> list[Ledger]:
    return [ledger for ledger in registry.ledgers() if ledger.editable and ledger.name not in apart]


def _columns(ledger: Ledger) -> list[Person | People]:
    """The columns that name who has a row in hand."""
    return [c for c in ledger.columns if isinstance(c, Person | People) and not c.derived and not c.stays]


def _rows(ledger: Ledger, column: Person | People, person: int) -> list[Row]:
    """The rows that a person has in hand by a column."""
    named_in = ledger.rows()
    if isinstance(column, Person):
        named_in = named_in.filter(**{column.name: person})
    else:
        named_in = named_in.filter(among(column.name, person))
    life = ledger.lifecycle
    if life and life.closed:
        named_in = named_in.exclude(**{f"{life.field}__in": life.closed})
    return [row for row in named_in if not row.fixed()]

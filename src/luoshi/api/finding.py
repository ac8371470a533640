"""The ledger, the row and the list that an address names, for who asks; and the values that a body enters."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from luoshi.api import telling
from luoshi.api.auth import Request
from luoshi.api.errors import NoVersion
from luoshi.api.schemas import Values
from luoshi.ledgers import access, exporting, querying, registry, writing
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.choosing import Choices
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid, Stale, UnknownName
from luoshi.ledgers.lookups import Lookups
from luoshi.ledgers.models import AuditRow, Row
from luoshi.ledgers.querying import Query

BY_HAND = telling.BY_HAND


class NoRow(UnknownName):
    """A row that is not there."""

    def __init__(self, ledger: Ledger, pk: int) -> None:
        super().__init__(f"“{ledger.title}”的行", str(pk))


def ledger(actor: Actor, key: str, act: Act = Act.READ) -> Ledger:
    """The ledger of that key, if the actor may read it and do ``act`` to any row of it."""
    found = registry.ledger(key)
    access.require(actor, Act.READ, found)
    access.require(actor, act, found)
    if act in BY_HAND:
        access.require_editable(found)
    return found


def row(actor: Actor, ledger: Ledger, pk: int, act: Act = Act.READ, *, step: str | None = None) -> Row:
    """The row of that key, if the actor may see it and do ``act`` to it."""
    found = ledger.rows().filter(pk=pk).first()
    if found is None:
        raise NoRow(ledger, pk)
    access.require(actor, Act.READ, ledger, found)
    access.require(actor, act, ledger, found, step=step)
    return found


def trail(actor: Actor, ledger: Ledger, pk: int) -> QuerySet[AuditRow]:
    """What happened to a row; of one that is no more, for who may see every row's history."""
    found = AuditRow.objects.filter(ledger=ledger.name, row=str(pk))
    if ledger.model._default_manager.filter(pk=pk).exists():
        row(actor, ledger, pk, Act.HISTORY)
        return found
    everywhere = access.reach(actor, Act.HISTORY, ledger)
    if everywhere is None or everywhere or not found.exists():
        raise NoRow(ledger, pk)
    return found


def version(request: Request, ledger: Ledger, row: Row, *, needed: bool = True) -> None:
    """Refuse a write over another version than the one that If-Match names."""
    said = request.headers.get("If-Match", "").strip().removeprefix("W/").strip('"')
    if not said and needed:
        raise NoVersion
    if said and said != str(row.version):
        raise Stale(ledger.label_of(row))


def query(request: Request, ledger: Ledger, beside: Iterable[str]) -> Query:
    """The list that an address asks for; :class:`Invalid` for what it cannot be asked."""
    given = dict(request.GET.lists())
    found = querying.asked(ledger, request.actor, given)
    known = {querying.WORDS, querying.SORT, *beside, *telling.filters(found)}
    problems = {
        name: [f"没有名为“{name}”的条件，可用的见这本台账的说明。"] for name in given if name not in known
    }
    if found.filters.problems:
        problems[""] = [sentence.replace("，已略去", "") for sentence in found.filters.problems]
    sort = given.get(querying.SORT, [""])[-1]
    if sort and not found.sort:
        problems[querying.SORT] = [f"不能按“{sort}”排序，请写列名，降序在前面加减号。"]
    if problems:
        raise Invalid(problems)
    return found


def entered(actor: Actor, ledger: Ledger, values: Values, row: Row | None = None) -> dict[str, object]:
    """Stored values for what a body enters; what a row holds already is no change, whoever may fill it in."""
    seen = {column.name: column for column in querying.visible(actor, ledger)}
    unknown = {name: [f"没有名为“{name}”的列，请核对拼写。"] for name in values if name not in seen}
    if unknown:
        raise Invalid(unknown)
    held = exporting.told((seen[name] for name in values), row, Lookups()) if row is not None else {}
    changed = {
        name: text for name, text in values.items() if name not in held or (text or None) != held[name]
    }
    writing.refuse_unfillable(actor, ledger, row, changed)
    return writing.parse(ledger, changed, Choices(actor))

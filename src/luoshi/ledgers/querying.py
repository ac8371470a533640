"""Which rows of a ledger somebody is shown, and in which order: the same behind every door.

``q=`` words, ``sort=`` a column (falling after ``-``), and the filters of :mod:`luoshi.ledgers.filtering`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, IntegerField, QuerySet, Value, When

from luoshi.ledgers import access, filtering, registry, searching
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.choosing import Choices
from luoshi.ledgers.columns import Choice, Column, Link
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.filtering import Filters, Given, Reader
from luoshi.ledgers.models import Row
from luoshi.ledgers.standing import NO_HEAD, Head

WORDS, SORT = "q", "sort"


@dataclass(frozen=True, kw_only=True)
class Query:
    """What somebody asks to see of a ledger; ``columns`` are those that they may see."""

    ledger: Ledger
    actor: Actor
    columns: tuple[Column, ...]
    filters: Filters
    words: str = ""
    sort: str = ""

    @property
    def searchable(self) -> bool:
        """Whether there is anything to search by."""
        return bool(searching.paths(self.actor, self.ledger))

    @property
    def narrowed(self) -> bool:
        """Whether not all rows are asked for."""
        return bool(self.words or self.filters.chips)

    @property
    def said(self) -> str:
        """Which rows are asked for, in words; "" for all."""
        chips = (f"{self.ledger.title_of(c.column)} {text}" for c, text in self.filters.chips)
        return "；".join([*([f"搜索“{self.words}”"] if self.words else []), *chips])

    def rows(self, columns: Iterable[Column] | None = None) -> QuerySet[Row]:
        """The rows in the order asked for, with what these columns lead to, or all."""
        reach = access.reach(self.actor, Act.READ, self.ledger)
        found = joined(self.ledger, columns)
        if reach is None:
            return found.none()
        words = searching.condition(searching.paths(self.actor, self.ledger), self.words)
        found = found.filter(reach, self.filters.condition, words)
        column = sorted_by(self.columns, self.sort)
        if column is None:
            return found
        falling = self.sort.startswith("-")
        return found.order_by(*ordering(self.ledger, column, falling), *self.ledger.order, "pk")


def asked(ledger: Ledger, actor: Actor, given: Given, head: Head = NO_HEAD) -> Query:
    """What an address asks for; a sort by no column sorts nothing.

    ``head`` is what was written last before anything was read, where what filters offer may be kept.
    """
    columns = visible(actor, ledger)
    sort = filtering.last(given, SORT)
    return Query(
        ledger=ledger,
        actor=actor,
        columns=columns,
        filters=Reader(ledger, actor, given, Choices(actor, head)).read(columns),
        words=filtering.last(given, WORDS),
        sort=sort if sorted_by(columns, sort) else "",
    )


def visible(actor: Actor, ledger: Ledger) -> tuple[Column, ...]:
    """The columns that are not secret from the person."""
    unseen = access.hidden(actor, ledger)
    return tuple(column for column in ledger.columns if column.name not in unseen)


def joined(ledger: Ledger, columns: Iterable[Column] | None = None) -> QuerySet[Row]:
    """The rows of a ledger with whatever some columns lead to, or all, in one query.

    What is computed may look along every link.
    """
    columns = ledger.columns if columns is None else tuple(columns)
    if any(c.derived and not ledger.keeps(c) for c in columns):
        columns = ledger.columns
    return ledger.rows_with(c.name for c in columns if not c.derived and ledger.field(c).is_relation)


def sorted_by(columns: Iterable[Column], sort: str) -> Column | None:
    """The stored column that a sort names."""
    name = sort.removeprefix("-")
    return next((c for c in columns if c.name == name and not c.derived), None)


def ordering(ledger: Ledger, column: Column, falling: bool) -> list[Any]:
    """The order by a column; what is empty comes last either way."""
    if isinstance(column, Choice):
        return [_directed(_rank(column), falling)]
    if isinstance(column, Link):
        steps = registry.ledger(column.to).order
        return [
            _directed(F(f"{column.name}__{step.lstrip('-')}"), falling != step.startswith("-"))
            for step in steps
        ]
    if ledger.field(column).is_relation:
        return [f"-{column.name}" if falling else column.name]
    return [_directed(F(column.name), falling)]


def _rank(column: Choice) -> Case:
    """A choice stands where it stands among the choices."""
    places = (When(**{column.name: stored}, then=Value(n)) for n, (stored, _) in enumerate(column.choices))
    return Case(*places, output_field=IntegerField())


def _directed(expression: Any, falling: bool) -> Any:
    return expression.desc(nulls_last=True) if falling else expression.asc(nulls_last=True)

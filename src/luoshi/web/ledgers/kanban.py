"""A ledger as a kanban: its rows by state, so many of each, with the steps that the person may take."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from luoshi.ledgers import access
from luoshi.ledgers.access import Act
from luoshi.ledgers.columns import Choice, Column
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.filtering import PREFIX
from luoshi.ledgers.models import Row
from luoshi.web.ledgers import dues, lists
from luoshi.web.ledgers.lists import View

MOST: Final = 50  # cards of a state
LINES: Final = 3  # columns on a card besides the one by which people know the row


@dataclass(frozen=True, slots=True)
class Card:
    """One row: what it is called, a few of its columns, until when it is due, what can be done with it."""

    title: str
    url: str
    lines: tuple[tuple[str, str], ...]
    due: dues.Due | None
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """The rows in one state: how many there are, the first of them, and where all are listed."""

    title: str
    total: int
    cards: tuple[Card, ...]
    all_url: str

    @property
    def is_cut(self) -> bool:
        """Whether not all rows stand there."""
        return self.total > len(self.cards)


def state_column(view: View) -> Choice | None:
    """The column of the states, where there is one that the person may see."""
    life = view.ledger.lifecycle
    found = next((c for c in view.columns if life and c.name == life.field), None)
    return found if isinstance(found, Choice) else None


def stacks(view: View, column: Choice, on: date) -> list[Stack]:
    """All states in their order; two queries, however many rows there are."""
    rows = view.rows()
    counted = rows.order_by().values_list(column.name).annotate(n=Count("pk"))
    totals: dict[str, int] = dict(counted)
    held: dict[str, list[Card]] = {}
    shown = columns(view, column)
    for row in first_of_each(rows, column.name, MOST):
        held.setdefault(getattr(row, column.name), []).append(card(view, shown, row, on))
    return [
        Stack(word, totals.get(state, 0), tuple(held.get(state, ())), listed(view.ledger, column, state))
        for state, word in column.choices
    ]


def first_of_each(rows: QuerySet[Row], name: str, most: int) -> QuerySet[Row]:
    """The first rows of each value of a column, in the order that the rows have."""
    order: Any = rows.query.order_by
    place = Window(RowNumber(), partition_by=F(name), order_by=order)
    return rows.annotate(place_of_many=place).filter(place_of_many__lte=most)


def columns(view: View, state: Column) -> tuple[Column, ...]:
    """The columns on a card: the first that the person has in the list."""
    ledger = view.ledger
    left_out = {ledger.label, state.name, *ledger.identity, *ledger.clocked}
    return tuple(c for c in view.shown if c.name not in left_out)[:LINES]


def card(view: View, shown: Iterable[Column], row: Row, on: date) -> Card:
    """One row as a card."""
    ledger = view.ledger
    return Card(
        title=ledger.label_of(row),
        url=lists.address(ledger, row),
        lines=tuple((ledger.head(c), c.show(c.of(row))) for c in shown),
        due=dues.of(ledger, row, on),
        steps=steps(view, row),
    )


def steps(view: View, row: Row) -> tuple[tuple[str, str], ...]:
    """The steps that the person may take with a row, each with its address; its page says what is in the way."""
    ledger = view.ledger
    if ledger.lifecycle is None:
        return ()
    found = ledger.lifecycle.steps_from(getattr(row, ledger.lifecycle.field))
    return tuple(
        (step.title, reverse("ledger_step", args=[ledger.key, row.pk, step.name]))
        for step in found
        if access.may(view.actor, Act.STEP, ledger, row, step=step.name)
    )


def listed(ledger: Ledger, column: Column, state: str) -> str:
    """The list of the rows in a state."""
    return f"{reverse('ledger', args=[ledger.key])}?{urlencode({PREFIX + column.name: state})}"

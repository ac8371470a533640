"""The list of a ledger: which rows, which columns, in which order, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    ExpressionWrapper,
    F,
    IntegerField,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.urls import reverse

from luoshi.ledgers import layout, registry
from luoshi.ledgers.access import Actor
from luoshi.ledgers.columns import Choice, Column, Day, Link, Month, Text, as_text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Row
from luoshi.web import parts
from luoshi.web.ledgers import finding, searching
from luoshi.web.ledgers.choosing import Choices
from luoshi.web.ledgers.filters import Filters, Reader
from luoshi.web.models import ColumnChoice
from luoshi.web.request import Request

PAGE = 50
WORDS, SORT = "q", "sort"
TOTAL = "合计"
CUT = 10**9  # sums are taken of both halves of a number, so that no database's integer overflows


@dataclass(frozen=True)
class View:
    """What a person asked to see of a ledger."""

    ledger: Ledger
    actor: Actor
    columns: tuple[Column, ...]
    shown: tuple[Column, ...]
    filters: Filters
    words: str
    sort: str

    @property
    def searchable(self) -> bool:
        """Whether there is anything to search by."""
        return bool(searching.paths(self.actor, self.ledger))

    @property
    def choice(self) -> list[tuple[str, str, bool]]:
        """Every column that could be shown: its name, its title, whether it is."""
        return [(c.name, self.ledger.head(c), c in self.shown) for c in self.columns]

    @property
    def narrowed(self) -> bool:
        """Whether not all rows are asked for."""
        return bool(self.words or self.filters.chips)

    def rows(self) -> QuerySet[Row]:
        """The rows in the order asked for."""
        reach = finding.within(self.actor, self.ledger)
        found = joined(self.ledger)
        if reach is None:
            return found.none()
        words = searching.condition(searching.paths(self.actor, self.ledger), self.words)
        found = found.filter(reach, self.filters.condition, words)
        column = sorted_by(self.columns, self.sort)
        if column is None:
            return found
        falling = self.sort.startswith("-")
        return found.order_by(*ordering(self.ledger, column, falling), *self.ledger.order, "pk")


def asked(request: Request, ledger: Ledger) -> View:
    """The view that an address asks for."""
    actor = request.actor
    columns = finding.visible(actor, ledger)
    sort = request.GET.get(SORT, "")
    return View(
        ledger=ledger,
        actor=actor,
        columns=columns,
        shown=chosen(columns, ColumnChoice.objects.of(request.user, ledger.name)),
        filters=Reader(ledger, actor, request.GET, Choices(actor)).read(columns),
        words=as_text(request.GET.get(WORDS)),
        sort=sort if sorted_by(columns, sort) else "",
    )


def chosen(columns: Iterable[Column], names: Iterable[str]) -> tuple[Column, ...]:
    """The columns that a person chose; those of the ledger's own list where none are left of the choice."""
    columns, wanted = tuple(columns), set(names)
    return tuple(c for c in columns if c.name in wanted) or tuple(c for c in columns if c.listed) or columns


def joined(ledger: Ledger) -> QuerySet[Row]:
    """The rows of a ledger with whatever its columns lead to, in one query: what is computed looks there too."""
    stored = (c for c in ledger.columns if not c.derived)
    related = [c.name for c in stored if ledger.field(c).is_relation]
    found = ledger.rows()
    return found.select_related(*related) if related else found


# Order


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


# The table


def table(view: View, rows: Iterable[Row], totals: dict[str, int]) -> parts.Table:
    """The page of rows that is shown, under sortable heads, over the sums of all pages."""
    return parts.Table(
        name=f"ledger-{view.ledger.key}",
        caption=view.ledger.title,
        columns=heads(view.ledger, view.shown, sortable=True),
        rows=lines(view.ledger, view.shown, rows),
        totals=total_cells(view.shown, totals),
        frozen=2 if len(view.shown) > 4 else 1,
        sorted=view.sort,
        empty="没有符合条件的行，请去掉部分筛选条件。" if view.narrowed else "还没有行。",
    )


def heads(ledger: Ledger, columns: Iterable[Column], *, sortable: bool) -> tuple[parts.Column, ...]:
    """The heads of a table."""
    return tuple(
        parts.Column(
            ledger.title_of(c),
            unit=c.list_unit,
            kind=kind(ledger, c),
            width="medium" if isinstance(c, Text) and c.name == ledger.label else "",
            sort=c.name if sortable and not c.derived else "",
            help=c.help,
        )
        for c in columns
    )


def kind(ledger: Ledger, column: Column) -> parts.Kind:
    """How a column's cells are set; a number by which a row is known is not broken, as a day is not."""
    if column.numeric:
        return "number"
    number = isinstance(column, Text) and column.name in ledger.identity and column.name != ledger.label
    return "day" if number or isinstance(column, Day | Month) else "text"


def lines(ledger: Ledger, columns: tuple[Column, ...], rows: Iterable[Row]) -> tuple[parts.Row, ...]:
    """Rows of a table; the cell by which people know a row opens it."""
    opening = next((n for n, c in enumerate(columns) if c.name == ledger.label), 0)
    return tuple(
        parts.Row(
            tuple(
                parts.Cell(c.show(c.of(row)), url=address(ledger, row) if n == opening else "")
                for n, c in enumerate(columns)
            ),
            key=str(row.pk),
        )
        for row in rows
    )


def address(ledger: Ledger, row: Row) -> str:
    """Where a row has its page."""
    return reverse("ledger_row", args=[ledger.key, row.pk])


# Sums


def totals(ledger: Ledger, columns: tuple[Column, ...], rows: QuerySet[Row]) -> dict[str, int]:
    """The exact sums of the columns that add up, in one query; empty where none does."""
    added = layout.added_up(ledger, columns)
    if not added:
        return {}
    halves: dict[str, Any] = {}
    for column in added:
        whole, rest = F(column.name) / Value(CUT), F(column.name) % Value(CUT)
        halves[f"whole_{column.name}"] = Sum(ExpressionWrapper(whole, output_field=BigIntegerField()))
        halves[f"rest_{column.name}"] = Sum(ExpressionWrapper(rest, output_field=BigIntegerField()))
    found = rows.order_by().aggregate(**halves)
    return {
        c.name: int(found[f"whole_{c.name}"]) * CUT + int(found[f"rest_{c.name}"])
        for c in added
        if found[f"whole_{c.name}"] is not None
    }


def total_cells(columns: tuple[Column, ...], totals: dict[str, int]) -> tuple[parts.Cell, ...]:
    """The last line of a table: the sums under their columns."""
    if not totals:
        return ()
    cells = [parts.Cell(c.show(totals[c.name]) if c.name in totals else "") for c in columns]
    if columns[0].name not in totals:
        cells[0] = parts.Cell(TOTAL)
    return tuple(cells)

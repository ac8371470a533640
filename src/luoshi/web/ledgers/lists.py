"""The list of a ledger: which columns of which rows, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, ExpressionWrapper, F, QuerySet, Sum, Value
from django.urls import reverse
from django.utils import timezone

from luoshi.ledgers import layout, querying
from luoshi.ledgers.columns import Column, Day, Month, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.filtering import Control
from luoshi.ledgers.models import Row
from luoshi.ledgers.querying import Query
from luoshi.web import parts
from luoshi.web.ledgers import dues
from luoshi.web.models import ColumnChoice
from luoshi.web.request import Request

PAGE = 50
AT_HAND = 4  # controls that stand in the row itself; the others are one click away
SHORT = 80  # options up to which a list may stand there
TOTAL = "合计"
CUT = 10**9  # sums are taken of both halves of a number, so that no database's integer overflows


@dataclass(frozen=True, kw_only=True)
class View(Query):
    """What a person asked to see of a ledger, and in which columns."""

    shown: tuple[Column, ...]

    @property
    def choice(self) -> list[tuple[str, str, bool]]:
        """Every column that could be shown: its name, its title, whether it is."""
        return [(c.name, self.ledger.head(c), c in self.shown) for c in self.columns]

    @property
    def at_hand(self) -> list[Control]:
        """The filters that stand in the filter row."""
        lists = (c for c in self.filters.controls if c.kind == "list" and c.column.listed)
        return [c for c in lists if len(c.options) <= SHORT][:AT_HAND]

    @property
    def more(self) -> list[Control]:
        """All others."""
        first = self.at_hand
        return [control for control in self.filters.controls if control not in first]


def asked(request: Request, ledger: Ledger) -> View:
    """The view that an address asks for."""
    query = querying.asked(ledger, request.actor, dict(request.GET.lists()))
    wanted = ColumnChoice.objects.of(request.user, ledger.name)
    return View(**vars(query), shown=chosen(query.columns, wanted))


def chosen(columns: Iterable[Column], names: Iterable[str]) -> tuple[Column, ...]:
    """The columns that a person chose; those of the ledger's own list where none are left of the choice."""
    columns, wanted = tuple(columns), set(names)
    return tuple(c for c in columns if c.name in wanted) or tuple(c for c in columns if c.listed) or columns


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
    clocked = ledger.clocked & {dues.COLUMN}
    opening = next((n for n, c in enumerate(columns) if c.name == ledger.label), 0)
    return tuple(
        parts.Row(
            tuple(
                due(ledger, row)
                if c.name in clocked
                else parts.Cell(c.show(c.of(row)), url=address(ledger, row) if n == opening else "")
                for n, c in enumerate(columns)
            ),
            key=str(row.pk),
        )
        for row in rows
    )


def due(ledger: Ledger, row: Row) -> parts.Cell:
    """The day until which a row asks for its next step, under the light that says how that stands."""
    found = dues.of(ledger, row, timezone.localdate())
    return (
        parts.Cell(found.title, light=found.light, note=found.day.isoformat()) if found else parts.Cell("–")
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

"""The list of a ledger: which columns of which rows, and what they add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import BigIntegerField, Count, ExpressionWrapper, F, Model, QuerySet, Sum, Value
from django.http import QueryDict
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from luoshi.ledgers import access, layout, querying, standing
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.columns import Choice, Column, Day, Flag, Link, Month, Text
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
UNITS: Final = "directory.units"
TOTAL = "合计"
PICK = '<td class="pick"><input type="checkbox" name="row" value="{}" form="{}-picked" data-key="x" aria-label="选择"></td>'
NOBODY: Final[Mapping[str, Mapping[int, str]]] = MappingProxyType({})
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


_WANTED: standing.Kept[tuple[str, ...]] = standing.Kept(500)


def asked(request: Request, ledger: Ledger) -> View:
    """The view that an address asks for."""
    return _view(request, ledger, _wanted(request, ledger))


def _wanted(request: Request, ledger: Ledger) -> tuple[str, ...]:
    user = request.user
    return _WANTED.of(
        request.head, (user.pk, ledger.name), lambda: tuple(ColumnChoice.objects.of(user, ledger.name))
    )


def _view(request: Request, ledger: Ledger, wanted: Iterable[str]) -> View:
    query = querying.asked(ledger, request.actor, dict(request.GET.lists()), request.head)
    return View(**vars(query), shown=chosen(query.columns, wanted))


def chosen(columns: Iterable[Column], names: Iterable[str]) -> tuple[Column, ...]:
    """The columns that a person chose; those of the ledger's own list where none are left of the choice."""
    columns, wanted = tuple(columns), set(names)
    return tuple(c for c in columns if c.name in wanted) or tuple(c for c in columns if c.listed) or columns


# The page


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as its page shows it: rows under their filters, written; "" where there is nothing at all."""

    rows: SafeString
    view: View
    pickable: bool


_LISTINGS: standing.Kept[Listing] = standing.Kept(200)
_FILTERED: standing.Kept[tuple[View, SafeString]] = standing.Kept(200)


def listing(request: Request, ledger: Ledger) -> Listing:
    """The list that an address asks for, written once for a person until somebody writes what it shows.

    The filters over it stand longer: they show what can be chosen, whatever the ledger's own rows are.
    """
    actor, wanted = request.actor, _wanted(request, ledger)
    address = (ledger.name, request.META.get("QUERY_STRING", ""), wanted)
    asked = (address, actor.person, actor.mandates, request.month, timezone.localdate())

    def written() -> Listing:
        view, filters = _FILTERED.of(request.head, asked, lambda: _filtered(request, ledger, wanted))
        return _written(request, view, filters)

    return _LISTINGS.of(request.head, asked, written)


def _filtered(request: Request, ledger: Ledger, wanted: Iterable[str]) -> tuple[View, SafeString]:
    view = _view(request, ledger, wanted)
    values = {"view": view, "ledger": ledger, "chips": chips(request.GET, view)}
    return view, render_to_string(
        "ledger/filter.html", values | {"clear": reverse("ledger", args=[ledger.key])}
    )


def _written(request: Request, view: View, filters: SafeString) -> Listing:
    called = view.filters.called
    rows = view.rows(c for c in view.shown if not called.get(c.name))
    found = sums(view.ledger, view.shown, rows)
    page = paged(rows, found.count, request.GET.get("page"))
    shown = table(view, page.object_list, found.totals, bulk_actions(request.actor, view.ledger))
    pickable = shown.filled or view.narrowed
    values = {
        "request": request,  # for the links' queries only: no token of a form may be kept
        "filters": filters,
        "table": shown,
        "page": page,
    }
    there = pickable or view.filters.problems
    written = render_to_string("ledger/rows.html", values) if there else SafeString()
    return Listing(written, view, pickable)


def paged(rows: QuerySet[Row], count: int, number: str | None) -> Page[Row]:
    """One page of rows that are counted already."""
    paginator = Paginator(rows, PAGE)
    paginator.count = count
    return paginator.get_page(number)


def chips(given: QueryDict, view: View) -> list[parts.Chip]:
    """The conditions in force, each with the address without it."""
    found = [parts.Chip(c.label, text, without(given, c.names)) for c, text in view.filters.chips]
    if view.words:
        found.insert(0, parts.Chip("搜索", view.words, without(given, [querying.WORDS])))
    return found


def without(given: QueryDict, names: Iterable[str]) -> str:
    """The address's query without these names and without the page."""
    kept = given.copy()
    for name in (*names, "page"):
        kept.pop(name, None)
    return f"?{kept.urlencode()}" if kept else "?"


def bulk_actions(actor: Actor, ledger: Ledger) -> tuple[parts.Tab, ...]:
    """The steps that the person may take with many rows at once."""
    steps = ledger.lifecycle.steps if ledger.lifecycle else ()
    return tuple(
        parts.Tab(step.title, reverse("ledger_bulk", args=[ledger.key, step.name]))
        for step in steps
        if step.bulk and access.may(actor, Act.STEP, ledger, step=step.name)
    )


# The table


def table(
    view: View, rows: Iterable[Row], totals: dict[str, int], actions: tuple[parts.Tab, ...] = ()
) -> parts.Table:
    """The page of rows that is shown, under sortable heads, over the sums of all pages."""
    name = f"ledger-{view.ledger.key}"
    return parts.Table(
        name=name,
        caption=view.ledger.title,
        columns=heads(view.ledger, view.shown, sortable=True),
        body=body(view.ledger, view.shown, rows, pick=name if actions else "", called=view.filters.called),
        selectable=bool(actions),
        actions=actions,
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
            data=c.in_their_words,
        )
        for c in columns
    )


def kind(ledger: Ledger, column: Column) -> parts.Kind:
    """How a column's cells are set; a number by which a row is known is not broken, as a day is not, nor one of few words."""
    if column.numeric:
        return "number"
    if isinstance(column, Choice | Flag):
        return "line"
    if isinstance(column, Link) and column.to == UNITS:
        return "name"
    number = isinstance(column, Text) and column.name in ledger.identity and column.name != ledger.label
    return "day" if number or isinstance(column, Day | Month) else "text"


def body(
    ledger: Ledger,
    columns: tuple[Column, ...],
    rows: Iterable[Row],
    *,
    pick: str = "",
    called: Mapping[str, Mapping[int, str]] = NOBODY,
) -> SafeString:
    """The rows of a table, written at once; the cell by which people know a row opens it.

    A page of rows is a thousand cells, so every column writes a value once, and no template is asked. ``pick`` names
    the form that takes the rows that are picked, ``called`` by column the rows that need not be looked up for their names.
    """
    tags = [f'<td class="{kind(ledger, c)}"{parts.AS_IT_IS if c.in_their_words else ""}>' for c in columns]
    texts = [_text(ledger, c, called.get(c.name) or {}) for c in columns]
    opening = next((n for n, c in enumerate(columns) if c.name == ledger.label), 0)
    place = reverse("ledger_row", args=[ledger.key, 0]).removesuffix("0/")
    found: list[str] = []
    for row in rows:
        inside = [text(row) for text in texts]
        inside[opening] = f'<a href="{place}{row.pk}/"{parts.IN_DRAWER}>{inside[opening]}</a>'
        cells = "".join([f"{tag}{text}</td>" for tag, text in zip(tags, inside, strict=True)])
        box = PICK.format(row.pk, pick) if pick else ""
        found.append(f'<tr data-key="{row.pk}">{box}{cells}</tr>')
    return mark_safe("\n".join(found))


def _text(ledger: Ledger, column: Column, called: Mapping[int, str]) -> Callable[[Row], str]:
    """How a column writes its cell of a row."""
    if column.name in ledger.clocked & {dues.COLUMN}:
        return lambda row: render_to_string("components/cell.html", {"cell": due(ledger, row)}).strip()
    known: dict[Any, str] = {}
    key_of = attrgetter(ledger.field(column).attname) if called else column.of

    def text(row: Row) -> str:
        key = key_of(row)
        if isinstance(key, list | dict):  # several people, a place
            return escape(column.show(key))
        if isinstance(key, Model):
            key = key.pk
        if key not in known:
            known[key] = escape(called[key] if key in called else column.show(column.of(row)))
        return known[key]

    return text


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


@dataclass(frozen=True, slots=True)
class Sums:
    """How many rows there are, and the exact sums of the columns that add up."""

    count: int
    totals: dict[str, int]


def sums(ledger: Ledger, columns: tuple[Column, ...], rows: QuerySet[Row]) -> Sums:
    """Count and sums in one query; a column without any value has no sum."""
    added = layout.added_up(ledger, columns)
    asked: dict[str, Any] = {"count": Count("pk")}
    for column in added:
        whole, rest = F(column.name) / Value(CUT), F(column.name) % Value(CUT)
        asked[f"whole_{column.name}"] = Sum(ExpressionWrapper(whole, output_field=BigIntegerField()))
        asked[f"rest_{column.name}"] = Sum(ExpressionWrapper(rest, output_field=BigIntegerField()))
    found = rows.order_by().aggregate(**asked)
    totals = {
        c.name: int(found[f"whole_{c.name}"]) * CUT + int(found[f"rest_{c.name}"])
        for c in added
        if found[f"whole_{c.name}"] is not None
    }
    return Sums(int(found["count"]), totals)


def total_cells(columns: tuple[Column, ...], totals: dict[str, int]) -> tuple[parts.Cell, ...]:
    """The last line of a table: the sums under their columns."""
    if not totals:
        return ()
    cells = [parts.Cell(c.show(totals[c.name]) if c.name in totals else "") for c in columns]
    if columns[0].name not in totals:
        cells[0] = parts.Cell(TOTAL, ours=True)
    return tuple(cells)

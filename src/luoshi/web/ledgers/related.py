"""What hangs on a row: rows of other ledgers that lead to it, files, reviews; all counted in one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import CASCADE, Count, QuerySet, Subquery
from django.urls import reverse

from luoshi.ledgers import access, evidence, querying, registry, reviews
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.columns import Column
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.filtering import PREFIX
from luoshi.ledgers.models import Row
from luoshi.web import parts
from luoshi.web.ledgers import finding, lists

RELATED = "related"  # the side as a whole, in the address


@dataclass(frozen=True, slots=True)
class Related:
    """Rows of another ledger that lead to a row, through one column."""

    ledger: Ledger
    column: str
    title: str
    count: int

    @property
    def name(self) -> str:
        """The tab's name in the address."""
        return f"{self.ledger.key}.{self.column}"


@dataclass(frozen=True, slots=True)
class Hanging:
    """All that hangs on a row: rows that lead to it, so many files, so many reviewers who have not answered."""

    others: tuple[Related, ...]
    files: int
    waiting: int

    @property
    def rows(self) -> int:
        """How many rows lead to it."""
        return sum(other.count for other in self.others)

    def named(self, name: str) -> Related | None:
        """The rows of the side that an address names; of the first that has any for the side as a whole."""
        if name == RELATED:
            return next((o for o in self.others if o.count), self.others[0] if self.others else None)
        return next((other for other in self.others if other.name == name), None)


def of(actor: Actor, ledger: Ledger, row: Row) -> Hanging:
    """What hangs on a row, as far as the person may see it."""
    found: list[tuple[Ledger, str, str]] = []
    rows: list[QuerySet[Any]] = [
        evidence.of(ledger, row).order_by().values("row"),
        reviews.of(ledger, row).filter(standing=True, verdict="").order_by().values("row"),
    ]
    pointing = registry.pointing_at(ledger)
    for other, column in pointing:
        reach = access.reach(actor, Act.READ, other)
        if reach is None or column in access.hidden(actor, other):
            continue
        several = sum(each is other for each, _ in pointing) > 1
        title = f"{other.title}（{other.title_of(other.column(column))}）" if several else other.title
        found.append((other, column, title))
        rows.append(other.model._default_manager.filter(reach, **{column: row.pk}).order_by().values(column))
    files, waiting, *numbers = counts(row, rows)
    others = tuple(Related(*each, count) for each, count in zip(found, numbers, strict=True))
    return Hanging(others, files, waiting)


def counts(row: Row, groups: Iterable[QuerySet[Any]]) -> list[int]:
    """How many rows each group has that leads to this row: all of them in one query."""
    rows: Any = type(row)._default_manager
    sums = {f"n{at}": Subquery(group.annotate(n=Count("pk")).values("n")) for at, group in enumerate(groups)}
    numbers = rows.filter(pk=row.pk).values(**sums).first() if sums else None
    return [(numbers or {}).get(name) or 0 for name in sums]


def columns(actor: Actor, other: Related) -> tuple[Column, ...]:
    """The columns of the other ledger's list, without the one that leads here."""
    seen = querying.visible(actor, other.ledger)
    return tuple(c for c in seen if c.listed and c.name != other.column) or seen


def table(actor: Actor, other: Related, rows: Iterable[Row]) -> parts.Table:
    """The rows of the other ledger."""
    shown = columns(actor, other)
    return parts.Table(
        name=f"related-{other.ledger.key}",
        caption=other.title,
        columns=lists.heads(other.ledger, shown, sortable=False),
        body=lists.body(other.ledger, shown, rows),
        empty="还没有行。",
        short=True,
    )


def all_url(other: Related, row: Row) -> str:
    """The other ledger's list, narrowed to the rows that lead here."""
    return f"{reverse('ledger', args=[other.ledger.key])}?{urlencode({PREFIX + other.column: row.pk})}"


def new_url(actor: Actor, other: Related, row: Row) -> str:
    """The form for a new row that leads here; "" for who may not."""
    if not finding.may(actor, Act.CREATE, other.ledger):
        return ""
    return f"{reverse('ledger_new', args=[other.ledger.key])}?{urlencode({other.column: row.pk})}"


def bound(ledger: Ledger, row: Row) -> tuple[list[str], list[str]]:
    """What goes with the row when it is removed, and what keeps it from being removed."""
    goes: list[str] = []
    keeps: list[str] = []
    for other, column in registry.pointing_at(ledger):
        count = other.model._default_manager.filter(**{column: row.pk}).count()
        if count:
            action = getattr(other.field_named(column).remote_field, "on_delete", None)
            (goes if action is CASCADE else keeps).append(f"“{other.title}” {count} 行")
    return goes, keeps


def chips(hanging: Hanging, ledger: Ledger, row: Row, active: Related | None = None) -> list[parts.Tab]:
    """The ledgers whose rows lead to a row, those with rows first."""
    here = lists.address(ledger, row)
    ordered = sorted(hanging.others, key=lambda other: not other.count)
    return [parts.Tab(o.title, f"{here}?{urlencode({'tab': o.name})}", o == active, o.count) for o in ordered]

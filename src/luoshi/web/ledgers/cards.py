"""One row: what it holds, what leads to it, what can be done with it, what happened to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import CASCADE, Count, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from luoshi.ledgers import access, audit, lookups, querying, registry, stepping
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.columns import Column, Link, Number, plain
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.filtering import PREFIX
from luoshi.ledgers.lifecycle import Step
from luoshi.ledgers.models import AuditRow, Row
from luoshi.ledgers.writing import state_word
from luoshi.web import parts
from luoshi.web.ledgers import finding, lists

DETAILS, HISTORY = "details", "history"


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
class Button:
    """A step that the person may take; ``why`` says what stands in its way."""

    title: str
    url: str
    why: str = ""


# What it holds


def title(ledger: Ledger, row: Row) -> str:
    """The row as people call it."""
    return ledger.label_of(row)


def sentence(actor: Actor, ledger: Ledger, row: Row) -> str:
    """What tells the row from its like: the ledger and the row's identity."""
    unseen = access.hidden(actor, ledger)
    number = "" if unseen & set(ledger.identity) else lookups.identity(ledger, row)
    return ledger.title if number in ("", ledger.label_of(row)) else f"{ledger.title} · {number}"


def sections(actor: Actor, ledger: Ledger, row: Row) -> list[tuple[str, list[parts.Detail]]]:
    """Every column that the person may see, group by group in the ledger's order."""
    return [
        (group, [detail(actor, ledger, column, row) for column in columns])
        for group, columns in ledger.groups(querying.visible(actor, ledger))
    ]


def detail(actor: Actor, ledger: Ledger, column: Column, row: Row) -> parts.Detail:
    """What a row holds in one column."""
    return parts.Detail(ledger.title_of(column), said(column, row), url=linked(actor, column, row))


def said(column: Column, row: Row) -> str:
    """A value with its unit; exactly too, where the list's unit rounds it."""
    value = column.of(row)
    shown = column.show(value)
    if not isinstance(column, Number) or value is None:
        return shown
    text = f"{shown} {column.list_unit}".rstrip()
    exact = column.number(value, column.list_unit)
    if column.places is None or exact == round(exact, column.places):
        return text
    return f"{text}（{plain(column.number(value, column.entry_unit))} {column.entry_unit}）"


def linked(actor: Actor, column: Column, row: Row) -> str:
    """The page of the row that a column leads to, if the person may see it."""
    if not isinstance(column, Link) or column.derived:
        return ""
    found, target = column.of(row), registry.ledger(column.to)
    if not isinstance(found, Row) or not access.may(actor, Act.READ, target, found):
        return ""
    return lists.address(target, found)


def state(ledger: Ledger, row: Row) -> str:
    """The word for where the row stands in its lifecycle."""
    return state_word(ledger, getattr(row, ledger.lifecycle.field)) if ledger.lifecycle else ""


# What can be done with it


def buttons(actor: Actor, ledger: Ledger, row: Row, on: date) -> list[Button]:
    """The steps that the person may take now; those that lack something say what."""
    if ledger.lifecycle is None:
        return []
    steps = ledger.lifecycle.steps_from(getattr(row, ledger.lifecycle.field))
    return [
        Button(
            step.title,
            reverse("ledger_step", args=[ledger.key, row.pk, step.name]),
            in_the_way(actor, ledger, row, step, on),
        )
        for step in steps
        if access.may(actor, Act.STEP, ledger, row, step=step.name)
    ]


def in_the_way(actor: Actor, ledger: Ledger, row: Row, step: Step, on: date) -> str:
    """Why a step cannot be taken on a day, in all the sentences there are; "" where it can."""
    return "".join(stepping.in_the_way(ledger, row, step, by=actor, on=on))


# What leads to it


def related(actor: Actor, ledger: Ledger, row: Row) -> list[Related]:
    """Every ledger whose rows lead here, with the number of rows that the person may see."""
    found: list[tuple[Ledger, str, str]] = []
    rows: list[QuerySet[Row]] = []
    pointing = registry.pointing_at(ledger)
    for other, column in pointing:
        reach = querying.within(actor, other)
        if reach is None or column in access.hidden(actor, other):
            continue
        several = sum(each is other for each, _ in pointing) > 1
        title = f"{other.title}（{other.title_of(other.column(column))}）" if several else other.title
        found.append((other, column, title))
        rows.append(other.model._default_manager.filter(reach, **{column: row.pk}).order_by().values(column))
    return [Related(*each, count) for each, count in zip(found, counts(row, rows), strict=True)]


def counts(row: Row, groups: Iterable[QuerySet[Row]]) -> list[int]:
    """How many rows each group has that leads to this row: all of them in one query."""
    rows: Any = type(row)._default_manager
    sums = {f"n{at}": Subquery(group.annotate(n=Count("pk")).values("n")) for at, group in enumerate(groups)}
    numbers = rows.filter(pk=row.pk).values(**sums).first() if sums else None
    return [(numbers or {}).get(name) or 0 for name in sums]


def tabs(actor: Actor, ledger: Ledger, row: Row, others: Iterable[Related], active: str) -> list[parts.Tab]:
    """The card's sides: the row itself, the rows that lead to it, its history."""
    here = lists.address(ledger, row)
    found = [parts.Tab("详情", here, active == DETAILS)]
    found += [
        parts.Tab(o.title, f"{here}?{urlencode({'tab': o.name})}", active == o.name, o.count) for o in others
    ]
    if access.may(actor, Act.HISTORY, ledger, row):
        url = reverse("ledger_history", args=[ledger.key, row.pk])
        found.append(parts.Tab("变动记录", url, active == HISTORY))
    return found


def related_columns(actor: Actor, other: Related) -> tuple[Column, ...]:
    """The columns of the other ledger's list, without the one that leads here."""
    columns = querying.visible(actor, other.ledger)
    return tuple(c for c in columns if c.listed and c.name != other.column) or columns


def related_table(actor: Actor, other: Related, rows: Iterable[Row]) -> parts.Table:
    """The rows of the other ledger."""
    columns = related_columns(actor, other)
    return parts.Table(
        name=f"related-{other.ledger.key}",
        caption=other.title,
        columns=lists.heads(other.ledger, columns, sortable=False),
        rows=lists.lines(other.ledger, columns, rows),
        empty="还没有行。",
        short=True,
    )


def all_related(other: Related, row: Row) -> str:
    """The other ledger's list, narrowed to the rows that lead here."""
    return f"{reverse('ledger', args=[other.ledger.key])}?{urlencode({PREFIX + other.column: row.pk})}"


def new_related(actor: Actor, other: Related, row: Row) -> str:
    """The form for a new row that leads here; "" for who may not."""
    if not finding.may(actor, Act.CREATE, other.ledger):
        return ""
    return f"{reverse('ledger_new', args=[other.ledger.key])}?{urlencode({other.column: row.pk})}"


def hanging(actor: Actor, ledger: Ledger, row: Row) -> tuple[list[str], list[str]]:
    """What goes with the row when it is removed, and what keeps it from being removed."""
    goes: list[str] = []
    keeps: list[str] = []
    for other, column in registry.pointing_at(ledger):
        count = other.model._default_manager.filter(**{column: row.pk}).count()
        if count:
            action = getattr(other.field_named(column).remote_field, "on_delete", None)
            (goes if action is CASCADE else keeps).append(f"“{other.title}” {count} 行")
    return goes, keeps


# What happened to it


def events(actor: Actor, ledger: Ledger, trail: Iterable[AuditRow]) -> list[parts.Event]:
    """The trail in words, without what is secret from the person."""
    return [
        parts.Event(
            when=timezone.localtime(entry.at),
            who=entry.actor,
            text=f"{entry.act}　理由：{entry.reason}" if entry.reason else entry.act,
            note="\n".join(
                f"{title}：{turned(before, after)}"
                for title, (before, after) in audit.visible(actor, ledger, entry.changes).items()
            ),
        )
        for entry in trail
    ]


def turned(before: str, after: str) -> str:
    """What a column held and what it holds."""
    return f"{before} → {after or '（空）'}" if before else after or "（空）"

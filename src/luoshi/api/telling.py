"""Ledgers, rows and trails as JSON, for who asks: nothing that is secret from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils import timezone

from luoshi.api.schemas import Told
from luoshi.ledgers import audit, exporting, querying
from luoshi.ledgers.access import Act, Actor, may, unfillable
from luoshi.ledgers.columns import Choice, Column, Flag, Link
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.importing import ImportPlan
from luoshi.ledgers.lifecycle import Step
from luoshi.ledgers.lookups import Lookups
from luoshi.ledgers.models import AuditRow, Row
from luoshi.ledgers.querying import Query

BY_HAND: Final = (Act.CREATE, Act.CHANGE, Act.IMPORT)
ASKED: Final = (Act.READ, *BY_HAND, Act.EXPORT, Act.HISTORY)


def rights(actor: Actor, ledger: Ledger) -> list[str]:
    """What the actor may do to any row of a ledger."""
    acts = (act for act in ASKED if ledger.editable or act not in BY_HAND)
    return [act.value for act in acts if may(actor, act, ledger)]


def brief(actor: Actor, ledger: Ledger) -> Told:
    """A ledger in a list."""
    own = {"key": ledger.key, "name": ledger.name, "title": ledger.title, "note": ledger.note}
    return own | {"rights": rights(actor, ledger)}


def whole(query: Query) -> Told:
    """A ledger with its columns, its steps and the names of its filters."""
    actor, ledger = query.actor, query.ledger
    closed = unfillable(actor, ledger)
    steps = ledger.lifecycle.steps if ledger.lifecycle else ()
    seen = {column.name for column in query.columns}
    return brief(actor, ledger) | {
        "identity": [name for name in ledger.identity if name in seen],
        "columns": [column_told(ledger, column, closed) for column in query.columns],
        "steps": [step_told(actor, ledger, step, seen) for step in steps],
        "filters": filters(query),
    }


def filters(query: Query) -> list[str]:
    """The names by which a list may be narrowed."""
    return [
        name
        for control in query.filters.controls
        for name in {
            "list": control.names[:1],
            "span": control.names[1:3],
            "words": (control.names[0], control.names[3]),
        }[control.kind]
    ]


def column_told(ledger: Ledger, column: Column, closed: frozenset[str]) -> Told:
    """A column, how it is called and what it takes."""
    return {
        "name": column.name,
        "title": ledger.title_of(column),
        "kind": column.widget,
        "unit": column.entry_unit,
        "help": column.help,
        "required": not column.derived and ledger.required(column),
        "fillable": column in ledger.writable and column.name not in closed,
        "derived": column.derived,
        "choices": choices(column),
        "to": column.to if isinstance(column, Link) else "",
    }


def choices(column: Column) -> list[str]:
    """The words that a column takes; none where it takes others too."""
    if isinstance(column, Choice):
        return [shown for _, shown in column.choices]
    return ["是", "否"] if isinstance(column, Flag) else []


def step_told(actor: Actor, ledger: Ledger, step: Step, seen: Iterable[str]) -> Told:
    """A step, from where and to where it leads and what it asks for."""
    return {
        "name": step.name,
        "title": step.title,
        "source": list(step.source),
        "target": step.target,
        "needs": [name for name in step.needs if name in seen],
        "asks_reason": step.asks_reason,
        "may": bool(may(actor, Act.STEP, ledger, step=step.name)),
    }


def rows(ledger: Ledger, columns: Sequence[Column], found: Iterable[Row]) -> list[Told]:
    """Rows of a list."""
    lookups = Lookups()
    return [
        {
            "key": row.pk,
            "version": row.version,
            "label": ledger.label_of(row) if any(c.name == ledger.label for c in columns) else "",
            "values": exporting.told(columns, row, lookups),
        }
        for row in found
    ]


def row(actor: Actor, ledger: Ledger, pk: int) -> Told:
    """A row by itself, as it is stored now."""
    found = querying.joined(ledger).get(pk=pk)
    (told,) = rows(ledger, querying.visible(actor, ledger), [found])
    life = ledger.lifecycle
    ahead = life.steps_from(getattr(found, life.field)) if life else ()
    names = [step.name for step in ahead if may(actor, Act.STEP, ledger, found, step=step.name)]
    return told | {"steps": names}


def page(found: QuerySet[Any], number: int, size: int) -> tuple[Told, list[Any]]:
    """A page of a list, and what stands on it; nothing does after the last."""
    pages = Paginator(found, size)
    on_it = list(pages.page(number).object_list) if number <= pages.num_pages else []
    return {"count": pages.count, "page": number, "pages": pages.num_pages}, on_it


def entry(actor: Actor, ledger: Ledger, found: AuditRow) -> Told:
    """One entry of a trail."""
    return {
        "at": timezone.localtime(found.at).isoformat(timespec="seconds"),
        "who": found.actor,
        "act": found.act,
        "reason": found.reason,
        "changes": audit.visible(actor, ledger, found.changes),
    }


def preview(plan: ImportPlan) -> Told:
    """What a file would do."""
    return {
        "summary": plan.summary,
        "creates": len(plan.creates),
        "changes": len(plan.changes),
        "unchanged": plan.unchanged,
        "seen": "" if plan.problems else plan.fingerprint,
        "problems": [
            {
                "sheet": p.sheet,
                "row": p.row or 0,
                "column": p.letter,
                "title": p.title,
                "value": p.value,
                "sentence": p.sentence,
            }
            for p in plan.problems
        ],
    }


def cells(plan: ImportPlan) -> dict[str, list[str]]:
    """What is wrong with a file, by cell: 签约!C7."""
    found: dict[str, list[str]] = {}
    for p in plan.problems:
        found.setdefault(f"{p.sheet}!{p.letter}{p.row or ''}" if p.sheet else "", []).append(p.sentence)
    return found

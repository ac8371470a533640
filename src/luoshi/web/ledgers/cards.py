"""One row: its head, what it holds, what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from luoshi.ledgers import access, clocks, evidence, lookups, querying, registry, stepping
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.columns import Column, File, Link, Number, People, Person, Place, plain
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Step
from luoshi.ledgers.models import Row
from luoshi.ledgers.writing import state_word
from luoshi.web import formats, parts
from luoshi.web.ledgers import dues, finding, lists, places
from luoshi.web.ledgers.related import RELATED, Hanging
from luoshi.web.request import Request

DETAILS, FILES, REVIEWS, HISTORY = "details", "files", "reviews", "history"


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
    return parts.Detail(
        ledger.title_of(column),
        said(column, row),
        data=column.in_their_words,
        url=linked(actor, column, row),
        download=taken(actor, ledger, column, row),
        place=places.draw(column.of(row)) if isinstance(column, Place) else None,
        light=dues.light(ledger, row, timezone.localdate()) if column.name == dues.COLUMN else None,
    )


def said(column: Column, row: Row) -> str:
    """A value with its unit; exactly too, where the list's unit rounds it."""
    value = column.of(row)
    shown = column.show(value)
    if isinstance(column, File) and value:
        return f"{shown}（{formats.size(value['size'])}）"
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


def taken(actor: Actor, ledger: Ledger, column: Column, row: Row) -> str:
    """Where the file in a column is handed out, for who may take it."""
    if not isinstance(column, File) or not column.of(row) or not access.may(actor, Act.EXPORT, ledger, row):
        return ""
    return reverse("ledger_column_file", args=[ledger.key, row.pk, column.name])


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


# Its head and its sides


def people(actor: Actor, ledger: Ledger, row: Row) -> list[tuple[str, str]]:
    """Who has the row in hand: the titles of its columns of people, each with the names."""
    columns = (c for c in querying.visible(actor, ledger) if isinstance(c, Person | People))
    named = ((ledger.title_of(c), c.show(c.of(row))) for c in columns if c.of(row))
    return list(named)


def tabs(actor: Actor, ledger: Ledger, row: Row, hanging: Hanging, active: str) -> list[parts.Tab]:
    """The card's sides: the row itself, the rows that lead to it, its files, its reviews, its history."""
    here, at = lists.address(ledger, row), [ledger.key, row.pk]
    found = [parts.Tab("明细", here, active == DETAILS)]
    if hanging.others:
        url = f"{here}?{urlencode({'tab': RELATED})}"
        found.append(parts.Tab("关联", url, active == RELATED, hanging.rows))
    if hanging.files or finding.may(actor, Act.CHANGE, ledger, row) or slots_of(actor, ledger, row):
        found.append(parts.Tab("附件", reverse("ledger_files", args=at), active == FILES, hanging.files))
    if ledger.lifecycle and any(step.review for step in ledger.lifecycle.steps):
        waiting = hanging.waiting or None
        found.append(parts.Tab("评审", reverse("ledger_reviews", args=at), active == REVIEWS, waiting))
    if access.may(actor, Act.HISTORY, ledger, row):
        found.append(parts.Tab("变动记录", reverse("ledger_history", args=at), active == HISTORY))
    return found


def slots_of(actor: Actor, ledger: Ledger, row: Row) -> list[str]:
    """What files of the row may prove, of what the person may hang on it."""
    steps = ledger.lifecycle.steps if ledger.lifecycle else ()
    changes = finding.may(actor, Act.CHANGE, ledger, row)
    asked = (
        slot
        for step in steps
        for slot in step.evidence
        if changes or access.may(actor, Act.STEP, ledger, row, step=step.name)
    )
    return list(dict.fromkeys([*asked, *([evidence.PROOF] if changes else [])]))


def templates(ledger: Ledger) -> list[str]:
    """The ledger's own card where it has one, the general one otherwise."""
    return [f"{ledger.name.replace('.', '/')}_row.html", "ledger/row.html"]


def frame(request: Request, ledger: Ledger, row: Row, hanging: Hanging, active: str) -> dict[str, object]:
    """What stands on every side of a card."""
    actor, today = request.actor, timezone.localdate()
    return {
        "ledger": ledger,
        "row": row,
        "title": title(ledger, row),
        "sentence": sentence(actor, ledger, row),
        "state": state(ledger, row),
        "due": dues.of(ledger, row, today),
        "law": clocks.legal(ledger, row),
        "people": people(actor, ledger, row),
        "buttons": buttons(actor, ledger, row, today),
        "tabs": tabs(actor, ledger, row, hanging, active),
        "active": active,
        "may_change": finding.may(actor, Act.CHANGE, ledger, row),
        "may_remove": finding.may(actor, Act.REMOVE, ledger, row),
    }

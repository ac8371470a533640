"""更正 as the pages of lists and of scores offer it: what waits, the rows that are to be put right first, and one button."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.urls import reverse
from django.utils import timezone

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.oversight.corrections import actions, rulings
from luoshi.oversight.lists.actions import LEDGER
from luoshi.oversight.objections.models import Objection
from luoshi.reports.bulletin import render as rendered
from luoshi.web.request import Request


@dataclass(frozen=True, slots=True)
class Waiting:
    """An accepted objection, or an excuse, from which nothing has followed; ``url`` is the row to be put right first, ""
    if none is."""

    number: str
    subject: str
    url: str


def waiting(request: Request) -> list[Waiting]:
    """What the person may correct."""
    if not access.may(request.actor, Act.CREATE, registry.ledger(LEDGER)):
        return []
    excused = [Waiting(each.number, each.subject, "") for each in rulings.excused()]
    return [*map(_waiting, rulings.waiting()), *excused]


def _waiting(each: rulings.Ruled) -> Waiting:
    subject = each.subject if isinstance(each, Objection) else each.about
    ledger = registry.ledger(each.ledger)
    url = "" if rulings.ready(each) else reverse("ledger_row", args=[ledger.key, each.row])
    return Waiting(each.number, subject, url)


def correct(request: Request) -> None:
    """Correct all that follows from accepted objections, and say what that was."""
    try:
        done = actions.correct(rendered, by=request.actor, on=timezone.localdate(), address=settings.ADDRESS)
    except Refused:
        raise
    except LedgerError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"已更正：{done.words}。")

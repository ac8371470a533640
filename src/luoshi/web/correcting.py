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
from luoshi.oversight.corrections import actions, overtaken, rulings
from luoshi.oversight.corrections.overtaken import Overtaken
from luoshi.oversight.lists.actions import LEDGER
from luoshi.oversight.objections.models import Objection
from luoshi.reports.bulletin import render as rendered
from luoshi.rules.months import show_month
from luoshi.web.request import Request


@dataclass(frozen=True, slots=True)
class Waiting:
    """An accepted objection, or an excuse, from which nothing has followed; ``url`` is the row to be put right first, ""
    if none is. ``tells`` names what tells of an excused light as it was."""

    number: str
    subject: str
    url: str
    tells: str = ""


def waiting(request: Request) -> list[Waiting]:
    """What the person may correct."""
    if not access.may(request.actor, Act.CREATE, registry.ledger(LEDGER)):
        return []
    return [*map(_waiting, rulings.waiting()), *map(_overtaken, overtaken.waiting())]


def _overtaken(each: Overtaken) -> Waiting:
    excuse = each.excuse
    subject = f"{excuse.subject}{show_month(excuse.period)}{excuse.get_was_display()}"
    return Waiting(excuse.number, subject, "", each.words)


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


def leave(request: Request) -> None:
    """Leave what an excuse came too late for as it is, with the reason, and say so."""
    try:
        left = actions.leave(
            request.POST.get("number", ""), reason=request.POST.get("reason", ""), by=request.actor
        )
    except Refused:
        raise
    except LedgerError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"{left.number} 已记下：{left.corrected}。")

"""打印: a list as it is filtered, or one row, laid out for paper."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from luoshi.directory.people.actors import reporting_unit
from luoshi.ledgers import access, audit, layout
from luoshi.ledgers.access import Act
from luoshi.web.ledgers import cards, finding, lists, prints, related, trails
from luoshi.web.request import Request

TRAIL = 8  # the last entries of the trail on a card


@require_GET
def listed(request: Request, key: str) -> HttpResponse:
    """The list with the same filters and in the same order, whole; who may export may print."""
    ledger = finding.ledger(request, key, Act.EXPORT)
    view = lists.asked(request, ledger)
    rows = view.rows()
    found = list(rows[: prints.MOST + 1])
    whole = len(found) <= prints.MOST
    sums = lists.sums(ledger, view.shown, rows).totals if found and whole else {}
    values = {
        "ledger": ledger,
        "view": view,
        "said": view.said,
        "whole": whole,
        "most": prints.MOST,
        "table": prints.table(view, found[: prints.MOST], sums),
        "unit_line": layout.unit_line(view.shown, listed=True),
        **sheet(request, "across"),
    }
    with transaction.atomic():
        audit.begin()
        changes = {"行数": ("", str(min(len(found), prints.MOST))), "筛选": ("", view.said)}
        audit.note(request.actor, "打印", ledger, {title: pair for title, pair in changes.items() if pair[1]})
    return render(request, "ledger/print_list.html", values)


@require_GET
def card(request: Request, key: str, pk: int) -> HttpResponse:
    """One row with what leads to it in numbers and its last history."""
    ledger = finding.ledger(request, key)
    row = finding.row(request, ledger, pk)
    hanging = related.of(request.actor, ledger, row)
    values = cards.frame(request, ledger, row, hanging, cards.DETAILS)
    values["sections"] = cards.sections(request.actor, ledger, row)
    values["hanging"] = hanging
    if access.may(request.actor, Act.HISTORY, ledger, row):
        trail = audit.of(ledger, row)[:TRAIL]
        values["events"] = trails.events(request.actor, ledger, trail)
    return render(request, "ledger/print_card.html", values | sheet(request, "upright"))


def sheet(request: Request, way: str) -> dict[str, object]:
    """The paper, which way it lies, and who prints when."""
    now = timezone.localtime()
    paper = request.GET.get("paper", "")
    return {
        "paper": paper if paper in prints.PAPERS else prints.PAPERS[0],
        "way": way,
        "now": now,
        "unit": reporting_unit(request.user, now.date()),
    }

"""调度: red and black lists of the month, and the bulletins that were issued."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.oversight.boards.boards import board_of
from luoshi.oversight.bulletins import actions, since
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.bulletins.since import Changed
from luoshi.oversight.wall.wall import wall
from luoshi.reports.bulletin import composed
from luoshi.reports.bulletin import render as rendered
from luoshi.web import months
from luoshi.web.ledgers import trails
from luoshi.web.pages import delivery
from luoshi.web.plans import finding
from luoshi.web.request import Request
from luoshi.web.wall import boards, changes

TRAIL = 200  # the newest entries of the trail that the page shows
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def rounds(request: Request) -> HttpResponse:
    """The month's red and black lists."""
    rows = wall(request.month, finding.targets(request))
    values = {
        "tabs": delivery.tabs("rounds"),
        "board": boards.tables(board_of(request.month, rows)) if rows else None,
    }
    return render(request, "rounds/boards.html", values)


def reports(request: Request) -> HttpResponse:
    """All bulletins, and the month's own if it is not issued yet."""
    bulletins = registry.ledger(actions.LEDGER)
    access.require(request.actor, Act.READ, bulletins)
    values = {
        "table": boards.bulletins(Bulletin.objects.all()),
        "issued": Bulletin.objects.latest_of(request.month),
        "may_issue": access.may(request.actor, Act.CREATE, bulletins),
    }
    return render(request, "rounds/bulletins.html", values)


def bulletin(request: Request, key: int) -> HttpResponse:
    """A bulletin as it was issued, with what it says on the page."""
    row = _bulletin(request, key)
    official, found = composed(row.facts), _changed(request, row)
    values = {
        "bulletin": row,
        "official": boards.paper(official),
        "changed": len(found),
        "changes": changes.table(row, found),
    }
    return render(request, "rounds/bulletin.html", values)


def change(request: Request, key: int, number: str) -> HttpResponse:
    """Why a number of a bulletin would be another now: the facts that changed, and what was done with the rows."""
    row = _bulletin(request, key)
    target = finding.target(request, number)
    found = [each for each in _changed(request, row) if each.number == number]
    turned = since.turned(row, target)
    entries = since.trail(request.actor, row, target.binding, turned) if target.binding else {}
    books = [(registry.ledger(name), some[:TRAIL]) for name, some in entries.items()]
    values = {
        "bulletin": row,
        "target": target,
        "changes": changes.table(row, found),
        "pieces": changes.pieces(since.pieces(turned, target) if turned else ()),
        "books": [(book.title, trails.entries(request.actor, book, some)) for book, some in books],
    }
    return render(request, "rounds/change.html", values)


def _changed(request: Request, row: Bulletin) -> list[Changed]:
    """What changed, for who may see targets at all."""
    may = access.may(request.actor, Act.READ, registry.ledger(finding.TARGETS))
    return changes.of(request, row) if may else []


def file(request: Request, key: int) -> HttpResponse:
    """The Word file as it was issued."""
    row = _bulletin(request, key)
    access.require(request.actor, Act.EXPORT, registry.ledger(actions.LEDGER), row)
    answer = HttpResponse(bytes(row.file), content_type=DOCX)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(row.title)}.docx"
    return answer


@require_POST
def issue(request: Request) -> HttpResponse:
    """Issue the bulletin of the month that the page showed; issuing again needs a reason."""
    access.require(request.actor, Act.CREATE, registry.ledger(actions.LEDGER))
    month = months.sent(request.POST)
    try:
        row = actions.issue(
            month,
            rendered,
            on=timezone.localdate(),
            by=request.actor,
            reason=request.POST.get("reason", ""),
        )
    except Refused:
        raise
    except LedgerError as problem:
        messages.error(request, str(problem))
        return redirect(months.address("reports", month))
    messages.success(request, f"《{row.title}》已印发。")
    return redirect("bulletin", key=row.pk)


def _bulletin(request: Request, key: int) -> Bulletin:
    row = Bulletin.objects.filter(pk=key).first()
    if row is None:
        raise Http404("没有这份通报。")
    access.require(request.actor, Act.READ, registry.ledger(actions.LEDGER), row)
    return row

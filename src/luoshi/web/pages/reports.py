"""报表: the reports of a month, issued or as a draft, and what changed since."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from luoshi.ledgers import access, registry, rewinding
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import BadValue, LedgerError, Refused
from luoshi.oversight.bulletins import actions, facts, since
from luoshi.oversight.bulletins.models import BULLETIN, Bulletin
from luoshi.oversight.bulletins.since import Changed, Relit
from luoshi.oversight.templates import templates
from luoshi.reports import bulletin as papers_of
from luoshi.reports import pdf, workbook
from luoshi.web import correcting, months
from luoshi.web.ledgers import trails
from luoshi.web.plans import finding
from luoshi.web.request import Request
from luoshi.web.rounds import sources
from luoshi.web.wall import changes, papers

TRAIL: Final = 200  # the newest entries of the trail that the page shows
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def reports(request: Request) -> HttpResponse:
    """All that was issued, the kinds of reports, and the month's own bulletin if it is not issued yet."""
    bulletins = registry.ledger(actions.LEDGER)
    access.require(request.actor, Act.READ, bulletins)
    values = {
        "table": papers.bulletins(Bulletin.objects.all()),
        "issued": Bulletin.objects.latest_of(request.month),
        "kinds": [
            (each, Bulletin.objects.latest_of(request.month, each.code))
            for each in templates.to_issue(timezone.localdate())
        ],
        "may_issue": access.may(request.actor, Act.CREATE, bulletins),
    }
    return render(request, "rounds/bulletins.html", values)


def draft(request: Request, kind: str) -> HttpResponse:
    """A report of the month as it would be issued now; nothing is kept."""
    access.require(request.actor, Act.CREATE, registry.ledger(actions.LEDGER))
    values: dict[str, object] = {"kind": kind}
    try:
        found = facts.gather(request.month, on=timezone.localdate(), kind=kind) | {"code": ""}
        values |= papers.paper(papers_of.composed(found)) | {"facts": found}
    except templates.UnknownKind as unknown:
        raise Http404(str(unknown)) from unknown
    except LedgerError as problem:
        values["problem"] = str(problem)
    return render(request, "rounds/draft.html", values)


def bulletin(request: Request, key: int) -> HttpResponse:
    """A report as it was issued, with what it says on the page; figures that would be others now are marked."""
    row = _bulletin(request, key)
    official, found, relit = papers_of.composed(row.facts), _changed(request, row), _relit(request, row)
    values = papers.paper(official, sources.stale(request, row)) | {
        "bulletin": row,
        "changed": len(found),
        "changes": changes.table(row, found),
        "relit": len(relit),
        "lights": changes.relit(relit),
        "corrections": correcting.waiting(request) if relit else [],
        "pdf": pdf.program() is not None,
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


def _relit(request: Request, row: Bulletin) -> list[Relit]:
    """The lights that shine otherwise now, for who may see targets at all; of the bulletin that stands."""
    may = access.may(request.actor, Act.READ, registry.ledger(finding.TARGETS))
    stands = row == Bulletin.objects.latest_of(row.period, row.kind)
    return changes.lights(request, row) if may and stands else []


def file(request: Request, key: int) -> HttpResponse:
    """The Word file as it was issued."""
    row = _taken(request, key)
    return _download(bytes(row.file), f"{row.title}.docx", DOCX)


@require_GET
def tables(request: Request, key: int) -> HttpResponse:
    """The tables of a report and where its numbers come from, as a workbook."""
    row = _taken(request, key)
    return _download(workbook.render(papers_of.composed(row.facts)), f"{row.title}.xlsx", XLSX)


@require_GET
def printed(request: Request, key: int) -> HttpResponse:
    """The Word file as PDF, where LibreOffice is there."""
    row = _taken(request, key)
    try:
        made = pdf.of(bytes(row.file))
    except pdf.NotPrinted as problem:
        messages.error(request, str(problem))
        return redirect("bulletin", key=row.pk)
    return _download(made, f"{row.title}.pdf", "application/pdf")


def _download(data: bytes, name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer


@require_POST
def issue(request: Request) -> HttpResponse:
    """Issue a report of the month that the page showed; issuing again needs a reason."""
    access.require(request.actor, Act.CREATE, registry.ledger(actions.LEDGER))
    month = months.sent(request.POST)
    try:
        row = actions.issue(
            month,
            papers_of.render,
            on=timezone.localdate(),
            by=request.actor,
            reason=request.POST.get("reason", ""),
            kind=request.POST.get("kind", BULLETIN),
            as_of=_as_of(request.POST),
            address=settings.ADDRESS,
        )
    except Refused:
        raise
    except LedgerError as problem:
        messages.error(request, str(problem))
        return redirect(months.address("reports", month))
    messages.success(request, f"《{row.title}》已印发。")
    return redirect("bulletin", key=row.pk)


def _as_of(form: Mapping[str, str]) -> int | None:
    """The row of the trail at the end of the day that a form names; None where it names none."""
    text = form.get("as_of", "").strip()
    if not text:
        return None
    try:
        return rewinding.end_of(datetime.date.fromisoformat(text))
    except ValueError as wrong:
        raise BadValue(f"“数据截至”应写成 2026-07-05 的样子，现为“{text}”。") from wrong


def _taken(request: Request, key: int) -> Bulletin:
    """A report that the person may take out of the house."""
    row = _bulletin(request, key)
    access.require(request.actor, Act.EXPORT, registry.ledger(actions.LEDGER), row)
    return row


def _bulletin(request: Request, key: int) -> Bulletin:
    row = Bulletin.objects.filter(pk=key).first()
    if row is None:
        raise Http404("没有这份通报。")
    access.require(request.actor, Act.READ, registry.ledger(actions.LEDGER), row)
    return row


urlpatterns = [
    path("reports/", reports, name="reports"),
    path("reports/issue/", issue, name="bulletin_issue"),
    path("reports/draft/<str:kind>/", draft, name="report_draft"),
    path("reports/<int:key>/", bulletin, name="bulletin"),
    path("reports/<int:key>/changes/<str:number>/", change, name="bulletin_change"),
    path("reports/<int:key>/file/", file, name="bulletin_file"),
    path("reports/<int:key>/tables/", tables, name="bulletin_tables"),
    path("reports/<int:key>/pdf/", printed, name="bulletin_pdf"),
]

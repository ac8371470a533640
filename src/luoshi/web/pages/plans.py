"""计划: all plans, a new one, a corrected version, what the reader repaired, the three lists, the file itself."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.plans.clauses.models import Clause
from luoshi.plans.intake import actions as intake
from luoshi.plans.intake import parsing, uploads
from luoshi.plans.intake.models import Upload
from luoshi.plans.review import actions as review
from luoshi.plans.review import queries
from luoshi.plans.tasks.lists import three_lists
from luoshi.web.pages.evidence import download
from luoshi.web.parts import Tab
from luoshi.web.plans import finding, forms, headline, lists, rows, tables, uploaded
from luoshi.web.request import Request

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAGE = 100


def plans(request: Request) -> HttpResponse:
    """All plans, newest year first."""
    finding.readable(request.actor, finding.DOCUMENTS)
    rights = finding.Rights.of(request.actor)
    values = {
        "table": tables.plans(),
        "rights": rights,
        "uploads": uploaded.table() if rights.upload else None,
    }
    return render(request, "plans/plans.html", values)


@require_http_methods(["GET", "POST"])
def upload(request: Request) -> HttpResponse:
    """A new plan: read at once where that takes a moment, else in the background, then reviewed."""
    access.require(request.actor, Act.CREATE, registry.ledger(finding.DOCUMENTS))
    form = forms.UploadForm(*_sent(request))
    if form.is_valid():
        file, year = form.cleaned_data["file"], form.cleaned_data["year"]
        with form.answering():
            data = file.read()
            if not parsing.is_quick(data, file.name):
                return _waiting(uploads.keep(data, file.name, year=year, by=request.actor))
            return uploaded.shown(request, intake.add(data, file.name, year=year, by=request.actor))
    return render(request, "plans/upload.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def version(request: Request, key: int) -> HttpResponse:
    """A corrected version of a plan: what it changes is shown next."""
    document = finding.document(request, key)
    access.require(request.actor, Act.CREATE, registry.ledger(finding.DOCUMENTS))
    form = forms.VersionForm(*_sent(request))
    if form.is_valid():
        file = form.cleaned_data["file"]
        with form.answering():
            data = file.read()
            if not parsing.is_quick(data, file.name):
                return _waiting(uploads.keep(data, file.name, previous=document, by=request.actor))
            return uploaded.shown(request, intake.add_version(document, data, file.name, by=request.actor))
    values = headline.values(request, document, "plan") | {"form": form}
    return render(request, "plans/version.html", values, status=422 if form.is_bound else 200)


def changes(request: Request, key: int) -> HttpResponse:
    """What an edition changed against the one before, and what waits for a decision because it is gone."""
    document = finding.document(request, key)
    if document.previous_id is None:
        raise Http404("这是第一版，没有可以对照的上一版。")
    values = headline.values(request, document, "plan_changes") | {
        "table": tables.changes(queries.changes(document)),
        "gone": [(finding.token(c), c, tables.place(c)) for c in queries.gone(document)],
    }
    return render(request, "plans/changes.html", values)


@require_POST
def gone(request: Request, key: int) -> HttpResponse:
    """Keep or withdraw what a new edition no longer holds."""
    document = finding.document(request, key)
    access.require(request.actor, Act.CHANGE, registry.ledger(finding.CLAUSES))
    waiting = Clause.objects.filter(pk__in=[c.pk for c in queries.gone(document)])
    try:
        chosen = finding.chosen(waiting, request.POST.getlist("clause"))
        if request.POST.get("act") == "withdraw":
            count = review.withdraw_gone(chosen, request.POST.get("reason", ""), by=request.actor)
            messages.success(request, f"已撤销 {count} 条及其目标、任务，编号和历史保留。")
        else:
            count = review.keep_gone(chosen, by=request.actor)
            messages.success(request, f"已保留 {count} 条，目标仍连着旧版的句子。")
    except Refused:
        raise
    except LedgerError as problem:
        messages.error(request, str(problem))
    return redirect("plan_changes", key=key)


def reading(request: Request, key: int) -> HttpResponse:
    """Every repair and every doubt of the reading, each with its place."""
    document = finding.document(request, key)
    found = tables.repairs(document)
    kinds = list(dict.fromkeys(doubt.kind for doubt in found))
    chosen = request.GET.get("kind", "")
    shown = [doubt for doubt in found if doubt.kind == chosen] if chosen in kinds else found
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    values = headline.values(request, document, "plan_reading") | {
        "problems": tables.problem_table(document) if document.problems else None,
        "kinds": [(kind, sum(d.kind == kind for d in found), kind == chosen) for kind in kinds],
        "table": tables.repair_table(document, page.object_list),
        "page": page,
    }
    return render(request, "plans/reading.html", values)


def three(request: Request, key: int) -> HttpResponse:
    """任务清单 责任清单 时限清单."""
    document = finding.document(request, key)
    finding.readable(request.actor, finding.TARGETS)
    name = request.GET.get("list", lists.TASKS)
    name = name if name in lists.TITLES else lists.TASKS
    found = three_lists(document)
    values = headline.values(request, document, "plan_lists") | {
        "lists": [Tab(title, f"?list={each}", each == name) for each, title in lists.TITLES.items()],
        "table": lists.table(document, lists.lines(found, name), name),
        "title": lists.TITLES[name],
        "total": len(found.tasks),
        "waiting": rows.Progress.of(document.clauses.all()).waiting,
    }
    return render(request, "plans/lists.html", values)


def lists_file(request: Request, key: int) -> HttpResponse:
    """The three lists as one workbook."""
    document = finding.document(request, key)
    for name in (finding.TARGETS, finding.TASKS):
        access.require(request.actor, Act.EXPORT, registry.ledger(name))
    answer = HttpResponse(lists.workbook(document, three_lists(document)), content_type=XLSX)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{document.title}三张清单')}.xlsx"
    return answer


def original(request: Request, key: int) -> FileResponse:
    """The file as it was uploaded; always a download, never shown in place."""
    document = finding.document(request, key)
    access.require(request.actor, Act.EXPORT, registry.ledger(finding.DOCUMENTS), document)
    return download(str(document.file.name), document.filename)


def _waiting(upload: Upload) -> HttpResponse:
    return redirect("plan_uploaded", digest=upload.sha256)


def _sent(request: Request) -> tuple[object, object] | tuple[()]:
    return (request.POST, request.FILES) if request.method == "POST" else ()

"""台账: all ledgers, the list of one, and the list as a file."""

from __future__ import annotations

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from luoshi.directory.people.actors import reporting_unit
from luoshi.ledgers import access, choosing, exporting, querying
from luoshi.ledgers.access import Act
from luoshi.ledgers.columns import Link
from luoshi.ledgers.definition import Ledger
from luoshi.web import navigation
from luoshi.web.ledgers import exports, finding, index, lists
from luoshi.web.models import ColumnChoice
from luoshi.web.request import Request


def ledgers(request: Request) -> HttpResponse:
    """Every ledger that the person may look into."""
    found = finding.families(finding.readable(request.actor))
    topics = navigation.shown(navigation.TOPICS, request.actor)
    return render(
        request, "ledger/ledgers.html", {"table": index.table(request.actor, found), "topics": topics}
    )


def ledger(request: Request, key: str) -> HttpResponse:
    """The list of a ledger."""
    found = finding.ledger(request, key)
    values = {
        "ledger": found,
        "listing": lists.listing(request, found),
        "query": lists.without(request.GET, ()).removeprefix("?"),
        **doors(request, found),
    }
    return render(request, "ledger/list.html", values)


@require_POST
def columns(request: Request, key: str) -> HttpResponse:
    """Remember which columns the person wants to see, and go back to the list."""
    found = finding.ledger(request, key)
    visible = [c.name for c in querying.visible(request.actor, found)]
    wanted = [name for name in visible if name in request.POST.getlist("column")]
    ColumnChoice.objects.keep(request.user, found.name, [] if "usual" in request.POST else wanted)
    kept = QueryDict(request.POST.get("query", "")).urlencode()
    return redirect(f"{reverse('ledger', args=[found.key])}?{kept}")


@require_GET
def export(request: Request, key: str) -> HttpResponse:
    """The list as a file, with the same filters and in the same order."""
    found = finding.ledger(request, key, Act.EXPORT)
    asked_for = request.GET.get("kind", "xlsx")
    kind = exporting.kind_of(asked_for)
    if kind is None:
        raise Http404(f"没有名为“{asked_for}”的导出格式，可用的有 {'、'.join(exporting.MEDIA_TYPES)}。")
    view, now = lists.asked(request, found), timezone.localtime()
    unit = reporting_unit(request.user, now.date())
    by, said = request.actor, view.said
    data = exporting.export(found, view.rows(), kind, by=by, as_of=now, unit_name=unit, asked=said)
    return exports.download(data, exporting.filename(found, kind, by=by, as_of=now), kind)


def template(request: Request, key: str) -> HttpResponse:
    """The empty table that an import takes back."""
    found = finding.ledger(request, key, Act.IMPORT)
    data = exporting.template(found, by=request.actor)
    return exports.download(data, f"{found.title}导入模板.xlsx", "xlsx")


def options(request: Request, key: str, column: str) -> HttpResponse:
    """What may be chosen in a column that leads to another ledger, for the letters typed so far."""
    found = finding.ledger(request, key)
    if not (finding.may(request.actor, Act.CREATE, found) or finding.may(request.actor, Act.CHANGE, found)):
        access.require(request.actor, Act.CREATE, found)
    link = next((c for c in querying.visible(request.actor, found) if c.name == column), None)
    if not isinstance(link, Link):
        raise Http404(f"“{found.title}”里没有可以选择的列“{column}”。")
    texts = choosing.Choices(request.actor).matching(link.to, request.GET.get(column, ""))
    return render(request, "ledger/options.html", {"texts": texts})


def doors(request: Request, ledger: Ledger) -> dict[str, bool]:
    """What the person is offered beside the list."""
    return {
        "may_create": finding.may(request.actor, Act.CREATE, ledger),
        "may_import": finding.may(request.actor, Act.IMPORT, ledger),
        "may_export": bool(access.may(request.actor, Act.EXPORT, ledger)),
    }

"""台账: all ledgers, the list of one, and the list as a file."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from luoshi.ledgers import access, exporting
from luoshi.ledgers.access import Act
from luoshi.ledgers.columns import Link
from luoshi.ledgers.definition import Ledger
from luoshi.web import navigation
from luoshi.web.ledgers import choosing, exports, filters, finding, index, lists
from luoshi.web.ledgers.lists import View
from luoshi.web.models import ColumnChoice
from luoshi.web.parts import Chip
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
    view = lists.asked(request, found)
    rows = view.rows()
    page = Paginator(rows, lists.PAGE).get_page(request.GET.get("page"))
    sums = lists.totals(found, view.shown, rows) if page.paginator.count else {}
    values = {
        "ledger": found,
        "view": view,
        "chips": chips(request.GET, view),
        "clear": reverse("ledger", args=[found.key]),
        "table": lists.table(view, page.object_list, sums),
        "page": page,
        "query": filters.without(request.GET, ()).removeprefix("?"),
        **doors(request, found),
    }
    return render(request, "ledger/list.html", values)


@require_POST
def columns(request: Request, key: str) -> HttpResponse:
    """Remember which columns the person wants to see, and go back to the list."""
    found = finding.ledger(request, key)
    visible = [c.name for c in finding.visible(request.actor, found)]
    wanted = [name for name in visible if name in request.POST.getlist("column")]
    ColumnChoice.objects.keep(request.user, found.name, [] if "usual" in request.POST else wanted)
    kept = QueryDict(request.POST.get("query", "")).urlencode()
    return redirect(f"{reverse('ledger', args=[found.key])}?{kept}")


@require_GET
def export(request: Request, key: str) -> HttpResponse:
    """The list as a file, with the same filters and in the same order."""
    found = finding.ledger(request, key, Act.EXPORT)
    asked_for = request.GET.get("kind", "xlsx")
    kind = exports.kind_of(asked_for)
    if kind is None:
        raise Http404(f"没有名为“{asked_for}”的导出格式，可用的有 {'、'.join(exports.TYPES)}。")
    view, now = lists.asked(request, found), timezone.localtime()
    unit = exports.reporting_unit(request.user, now.date())
    by, said = request.actor, exports.said(view)
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
    link = next((c for c in finding.visible(request.actor, found) if c.name == column), None)
    if not isinstance(link, Link):
        raise Http404(f"“{found.title}”里没有可以选择的列“{column}”。")
    texts = choosing.Choices(request.actor).matching(link.to, request.GET.get(column, ""))
    return render(request, "ledger/options.html", {"texts": texts})


def chips(given: QueryDict, view: View) -> list[Chip]:
    """The conditions in force, each with the address without it."""
    found = [Chip(c.label, text, filters.without(given, c.names)) for c, text in view.filters.chips]
    if view.words:
        found.insert(0, Chip("搜索", view.words, filters.without(given, [lists.WORDS])))
    return found


def doors(request: Request, ledger: Ledger) -> dict[str, bool]:
    """What the person is offered beside the list."""
    return {
        "may_create": finding.may(request.actor, Act.CREATE, ledger),
        "may_import": finding.may(request.actor, Act.IMPORT, ledger),
        "may_export": bool(access.may(request.actor, Act.EXPORT, ledger)),
    }

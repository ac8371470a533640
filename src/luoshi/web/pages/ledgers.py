"""台账: all ledgers, the list of one, and the list as a file."""

from __future__ import annotations

from typing import Any, Final

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from luoshi.directory.people.actors import reporting_unit
from luoshi.ledgers import access, choosing, exporting, querying
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.columns import Link, People, Person, Place
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.lookups import Lookups
from luoshi.web import navigation
from luoshi.web.ledgers import calendars, exports, finding, index, kanban, lists, places, saved
from luoshi.web.ledgers.lists import View
from luoshi.web.models import ColumnChoice
from luoshi.web.parts import Tab
from luoshi.web.request import Request

VIEWS: Final = {
    "list": ("ledger", "列表"),
    "kanban": ("ledger_kanban", "看板"),
    "calendar": ("ledger_calendar", "日历"),
}


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
    listing = lists.listing(request, found)
    values = {
        **heading(request, listing.view, "list"),
        "listing": listing,
        "saved": saved.offered(request.actor, request.user, found, request.GET, request.head),
        "may_share": saved.may_share(request.actor),
        "saveable": saved.kept(request.GET),
        **doors(request, found),
    }
    return render(request, "ledger/list.html", values)


def frame(request: Request, view: View, active: str) -> dict[str, Any]:
    """What stands over the rows of a ledger that are shown otherwise than in a list."""
    return {
        **heading(request, view, active),
        "view": view,
        "chips": lists.chips(request.GET, view),
        "clear": reverse(VIEWS[active][0], args=[view.ledger.key]),
    }


def heading(request: Request, view: View, active: str) -> dict[str, Any]:
    """What stands beside the title of a ledger, in whichever form its rows are shown."""
    return {
        "ledger": view.ledger,
        "query": lists.without(request.GET, ()).removeprefix("?"),
        "forms_of_view": forms_of(view, active, lists.without(request.GET, ("by",))),
        "active": active,
    }


def forms_of(view: View, active: str, query: str) -> list[Tab]:
    """The forms in which a ledger's rows can be shown, where there is more than the list."""
    there = {
        "list": True,
        "kanban": kanban.state_column(view) is not None,
        "calendar": bool(calendars.day_columns(view)),
    }
    found = [
        Tab(title, f"{reverse(name, args=[view.ledger.key])}{query if query != '?' else ''}", form == active)
        for form, (name, title) in VIEWS.items()
        if there[form]
    ]
    return found if len(found) > 1 else []


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
    """What may be chosen in a column that leads to rows or people, for the letters typed so far."""
    found = fillable(request, key)
    chosen = next((c for c in querying.visible(request.actor, found) if c.name == column), None)
    if isinstance(chosen, Link):
        texts = choosing.Choices(request.actor).matching(chosen.to, request.GET.get(column, ""))
        return render(request, "ledger/options.html", {"texts": texts})
    if isinstance(chosen, Person | People):
        typed = request.GET.get(f"{column}.like", "")
        return render(request, "ledger/offered.html", {"people": choosing.people(typed), "words": typed})
    raise Http404(f"“{found.title}”里没有可以选择的列“{column}”。")


@require_POST
def place(request: Request, key: str, column: str) -> HttpResponse:
    """The drawing of a place that is being typed, or what is wrong with it."""
    found = fillable(request, key)
    chosen = next((c for c in querying.visible(request.actor, found) if c.name == column), None)
    if not isinstance(chosen, Place):
        raise Http404(f"“{found.title}”里没有可以填写位置的列“{column}”。")
    try:
        drawing, problem = places.draw(chosen.parse(request.POST.get(column, ""), Lookups())), ""
    except BadValue as bad:
        drawing, problem = None, str(bad)
    return render(request, "ledger/place.html", {"drawing": drawing, "problem": problem})


def fillable(request: Request, key: str) -> Ledger:
    """A ledger in whose forms the person may write, if only in that of a step."""
    found = finding.ledger(request, key)
    if not (
        finding.may(request.actor, Act.CREATE, found)
        or finding.may(request.actor, Act.CHANGE, found)
        or steps(request.actor, found)
    ):
        access.require(request.actor, Act.CREATE, found)
    return found


def steps(actor: Actor, ledger: Ledger) -> bool:
    """Whether the person may take any step of the ledger's lifecycle."""
    every = ledger.lifecycle.steps if ledger.lifecycle else ()
    return any(access.may(actor, Act.STEP, ledger, step=each.name) for each in every)


def doors(request: Request, ledger: Ledger) -> dict[str, bool]:
    """What the person is offered beside the list."""
    return {
        "may_create": finding.may(request.actor, Act.CREATE, ledger),
        "may_import": finding.may(request.actor, Act.IMPORT, ledger),
        "may_export": bool(access.may(request.actor, Act.EXPORT, ledger)),
    }

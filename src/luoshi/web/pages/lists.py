"""榜单公示: the lists of a month as published, objections to them, and corrections."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from luoshi.directory import roles
from luoshi.directory.units.models import Unit
from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act, union
from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.oversight.lists import actions, publishing
from luoshi.oversight.lists.models import PublishedList
from luoshi.oversight.objections.models import Objection
from luoshi.reports.bulletin import render as rendered
from luoshi.web import months
from luoshi.web.pages import delivery
from luoshi.web.request import Request
from luoshi.web.rounds import forms
from luoshi.web.rounds import lists as tables


@require_http_methods(["GET", "POST"])
def lists(request: Request) -> HttpResponse:
    """A month's lists with what was objected; units object, the supervision office publishes and corrects."""
    access.require(request.actor, Act.READ, registry.ledger(actions.LEDGER))
    if request.method == "POST":
        request.month = months.sent(request.POST)
    found, on = _edition(request), timezone.localdate()
    mine = _own(request)
    heard = bool(found and mine and found.stands and found.open_on(on))
    form = forms.ObjectForm(found, mine) if found and heard else None
    if request.method == "POST":
        if request.POST.get("do") == "object" and found:
            form = forms.ObjectForm(found, mine, request.POST)
            if _objected(request, found, form):
                return redirect(months.address("lists", request.month))
        else:
            _done(request, found)
            return redirect(months.address("lists", request.month))
    may = bool(access.may(request.actor, Act.CREATE, registry.ledger(actions.LEDGER)))
    every = PublishedList.objects.filter(period=request.month).order_by("-edition")
    said = Objection.objects.filter(period=request.month).select_related("unit").order_by("number")
    values = {
        "tabs": delivery.tabs("lists"),
        "published": found,
        "boards": tables.both(found) if found else (),
        "objections": tables.objections(said),
        "editions": tables.editions(every) if len(every) > 1 else None,
        "may_publish": may and found is None,
        "to_correct": Objection.objects.to_correct(request.month).count() if may else 0,
        "excused": publishing.excused(found) if may and found and found.stands else (),
        "form": form,
        "month": request.month,
    }
    return render(request, "rounds/lists.html", values, status=422 if form and form.is_bound else 200)


def _edition(request: Request) -> PublishedList | None:
    """The edition that is asked for, else the one that stands."""
    asked = request.GET.get("edition", "")
    if asked.isdecimal():
        return PublishedList.objects.filter(period=request.month, edition=int(asked)).first()
    return PublishedList.objects.latest_of(request.month)


def _own(request: Request) -> dict[int, str]:
    """The units for which the person may object, with their names."""
    held = (m.units for m in request.actor.mandates if m.role in (roles.CLERK, roles.HEAD))
    return {unit.pk: str(unit) for unit in Unit.objects.filter(pk__in=union(held)).order_by("order", "code")}


def _objected(request: Request, found: PublishedList, form: forms.ObjectForm) -> bool:
    access.require(request.actor, Act.CREATE, registry.ledger(actions.OBJECTIONS))
    if form.is_valid():
        with form.answering():
            made = actions.object_to(found, **form.cleaned_data, by=request.actor, on=timezone.localdate())
            messages.success(request, f"异议 {made.number} 已提出，等待督查室裁定。")
    return form.is_valid()


def _done(request: Request, found: PublishedList | None) -> None:
    """Publish, or correct what is published."""
    on = timezone.localdate()
    try:
        if found is None:
            made = actions.publish(request.month, by=request.actor, on=on)
            messages.success(request, f"{made}已公示，{made.until} 截止。")
        else:
            done = actions.correct(found, rendered, by=request.actor, on=on, address=settings.ADDRESS)
            told = (
                f"，同时印发《{done.bulletin.title}》（第 {done.bulletin.issue} 次印发）"
                if done.bulletin
                else ""
            )
            messages.success(request, f"{done.published}已公示{told}。")
    except Refused:
        raise
    except LedgerError as problem:
        messages.error(request, str(problem))


urlpatterns = [path("rounds/lists/", lists, name="lists")]

"""榜单公示: the lists of a month as published, objections to them, and corrections."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.oversight.lists import actions
from luoshi.oversight.lists.models import PublishedList
from luoshi.oversight.objections.models import Objection
from luoshi.web import correcting, months
from luoshi.web.pages import delivery
from luoshi.web.request import Request
from luoshi.web.rounds import contesting, forms
from luoshi.web.rounds import lists as tables


@require_http_methods(["GET", "POST"])
def lists(request: Request) -> HttpResponse:
    """A month's lists with what was objected; units object, the supervision office publishes and corrects."""
    access.require(request.actor, Act.READ, registry.ledger(actions.LEDGER))
    if request.method == "POST":
        request.month = months.sent(request.POST)
    found, on = _edition(request), timezone.localdate()
    mine = contesting.own_units(request.actor)
    heard = bool(found and mine and found.stands and found.open_on(on))
    named = contesting.asked(request, mine)
    form = forms.ObjectForm(found, mine, named=named) if found and heard else None
    if request.method == "POST":
        if request.POST.get("do") == "object" and found:
            form = forms.ObjectForm(found, mine, request.POST, named=named)
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
        "corrections": correcting.waiting(request),
        "form": form,
        "opened": form is not None and (form.is_bound or named is not None),
        "month": request.month,
    }
    return render(request, "rounds/lists.html", values, status=422 if form and form.is_bound else 200)


def _edition(request: Request) -> PublishedList | None:
    """The edition that is asked for, else the one that stands."""
    asked = request.GET.get("edition", "")
    if asked.isdecimal():
        return PublishedList.objects.filter(period=request.month, edition=int(asked)).first()
    return PublishedList.objects.latest_of(request.month)


def _objected(request: Request, found: PublishedList, form: forms.ObjectForm) -> bool:
    access.require(request.actor, Act.CREATE, registry.ledger(actions.OBJECTIONS))
    if form.is_valid():
        with form.answering():
            made = actions.object_to(found, **form.cleaned_data, by=request.actor, on=timezone.localdate())
            messages.success(request, f"异议 {made.number} 已提出，等待督查室裁定。")
    return form.is_valid()


def _done(request: Request, found: PublishedList | None) -> None:
    """Publish, or correct what is published."""
    if found is not None:
        correcting.correct(request)
        return
    try:
        made = actions.publish(request.month, by=request.actor, on=timezone.localdate())
    except Refused:
        raise
    except LedgerError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"{made}已公示，{made.until} 截止。")


urlpatterns = [path("rounds/lists/", lists, name="lists")]

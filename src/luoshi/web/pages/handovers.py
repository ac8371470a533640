"""工作交接: everything that one person has in hand becomes another's, by the administrator."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from luoshi.accounts.models import User
from luoshi.directory.people import actions
from luoshi.ledgers import choosing
from luoshi.ledgers.errors import LedgerError
from luoshi.web import handing
from luoshi.web.pages.people import administer
from luoshi.web.request import Request


@require_http_methods(["GET", "POST"])
def handover(request: Request, pk: int) -> HttpResponse:
    """What somebody has in hand, and the form that hands it over: all that is ticked, or nothing."""
    administer(request)
    giver = User.objects.filter(pk=pk).first()
    if giver is None:
        raise Http404("没有这个人员。")
    found = handing.shares(giver, timezone.localdate())
    form = handing.HandoverForm(giver, found, request.POST if request.method == "POST" else None)
    if form.is_valid() and given(request, giver, form):
        return redirect("people")
    return render(request, "people/handover.html", {"person": giver, "shares": found, "form": form})


def given(request: Request, giver: User, form: handing.HandoverForm) -> bool:
    """Hand over what is ticked; what hinders it goes back into the form."""
    said = form.cleaned_data
    taker, on, reason, only = said["taker"], said["on"], said["reason"], said["only"]
    try:
        counts = actions.hand_over(giver, taker, on=on, by=request.actor, reason=reason, only=only)
    except LedgerError as problem:
        form.add_error(None, f"没有交接任何内容：{problem}")
        return False
    messages.success(request, f"“{giver.name}”已向“{taker.name}”交接：{handing.told(counts)}。")
    return True


@require_GET
def offered(request: Request) -> HttpResponse:
    """People who may take over, for the letters typed so far."""
    administer(request)
    words = request.GET.get("taker.like", "")
    found = [user for user in choosing.people(words) if user.is_active]
    return render(request, "ledger/offered.html", {"people": found, "words": words})

"""更正: what rulings and late excuses would change of what is published, corrected by one button or left with a reason."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.oversight.lists.actions import LEDGER
from luoshi.web import correcting
from luoshi.web.request import Request


@require_http_methods(["GET", "POST"])
def corrections(request: Request) -> HttpResponse:
    """What waits; the supervision office corrects all of it, or says why an excuse that came late changes nothing."""
    access.require(request.actor, Act.CREATE, registry.ledger(LEDGER))
    if request.method == "POST":
        if request.POST.get("do") == "leave":
            correcting.leave(request)
        else:
            correcting.correct(request)
        return redirect("corrections")
    return render(request, "rounds/corrections.html", {"waiting": correcting.waiting(request)})


urlpatterns = [path("rounds/corrections/", corrections, name="corrections")]

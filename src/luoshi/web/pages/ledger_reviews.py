"""评审: what reviewers say of a row before a step, who is asked, and what one says oneself."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from luoshi.ledgers import access, reviews
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import Refused
from luoshi.web.ledgers import cards, finding, related, verdicts
from luoshi.web.request import Request

form_methods = require_http_methods(["GET", "POST"])


def all_of(request: Request, key: str, pk: int) -> HttpResponse:
    """The reviews of a row."""
    ledger = finding.ledger(request, key)
    row = finding.row(request, ledger, pk)
    values = cards.frame(request, ledger, row, related.of(request.actor, ledger, row), cards.REVIEWS)
    values["slots"] = verdicts.slots(request.actor, ledger, row)
    return render(request, "ledger/reviews.html", values)


@form_methods
def give(request: Request, key: str, pk: int, slot: str) -> HttpResponse:
    """Say what one thinks of a row, once a round."""
    ledger = finding.ledger(request, key)
    row = finding.row(request, ledger, pk)
    step, answer = reviews.step_of(ledger, slot), access.may_review(request.actor, ledger, slot, row)
    if not answer:
        raise Refused(answer.reason)
    form = verdicts.GiveForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = form.cleaned_data
        with form.answering():
            reviews.give(ledger, row, slot, said["verdict"], by=request.actor, remark=said["remark"])
            messages.success(request, f"已提交对“{ledger.label_of(row)}”的评审结论。")
            return redirect("ledger_reviews", key=key, pk=pk)
    values = {"ledger": ledger, "row": row, "step": step, "form": form, "act": "评审"}
    return render(request, "ledger/review.html", values)


@form_methods
def ask(request: Request, key: str, pk: int, slot: str) -> HttpResponse:
    """Begin a round of review."""
    ledger = finding.ledger(request, key)
    step = reviews.step_of(ledger, slot)
    row = finding.row(request, ledger, pk, Act.STEP, step=step.name)
    form = verdicts.AskForm(ledger, row, slot, request.POST if request.method == "POST" else None)
    if form.is_valid():
        asked = form.cleaned_data["reviewers"]
        with form.answering():
            reviews.open_round(ledger, row, slot, by=request.actor, reviewers=asked)
            messages.success(request, f"已对“{ledger.label_of(row)}”发起新一轮评审，此前的结论不再计入。")
            return redirect("ledger_reviews", key=key, pk=pk)
    values = {"ledger": ledger, "row": row, "step": step, "form": form, "act": "发起评审"}
    return render(request, "ledger/review.html", values)


@require_GET
def reviewers(request: Request, key: str, pk: int, slot: str) -> HttpResponse:
    """Who may be asked, for the letters typed so far."""
    ledger = finding.ledger(request, key)
    step = reviews.step_of(ledger, slot)
    row = finding.row(request, ledger, pk, Act.STEP, step=step.name)
    words = request.GET.get("reviewers.like", "")
    values = {"people": verdicts.reviewers(ledger, slot, row, words), "words": words}
    return render(request, "ledger/offered.html", values)

"""督办文书 about lights: what was issued after one, and drawing a 提示函 or 督办函 in one click."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_http_methods

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.oversight.followups.ledger import NAME
from luoshi.oversight.followups.models import Followup
from luoshi.oversight.papers import actions
from luoshi.oversight.papers.models import CHASING, HINT, KINDS, Paper
from luoshi.reports import light_papers
from luoshi.web.pages import papers
from luoshi.web.request import Request

OFFERED = tuple((name, word) for name, word in KINDS if name in CHASING)


class LightPaperForm(papers.IssueForm):
    """A paper about a light, of the kind that its ladder asks for, and about which other lights of the unit."""

    others = forms.ModelMultipleChoiceField(
        label="一并写入同一单位的其他升级处理",
        queryset=Followup.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, found: Followup, data: Any = None) -> None:
        super().__init__(data)
        asked = {word: name for name, word in OFFERED}.get(found.letter, HINT)
        kind = self.fields["kind"]
        kind.choices, kind.initial = OFFERED, asked  # type: ignore[attr-defined]
        others = Followup.objects.waiting().filter(unit=found.unit_id, lifted="").exclude(pk=found.pk)
        field = self.fields["others"]
        field.queryset = others  # type: ignore[attr-defined]
        field.label_from_instance = lambda each: f"{each.called}（{each.place}）"  # type: ignore[attr-defined]
        if not others.exists():
            del self.fields["others"]


@require_http_methods(["GET", "POST"])
def of_followup(request: Request, pk: int) -> HttpResponse:
    """The papers about what followed a light; who may issues another."""
    found = _followup(request, pk)
    ledger = registry.ledger(actions.LEDGER)
    access.require(request.actor, Act.READ, ledger)
    may = bool(access.may(request.actor, Act.CREATE, ledger)) and not found.lifted
    form = LightPaperForm(found, request.POST if request.method == "POST" else None) if may else None
    if answer := papers.issued(request, form, found, actions.issue_on_lights, light_papers.title):
        return answer
    empty = "还没有就这次升级处理出具过文书。"
    values = {"found": found, "table": papers.table(Paper.objects.following(found), empty), "form": form}
    return render(request, "papers/followup.html", values)


def _followup(request: Request, pk: int) -> Followup:
    ledger = registry.ledger(NAME)
    access.require(request.actor, Act.READ, ledger)
    row = Followup.objects.select_related("unit", "person").filter(pk=pk).first()
    if row is None:
        raise Http404("没有这次升级处理。")
    access.require(request.actor, Act.READ, ledger, row)
    return row


urlpatterns = [path("followups/<int:pk>/papers/", of_followup, name="followup_papers")]

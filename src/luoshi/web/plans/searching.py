"""Clauses and targets by words, for the search that every page has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.db.models import Q
from django.urls import reverse

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.plans.clauses.models import REJECTED, Clause
from luoshi.plans.documents.models import SUPERSEDED, light
from luoshi.plans.targets.models import Target
from luoshi.web.parts import Hit
from luoshi.web.plans import finding
from luoshi.web.plans.rows import KIND_WORDS
from luoshi.web.request import Request

SHOWN: Final = 8
NAMES: Final = ("indicator", "project", "name", "action", "object")


def targets(request: Request, words: str) -> Iterable[Hit]:
    """Standing targets by number or name, the newest year first."""
    reach = access.reach(request.actor, Act.READ, registry.ledger(finding.TARGETS))
    if reach is None:
        return
    found = (
        Target.objects.active().filter(reach).filter(Q(number__icontains=words) | Q(name__icontains=words))
    )
    for target in found.order_by("-year", "number")[:SHOWN]:
        note = f"{target.number} · {target.quantity} · {target.lead_unit or '尚无牵头单位'}"
        yield Hit("目标", target.name, reverse("target", args=[target.number]), note)


def clauses(request: Request, words: str) -> Iterable[Hit]:
    """Clauses of the latest editions by what they are called."""
    if not access.may(request.actor, Act.READ, registry.ledger(finding.CLAUSES)):
        return
    named = Q()
    for name in NAMES:
        named |= Q(**{f"data__{name}__icontains": words}) | Q(**{f"corrected__{name}__icontains": words})
    found = Clause.objects.filter(named).exclude(document__state=SUPERSEDED).exclude(state=REJECTED)
    shown = found.prefetch_related(light("document")).order_by("-document__year", "document", "order")
    for clause in shown[:SHOWN]:
        url = f"{reverse('plan', args=[clause.document_id])}#c{clause.pk}"
        yield Hit("条目", clause.summary, url, f"{KIND_WORDS[clause.kind]} · {clause.document.title}")

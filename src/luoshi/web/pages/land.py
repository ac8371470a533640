"""Land beyond its ledgers: 标准地核查 by parcel, 差别化政策 by enterprise."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.projects.land.checks.models import StandardCheck
from luoshi.projects.land.evaluations.models import Evaluation
from luoshi.projects.land.kinds import STANDARD_LAND
from luoshi.projects.land.policies.models import Policy
from luoshi.web.land import policies, rounds
from luoshi.web.pages import per_mu
from luoshi.web.request import Request


@require_GET
def checks(request: Request) -> HttpResponse:
    """Every round of the standard land that the person may see."""
    ledger, today = registry.ledger("land.checks"), timezone.localdate()
    access.require(request.actor, Act.READ, ledger)
    seen = access.reach(request.actor, Act.READ, ledger)
    found = StandardCheck.objects.filter(seen) if seen is not None else StandardCheck.objects.none()
    found = found.select_related("parcel")
    row = STANDARD_LAND.versions("").in_force(today)
    values = {
        "table": rounds.table(found, today),
        "overdue": found.overdue(today).count() + found.uncorrected(today).count(),
        "rule": row,
        "told": STANDARD_LAND.told(row) if row else (),
    }
    return render(request, "land/rounds.html", values)


@require_GET
def listed(request: Request) -> HttpResponse:
    """The policies of a year, enterprise by enterprise."""
    ledger = registry.ledger("land.policies")
    access.require(request.actor, Act.READ, ledger)
    years = Evaluation.objects.years()
    year = per_mu.chosen(request, years)
    found = list(Policy.objects.of_year(year))
    values = {
        "year": year,
        "years": years,
        "first": found[0] if found else None,
        "table": policies.table(found),
        "may_export": bool(access.may(request.actor, Act.EXPORT, ledger)),
    }
    return render(request, "land/policies.html", values)


urlpatterns = [
    path("standard-land/", checks, name="land_rounds"),
    path("policies/", listed, name="land_policies"),
]

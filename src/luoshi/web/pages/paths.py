"""时序: the planned path of a target, another that could be frozen in its place, and how good the forecasts were."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from luoshi.directory.calendars import months as books
from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.oversight.baselines import actions, drafting
from luoshi.oversight.baselines.models import EVEN, HAND, KINDS
from luoshi.oversight.forecasts import scoring
from luoshi.oversight.forecasts.paths import path_of
from luoshi.oversight.wall.rows import WallRow
from luoshi.plans.targets.models import Target
from luoshi.rules.months import month_range
from luoshi.web.parts import Tab
from luoshi.web.plans import finding
from luoshi.web.request import Request
from luoshi.web.wall import forecasts, views

TYPED: Final = "v"  # v202601 is the cumulative value typed for a month


@require_http_methods(["GET", "POST"])
def target(request: Request, number: str) -> HttpResponse:
    """The path by which a target is judged; who may freezes another, after a look at it."""
    found = finding.target(request, number)
    if request.method == "POST":
        return _freeze(request, found)
    row, kind = finding.wall_row(request, found), _kind(request.GET)
    ledger = registry.ledger(actions.LEDGER)
    values = {
        "row": row,
        "steps": views.steps(row, "path"),
        "path": path_of(row),
        "may": bool(access.may(request.actor, Act.CREATE, ledger)),
        "kind": kind,
        "kinds": [
            Tab(title, f"{reverse('target_path', args=[number])}?kind={each}", each == kind)
            for each, title in KINDS
        ],
    }
    return render(request, "wall/path.html", values | _draft(request, found, row, kind))


def _draft(request: Request, found: Target, row: WallRow, kind: str) -> dict[str, object]:
    """What a path of that kind would be, or the sentence that says why there is none; of one by hand the fields."""
    if kind == HAND:
        given = {
            month: request.GET.get(f"{TYPED}{month}", "") for month in month_range(found.start, found.end)
        }
        fields = [(month, f"{TYPED}{month}", given[month] or _plain(row.plan[month])) for month in given]
        return {"fields": fields}
    try:
        made = drafting.draft(found, kind, on=timezone.localdate())
    except LedgerError as problem:
        return {"problem": str(problem)}
    return {"made": made, "table": forecasts.draft_table(made, row)}


def _freeze(request: Request, found: Target) -> HttpResponse:
    kind = _kind(request.POST)
    values = {m: request.POST.get(f"{TYPED}{m}", "") for m in month_range(found.start, found.end)}
    back = f"{reverse('target_path', args=[found.number])}?kind={kind}"
    try:
        made = actions.freeze(
            found,
            kind,
            by=request.actor,
            on=timezone.localdate(),
            values=values if kind == HAND else None,
            reason=request.POST.get("reason", ""),
        )
    except Refused:
        raise
    except LedgerError as problem:
        messages.error(request, str(problem))
        return redirect(f"{back}&{_typed(request.POST)}" if kind == HAND else back)
    messages.success(request, f"已确定{made}，从{made.frozen_on}起按它亮灯。")
    return redirect("target_path", number=found.number)


def _typed(given: QueryDict) -> str:
    """What was typed, as part of an address, so that nothing is lost."""
    kept = QueryDict(mutable=True)
    kept.update({name: str(value) for name, value in given.items() if name.startswith(TYPED)})
    return kept.urlencode()


def _kind(given: QueryDict) -> str:
    return given.get("kind", "") if given.get("kind", "") in dict(KINDS) else EVEN


def _plain(value: Decimal) -> str:
    return f"{value:f}"


@require_GET
def calibration(request: Request) -> HttpResponse:
    """How good the forecasts were whose targets have come to their end by the month, as far as it is closed."""
    finding.readable(request.actor, finding.TARGETS)
    access.require(request.actor, Act.READ, registry.ledger("oversight.forecasts"))
    closed = books.latest()  # before a month is closed nobody knows what a target came to
    scores = scoring.calibration(min(request.month, closed)) if closed else None
    values = {
        "scores": scores,
        "bands": forecasts.bands_table(scores) if scores else None,
        "leads": forecasts.leads_table(scores) if scores else None,
    }
    return render(request, "wall/calibration.html", values)


urlpatterns = [
    path("targets/<str:number>/path/", target, name="target_path"),
    path("forecasts/", calibration, name="calibration"),
]

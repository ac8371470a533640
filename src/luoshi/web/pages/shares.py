"""分解: a target dealt out to units and quarters, after a look at what would come of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from luoshi.directory.units.models import ZONE, Unit
from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import BadValue, LedgerError, Refused
from luoshi.plans.shares import actions, dealing
from luoshi.plans.shares.dealing import EQUAL, LAST_YEAR, WORDS, Weights
from luoshi.plans.shares.models import Share
from luoshi.plans.targets.models import Target
from luoshi.rules.months import show_quarter
from luoshi.web.plans import finding
from luoshi.web.request import Request
from luoshi.web.wall import shares, views

TYPED: Final = "typed"
WAYS: Final = ((EQUAL, WORDS[EQUAL]), (LAST_YEAR, WORDS[LAST_YEAR]), (TYPED, "按填写的权数"))


@dataclass(frozen=True, slots=True)
class Choice:
    """A unit in the form: whether it is to have a share, and the weight that was typed for it."""

    unit: Unit
    chosen: bool
    weight: str


@require_http_methods(["GET", "POST"])
def target(request: Request, number: str) -> HttpResponse:
    """What each unit is to do in each quarter; who may deals the target out anew, after a look at it."""
    found = finding.target(request, number)
    if request.method == "POST":
        return _deal(request, found)
    row, kept = finding.wall_row(request, found), list(Share.objects.of(found))
    may = bool(access.may(request.actor, Act.CREATE, registry.ledger("plans.shares")))
    values = {
        "row": row,
        "steps": views.steps(row, "shares"),
        "table": shares.standing(kept, found.unit) if kept else None,
        "kept": kept[0] if kept else None,
        "may": may,
    }
    return render(request, "wall/shares.html", values | (_form(request.GET, found, kept) if may else {}))


def _form(given: QueryDict, found: Target, kept: list[Share]) -> dict[str, object]:
    """The form as it was filled in, or to begin from; with what would come of it, or what is wrong with it."""
    try:
        dealing.refuse_what_has_no_parts(found)
    except LedgerError as problem:
        return {"problem": str(problem), "whole": False}
    chosen = set(given.getlist("u")) or {share.unit.code for share in kept}
    values: dict[str, object] = {
        "whole": True,
        "choices": [
            Choice(unit, unit.code in chosen, given.get(f"w{unit.code}", ""))
            for unit in Unit.objects.exclude(kind=ZONE)
        ],
        "quarters": [(f"q{q}", show_quarter(q), given.get(f"q{q}", "")) for q in dealing.quarters_of(found)],
        "ways": WAYS,
        "by_unit": given.get("by_unit", EQUAL),
        "by_quarter": given.get("by_quarter", EQUAL),
    }
    if "u" not in given:
        return values
    try:
        units, by_unit, by_quarter = _asked(given, found)
        made = dealing.dealing(found, units, by_unit=by_unit, by_quarter=by_quarter)
    except LedgerError as problem:
        return values | {"problem": str(problem)}
    sent = [(name, value) for name, every in given.lists() for value in every if name != "month"]
    draft = shares.draft(made, units, found.unit)
    return values | {"draft": draft, "made_from": made.made_from, "sent": sent}


def _asked(given: QueryDict, found: Target) -> tuple[list[Unit], Weights, Weights]:
    """The units that are to have a share, and by what weights; a weight that is none is refused in a sentence."""
    units = list(Unit.objects.filter(code__in=given.getlist("u")).exclude(kind=ZONE))
    by_unit = {unit.pk: (f"w{unit.code}", str(unit)) for unit in units}
    by_quarter = {q: (f"q{q}", show_quarter(q)) for q in dealing.quarters_of(found)}
    return units, _weights(given, "by_unit", by_unit), _weights(given, "by_quarter", by_quarter)


def _weights(given: QueryDict, way: str, fields: dict[int, tuple[str, str]]) -> Weights:
    match given.get(way, EQUAL):
        case "equal":
            return EQUAL
        case "last_year":
            return LAST_YEAR
    return {key: _weight(given.get(name, ""), of) for key, (name, of) in fields.items()}


def _weight(text: str, of: str) -> Decimal:
    try:
        found = Decimal(text.strip() or "0")
    except InvalidOperation:
        found = Decimal(-1)
    if not found.is_finite() or not 0 <= found < 1_000_000:
        raise BadValue(f"“{of}”的权数“{text}”不对，请填 0 或正数，例如 3。")
    return found


def _deal(request: Request, found: Target) -> HttpResponse:
    address = reverse("target_shares", args=[found.number])
    access.require(request.actor, Act.CREATE, registry.ledger("plans.shares"))
    try:
        units, by_unit, by_quarter = _asked(request.POST, found)
        reason = request.POST.get("reason", "")
        made = actions.deal(
            found, units, by=request.actor, by_unit=by_unit, by_quarter=by_quarter, reason=reason
        )
    except Refused:
        raise
    except LedgerError as problem:
        messages.error(request, str(problem))
        return redirect(f"{address}?{_again(request.POST)}")
    messages.success(request, f"“{found.name}”已分解到 {len(units)} 个单位，记为{made[0].edition_shown}。")
    return redirect(address)


def _again(given: QueryDict) -> str:
    """What was filled in, as part of an address, so that nothing is lost."""
    kept = given.copy()
    for name in ("csrfmiddlewaretoken", "reason"):
        kept.pop(name, None)
    return kept.urlencode()


urlpatterns = [path("targets/<str:number>/shares/", target, name="target_shares")]

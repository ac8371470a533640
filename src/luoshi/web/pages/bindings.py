"""What targets are measured by: one target's proposals, a way put together by hand, and all targets of a plan."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from luoshi.directory.units.models import Unit
from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.plans import errors
from luoshi.plans.binding import actions, making
from luoshi.plans.binding.settling import best, measure_of
from luoshi.plans.questions import following, holding
from luoshi.plans.targets.models import MEASURED, Target
from luoshi.web.plans import bindings, finding, formulas, hand, headline, previews
from luoshi.web.request import Request
from luoshi.web.wall import views


@require_http_methods(["GET", "POST"])
def target(request: Request, number: str) -> HttpResponse:
    """A target's proposals with what each would give, and the form by hand."""
    found = finding.target(request, number)
    if request.method == "POST":
        access.require(request.actor, Act.CHANGE, registry.ledger(finding.TARGETS), found)
        try:
            messages.success(request, _settle(request, found))
        except Refused:
            raise
        except LedgerError as problem:
            messages.error(request, str(problem))
        return redirect("target_binding", number=number)
    if request.htmx.target == "formula-check":
        access.require(request.actor, Act.CHANGE, registry.ledger(finding.TARGETS), found)
        return render(request, "plans/formula_check.html", _formula(request, found))
    return render(request, "plans/binding.html", _values(request, found))


def _formula(request: Request, found: Target) -> dict[str, object]:
    """The formula that the address asks for, worked out."""
    month = finding.month_of(request, found)
    held = measure_of(found) if found.source == MEASURED else None
    text = formulas.asked(request.GET, found, held)
    check = formulas.check(text, found, month, request.actor)
    now = held.formula if held else ""
    return {"check": check, "month": month, "row": {"target": found}, "now": now}


def _values(request: Request, found: Target) -> dict[str, object]:
    row = finding.wall_row(request, found)
    month = row.month
    units = list(Unit.objects.all())
    by_key = {str(unit.pk): unit for unit in units}
    held = measure_of(found) if found.source == MEASURED else None
    given: Mapping[str, str] = request.GET if "m" in request.GET else hand.asked(held)
    form = hand.of(given, by_key)
    may = bool(access.may(request.actor, Act.CHANGE, registry.ledger(finding.TARGETS), found))
    proposals = actions.proposals_of(found, by=request.actor)
    formula = {"check": _formula(request, found)["check"], "names": list(formulas.names())} if may else {}
    return formula | {
        "row": row,
        "steps": views.steps(row, "binding"),
        "month": month,
        "now": (held.formula or held.reason) if held else "",
        "scope": previews.scope_words(held, units) if held and not held.formula else "",
        "cards": bindings.cards(found, proposals, month, request.actor),
        "held": holding.sure(proposals),
        "excuse": following.excuse_of(found),
        "official": found.binding is not None and found.binding.official,
        "may": may,
        "measures": list(hand.measures(found)) if may else [],
        "operators": hand.operators(),
        "views": hand.views(),
        "units": units,
        "hand": form,
        "asked": "m" in request.GET,
        "preview": previews.preview(found, form.proposal, month, request.actor)
        if form.proposal and may
        else None,
        "hand_words": making.words(form.proposal) if form.proposal else "",
    }


def _settle(request: Request, found: Target) -> str:
    """Do what the form asks; the sentence says what was done."""
    act = request.POST.get("act", "")
    if act == "reported":
        reason, official = request.POST.get("reason", ""), bool(request.POST.get("official"))
        actions.confirm_reported(found, by=request.actor, reason=reason, official=official)
        return f"“{found.name}”按月填报{'，只计签发以后的正式数' if official else ''}。"
    if act == "clear":
        actions.clear_binding(found, by=request.actor)
        return f"“{found.name}”的计量方式已取消。"
    if act == "formula":
        actions.confirm_formula(found, request.POST.get("formula", ""), by=request.actor)
        return f"“{found.name}”改由公式计量。"
    if act == "hand":
        form = hand.of(request.POST, {str(u.pk): u for u in Unit.objects.all()})
        if form.proposal is None:
            raise errors.PlanError("条件没有写全或写错，没有保存。请改好后先预览。")
        actions.confirm_binding(found, form.proposal, by=request.actor)
        return f"“{found.name}”改由台账计量。"
    proposals = actions.proposals_of(found, by=request.actor)
    proposal = next((p for p in proposals if p.key == request.POST.get("key")), None)
    if proposal is None:
        raise errors.PlanError("这条建议已经变了，没有保存。请核对下面新的建议后再采用。")
    actions.confirm_binding(found, proposal, by=request.actor)
    return f"“{found.name}”的计量方式已确认。"


def plan(request: Request, key: int) -> HttpResponse:
    """All targets of a plan with what measures them, or the best proposal."""
    document = finding.document(request, key)
    finding.readable(request.actor, finding.TARGETS)
    proposed = {p.target.pk: p for p in actions.propose_bindings(document, by=request.actor)}
    values = headline.values(request, document, "plan_bindings") | {
        "table": bindings.table(document, proposed),
        "waiting": len(proposed),
        "sure": sum(best(p.proposals) is not None for p in proposed.values()),
    }
    return render(request, "plans/bindings.html", values)


@require_POST
def sure(request: Request, key: int) -> HttpResponse:
    """Take every proposal that is sure."""
    document = finding.document(request, key)
    access.require(request.actor, Act.CHANGE, registry.ledger(finding.TARGETS))
    try:
        bound, waiting = actions.confirm_sure(document, by=request.actor)
    except Refused:
        raise
    except LedgerError as problem:
        messages.error(request, str(problem))
    else:
        rest = f"还有 {len(waiting)} 个没有把握，请逐个核对。" if waiting else "全部目标都已确定计量方式。"
        messages.success(request, f"已采用 {len(bound)} 个。{rest}")
    return redirect("plan_bindings", key=key)

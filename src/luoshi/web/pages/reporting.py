"""按月填报: what the person's units report in a month, and one target's value with its evidence."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from luoshi.directory.calendars import months as books
from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import LedgerError
from luoshi.plans.reported import actions
from luoshi.plans.reported.models import Reported
from luoshi.plans.targets.models import REPORTED as IS_REPORTED
from luoshi.plans.targets.models import Target
from luoshi.web import months
from luoshi.web.plans import finding, reporting
from luoshi.web.request import Request
from luoshi.web.wall import views


@require_http_methods(["GET", "POST"])
def month(request: Request) -> HttpResponse:
    """The targets to report in the month, one line each; a line is sent by itself or all together."""
    finding.readable(request.actor, finding.REPORTED)
    wrong: dict[str, tuple[str, str]] = {}
    if request.method == "POST":
        access.require(request.actor, Act.CREATE, registry.ledger(finding.REPORTED))
        request.month = months.sent(request.POST)
        wrong = _take(request)
        if not wrong:
            return redirect(months.address("reporting", request.month))
    found = reporting.due(request.actor, request.month, wrong)
    values = {
        "month": request.month,
        "due": found,
        "missing": sum(each.missing for each in found),
        "closed": _closed(request.month),
        "may": bool(access.may(request.actor, Act.CREATE, registry.ledger(finding.REPORTED))),
    }
    return render(request, "plans/reporting.html", values, status=422 if wrong else 200)


def _take(request: Request) -> dict[str, tuple[str, str]]:
    """Report what was filled in or changed; what is refused comes back by target with its sentence."""
    wrong: dict[str, tuple[str, str]] = {}
    count = 0
    for each in reporting.due(request.actor, request.month):
        said = request.POST.get(f"v-{each.target.number}", "").strip()
        if not said or said == each.entered:
            continue
        try:
            actions.report(each.target, request.month, said, by=request.actor)
            count += 1
        except LedgerError as problem:
            wrong[each.target.number] = (said, str(problem))
    if count:
        messages.success(request, f"已保存 {count} 项。")
    elif not wrong:
        messages.warning(request, "没有填写新的数，也没有改动，没有保存。")
    return wrong


@require_http_methods(["GET", "POST"])
def target(request: Request, number: str) -> HttpResponse:
    """One target's value of the month, and all its values so far."""
    found = finding.target(request, number)
    if request.method == "POST":
        request.month = finding.month_sent(request, found)
    row = finding.wall_row(request, found)
    held = Reported.objects.filter(target=found, period=row.month).first()
    form = reporting.ReportForm(found, held, *_sent(request))
    if request.method == "POST":
        access.require(
            request.actor,
            Act.CREATE,
            registry.ledger(finding.REPORTED),
            Reported(target=found, period=row.month),
        )
        if form.is_valid() and _reported(request, found, row.month, form):
            return redirect(months.address("target_report", row.month, number))
    values = {
        "row": row,
        "steps": views.steps(row, "report"),
        "month": row.month,
        "form": form,
        "held": held,
        "refusal": _refusal(request, found, row.month),
        "values": reporting.reported(found),
    }
    return render(request, "plans/report.html", values, status=422 if form.is_bound else 200)


def _reported(request: Request, found: Target, period: int, form: reporting.ReportForm) -> bool:
    """Write the value; a refusal stands beside its field."""
    entered = form.cleaned_data
    with form.answering():
        actions.report(
            found,
            period,
            entered["value"],
            by=request.actor,
            evidence=entered["evidence"],
            attachments=form.attachments(),
        )
        messages.success(request, "已保存。")
        return True
    return False


def _refusal(request: Request, found: Target, period: int) -> str:
    """Why the person cannot report this value, "" where they can."""
    if found.source != IS_REPORTED:
        return (
            "该指标由台账计量，不需要填报。如数字不对，请核对台账里的行。"
            if found.source == "measured"
            else "这个目标的计量方式还没有确认，请督查员确认后再填报。"
        )
    may = access.may(
        request.actor, Act.CREATE, registry.ledger(finding.REPORTED), Reported(target=found, period=period)
    )
    return _closed(period) if may else may.reason


def _closed(period: int) -> str:
    try:
        books.require_open(period)
    except LedgerError as closed:
        return str(closed)
    return ""


def _sent(request: Request) -> tuple[object, ...]:
    return (request.POST, request.FILES) if request.method == "POST" else ()

"""按月填报: what units fill in for a month and hand up, and one target's value with its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from luoshi.directory.calendars import months as books
from luoshi.ledgers import access, exporting, registry, stepping
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import LedgerError
from luoshi.plans.filings.models import Filing
from luoshi.plans.questions.models import Question
from luoshi.plans.reported import actions
from luoshi.plans.reported.models import Reported, why_not
from luoshi.plans.targets.models import Target
from luoshi.web import formats, months
from luoshi.web.ledgers import exports
from luoshi.web.ledgers import finding as rows
from luoshi.web.plans import finding, reporting, sheets
from luoshi.web.plans.sheets import Sheet
from luoshi.web.request import Request
from luoshi.web.wall import views

SUBMIT = "submit"


@require_http_methods(["GET", "POST"])
def month(request: Request) -> HttpResponse:
    """A form a unit: all that it fills in for the month, with the steps that hand it up."""
    finding.readable(request.actor, finding.REPORTED)
    wrong: dict[str, tuple[str, str]] = {}
    code = request.POST.get("unit", request.GET.get("unit", ""))
    if request.method == "POST":
        access.require(request.actor, Act.CREATE, registry.ledger(finding.REPORTED))
        request.month = months.sent(request.POST)
        wrong = _take(request, code)
        if not wrong:
            return redirect(_back(request, code))
    found = sheets.sheets(request.actor, request.month, code, wrong)
    return render(request, "plans/reporting.html", _shown(request, found, code), status=422 if wrong else 200)


def _shown(request: Request, found: Sequence[Sheet], code: str) -> dict[str, object]:
    return {
        "month": request.month,
        "sheets": found,
        "open": found if len(found) == 1 else [sheet for sheet in found if sheet.wrong],
        "unit": code,
        "overview": sheets.overview(found, request.month) if len(found) > 1 else None,
        "due": [line for sheet in found for line in sheet.lines],
        "missing": sum(sheet.missing for sheet in found),
        "closed": _closed(request.month),
        "may_import": bool(access.may(request.actor, Act.IMPORT, registry.ledger(finding.REPORTED))),
    }


def _back(request: Request, code: str) -> str:
    address = months.address("reporting", request.month)
    return f"{address}&unit={code}" if code and request.GET.get("unit") else address


def _take(request: Request, code: str) -> dict[str, tuple[str, str]]:
    """Keep what was filled in or changed, and hand it up where that is asked for; what is refused comes back."""
    wrong: dict[str, tuple[str, str]] = {}
    count = 0
    found = [sheet for sheet in sheets.sheets(request.actor, request.month, code) if sheet.may]
    for each in (line for sheet in found for line in sheet.lines):
        said = request.POST.get(f"v-{each.question.number}", "").strip()
        if not said or said == each.entered:
            continue
        try:
            actions.answer(each.question, request.month, said, by=request.actor)
            count += 1
        except LedgerError as problem:
            wrong[each.question.number] = (said, str(problem))
    if count:
        messages.success(request, f"已保存 {count} 项。")
    if request.POST.get("then") == SUBMIT and not wrong:
        _hand_up(request, code)
    elif not wrong and not count:
        messages.warning(request, "没有填写新的数，也没有改动，没有保存。")
    return wrong


def _hand_up(request: Request, code: str) -> None:
    """Submit the filing of a unit; what keeps it back is said on the page."""
    filing = Filing.objects.in_month(request.month).filter(unit__code=code).first()
    if filing is None:
        messages.warning(request, "还没有填写任何一项，不能上报。")
    else:
        _stepped(request, filing, SUBMIT)


def _stepped(request: Request, filing: Filing, name: str) -> None:
    ledger = registry.ledger(sheets.FILINGS)
    _, step = stepping.found(ledger, name)
    access.require(request.actor, Act.STEP, ledger, filing, step=name)
    try:
        stepping.take_step(ledger, filing, name, by=request.actor, on=timezone.localdate())
    except LedgerError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"“{filing}”的月报已{step.title}。")


@require_POST
def step(request: Request, pk: int, name: str) -> HttpResponse:
    """A step forward with a unit's month; steps back ask for their reason on a page of their own."""
    ledger = rows.ledger(request, "plans-filings")
    filing = rows.row(request, ledger, pk)
    assert isinstance(filing, Filing)
    if ledger.lifecycle is None or ledger.lifecycle.step(name) is None:
        raise Http404("没有这个步骤，请刷新页面。")
    _stepped(request, filing, name)
    return redirect(f"{months.address('reporting', filing.period)}&unit={filing.unit.code}")


@require_GET
def file(request: Request) -> HttpResponse:
    """The workbook of a unit and month: every field a line, with what is filled in, for the import of reported values."""
    finding.readable(request.actor, finding.REPORTED)
    ledger = registry.ledger(finding.REPORTED)
    code = request.GET.get("unit", "")
    asked = sheets.fillable(request.actor, request.month)
    questions = list(asked.filter(unit__code=code) if code else asked)
    held = Reported.objects.filter(question__in=questions, period=request.month)
    known = {row.question_id: row for row in held.select_related("question", "filing")}
    lines = [known.get(q.pk) or Reported(question=q, period=request.month) for q in questions]
    data = exporting.template(ledger, by=request.actor, rows=lines)
    whose = questions[0].unit.name if code and questions and questions[0].unit else ledger.title
    name = f"{whose}{formats.month(request.month)}填报表.xlsx"
    return exports.download(data, name, "xlsx")


@require_http_methods(["GET", "POST"])
def target(request: Request, number: str) -> HttpResponse:
    """One target's value of the month, and all its values so far."""
    found = finding.target(request, number)
    if request.method == "POST":
        request.month = finding.month_sent(request, found)
    row = finding.wall_row(request, found)
    held = Reported.objects.of(found).filter(period=row.month).first()
    form = reporting.ReportForm(found, held, *_sent(request))
    if request.method == "POST":
        _require(request, found, row.month)
        if form.is_valid() and _reported(request, found, row.month, form):
            return redirect(months.address("target_report", row.month, number))
    values = {
        "row": row,
        "steps": views.steps(row, "report"),
        "month": row.month,
        "form": form,
        "held": held,
        "refusal": _refusal(request, found, held, row.month),
        "values": reporting.reported(found),
    }
    return render(request, "plans/report.html", values, status=422 if form.is_bound else 200)


def _require(request: Request, found: Target, period: int) -> None:
    access.require(request.actor, Act.CREATE, registry.ledger(finding.REPORTED), _value(found, period))


def _value(found: Target, period: int) -> Reported:
    """The value of a target that would be entered, whether or not anybody is asked for it."""
    question = Question(number=found.number, target=found, unit=found.lead_unit)
    return Reported(question=question, period=period)


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


def _refusal(request: Request, found: Target, held: Reported | None, period: int) -> str:
    """Why the person cannot report this value, "" where they can."""
    if sentence := why_not(found):
        return sentence
    ledger = registry.ledger(finding.REPORTED)
    may = access.may(request.actor, Act.CREATE, ledger, _value(found, period))
    if not may:
        return may.reason
    return _closed(period) or (held.fixed() if held else "")


def _closed(period: int) -> str:
    try:
        books.require_open(period)
    except LedgerError as closed:
        return str(closed)
    return ""


def _sent(request: Request) -> tuple[object, ...]:
    return (request.POST, request.FILES) if request.method == "POST" else ()

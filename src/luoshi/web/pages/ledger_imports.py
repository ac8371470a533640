"""A workbook into a ledger: given, looked at, confirmed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from luoshi.ledgers import importing
from luoshi.ledgers.access import Act
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import LedgerError, PlanChanged, Refused
from luoshi.ledgers.importing import ImportPlan
from luoshi.web.ledgers import exports, finding, previews, uploads
from luoshi.web.ledgers.uploads import Gone, Upload
from luoshi.web.request import Request


@require_http_methods(["GET", "POST"])
def upload(request: Request, key: str) -> HttpResponse:
    """Take a file, or cells that were pasted, and show what it would do."""
    ledger = finding.ledger(request, key, Act.IMPORT)
    if request.method == "GET":
        return form(request, ledger)
    try:
        name, data = received(request)
        plan = importing.plan(ledger, data, name, by=request.actor)
    except Refused:
        raise
    except LedgerError as problem:
        return form(request, ledger, str(problem))
    return shown(request, plan, uploads.keep(request.user.pk, ledger, name, data, now=timezone.now()))


@require_http_methods(["GET", "POST"])
def preview(request: Request, key: str, digest: str) -> HttpResponse:
    """What a kept file would do; confirmed, it is done."""
    ledger = finding.ledger(request, key, Act.IMPORT)
    try:
        found = uploads.kept(request.user.pk, ledger, digest)
    except Gone as problem:
        messages.error(request, str(problem))
        return redirect("ledger_import", key=ledger.key)
    plan = importing.plan(ledger, found.data, found.filename, by=request.actor)
    if request.method == "GET":
        return shown(request, plan, found)
    if plan.problems:
        return shown(request, plan, found, plan.summary)
    try:
        result = importing.apply(plan, by=request.actor, seen=found.fingerprint, on=timezone.localdate())
    except PlanChanged as problem:
        fresh = importing.plan(ledger, found.data, found.filename, by=request.actor)
        return shown(request, fresh, found, str(problem))
    uploads.drop(request.user.pk, ledger, digest)
    messages.success(request, f"导入完成：{result}")
    return redirect("ledger", key=ledger.key)


@require_GET
def problems(request: Request, key: str, digest: str) -> HttpResponse:
    """The file again, with what is wrong beside each line."""
    ledger = finding.ledger(request, key, Act.IMPORT)
    found = uploads.kept(request.user.pk, ledger, digest)
    plan = importing.plan(ledger, found.data, found.filename, by=request.actor)
    return exports.download(importing.problems_workbook(plan), f"{ledger.title}导入问题.xlsx", "xlsx")


def received(request: Request) -> tuple[str, bytes]:
    """What was sent: a name and the bytes."""
    file, text = request.FILES.get("file"), request.POST.get("pasted", "")
    if file is not None:
        return uploads.given(file)
    if text.strip():
        return uploads.pasted(text)
    raise LedgerError(
        "还没有选择文件，也没有粘贴内容。请选择一个 xlsx 或 csv 文件，或把表格连同表头粘贴进来。"
    )


def form(request: Request, ledger: Ledger, problem: str = "") -> HttpResponse:
    """The page on which a file is given; what was pasted is kept."""
    values = {"ledger": ledger, "problem": problem, "pasted": request.POST.get("pasted", "")}
    return render(request, "ledger/import.html", values, status=400 if problem else 200)


def shown(request: Request, plan: ImportPlan, found: Upload, problem: str = "") -> HttpResponse:
    """The preview; what it showed is remembered, so that just that is confirmed."""
    uploads.remember(request.user.pk, plan.ledger, found, plan.fingerprint)
    values = {
        "ledger": plan.ledger,
        "plan": plan,
        "digest": found.digest,
        "problem": problem,
        "pasted": request.POST.get("pasted", ""),
        **previews.tables(plan),
    }
    return render(request, "ledger/preview.html", values)

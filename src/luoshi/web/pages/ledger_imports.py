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
from luoshi.web import tasks
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
    except LedgerError as problem:
        return form(request, ledger, str(problem))
    kept = uploads.keep(request.user.pk, ledger, name, data, now=timezone.now())
    if kept.large:
        return redirect("job", key=tasks.begin(request, tasks.LOOK, ledger, kept).pk)
    try:
        return shown(request, planned(request, ledger, kept), kept)
    except LedgerError as problem:
        uploads.drop(request.user.pk, ledger, kept.digest)
        if isinstance(problem, Refused):
            raise
        return form(request, ledger, str(problem))


@require_http_methods(["GET", "POST"])
def preview(request: Request, key: str, digest: str) -> HttpResponse:
    """What a kept file would do; confirmed, it is done."""
    ledger = finding.ledger(request, key, Act.IMPORT)
    try:
        found = uploads.kept(request.user.pk, ledger, digest)
    except Gone as problem:
        messages.error(request, str(problem))
        return redirect("ledger_import", key=ledger.key)
    if found.large:
        return in_background(request, ledger, found)
    if request.method == "GET":
        return shown(request, planned(request, ledger, found), found)
    plan = uploads.plan(request.user.pk, ledger, digest) or planned(request, ledger, found)
    if plan.problems:
        return shown(request, planned(request, ledger, found), found, plan.summary)
    try:
        result = importing.apply(plan, by=request.actor, seen=found.fingerprint, on=timezone.localdate())
    except PlanChanged as problem:
        return shown(request, planned(request, ledger, found), found, str(problem))
    uploads.drop(request.user.pk, ledger, digest)
    messages.success(request, f"导入完成：{result}")
    return redirect("ledger", key=ledger.key)


def planned(request: Request, ledger: Ledger, found: Upload) -> ImportPlan:
    """What a kept file would do now."""
    return importing.plan(ledger, found.data, found.filename, by=request.actor)


def in_background(request: Request, ledger: Ledger, found: Upload) -> HttpResponse:
    """The preview of a large file as it was planned; confirmed, it is written by who works in the background."""
    plan = uploads.plan(request.user.pk, ledger, found.digest)
    if plan is None:
        return redirect("job", key=tasks.begin(request, tasks.LOOK, ledger, found).pk)
    if request.method == "POST" and plan.ready:
        return redirect("job", key=tasks.begin(request, tasks.WRITE, ledger, found).pk)
    return page(request, plan, found)


@require_GET
def problems(request: Request, key: str, digest: str) -> HttpResponse:
    """The file again, with what is wrong beside each line."""
    ledger = finding.ledger(request, key, Act.IMPORT)
    found = uploads.kept(request.user.pk, ledger, digest)
    told = uploads.problems(request.user.pk, ledger, digest)
    if told is None:
        told = importing.problems_workbook(planned(request, ledger, found))
    return exports.download(told, f"{ledger.title}导入问题.xlsx", "xlsx")


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
    uploads.remember(request.user.pk, plan.ledger, found, plan)
    return page(request, plan, found, problem)


def page(request: Request, plan: ImportPlan, found: Upload, problem: str = "") -> HttpResponse:
    """The page of a preview."""
    values = {
        "ledger": plan.ledger,
        "plan": plan,
        "digest": found.digest,
        "problem": problem,
        "pasted": request.POST.get("pasted", ""),
        **previews.tables(plan),
    }
    return render(request, "ledger/preview.html", values)

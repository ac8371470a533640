"""附件: the files that hang on a row, looked at, added and taken off."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from luoshi.ledgers import evidence
from luoshi.ledgers.access import Act
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.models import Row
from luoshi.web.ledgers import attached, cards, finding, related
from luoshi.web.ledgers.forms import ReasonForm
from luoshi.web.request import Request


@require_http_methods(["GET", "POST"])
def files(request: Request, key: str, pk: int) -> HttpResponse:
    """All files of a row; who may adds more."""
    ledger = finding.ledger(request, key)
    row = finding.row(request, ledger, pk)
    slots = cards.slots_of(request.actor, ledger, row)
    form = attached.FilesForm(slots, *sent(request))
    if request.method == "POST":
        if not slots:
            finding.row(request, ledger, pk, Act.CHANGE)
            raise Refused(f"“{ledger.title}”由系统生成，不能在这里上传附件。")
        if form.is_valid() and attach(request, ledger, row, form):
            return redirect("ledger_files", key=key, pk=pk)
    values = cards.frame(request, ledger, row, related.of(request.actor, ledger, row), cards.FILES)
    values["groups"] = attached.groups(request.actor, ledger, row, evidence.of(ledger, row), slots)
    values["form"] = form if slots else None
    return render(request, "ledger/files.html", values)


def attach(request: Request, ledger: Ledger, row: Row, form: attached.FilesForm) -> bool:
    """Hang what was sent on the row; what is wrong goes back into the form."""
    slot = form.cleaned_data["slot"]
    with form.answering():
        made = evidence.attach_all(ledger, row, form.read(), by=request.actor, slot=slot)
        messages.success(request, f"已上传 {len(made)} 个附件。")
        return True
    return False


@require_http_methods(["GET", "POST"])
def remove(request: Request, key: str, pk: int, file: int) -> HttpResponse:
    """Take a file off its row, with a reason."""
    ledger = finding.ledger(request, key)
    row = finding.row(request, ledger, pk)
    found = evidence.of(ledger, row).filter(pk=file).first()
    if found is None:
        raise Http404("没有这个附件，它可能已被移除。")
    if found.slot not in cards.slots_of(request.actor, ledger, row):
        finding.row(request, ledger, pk, Act.CHANGE)
        raise Refused(f"您（{request.actor.name}）不能移除“{found.name}”，请联系该行的责任单位。")
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.answering():
            evidence.remove(found, ledger, row, by=request.actor, reason=form.cleaned_data["reason"])
            messages.success(request, f"已移除“{found.name}”，变动记录仍然保留。")
            return redirect("ledger_files", key=key, pk=pk)
    values = {"ledger": ledger, "row": row, "file": found, "form": form}
    return render(request, "ledger/file_remove.html", values)


def sent(request: Request) -> tuple[object, ...]:
    """What a form with files sent; nothing while it is only looked at."""
    return (request.POST, request.FILES) if request.method == "POST" else ()

"""What is said of a plan's file until it is read: whether it waits, what is being done with it, why it was not read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.plans.documents.models import Document
from luoshi.plans.intake.models import READING, SILENCE, WAITING, Upload
from luoshi.plans.review import queries
from luoshi.web.parts import Cell, Column, Row, Table
from luoshi.web.plans import finding, forms
from luoshi.web.request import Request

PATIENCE: Final = 20  # seconds in the queue after which somebody should look whether anybody works
OF_WORD: Final = "正在由 LibreOffice 转成 docx，再逐句识读，一般十几秒。"
DOING: Final[Mapping[str, str]] = {
    "pdf": "正在逐页取出文字，再逐句识读。扫描的页面逐页识别图片，每页约 5 秒。",
    "image": "正在识别图片上的文字，再逐句识读，每页约 5 秒。",
    **dict.fromkeys(("doc", "rtf", "odt"), OF_WORD),
}
USUAL: Final = "正在取出文字，再逐句识读，一般几秒钟。"


def find(request: Request, digest: str) -> Upload | Document:
    """The upload of an address, or the plan that has been made of it."""
    access.require(request.actor, Act.CREATE, registry.ledger(finding.DOCUMENTS))
    for found in (Upload.objects.filter(sha256=digest), Document.objects.filter(sha256=digest)):
        if (first := found.first()) is not None:
            return first
    raise Http404("没有这个上传的文件，可能已被移除。请到“计划”里查看，或重新上传。")


def shown(request: Request, document: Document) -> HttpResponseRedirect:
    """To the plan that has been read, with what was found in it."""
    if document.previous_id is not None:
        messages.success(
            request, f"第 {document.edition} 版已上传，原有目标的编号和历史都保留。请核对下面的改动。"
        )
        return HttpResponseRedirect(reverse("plan_changes", args=[document.pk]))
    total = queries.progress(document).total
    messages.success(request, f"《{document.title}》识别出 {total} 条，请逐条核对。")
    return HttpResponseRedirect(reverse("plan", args=[document.pk]))


def values(upload: Upload, form: forms.AgainForm | None = None) -> dict[str, Any]:
    """What ``plans/uploaded_state.html`` shows."""
    now = timezone.now()
    waited = now - (upload.begun if upload.state == READING and upload.begun else upload.at)
    return {
        "upload": upload,
        "waited": int(waited.total_seconds()),
        "before": upload.before,
        "doing": DOING.get(upload.kind, USUAL),
        "silent": upload.state == READING and upload.alive is not None and now - upload.alive > SILENCE,
        "late": upload.state == WAITING and waited.total_seconds() > PATIENCE and not _somebody_reads(),
        "form": form or forms.AgainForm(upload),
    }


def table() -> Table | None:
    """The files that are not read yet, or could not be read; None where there is none."""
    found = Upload.objects.select_related("by")
    rows = tuple(
        Row(
            (
                Cell(upload.filename, url=reverse("plan_uploaded", args=[upload.sha256]), page=True),
                Cell(upload.get_state_display()),
                Cell(upload.problem),
                Cell(upload.by.name),
            )
        )
        for upload in found
    )
    if not rows:
        return None
    return Table(
        name="uploads",
        columns=(
            Column("文件", width="wide", data=True),
            Column("状态"),
            Column("原因", width="wide"),
            Column("上传人", data=True),
        ),
        rows=rows,
        short=True,
    )


def _somebody_reads() -> bool:
    return Upload.objects.at_work().exists()

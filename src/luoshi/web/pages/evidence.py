"""Files that prove a row: handed out as downloads only, their small pictures as pictures that we have made."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404

from luoshi.ledgers import access, evidence, registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.models import Attachment
from luoshi.web.ledgers import finding
from luoshi.web.request import Request


def file(request: Request, key: int) -> FileResponse:
    """A file as it was uploaded; always a download."""
    found = _found(request, key, Act.EXPORT)
    return download(found.path, found.name)


def thumbnail(request: Request, key: int) -> FileResponse:
    """The small picture of a file."""
    found = _found(request, key, Act.READ)
    if not found.thumbnail or not default_storage.exists(found.thumbnail_path):
        raise Http404("这个附件没有缩略图。")
    answer = FileResponse(default_storage.open(found.thumbnail_path), content_type="image/jpeg")
    answer.headers["Cache-Control"] = "private, max-age=86400, immutable"
    return answer


def of_column(request: Request, key: str, pk: int, column: str) -> FileResponse:
    """The file that stands in a column of a row, for who may see the column."""
    ledger = finding.ledger(request, key)
    row = finding.row(request, ledger, pk, Act.EXPORT)
    unseen = access.hidden(request.actor, ledger)
    wanted = next((each for each in ledger.files if each.name == column and column not in unseen), None)
    found = evidence.held(ledger, row, wanted) if wanted else None
    if found is None:
        raise Http404("这里没有文件。")
    return download(found.path, found.name)


def download(path: str, filename: str) -> FileResponse:
    """A file of a person as an attachment, under its own name and no type that a browser would open."""
    try:
        opened = default_storage.open(path, "rb")
    except FileNotFoundError as absent:
        raise Http404(
            f"文件“{filename}”不在数据目录里，可能没有随数据一起恢复。请告诉系统管理员从备份中找回。"
        ) from absent
    return FileResponse(
        opened,
        as_attachment=True,
        filename=filename,
        content_type="application/octet-stream",
    )


def _found(request: Request, key: int, act: Act) -> Attachment:
    """A file that hangs on a row which the person may see."""
    found = Attachment.objects.filter(pk=key, removed_at=None).first()
    ledger = registry.ledger(found.ledger) if found else None
    row = ledger.rows().filter(pk=found.row).first() if found and ledger else None
    if found is None or ledger is None or row is None or not evidence.of(ledger, row).filter(pk=key):
        raise Http404("没有这个附件。")
    access.require(request.actor, act, ledger, row)
    return found

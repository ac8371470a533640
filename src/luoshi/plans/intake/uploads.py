"""What is read later: a file is kept at once, read again where it could not be read, or taken out again (ADR 41)."""

from __future__ import annotations

from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from luoshi.ledgers import audit
from luoshi.ledgers.access import Act, Actor, require
from luoshi.plans import errors
from luoshi.plans.documents.ledger import DOCUMENTS
from luoshi.plans.documents.models import Document
from luoshi.plans.intake import actions, parsing
from luoshi.plans.intake.models import FAILED, WAITING, Upload


def keep(
    data: bytes, filename: str, *, year: int | None = None, previous: Document | None = None, by: Actor
) -> Upload:
    """Keep a file that is read in the background: as a new plan, or as a corrected version of ``previous``.

    What can be seen before it is read is refused at once: no plan's file, a document already, a year out of range, an
    edition that has been replaced. A file that could not be read before is to be read again.
    """
    require(by, Act.CREATE, DOCUMENTS)
    if previous is not None:
        actions.require_latest(previous)
    kind, digest = parsing.kind_of(data, filename), actions.new_digest(data, filename)
    upload = Upload(
        filename=PurePath(filename.replace("\\", "/")).name[-255:],
        sha256=digest,
        kind=kind,
        year=actions.checked(year),
        previous=previous,
        by_id=by.person,
        origin=by.origin[:60],
    )
    upload.file.save(upload.filename, ContentFile(data), save=False)
    try:
        with transaction.atomic():
            audit.begin()
            before = Upload.objects.filter(sha256=digest, state=FAILED).first()
            if before is not None:
                before.delete()
            _insert(upload)
            _note(upload, "上传待识读", by)
    except BaseException:
        upload.file.delete(save=False)
        raise
    if before is not None:
        before.file.delete(save=False)
    return upload


def again(upload: Upload, *, year: int | None = None, by: Actor) -> None:
    """Have a file read again that could not be read; ``year`` is the plan year, of a version that of its plan."""
    require(by, Act.CREATE, DOCUMENTS)
    said = {"state": WAITING, "problem": "", "tries": 0, "year": actions.checked(year)}
    with transaction.atomic():
        audit.begin()
        if not Upload.objects.filter(pk=upload.pk, state=FAILED).update(**said):
            raise errors.NotWaiting(upload.filename)
        _note(upload, "再次识读", by)


def drop(upload: Upload, *, by: Actor) -> None:
    """Take out a file that nobody reads: one that waits, or could not be read."""
    require(by, Act.CREATE, DOCUMENTS)
    with transaction.atomic():
        audit.begin()
        if not Upload.objects.filter(pk=upload.pk, state__in=(WAITING, FAILED)).delete()[0]:
            raise errors.NotWaiting(upload.filename)
        _note(upload, "移除上传", by)
    upload.file.delete(save=False)


def _insert(upload: Upload) -> None:
    try:
        with transaction.atomic():
            upload.save(force_insert=True)
    except IntegrityError as clash:
        raise errors.BeingRead(upload.filename) from clash


def _note(upload: Upload, act: str, by: Actor) -> None:
    audit.note(by, act, DOCUMENTS, {"文件": ("", f"{upload.filename}（校验码 {upload.sha256[:8]}）")})

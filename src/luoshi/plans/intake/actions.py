"""The two ways in: a new plan, and a corrected version of one.

Either is read where it is asked for, or comes from an ``upload`` that was kept before: then its document takes the
upload's place and file in one transaction.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from luoshi.ledgers import audit, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.plans import errors
from luoshi.plans.clauses.models import PROPOSED, Assignment, Clause
from luoshi.plans.documents.ledger import DOCUMENTS
from luoshi.plans.documents.models import CONFIRMED, SUPERSEDED, Document
from luoshi.plans.intake import carrying, parsing
from luoshi.plans.intake.duties import Duties
from luoshi.plans.intake.models import FAILED, Upload
from luoshi.reading.model import Reading


def add(
    data: bytes, filename: str, *, year: int | None = None, by: Actor, upload: Upload | None = None
) -> Document:
    """Read a plan and keep the file, its text and its clauses; one transaction, or nothing.

    ``year`` is the plan year; without it the text's own. Refuses what is no plan, has no clause, is known already.
    """
    require(by, Act.CREATE, DOCUMENTS)
    digest = new_digest(data, filename, upload)
    reading = parsing.read(data, filename, checked(year))
    found = year or reading.document.year
    if found is None:
        raise errors.NoYear(filename)
    document = parsing.document(reading, filename, found)
    document.sha256, document.uploaded_by = digest, by.name
    if Document.objects.filter(title=document.title, year=document.year).exists():
        raise errors.SameTitle(document.title, document.year)
    return _stored(document, data, lambda: _first_edition(document, reading, by), upload)


def add_version(
    document: Document, data: bytes, filename: str, *, by: Actor, upload: Upload | None = None
) -> Document:
    """Read a corrected version of a plan: decided clauses stay decided where the text stays, targets keep their number.

    What the new text changes waits for a decision, what it no longer holds is marked where a target rests on it.
    """
    require(by, Act.CREATE, DOCUMENTS)
    require_latest(document)
    digest = new_digest(data, filename, upload)
    reading = parsing.read(data, filename, document.year)
    new = parsing.document(reading, filename, document.year)
    new.title = (reading.document.title or document.title)[:300]
    new.sha256, new.uploaded_by = digest, by.name
    new.edition, new.previous = document.edition + 1, document
    return _stored(new, data, lambda: _next_edition(new, reading, by), upload)


def new_digest(data: bytes, filename: str, upload: Upload | None = None) -> str:
    """The checksum of a file that is no document yet and, unless it comes from there, waits in no upload."""
    digest = hashlib.sha256(data).hexdigest()
    same = Document.objects.filter(sha256=digest).first()
    if same is not None and data:
        raise errors.SameFile(filename, str(same))
    if upload is None and Upload.objects.filter(sha256=digest).exclude(state=FAILED).exists():
        raise errors.BeingRead(filename)
    return digest


def require_latest(document: Document) -> None:
    """Refuse an edition that has been replaced."""
    document.refresh_from_db()
    if not document.is_latest:
        raise errors.NotLatest(document.title, document.edition)


def checked(year: int | None) -> int | None:
    """A year in which plans are made."""
    if year is not None and not 2000 <= year <= 2099:
        raise errors.BadYear(year)
    return year


def _stored(document: Document, data: bytes, clauses: Callable[[], None], upload: Upload | None) -> Document:
    """Keep file and rows together: a file that is new goes again when the transaction fails."""
    if upload is None:
        document.file.save(document.filename, ContentFile(data), save=False)
    else:
        document.file.name = upload.file.name
    try:
        with transaction.atomic():
            audit.begin()
            if upload is not None:
                upload.hand_over()
            writing.validate(DOCUMENTS, document)
            _insert(document)
            clauses()
    except BaseException:
        if upload is None:
            document.file.delete(save=False)
        raise
    return document


def _insert(document: Document) -> None:
    try:
        with transaction.atomic():
            document.save(force_insert=True)
    except IntegrityError as clash:
        raise errors.SameFile(document.filename, document.title) from clash


def _first_edition(document: Document, reading: Reading, by: Actor) -> None:
    duties = Duties()
    found = parsing.clauses(document, reading)
    for clause in found:
        clause.leader = duties.leader_of(clause)
    _save(found, document)
    Assignment.objects.bulk_create(
        [a for clause in found for a in duties.assignments(clause)], batch_size=500
    )
    _note(document, found, "上传", by)


def _next_edition(document: Document, reading: Reading, by: Actor) -> None:
    previous = document.previous
    assert previous is not None
    duties = Duties()
    old = carrying.candidates(previous)
    found = parsing.clauses(document, reading)
    pairs = carrying.pair(old, found)
    for index, clause in enumerate(found):
        clause.leader = duties.leader_of(clause)
        carrying.inherit(clause, pairs.get(index))
    _save(found, document)
    moved = {found[index]: before for index, before in pairs.items()}
    Assignment.objects.bulk_create(
        [a for clause in found for a in _units(clause, moved.get(clause), duties)], batch_size=500
    )
    carrying.move(moved, by=by)
    carrying.leave([c for c in old if c.pk not in {m.pk for m in moved.values()}], by=by)
    writing.change(DOCUMENTS, previous, {"state": SUPERSEDED}, by=by, act="被新版本替代")
    _note(document, found, "上传新版本", by)
    if all(clause.state != PROPOSED for clause in found):
        writing.change(DOCUMENTS, document, {"state": CONFIRMED}, by=by, act="全部确认")


def _units(clause: Clause, old: Clause | None, duties: Duties) -> list[Assignment]:
    proposed = duties.assignments(clause)
    return carrying.units(clause, old, proposed) if old is not None else proposed


def _save(found: Sequence[Clause], document: Document) -> None:
    Clause.objects.bulk_create(found, batch_size=200)
    totals = parsing.parts(document.text, found)
    for part, total in totals.items():
        found[part].part_of = found[total]
    Clause.objects.bulk_update([found[part] for part in totals], ["part_of"], batch_size=200)


def _note(document: Document, found: Sequence[Clause], act: str, by: Actor) -> None:
    shown = audit.difference({}, audit.shown(DOCUMENTS, document)) | {"条目": ("", f"识别出 {len(found)} 条")}
    audit.record(by, act, DOCUMENTS, document, shown)

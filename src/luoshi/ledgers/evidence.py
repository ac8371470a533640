"""Files that hang on a row and prove it: kept by their content, each once, and never changed.

A file that is removed is only no longer shown; what the trail speaks of stays on the disk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from luoshi.ledgers import audit, sniffing, thumbnails
from luoshi.ledgers.access import Act, Actor, may, require
from luoshi.ledgers.columns import File as FileColumn
from luoshi.ledgers.columns import Filed, Upload
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid, LedgerError, NotNow, Refused
from luoshi.ledgers.lifecycle import Step
from luoshi.ledgers.models import Attachment, Row

LARGEST = 20 * 2**20  # bytes of one file
MOST = 200  # files of one row
ATTACHED = "附件"  # the act in the trail
PROOF = "佐证"  # the slot that every ledger has
File = tuple[bytes, str]
Examined = tuple[Attachment, bytes, bytes]  # not yet stored, with its content and its small picture


class TooMany(LedgerError):
    """A row has all the files that it can have."""

    def __init__(self, label: str) -> None:
        super().__init__(f"“{label}”的附件已到 {MOST} 个，不能再加。请先移除不需要的，或合并成一个文件。")


def attach(
    ledger: Ledger, row: Row, data: bytes, filename: str, *, by: Actor, slot: str = PROOF
) -> Attachment:
    """Hang a file on a row; ``slot`` is what it proves: what a step asks for, or anything."""
    return attach_all(ledger, row, [(data, filename)], by=by, slot=slot)[0]


def attach_all(
    ledger: Ledger, row: Row, files: Sequence[File], *, by: Actor, slot: str = PROOF
) -> list[Attachment]:
    """Hang several files on a row, all or none."""
    _require(ledger, row, slot, by)
    made = [_examined(ledger, row, data, filename, by, slot) for data, filename in files]
    with transaction.atomic():
        audit.begin()
        _refuse_fixed(row)
        if of(ledger, row).count() + len(made) > MOST:
            raise TooMany(ledger.label_of(row))
        _store(made, row, lambda found: audit.record(by, ATTACHED, ledger, row, {slot: ("", found.name)}))
    return [attachment for attachment, _, _ in made]


def remove(attachment: Attachment, ledger: Ledger, row: Row, *, by: Actor, reason: str) -> None:
    """Take a file off its row; it stays with the trail."""
    _require(ledger, row, attachment.slot, by)
    if not reason.strip():
        raise NotNow("移除附件需要写明理由。")
    with transaction.atomic():
        audit.begin()
        _refuse_fixed(row)
        removed = of(ledger, row).filter(pk=attachment.pk).update(removed_at=timezone.now())
        if not removed:
            raise NotNow(f"附件“{attachment.name}”已经移除，请刷新页面。")
        audit.record(by, "移除附件", ledger, row, {attachment.slot: (attachment.name, "")}, reason)


def of(ledger: Ledger, row: Row, slot: str | None = None) -> QuerySet[Attachment]:
    """The files of a row that stand in no column, oldest first; those of one slot."""
    found = _there(ledger, row).exclude(slot__in=[column.name for column in ledger.files])
    return found if slot is None else found.filter(slot=slot)


def held(ledger: Ledger, row: Row, column: FileColumn) -> Attachment | None:
    """The file that stands in a column."""
    value = column.of(row)
    return _there(ledger, row).filter(slot=column.name, sha256=value["sha256"]).last() if value else None


def _there(ledger: Ledger, row: Row) -> QuerySet[Attachment]:
    return Attachment.objects.filter(ledger=ledger.name, row=row.pk, removed_at=None)


def look(ledger: Ledger, values: Mapping[str, Any]) -> None:
    """Look at uploads before the transaction that takes them: a picture may take long, and all writers would wait."""
    for column in ledger.files:
        value = values.get(column.name)
        if isinstance(value, Upload) and not value.small and len(value.data) <= LARGEST:
            with suppress(sniffing.BadFile):  # which the transaction refuses, beside its column
                value.small.append(
                    thumbnails.make(value.data, sniffing.kind(value.data, value.name), value.name)
                )


def received(
    ledger: Ledger, row: Row, values: Mapping[str, Any], by: Actor
) -> tuple[dict[str, Any], list[Examined]]:
    """Values with each upload as the row is to hold it, and the files to be kept once the row is stored.

    Nobody writes that a row holds a file which was not uploaded.
    """
    taken, found = dict(values), []
    for column in ledger.files:
        value = values.get(column.name)
        if isinstance(value, Upload):
            try:
                found.append(_examined(ledger, row, value.data, value.name, by, column.name, value.small))
            except sniffing.BadFile as bad:
                raise Invalid({column.name: [f"{ledger.title_of(column)}：{bad}"]}) from bad
            made = found[-1][0]
            taken[column.name] = Filed(name=made.name, size=made.size, sha256=made.sha256)
        elif value and value != column.of(row):
            raise Refused(f"“{ledger.title_of(column)}”里的文件只能上传，请打开这一行在网页上传。")
    return taken, found


def replace(ledger: Ledger, row: Row, names: Iterable[str], files: Iterable[Examined]) -> None:
    """Keep the files that a row now holds in columns; those that stood there before stay with the trail."""
    slots = [column.name for column in ledger.files if column.name in names]
    if not slots:
        return
    _there(ledger, row).filter(slot__in=slots).update(removed_at=timezone.now())
    _store([(made, data, small) for made, data, small in files if made.slot in slots], row)


def by_row(ledger: Ledger, keys: Iterable[int]) -> dict[int, list[Attachment]]:
    """The files of many rows that stand in no column, by the row's key, in one query."""
    found: dict[int, list[Attachment]] = {}
    columns = [column.name for column in ledger.files]
    there = Attachment.objects.filter(ledger=ledger.name, row__in=list(keys), removed_at=None)
    for each in there.exclude(slot__in=columns):
        found.setdefault(each.row, []).append(each)
    return found


def lacking(ledger: Ledger, row: Row, slots: Sequence[str]) -> tuple[str, ...]:
    """Those of the slots in which a row has no file."""
    held = set(of(ledger, row).values_list("slot", flat=True)) if slots else set()
    return tuple(slot for slot in slots if slot not in held)


def unproved(ledger: Ledger, row: Row, step: Step) -> str:
    """What a step asks for that the row has no file of, as a sentence; "" where nothing is lacking."""
    missing = lacking(ledger, row, step.evidence)
    return f"办理“{step.title}”之前，请先上传佐证附件：{'、'.join(missing)}。" if missing else ""


def _refuse_fixed(row: Row) -> None:
    if sentence := row.fixed():
        raise NotNow(sentence)


def _require(ledger: Ledger, row: Row, slot: str, by: Actor) -> None:
    """Who may change a row may hang files on it, and who may take a step those that it asks for."""
    steps = ledger.lifecycle.steps if ledger.lifecycle else ()
    asking = [step for step in steps if slot in step.evidence]
    if slot != PROOF and not asking:
        raise Refused(f"“{ledger.title}”没有名为“{slot}”的附件。")
    if not any(may(by, Act.STEP, ledger, row, step=step.name) for step in asking):
        require(by, Act.CHANGE, ledger, row)


def _examined(
    ledger: Ledger,
    row: Row,
    data: bytes,
    filename: str,
    by: Actor,
    slot: str,
    looked: Sequence[bytes] = (),
) -> Examined:
    """A file that may be taken; ``looked`` holds its little picture where it has been made already."""
    name = PurePath(filename.replace("\\", "/")).name[-255:]
    if not name.isprintable():
        raise sniffing.BadFile(
            "".join(filter(str.isprintable, name)), "的文件名里有看不见的字符，请改名后再上传。"
        )
    if len(data) > LARGEST:
        raise sniffing.BadFile(name, f"超过 {LARGEST // 2**20} MB，请压缩后再上传。")
    kind = sniffing.kind(data, name)
    small = looked[0] if looked else thumbnails.make(data, kind, name)
    content = hashlib.sha256(data).hexdigest()
    made = Attachment(
        ledger=ledger.name,
        row=row.pk,
        slot=slot,
        name=name,
        kind=kind.name,
        size=len(data),
        sha256=content,
        path=f"evidence/{content[:2]}/{content}{kind.suffixes[0]}",
        thumbnail=bool(small),
        by=by.name[:60],
        by_key=by.key[:60],
    )
    return made, data, small


def _store(
    made: Iterable[Examined], row: Row, told: Callable[[Attachment], object] = lambda found: None
) -> None:
    """Keep files with their lines, all or none."""
    new: list[str] = []
    try:
        for attachment, data, small in made:
            new += _kept(attachment.path, data)
            new += _kept(attachment.thumbnail_path, small) if small else []
            attachment.row = row.pk
            attachment.save(force_insert=True)
            told(attachment)
    except BaseException:
        for path in new:
            default_storage.delete(path)
        raise


def _kept(path: str, data: bytes) -> list[str]:
    """Store a file unless its content is there; what was stored. Writers queue, so nobody else stores it meanwhile."""
    if default_storage.exists(path):
        return []
    default_storage.save(path, ContentFile(data))
    return [path]

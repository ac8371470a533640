"""Files between their preview and its confirmation: kept in the data folder, one person's by their own digest."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from luoshi.ledgers import workbooks
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import LedgerError
from luoshi.web import formats

FOLDER = "uploads"
DATA, ABOUT = "data", "about.json"
KEPT_FOR = timedelta(days=1)
PASTED = "粘贴的表格.csv"
_DIGEST = re.compile(r"[0-9a-f]{64}")


class TooLarge(LedgerError):
    """More than an upload may have."""

    def __init__(self, name: str, size: int, most: int) -> None:
        super().__init__(
            f"“{name}”有 {formats.size(size)}，超过 {formats.size(most)} 的上限，没有读取。"
            "请删去无关的工作表和图片，或分成几个文件上传。"
        )


class Gone(LedgerError):
    """A file that is not kept, or no longer."""

    def __init__(self) -> None:
        super().__init__("预览的文件已经清理，没有写入任何一行。请重新上传。")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a person gave, for one ledger."""

    digest: str
    filename: str
    data: bytes
    fingerprint: str = ""


def given(file: UploadedFile[Any]) -> tuple[str, bytes]:
    """The name and the bytes of an uploaded file, if it is not too large."""
    name, most = str(file.name), int(settings.MOST_UPLOAD)
    if file.size is None or file.size > most:
        raise TooLarge(name, file.size or 0, most)
    return name, file.read()


def pasted(text: str) -> tuple[str, bytes]:
    """Cells copied out of a spreadsheet, as a file: tabs between cells, quotes around cells with line ends."""
    size, most = len(text.encode()), int(settings.MOST_UPLOAD)
    if size > most:
        raise TooLarge(PASTED, size, most)
    rows = csv.reader(io.StringIO(text.strip("\r\n"), newline=""), delimiter="\t")
    return PASTED, workbooks.csv_bytes(rows)


def keep(person: int, ledger: Ledger, filename: str, data: bytes, *, now: datetime) -> Upload:
    """Keep a file until it is confirmed; what lies there for longer than a day goes."""
    tidy(person, now=now)
    upload = Upload(hashlib.sha256(data).hexdigest(), filename, data)
    place = _place(person, ledger, upload.digest)
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    (place / DATA).write_bytes(data)
    remember(person, ledger, upload, "")
    return upload


def remember(person: int, ledger: Ledger, upload: Upload, fingerprint: str) -> None:
    """Note beside the file what its last preview showed."""
    about = {"filename": upload.filename, "fingerprint": fingerprint}
    path = _place(person, ledger, upload.digest) / ABOUT
    path.write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")


def kept(person: int, ledger: Ledger, digest: str) -> Upload:
    """The file of that digest, or :class:`Gone`."""
    place = _place(person, ledger, digest)
    try:
        about = json.loads((place / ABOUT).read_text(encoding="utf-8"))
        data = (place / DATA).read_bytes()
    except FileNotFoundError as absent:
        raise Gone from absent
    return Upload(digest, about["filename"], data, about["fingerprint"])


def drop(person: int, ledger: Ledger, digest: str) -> None:
    """The file is no longer needed."""
    shutil.rmtree(_place(person, ledger, digest), ignore_errors=True)


def tidy(person: int, *, now: datetime) -> None:
    """Remove a person's files that nobody confirmed."""
    for place in _folder(person).glob("*"):
        with suppress(FileNotFoundError):  # another tab of theirs tidies too
            if now.timestamp() - place.stat().st_mtime > KEPT_FOR.total_seconds():
                shutil.rmtree(place, ignore_errors=True)


def _folder(person: int) -> Path:
    return Path(settings.MEDIA_ROOT) / FOLDER / str(person)


def _place(person: int, ledger: Ledger, digest: str) -> Path:
    if not _DIGEST.fullmatch(digest):
        raise Gone
    return _folder(person) / f"{ledger.key}-{digest}"

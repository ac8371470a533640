"""Files between their preview and its confirmation: kept in the data folder, one person's by their own digest."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from luoshi.ledgers import importing, keeping, unpacking, workbooks
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.planning import ImportPlan
from luoshi.web import formats

FOLDER = "uploads"
DATA, ABOUT, PLAN, PROBLEMS = "data", "about.json", "plan.json", "problems.xlsx"
MANY_BYTES, MANY_ROWS = 2 * 1024 * 1024, 5_000  # more than that is worked on in the background
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

    @property
    def large(self) -> bool:
        """Whether nobody should wait for a page while it is worked on."""
        return len(self.data) > MANY_BYTES or self.rows > MANY_ROWS

    @property
    def rows(self) -> int:
        """How many rows it has, about."""
        if self.data.startswith(workbooks.ZIP):
            return unpacking.most_rows(self.data)
        return 0 if self.data.startswith(workbooks.OLE) else self.data.count(b"\n")


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
    _note(place, upload)
    return upload


def remember(person: int, ledger: Ledger, upload: Upload, plan: ImportPlan) -> None:
    """Keep beside the file what its last preview showed, and the file that tells its problems."""
    place = _place(person, ledger, upload.digest)
    (place / PLAN).write_text(keeping.text(plan), encoding="utf-8")
    (place / PROBLEMS).unlink(missing_ok=True)
    if plan.problems and upload.large:
        (place / PROBLEMS).write_bytes(importing.problems_workbook(plan))
    _note(place, replace(upload, fingerprint=plan.fingerprint))


def _note(place: Path, upload: Upload) -> None:
    about = {"filename": upload.filename, "fingerprint": upload.fingerprint}
    (place / ABOUT).write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")


def plan(person: int, ledger: Ledger, digest: str) -> ImportPlan | None:
    """What the last preview showed; None where nothing is kept that still counts."""
    try:
        return keeping.plan(ledger, (_place(person, ledger, digest) / PLAN).read_text(encoding="utf-8"))
    except (FileNotFoundError, keeping.Outdated):
        return None


def forget(person: int, ledger: Ledger, digest: str) -> None:
    """The last preview no longer counts."""
    for name in (PLAN, PROBLEMS):
        (_place(person, ledger, digest) / name).unlink(missing_ok=True)


def there(person: int, ledger: Ledger, digest: str) -> bool:
    """Whether the last preview is kept."""
    return (_place(person, ledger, digest) / PLAN).exists()


def problems(person: int, ledger: Ledger, digest: str) -> bytes | None:
    """The file with its problems, where it is kept."""
    path = _place(person, ledger, digest) / PROBLEMS
    return path.read_bytes() if path.exists() else None


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

"""A few files read together: the piece of work that goes to a process, and what comes back of it."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from luoshi.cli import files

FILES_MOST = 64
BYTES_MOST = 1 << 20
BYTES_LEAST = 1 << 15
SHARES = 8  # batches a process should get at least, so that none is left waiting for the last
FILE_MOST = 256 * 2**20


@dataclass(frozen=True, slots=True)
class Item:
    """One file of the folder: its name in the corpus, where it is, how long, and the fingerprints it was read under before."""

    name: str
    path: str
    size: int
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """A file's bytes with their fingerprint, or the sentence that says why there are none."""

    name: str
    sha256: str | None
    data: bytes = b""
    error: str | None = None


Batch = tuple[Item, ...]


def listed(folder: Path, leave_out: Iterable[Path]) -> list[Item]:
    """Every file of a folder and the folders in it, by name; hidden files, locks of Office and ``leave_out`` are none."""
    out = {path.absolute() for path in leave_out}
    found = []
    for place, folders, names in os.walk(folder):
        here = Path(place).absolute()
        folders[:] = [name for name in folders if name[0] != "." and here / name not in out]
        for name in names:
            if not name.startswith((".", "~$")) and here / name not in out:
                found.append(_item(folder, Path(place) / name))
    return sorted((one for one in found if one is not None), key=lambda one: one.name)


def _item(folder: Path, path: Path) -> Item | None:
    """A file; None for what is no file, such as a pipe. One that cannot be looked at is listed and will say so."""
    name = path.relative_to(folder).as_posix().encode("utf-8", "backslashreplace").decode()
    try:
        about = path.stat()
    except OSError:
        return Item(name, str(path), 0)
    return Item(name, str(path), about.st_size) if stat.S_ISREG(about.st_mode) else None


def cut(items: Iterable[Item], total: int, seats: int) -> Iterator[Batch]:
    """The files in their order, in batches: small enough for every process to get several, large enough to be worth it."""
    most = min(BYTES_MOST, max(BYTES_LEAST, total // (seats * SHARES)))
    batch: list[Item] = []
    size = 0
    for item in items:
        if batch and (size + item.size > most or len(batch) == FILES_MOST):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(item)
        size += item.size
    if batch:
        yield tuple(batch)


def content(item: Item) -> Content:
    """A file's bytes, or the sentence that says why there are none."""
    if item.size > FILE_MOST:
        limit = FILE_MOST // 2**20
        return Content(
            item.name, None, error=f"文件“{item.name}”超过 {limit} MB，没有读取，请拆分后放回文件夹。"
        )
    try:
        data = Path(item.path).read_bytes()
    except OSError as problem:
        sentence = f"文件“{item.name}”读不出来（{files.why(problem)}），请检查后再执行一次。"
        return Content(item.name, None, error=sentence)
    return Content(item.name, hashed(data), data)


def hashed(data: bytes) -> str:
    """The fingerprint of a file's content."""
    return hashlib.sha256(data).hexdigest()


def fresh(batch: Batch, contents: Iterable[Content]) -> list[Content]:
    """The contents that were not read before."""
    return [one for item, one in zip(batch, contents, strict=True) if one.sha256 not in item.known]

"""The files of a lake: a folder a zone, in it a folder a ledger, and a manifest that says which files count.

A file is named for its content and never changes. A reader takes the files that the manifest lists; the manifest is
exchanged in one move, and what it listed before stays until the next export, for who is still reading.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO, Any

from luoshi.lake.errors import BadManifest, Damaged, NoLake, NotInLake

MANIFEST, BESIDE, FORMAT = "manifest.json", ".luoshi-", 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a month: where it lies in the zone's folder, its rows, and its fingerprint."""

    path: str
    rows: int
    sha256: str


@dataclass
class Sheet:
    """What a lake has of a ledger: by which date rows lie in files, its columns and their kinds, a file a month.

    ``mark`` is that of the last write into the ledger's table (ADR 19).
    """

    by: str
    columns: Mapping[str, str]
    files: dict[str, Entry] = field(default_factory=dict)
    mark: str = ""

    @property
    def rows(self) -> int:
        return sum(entry.rows for entry in self.files.values())


@dataclass
class Manifest:
    """Which files count, as of a row of the trail; ``head`` is that row's fingerprint, by which it is known again."""

    zone: str
    seq: int = 0
    head: str = ""
    ledgers: dict[str, Sheet] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Manifest | None:
        """The manifest of a zone's folder; None where there is none."""
        path = folder / MANIFEST
        if not path.exists():
            return None
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            if data["format"] != FORMAT:
                raise BadManifest(path)
            return cls(
                data["zone"],
                data["seq"],
                data["head"],
                {name: _sheet(each) for name, each in data["ledgers"].items()},
            )
        except (ValueError, KeyError, TypeError) as problem:
            raise BadManifest(path) from problem

    def write(self, folder: Path) -> None:
        """Let this manifest take the place of the one before."""
        text = json.dumps({"format": FORMAT} | asdict(self), ensure_ascii=False, indent=1) + "\n"
        written(folder, lambda file: file.write(text.encode()), lambda _: MANIFEST)
        settle(folder)

    def paths(self) -> set[str]:
        """The files that count."""
        return {entry.path for sheet in self.ledgers.values() for entry in sheet.files.values()}


def _sheet(data: Mapping[str, Any]) -> Sheet:
    files = {month: Entry(**each) for month, each in data["files"].items()}
    return Sheet(data["by"], data["columns"], files, data["mark"])


def written(
    folder: Path, write: Callable[[IO[bytes]], object], name: Callable[[str], str]
) -> tuple[str, str]:
    """Write a file whole or not at all, and ``name`` it for its fingerprint; both are given back.

    What is in it is safe on the disk; its name is when the folder is settled.
    """
    handle, beside = tempfile.mkstemp(dir=folder, prefix=BESIDE)
    try:
        with os.fdopen(handle, "w+b") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
            file.seek(0)
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        Path(beside).replace(folder / name(sha256))
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    return name(sha256), sha256


def settle(folder: Path) -> None:
    """Have the names in a folder safe on the disk."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class Lake:
    """All zones of a folder, as their manifests were when it was opened."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def manifests(self) -> dict[str, Manifest]:
        """By zone; :class:`NoLake` where there is none."""
        folders = sorted(found.parent for found in self.path.glob(f"*/{MANIFEST}"))
        found = {folder.name: manifest for folder in folders if (manifest := Manifest.read(folder))}
        if not found:
            raise NoLake(self.path)
        return found

    @property
    def zones(self) -> tuple[str, ...]:
        return tuple(self.manifests)

    def files(self, ledger: str) -> list[Path]:
        """The files of a ledger, of all zones; :class:`NotInLake` where there are none."""
        found = [
            (self.path / zone / entry.path).absolute()
            for zone, manifest in self.manifests.items()
            if ledger in manifest.ledgers
            for entry in manifest.ledgers[ledger].files.values()
        ]
        if not found:
            raise NotInLake(f"台账“{ledger}”")
        return found

    def verify(self) -> int:
        """Hold every file against its fingerprint; how many, or :class:`Damaged` of the first that is another."""
        count = 0
        for path, entry in self._entries():
            try:
                with path.open("rb") as file:
                    found = hashlib.file_digest(file, "sha256").hexdigest()
            except OSError as problem:
                raise Damaged(path) from problem
            if found != entry.sha256:
                raise Damaged(path)
            count += 1
        return count

    def _entries(self) -> Iterator[tuple[Path, Entry]]:
        for zone, manifest in self.manifests.items():
            for sheet in manifest.ledgers.values():
                for entry in sheet.files.values():
                    yield self.path / zone / entry.path, entry

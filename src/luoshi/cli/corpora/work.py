"""The work folder beside the tables: what has been read so far, and how it becomes the tables at one stroke."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from luoshi.cli import files
from luoshi.cli.corpora import parts
from luoshi.cli.errors import InputError

try:
    import fcntl
except ImportError:  # a system without it does not guard against two at once
    fcntl = None  # type: ignore[assignment]

LOCK, COMPLETE = "lock", "complete"

COMPLETE = "complete"


class Work:
    """One output's work folder.

    A part appears in it whole or not at all. The finished tables are laid ready in it, then ``complete`` is written, then they
    are moved out: whenever that is cut off, the next run carries it through first.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self.files = out.with_suffix(f".files{out.suffix}")
        self.folder = out.with_name(f"{out.name}.work")
        self._round = 1 + max((int(path.name[:4]) for path in self.parts()), default=0)

    def part(self, number: int) -> Path:
        """Where the part of a batch belongs; later runs' names sort after those of earlier ones."""
        return self.folder / f"{self._round:04d}-{number:07d}{parts.SUFFIX}"

    def parts(self) -> list[Path]:
        """The parts that are there, latest run first and in the order of their batches."""
        found = sorted(self.folder.glob(f"[0-9][0-9][0-9][0-9]-*{parts.SUFFIX}"))
        return sorted(found, key=lambda path: -int(path.name[:4]))

    def ready(self, target: Path) -> Path:
        """Where a finished table is laid before it is moved to its place."""
        return self.folder / target.name

    def publish(self) -> None:
        """Move the finished tables to their places and clear the folder away."""
        for target in self.targets():
            with self.ready(target).open("rb") as file:
                os.fsync(file.fileno())
        (self.folder / COMPLETE).touch()
        self.carry_through()

    def carry_through(self) -> None:
        """Finish a publication that was begun; nothing where none was."""
        if not (self.folder / COMPLETE).exists():
            return
        for target in self.targets():
            with contextlib.suppress(FileNotFoundError):  # moved before the last run was cut off
                self.ready(target).replace(target)
        self.clear()

    def clear(self) -> None:
        """Take away what has become the tables; the marker goes last."""
        self.sweep(keep=(COMPLETE,))
        (self.folder / COMPLETE).unlink()

    def sweep(self, *, keep: Sequence[str] = ()) -> None:
        """Take away everything but the lock."""
        for path in self.folder.iterdir():
            if path.name not in (LOCK, *keep):
                path.unlink(missing_ok=True)

    def targets(self) -> Sequence[Path]:
        return self.out, self.files


@contextlib.contextmanager
def opened(out: Path) -> Iterator[Work]:
    """The work folder of an output, held by this process alone; it goes when nothing is left in it."""
    work = Work(out)
    try:
        work.folder.mkdir(exist_ok=True)
        lock = (work.folder / LOCK).open("w")
    except OSError as problem:
        raise files.unwritable(str(work.folder), problem) from problem
    with lock:
        if fcntl is not None:
            _hold(lock, out)
        try:
            work.carry_through()
            work.sweep(keep=[path.name for path in work.parts()])
            yield work
        finally:
            left = [path.name for path in work.folder.iterdir()]
            if left == [LOCK]:
                (work.folder / LOCK).unlink()
                work.folder.rmdir()


def _hold(lock: IO[str], out: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        raise InputError(f"另一个 luoshi 正在写“{out}”，请等它结束，或用 -o 写到别的文件。") from problem

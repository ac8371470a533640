"""Folders of invented plans for tests, and an engine that reads in the test's own process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from luoshi.cli.corpora import reading, worker
from luoshi.cli.corpora.batches import Batch
from luoshi.cli.corpora.engines import Outcome
from luoshi.cli.corpora.progress import Progress
from luoshi.cli.corpora.reading import Summary

Row = dict[str, Any]


class Quiet(Progress):
    """A progress that nobody sees."""

    def __init__(self, files: int, size: int) -> None:
        pass

    def add(self, files: int, size: int, kept: int, errors: int) -> None:
        pass

    def show(self) -> None:
        pass

    def say(self, sentence: str) -> None:
        pass

    def clear(self) -> None:
        pass


class Here:
    """Reads one batch at a time, here; ``deadly`` files take it down, ``hanging`` ones never end, and after ``most`` it is interrupted."""

    seats = 2

    def __init__(
        self,
        part: Callable[[int], Path],
        year: int | None,
        deadly: str = "",
        hanging: str = "",
        most: int = 10**6,
    ) -> None:
        self._part, self._year, self._deadly, self._hanging, self._left = part, year, deadly, hanging, most
        self._waiting: list[tuple[int, Batch]] = []
        self.given_up: list[int] = []

    def start(self, number: int, batch: Batch) -> None:
        self._waiting.append((number, batch))

    def finished(self, wait: float) -> list[Outcome]:
        for at, (number, batch) in enumerate(self._waiting):
            hangs = self._hanging and any(self._hanging in item.name for item in batch)
            if not hangs or number in self.given_up:
                del self._waiting[at]
                return [self._outcome(number, batch, bool(hangs))]
        return []

    def _outcome(self, number: int, batch: Batch, hung: bool) -> Outcome:
        self._left -= 1
        if self._left < 0:
            raise KeyboardInterrupt
        dead = hung or (self._deadly and any(self._deadly in item.name for item in batch))
        return Outcome(number, None if dead else worker.read(batch, self._part(number), self._year))

    def stop(self, number: int) -> None:
        self.given_up.append(number)

    def close(self) -> None:
        pass


def read(folder: Path, out: Path, make: Callable[..., Any] = Here, year: int | None = None) -> Summary:
    """A folder read in this process."""
    return reading.read(folder, out, make, Quiet, year)


def tables(out: Path) -> tuple[list[Row], list[Row]]:
    """The rows of both tables."""
    files = out.with_suffix(".files.parquet")
    return pq.read_table(out).to_pylist(), pq.read_table(files).to_pylist()


def both(out: Path) -> tuple[bytes, bytes]:
    """Both tables as they are on disk."""
    return out.read_bytes(), out.with_suffix(".files.parquet").read_bytes()

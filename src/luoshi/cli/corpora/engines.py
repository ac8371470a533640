"""What every engine can do: take batches, tell which are done and which have brought their process down."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from luoshi.cli.corpora import parts
from luoshi.cli.corpora.batches import Batch, Content


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a batch: the fingerprints of its files, how many were kept as read before, who read the others, by which edition."""

    fingerprints: dict[str, str | None]
    kept: int = 0
    commitments: int = 0
    errors: int = 0
    by: str = ""
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A batch by its number, and its report; None when the process that had it is gone."""

    number: int
    report: Report | None


class Engine(Protocol):
    """Reads batches, several at once, in any order; parts appear in the work folder under the batch's number."""

    seats: int

    def start(self, number: int, batch: Batch) -> None:
        """Begin with a batch; there are never more than ``seats`` under way."""

    def finished(self, wait: float) -> list[Outcome]:
        """What has ended since the last call; waits up to so many seconds for something to end."""

    def stop(self, number: int) -> None:
        """Give up a batch that takes too long: its outcome will have no report."""

    def close(self) -> None:
        """End everything at once; what is not finished is lost."""


def report(contents: list[Content], packed: bytes, part: Path, kept: int) -> Report:
    """Put what was read of a batch in its place and report it; ``packed`` is empty where nothing was to be read."""
    fingerprints = {one.name: one.sha256 for one in contents}
    if not packed:
        return Report(fingerprints, kept)
    said = parts.about(packed)
    parts.keep(part, packed)
    errors = sum(one.get("error") is not None for one in said.files)
    commitments = sum(one["commitments"] for one in said.files)
    return Report(fingerprints, kept, commitments, errors, said.by, said.how["reader"])

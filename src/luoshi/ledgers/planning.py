"""What a file would do to a ledger, as people look at it before it is done."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Max

from luoshi.ledgers import bodies, columnar
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.headings import Problem
from luoshi.ledgers.workbooks import Sheet
from luoshi.ledgers.works import Work

MOST_PROBLEMS = 2_000
UNNUMBERED = "（待编号）"
Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Creation:
    """A line that becomes a new row: its stored values, and what they show by title."""

    sheet: str
    row: int
    label: str
    shown: dict[str, str]
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A line that changes a row: the columns that differ, by title before and after, and the values to store."""

    sheet: str
    row: int
    key: int
    label: str
    version: int
    shown: dict[str, tuple[str, str]]
    values: dict[str, Any]


@dataclass(frozen=True)
class ImportPlan:
    """What a file would do to a ledger, and every reason why it may not."""

    ledger: Ledger
    filename: str
    sheets: tuple[Sheet, ...] = field(repr=False)
    creates: Sequence[Creation] = ()
    changes: Sequence[Change] = ()
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()
    versions: Mapping[int, int] = field(default_factory=dict, repr=False)
    stamp: Stamp | None = field(default=None, repr=False)
    work: Work | None = field(default=None, repr=False, compare=False)  # None where no line could be read
    misread: bool = False  # what is wrong is a head: which column is which

    @property
    def ready(self) -> bool:
        """Whether there is something to write and nothing against it."""
        return not self.problems and bool(self.creates or self.changes)

    @property
    def fingerprint(self) -> str:
        """The same for two plans that would do the same; kept beside the file between preview and confirmation."""
        digest = hashlib.sha256(self.ledger.name.encode())
        for problem in self.problems:
            digest.update(str(problem).encode())
        digest.update(self.work.print.encode() if self.work else b"")
        return digest.hexdigest()

    @property
    def summary(self) -> str:
        """The plan in one sentence."""
        counts = counted(len(self.creates), len(self.changes), self.unchanged)
        if self.problems:
            more = "以上" if len(self.problems) >= MOST_PROBLEMS else ""
            return f"发现 {len(self.problems)} 处{more}问题，没有写入任何一行；请按说明改正后重新上传。"
        return counts


def counted(created: int, changed: int, unchanged: int) -> str:
    return f"新增 {created:,} 行，修改 {changed:,} 行，未变 {unchanged:,} 行。"


def of(
    work: Work,
    filename: str,
    sheets: tuple[Sheet, ...],
    unchanged: int,
    problems: tuple[Problem, ...],
    stamp: Stamp | None,
) -> ImportPlan:
    """The plan of a work; its lines are worded when they are looked at."""
    return ImportPlan(
        work.ledger,
        filename,
        sheets,
        columnar.Rows(len(work.new), lambda at: _creation(work, at)),
        columnar.Rows(len(work.differing), lambda at: _change(work, list(work.differing)[at])),
        unchanged,
        problems,
        work.versions,
        stamp,
        work,
    )


def _creation(work: Work, at: int) -> Creation:
    line, values = work.batch.lines[work.new[at]], work.batch.at(work.new[at])
    label, shown = next(bodies.labels(work, [at])) or UNNUMBERED, columnar.shown(work, work.new[at])
    return Creation(line.sheet, line.number, label, shown, values)


def _change(work: Work, place: int) -> Change:
    line, key = work.batch.lines[place], work.keys[place]
    values = {name: work.batch.values[name][place] for name in work.differing[place]}
    label, shown = next(bodies.labels_before(work, [place])), columnar.difference(work, place)
    return Change(line.sheet, line.number, key, label, work.versions[key], shown, values)


def stamp(ledger: Ledger) -> Stamp:
    """How many rows a ledger has, and the largest key: what changes when a row comes or goes."""
    found = ledger.model._default_manager.aggregate(count=Count("pk"), last=Max("pk"))
    return found["count"], found["last"] or 0

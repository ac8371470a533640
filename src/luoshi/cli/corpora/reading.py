"""From a folder to its tables: batches to the engine, parts to the work folder, and at the end all of it at one stroke."""

from __future__ import annotations

import contextlib
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from luoshi.cli.corpora import batches, merging, parts, work
from luoshi.cli.corpora.batches import Batch, Item
from luoshi.cli.corpora.engines import Engine, Outcome
from luoshi.cli.corpora.progress import Progress
from luoshi.cli.corpora.work import Work
from luoshi.cli.errors import InputError

PATIENCE, PATIENCE_A_BYTE = 600.0, 120e-6  # seconds that a batch may take before it is given up

_OTHER_EDITION = "读文件的进程与本程序不是同一个版本：集群节点请安装与本机相同的 luoshi；在本机则是程序刚刚更新过，请再执行一次。"

MakeEngine = Callable[[Callable[[int], Path], int | None], Engine]


@dataclass
class Summary:
    """What came of a folder."""

    files: int
    size: int
    list: Path
    kept: int = 0
    commitments: int = 0
    errors: Sequence[str] = ()
    seconds: float = 0.0
    changed: bool = True
    readers: set[str] = field(default_factory=set)


def read(
    folder: Path,
    out: Path,
    make_engine: MakeEngine,
    watch: Callable[[int, int], Progress],
    year: int | None = None,
) -> Summary:
    """Read every file of a folder into the tables at ``out``; what was read before and has not changed is kept."""
    started = time.monotonic()
    with work.opened(out) as place:
        earlier = merging.sources(place, year)
        known = merging.known(earlier)
        items = [
            replace(item, known=known.get(item.name, ()))
            for item in batches.listed(folder, (*place.targets(), place.folder))
        ]
        summary = Summary(len(items), sum(item.size for item in items), place.files)
        progress = watch(summary.files, summary.size)
        wanted = _Run(place, items, summary, progress, year).carry_out(make_engine)
        _finish(place, wanted, summary, progress, year)
    summary.seconds = time.monotonic() - started
    return summary


def _finish(
    place: Work, wanted: dict[str, str | None], summary: Summary, progress: Progress, year: int | None
) -> None:
    found = merging.sources(place, year)
    if merging.unchanged(place, found, wanted):
        files = found[0].files
        summary.changed = False
    else:
        progress.say("正在汇总……")
        files = merging.merge(place, found, wanted, year)
        place.publish()
    progress.clear()
    summary.commitments = sum(one["commitments"] for one in files)
    summary.errors = [one["error"] for one in files if one.get("error")]


class _Run:
    """One run over the files: what waits, what is under way, what is known of each file."""

    def __init__(
        self, place: Work, items: Sequence[Item], summary: Summary, progress: Progress, year: int | None
    ) -> None:
        self._place, self._summary, self._progress, self._year = place, summary, progress, year
        self._items = items
        self._waiting: deque[Batch] = deque()
        self._under_way: dict[int, tuple[Batch, float]] = {}
        self._numbers = iter(range(10**7))
        self._wanted: dict[str, str | None] = {}
        self._suspects: set[str] = set()

    def carry_out(self, make_engine: MakeEngine) -> dict[str, str | None]:
        """Read everything; the fingerprint of every file, None where a file could not be read at all."""
        if not self._items:
            return {}
        with contextlib.closing(make_engine(self._place.part, self._year)) as engine:
            fresh = batches.cut(self._items, self._summary.size, engine.seats)
            while self._fill(engine, fresh):
                for outcome in engine.finished(1.0):
                    self._settle(outcome)
                self._progress.show()
                self._give_up_the_overdue(engine)
        return self._wanted

    def _fill(self, engine: Engine, fresh: Iterator[Batch]) -> bool:
        """Keep every seat taken; False when nothing is left and nothing under way."""
        while len(self._under_way) < engine.seats:
            batch = self._waiting.popleft() if self._waiting else next(fresh, None)
            if batch is None:
                break
            number = next(self._numbers)
            self._under_way[number] = batch, time.monotonic()
            engine.start(number, batch)
        return bool(self._under_way)

    def _settle(self, outcome: Outcome) -> None:
        batch, _ = self._under_way.pop(outcome.number)
        report = outcome.report
        if report is not None:
            if report.reader not in ("", parts.edition()):
                raise InputError(_OTHER_EDITION)
            self._wanted |= report.fingerprints
            self._summary.kept += report.kept
            self._summary.readers |= {report.by} - {""}
            self._progress.add(len(batch), sum(item.size for item in batch), report.kept, report.errors)
        elif len(batch) > 1:  # one of them has taken the process with it: each by itself
            self._waiting.extend((item,) for item in batch)
        elif batch[0].name not in self._suspects:  # or a node was lost just then
            self._suspects.add(batch[0].name)
            self._waiting.append(batch)
        else:
            self._bury(outcome.number, batch[0])

    def _bury(self, number: int, item: Item) -> None:
        """A file that no process survives."""
        sentence = (
            f"文件“{item.name}”没有读成：读它的进程意外终止或超时，请检查这个文件，或拆分后放回文件夹。"
        )
        packed = parts.packed([parts.unread(item.name, item.size, sentence)], (), self._year)
        parts.keep(self._place.part(number), packed)
        self._wanted[item.name] = None
        self._progress.add(1, item.size, 0, 1)

    def _give_up_the_overdue(self, engine: Engine) -> None:
        now = time.monotonic()
        for number, (batch, since) in self._under_way.items():
            size = sum(item.size for item in batch)
            if now - since > PATIENCE + PATIENCE_A_BYTE * size:
                engine.stop(number)

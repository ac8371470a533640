"""Parts and earlier tables brought together into new tables, file by file in order, a few batches in memory at a time."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from luoshi.cli.corpora import parts, tables
from luoshi.cli.corpora.work import Work

GROUP = 65_536  # rows of a row group
WITH_STATISTICS = ["file", "zone", "year", "kind", "indicator_key"]  # what questions select by
HOW, _FILES = b"luoshi.how", b"luoshi.files"

Facts = dict[str, Any]
Wanted = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Source:
    """Rows read earlier: the files they belong to, in their order, and the rows of those files one after the other."""

    files: Sequence[Facts]
    batches: Callable[[], Generator[pa.RecordBatch]]


def sources(work: Work, year: int | None) -> list[Source]:
    """Everything that was read in the same way, newest first: parts, then the finished tables. What is damaged is passed over."""
    found = [*(_of_part(path, year) for path in work.parts()), _of_tables(work, year)]
    return [source for source in found if source is not None]


def known(found: Iterable[Source]) -> dict[str, tuple[str, ...]]:
    """For each file the fingerprints under which it has been read; what could not be read is tried again."""
    fingerprints: dict[str, tuple[str, ...]] = {}
    for source in found:
        for one in source.files:
            if one.get("error") is None:
                fingerprints[one["file"]] = (*fingerprints.get(one["file"], ()), one["sha256"])
    return fingerprints


def unchanged(work: Work, found: Sequence[Source], wanted: Wanted) -> bool:
    """Whether the finished tables hold just what is wanted."""
    return (
        not work.parts()
        and len(found) == 1
        and {one["file"]: one["sha256"] for one in found[0].files} == wanted
    )


def merge(work: Work, found: Sequence[Source], wanted: Wanted, year: int | None) -> list[Facts]:
    """Lay ready the tables of the files wanted, each under the fingerprint wanted; the rows of the table of files."""
    owned = _owned(found, wanted)
    if len(owned) != len(wanted):
        raise RuntimeError(f"{len(wanted) - len(owned)} files have been read and are not there")
    files = [facts for _, facts in owned]
    about = {HOW: _text(parts.how(year)), _FILES: _fingerprint(files)}
    with pq.ParquetWriter(
        work.ready(work.out),
        tables.COMMITMENTS.with_metadata(about),
        compression="zstd",
        write_statistics=WITH_STATISTICS,
    ) as writer:
        for table in _grouped(_in_order(found, owned)):
            writer.write_table(table, row_group_size=GROUP)
    pq.write_table(
        tables.files(files).replace_schema_metadata(about), work.ready(work.files), compression="zstd"
    )
    return files


def _of_part(path: Path, year: int | None) -> Source | None:
    try:
        with pa.memory_map(str(path)) as file:
            said = parts.about(file)
    except (pa.ArrowInvalid, ValueError, OSError):
        return None
    return Source(said.files, lambda: parts.batches(path)) if said.how == parts.how(year) else None


def _of_tables(work: Work, year: int | None) -> Source | None:
    """The finished tables, when both belong together and were read in the same way."""
    try:
        rows, files = (pq.read_metadata(target) for target in (work.out, work.files))
        about, same = (one.metadata or {} for one in (rows, files))
        if about.get(HOW) != _text(parts.how(year)) or about.get(_FILES) != same.get(_FILES):
            return None
        facts = pq.read_table(work.files).to_pylist()
    except (pa.ArrowInvalid, ValueError, OSError):
        return None
    return Source(facts, lambda: _rows(work.out)) if _fingerprint(facts) == about[_FILES] else None


def _rows(path: Path) -> Generator[pa.RecordBatch]:
    with pq.ParquetFile(path) as file:
        yield from file.iter_batches(batch_size=tables.ROWS)


def _owned(found: Sequence[Source], wanted: Wanted) -> list[tuple[int, Facts]]:
    """Every file wanted with the number of the source that has it, by name; one that could read it comes before others."""
    owners: dict[str, tuple[int, Facts]] = {}
    for number, source in enumerate(found):
        for facts in source.files:
            name = facts["file"]
            if name in wanted and wanted[name] == facts["sha256"]:
                had = owners.get(name)
                if had is None or (had[1].get("error") and not facts.get("error")):
                    owners[name] = number, facts
    return [owners[name] for name in sorted(owners)]


def _in_order(found: Sequence[Source], owned: Sequence[tuple[int, Facts]]) -> Iterator[pa.RecordBatch]:
    """The rows of the files in their order; every source is open from its first file to its last."""
    left = Counter(number for number, _ in owned)
    cursors: dict[int, _Cursor] = {}
    for number, facts in owned:
        if number not in cursors:
            cursors[number] = _Cursor(found[number])
        yield from cursors[number].take(facts)
        left[number] -= 1
        if not left[number]:
            cursors.pop(number).close()


class _Cursor:
    """A place in a source that only moves on."""

    def __init__(self, source: Source) -> None:
        self._files, self._batches = iter(source.files), source.batches()
        self._rest: pa.RecordBatch | None = None

    def take(self, wanted: Facts) -> Iterator[pa.RecordBatch]:
        """The rows of a file that has not been passed yet."""
        for facts in self._files:
            rows = self._next(facts["commitments"])
            if facts is wanted:
                yield from rows
                return
            for _ in rows:
                pass

    def close(self) -> None:
        self._batches.close()

    def _next(self, count: int) -> Iterator[pa.RecordBatch]:
        while count:
            batch = next(self._batches) if self._rest is None else self._rest
            yield batch.slice(0, count)
            taken = min(count, batch.num_rows)
            self._rest = batch.slice(taken) if taken < batch.num_rows else None
            count -= taken


def _grouped(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """The same rows in tables of :data:`GROUP`, however they were cut before: the file does not show how it came about."""
    waiting: list[pa.RecordBatch] = []
    count = 0
    for batch in batches:
        rest = batch
        while rest.num_rows:
            piece = rest.slice(0, GROUP - count)
            waiting.append(pa.RecordBatch.from_arrays(piece.columns, schema=tables.COMMITMENTS))
            count, rest = count + piece.num_rows, rest.slice(piece.num_rows)
            if count == GROUP:
                yield pa.Table.from_batches(waiting).combine_chunks()
                waiting, count = [], 0
    if waiting:
        yield pa.Table.from_batches(waiting).combine_chunks()


def _text(how: Mapping[str, Any]) -> bytes:
    return json.dumps(how, sort_keys=True).encode()


def _fingerprint(files: Iterable[Facts]) -> bytes:
    """What tells tables of the same files from others: names, fingerprints and numbers of rows."""
    listed = [[one["file"], one["sha256"], one["commitments"]] for one in files]
    return hashlib.sha256(json.dumps(listed).encode()).hexdigest().encode()

"""Ledgers written into a lake, a file a ledger and month: what was not written since is left as it is.

What changed is known from the trail: of every row that it names after the last export, the month in which the database
has it now and the one in which the lake has it are written anew, so that a row that moved or went leaves its old file
too. What machines keep on rows they may change where the trail names none: those columns, of a table that was written,
are held against the files. A ledger whose declared columns are others, of which a file is gone, or whose rows are then
not as many as in the database, is written as a whole; so is all, where the trail is not the one of the last export.
Everything is read at one moment.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from django.db import connection
from django.db.models import IntegerField, Q, QuerySet, Value

from luoshi.lake import schema
from luoshi.lake.errors import BadZone, Held
from luoshi.lake.store import BESIDE, Entry, Manifest, Sheet, settle, written
from luoshi.ledgers import bulk, chain, registry, scanning, standing
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.marks import month_of
from luoshi.ledgers.models import AuditRow, Row

try:
    import fcntl
except ImportError:  # a machine that has no such locks
    fcntl = None  # type: ignore[assignment]

LOCK = ".lock"
TYPES = {"int64": pa.int64(), "bool": pa.bool_(), "date32": pa.date32(), "string": pa.string(), "json": pa.string()}  # fmt: skip
Keys = dict[str, set[int]]


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote of a ledger: how many files, and how many rows are in them."""

    ledger: str
    files: int
    rows: int


def export(lake: Path, zone: str, *, whole: bool = False) -> list[Exported]:
    """Bring a zone's folder up to date with the database; what was written, by ledger."""
    if not zone.strip(".") or Path(zone).name != zone:
        raise BadZone(zone)
    folder = lake / zone
    folder.mkdir(parents=True, exist_ok=True)
    with _held(folder), snapshot():
        before = Manifest.read(folder)
        now = chain.head()
        known = before if before and not whole and _same_trail(before) else None
        manifest, told = Manifest(zone, now.seq, now.hash), []
        changed, marks = _changed(known.seq) if known else {}, standing.head()
        for ledger in registry.ledgers():
            sheet = known.ledgers.get(ledger.name) if known else None
            table = ledger.model._meta.db_table
            mark = marks.get(table, marks.get(standing.ANY, ""))
            fresh, made = _sheet(folder, ledger, sheet, changed.get(ledger.name, set()), mark)
            manifest.ledgers[ledger.name] = fresh
            told += [made] if made.files else []
        if before != manifest:
            manifest.write(folder)
        _sweep(folder, manifest.paths() | (before.paths() if before else set()))
    return told


@contextlib.contextmanager
def snapshot() -> Iterator[None]:
    """Read the database as it is at one moment, and keep nobody from writing."""
    if connection.in_atomic_block:
        yield
        return
    begin = (
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        if connection.vendor == "postgresql"
        else "BEGIN DEFERRED"
    )
    with connection.cursor() as cursor:
        cursor.execute(begin)
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[None]:
    with (folder / LOCK).open("w") as lock:
        if fcntl is not None:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as problem:
                raise Held(folder) from problem
        yield


def _same_trail(before: Manifest) -> bool:
    """Whether the trail goes on from where it was: not where another database, or a backup, has taken its place."""
    found = AuditRow.objects.filter(seq=before.seq).values_list("hash", flat=True).first()
    return (found or "") == before.head


def _changed(seq: int) -> Keys:
    """The keys of the rows that the trail names after one of its rows, by ledger."""
    found: Keys = defaultdict(set)
    later = AuditRow.objects.filter(seq__gt=seq).order_by().values_list("ledger", "row")
    for name, row in later.iterator():
        if row.isdecimal():
            found[name].add(int(row))
    return found


# One ledger


def _sheet(
    folder: Path, ledger: Ledger, before: Sheet | None, changed: Collection[int], mark: str
) -> tuple[Sheet, Exported]:
    fresh = Sheet(schema.dated(ledger), schema.columns(ledger), mark=mark)
    place = folder / ledger.name
    place.mkdir(exist_ok=True)
    if before and (before.by, before.columns) == (fresh.by, fresh.columns) and _there(folder, before):
        fresh.files = dict(before.files)
        months = _lain(folder, ledger, before, changed) | _lying(ledger, fresh.by, changed)
        if mark != before.mark and schema.judged(ledger):
            months |= _judged(folder, ledger, before)
        made = _write(place, ledger, fresh, months) if months else 0
        if fresh.rows == ledger.model._default_manager.count():
            return fresh, Exported(ledger.name, made, _rows(fresh, before))
    fresh.files = {}
    made = _write(place, ledger, fresh, None)
    return fresh, Exported(ledger.name, made, fresh.rows)


def _there(folder: Path, sheet: Sheet) -> bool:
    return all((folder / entry.path).is_file() for entry in sheet.files.values())


def _rows(fresh: Sheet, before: Sheet) -> int:
    return sum(each.rows for month, each in fresh.files.items() if before.files.get(month) != each)


def _lain(folder: Path, ledger: Ledger, sheet: Sheet, keys: Collection[int]) -> set[int]:
    """The months in whose files rows lie."""
    if not keys:
        return set()
    key, wanted = ledger.model._meta.pk.attname, pa.array(sorted(keys), pa.int64())
    return {
        int(month)
        for month, entry in sheet.files.items()
        if pc.any(pc.is_in(_read(folder, entry, [key])[key], wanted)).as_py()
    }


def _read(folder: Path, entry: Entry, names: Sequence[str]) -> pa.Table:
    return pq.read_table(folder / entry.path, columns=list(names), partitioning=None)


def _judged(folder: Path, ledger: Ledger, sheet: Sheet) -> set[int]:
    """The months in whose files a row, or what machines keep on it, is not what the database has."""
    names = [ledger.model._meta.pk.attname, *schema.judged(ledger)]
    apart = {int(month) for month in sheet.files}
    for month, lines in _by_month(ledger, sheet, names, None):
        entry = sheet.files.get(f"{month:06d}")
        if entry and _read(folder, entry, names).equals(_table(sheet, names, lines)):
            apart.discard(month)
        else:
            apart.add(month)
    return apart


def _lying(ledger: Ledger, by: str, keys: Collection[int]) -> set[int]:
    """The months in which the database has rows."""
    rows = ledger.model._default_manager.order_by()
    if not by:
        return {schema.UNDATED} if keys else set()
    return {
        month_of(value) or schema.UNDATED
        for some in bulk.chunks(sorted(keys))
        for value in rows.filter(pk__in=some).values_list(by, flat=True)
    }


def _write(place: Path, ledger: Ledger, sheet: Sheet, months: set[int] | None) -> int:
    """Write the files of some months anew, or of all; how many there are of them now."""
    for month in months or ():
        sheet.files.pop(f"{month:06d}", None)
    count = 0
    for month, lines in _by_month(ledger, sheet, _stored(sheet), months):
        sheet.files[f"{month:06d}"] = _file(place, ledger, sheet, month, lines)
        count += 1
    if not sheet.files:  # engines learn the columns from a file
        sheet.files[f"{schema.UNDATED:06d}"] = _file(place, ledger, sheet, schema.UNDATED, [])
    settle(place)
    sheet.files = dict(sorted(sheet.files.items()))
    return count


def _stored(sheet: Sheet) -> list[str]:
    return [name for name in sheet.columns if name != schema.ZONE]


def _by_month(
    ledger: Ledger, sheet: Sheet, names: Sequence[str], months: set[int] | None
) -> Iterator[tuple[int, Sequence[tuple[Any, ...]]]]:
    """Some stored values of rows, a month at a time."""
    rows: QuerySet[Row] = ledger.model._default_manager.order_by(*filter(None, [sheet.by]), "pk")
    if months is not None and sheet.by:
        rows = rows.filter(_within(ledger, sheet.by, months))
    lines = rows.values_list(*names, sheet.by or Value(None, IntegerField())).iterator(chunk_size=bulk.BATCH)
    for month, some in groupby(lines, key=lambda line: month_of(line[-1]) or schema.UNDATED):
        yield month, [line[:-1] for line in some]


def _within(ledger: Ledger, by: str, months: Collection[int]) -> Q:
    found = Q(pk__in=())
    for month in months:
        found |= scanning.within(ledger, by, month, month) if month else Q(**{f"{by}__isnull": True})
    return found


def _file(place: Path, ledger: Ledger, sheet: Sheet, month: int, lines: Sequence[tuple[Any, ...]]) -> Entry:
    found = _table(sheet, _stored(sheet), lines)
    zone = pa.array([place.parent.name] * len(lines), pa.string())
    found = found.add_column(0, schema.ZONE, zone)
    name, sha256 = written(
        place, lambda file: put(found, file), lambda sha: f"{month:06d}-{sha[:12]}.parquet"
    )
    return Entry(f"{ledger.name}/{name}", len(lines), sha256)


def _table(sheet: Sheet, names: Sequence[str], lines: Sequence[tuple[Any, ...]]) -> pa.Table:
    columns = list(zip(*lines, strict=True)) or [()] * len(names)
    kinds = [sheet.columns[name] for name in names]
    arrays = [
        pa.array(map(schema.ready(kind), values), TYPES[kind])
        for kind, values in zip(kinds, columns, strict=True)
    ]
    return pa.table(arrays, names=list(names))


def put(found: pa.Table, file: IO[bytes]) -> None:
    """Write a table as a lake has them."""
    pq.write_table(found, file, compression="zstd")


def _sweep(folder: Path, kept: set[str]) -> None:
    """Remove the files that neither this export nor the one before it lists, and what was left half-written."""
    for path in (*folder.glob("*/*"), *folder.glob(f"{BESIDE}*")):
        if path.relative_to(folder).as_posix() not in kept:
            path.unlink()

"""Questions to the table of a corpus: its promises streamed, group by group, and the plans that are in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from luoshi.cli.corpora.merging import HOW
from luoshi.cli.errors import InputError
from luoshi.reading.ambition import promises
from luoshi.reading.ambition.promises import Plan, Promise
from luoshi.reading.corpora import columns

ROWS = 16_384
_PLAN = ("file", "sha256", "zone", "title", "year")


def survey(path: Path) -> Iterator[Promise]:
    """All promises of a corpus, in the order of its files, a group of rows in memory at a time."""
    with _opened(path) as file:
        yield from _promises(file.iter_batches(batch_size=ROWS, columns=list(promises.COLUMNS)))


def of_plan(path: Path, file: str) -> list[Promise]:
    """The promises of one file of a corpus."""
    _opened(path).close()
    rows = pq.read_table(path, columns=list(promises.COLUMNS), filters=[("file", "==", file)])
    return list(_promises(rows.to_batches()))


def plans(path: Path) -> list[Plan]:
    """The files of a corpus in which anything was found."""
    with _opened(path) as file:
        found = [
            pa.Table.from_batches([batch]).group_by(list(_PLAN), use_threads=False).aggregate([])
            for batch in file.iter_batches(batch_size=ROWS, columns=list(_PLAN))
        ]
    return list(dict.fromkeys(Plan(**row) for table in found for row in table.to_pylist()))


def _promises(batches: Iterator[pa.RecordBatch] | list[pa.RecordBatch]) -> Iterator[Promise]:
    for batch in batches:
        targets = batch.filter(pc.equal(batch.column("kind"), "target"))
        yield from promises.promises(targets.to_pylist())


def _opened(path: Path) -> Any:
    """The table's file, when it is one of ours and of this edition's columns."""
    try:
        file = pq.ParquetFile(path)
    except FileNotFoundError:
        raise InputError(f"找不到文件“{path}”，请核对路径。") from None
    except (pa.ArrowInvalid, OSError) as problem:
        raise InputError(
            f"文件“{path}”不是完好的 parquet 文件，请用 luoshi read --corpus 重新生成。"
        ) from problem
    how = json.loads((file.metadata.metadata or {}).get(HOW, b"{}"))
    if how.get("schema") != columns.SCHEMA or "indicator" not in file.schema_arrow.names:
        raise InputError(
            f"文件“{path}”不是本版本的 luoshi read --corpus 写出的承诺表（也不是清单 .files.parquet），请重新生成后再比较。"
        )
    return file

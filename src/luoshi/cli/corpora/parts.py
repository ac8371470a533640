"""Parts: what came of one batch, in one file that is there whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import socket
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa

import luoshi
from luoshi.cli.corpora import tables
from luoshi.cli.corpora.batches import Content
from luoshi.reading import sources
from luoshi.reading.corpora import columns, rows
from luoshi.reading.sources import SourceError

SUFFIX = ".arrow"
_ABOUT = b"luoshi"
_OPTIONS = pa.ipc.IpcWriteOptions(compression="lz4")
_ROOMS = ("reading", "cli/corpora")

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """What a part says of itself: how it was read, who read it, its files in their order."""

    how: Mapping[str, Any]
    by: str
    files: Sequence[Facts]


@cache
def edition() -> str:
    """Which reader this is: the fingerprint of its program text, so that no row outlives the rule that made it."""
    program = hashlib.sha256()
    root = Path(luoshi.__file__).parent
    for room in _ROOMS:
        for file in sorted((root / room).rglob("*.py")):
            program.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return program.hexdigest()


def how(year: int | None) -> dict[str, Any]:
    """Everything besides a file's content that its rows depend on."""
    return {"schema": columns.SCHEMA, "reader": edition(), "year": year}


def read(contents: Iterable[Content], year: int | None) -> bytes:
    """Read files and write the part of them. Never raises for what is in a file: that is a sentence in its row."""
    files: list[Facts] = []
    batches: list[pa.RecordBatch] = []
    for one in contents:
        facts, found = _read(one, year)
        files.append(facts)
        batches += found
    return packed(files, batches, year)


def packed(files: Sequence[Facts], batches: Iterable[pa.RecordBatch], year: int | None) -> bytes:
    """A part as bytes: the rows, and in front of them what is known of the files."""
    about = {"how": how(year), "by": f"{socket.gethostname()}/{os.getpid()}", "files": files}
    schema = tables.COMMITMENTS.with_metadata({_ABOUT: json.dumps(about).encode()})
    out = pa.BufferOutputStream()
    with pa.ipc.new_file(out, schema, options=_OPTIONS) as writer:
        for batch in _joined(batches):
            writer.write_batch(batch.replace_schema_metadata(schema.metadata))
    return bytes(out.getvalue())


def _joined(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Batches of small files in one, since each costs a millisecond to take up again."""
    waiting: list[pa.RecordBatch] = []
    for batch in batches:
        if waiting and sum(one.num_rows for one in waiting) + batch.num_rows > tables.ROWS:
            yield pa.concat_batches(waiting)
            waiting = []
        waiting.append(batch)
    if waiting:
        yield pa.concat_batches(waiting)


def unread(name: str, size: int, sentence: str, sha256: str | None = None) -> Facts:
    """The row of a file that could not be read."""
    return {**rows.of_file(name, sha256, size), "commitments": 0, "error": sentence}


def keep(path: Path, packed: bytes) -> None:
    """Write a part whole or not at all."""
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_bytes(packed)
    beside.replace(path)


def about(source: bytes | pa.NativeFile) -> Part:
    """What a part says of itself; raises ``pa.ArrowInvalid`` or ``ValueError`` for what is none."""
    told = (pa.ipc.open_file(source).schema.metadata or {}).get(_ABOUT, b"null")
    said = json.loads(told)
    if not isinstance(said, dict):
        raise ValueError("no part")
    return Part(said["how"], said["by"], said["files"])


def batches(path: Path) -> Generator[pa.RecordBatch]:
    """The rows of a part, one batch in memory at a time."""
    with pa.memory_map(str(path)) as file:
        reading = pa.ipc.open_file(file)
        for index in range(reading.num_record_batches):
            yield reading.get_batch(index)


def _read(one: Content, year: int | None) -> tuple[Facts, list[pa.RecordBatch]]:
    size = len(one.data)
    if one.error is not None:
        return unread(one.name, size, one.error), []
    try:
        source = sources.load(one.data, one.name.rpartition("/")[2])
        found = rows.read(source.text, year)
        facts = {
            **rows.of_file(one.name, one.sha256, size),
            **rows.of_document(found, year),
            "format": source.kind,
        }
        return facts, list(tables.commitments(facts, rows.of_commitments(found, source.parts)))
    except SourceError as problem:
        return unread(one.name, size, str(problem), one.sha256), []
    except Exception as problem:  # noqa: BLE001 - a defect of ours in one file must not cost the other files
        sentence = f"文件“{one.name}”没有读成，程序在它上面出错（{type(problem).__name__}），请把这个文件报告给维护者。"
        return unread(one.name, size, sentence, one.sha256), []

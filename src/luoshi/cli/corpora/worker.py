"""`python -m luoshi.cli.corpora.worker`: a process that reads batches, asked and answering in lines of JSON."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from luoshi.cli.corpora import batches, engines, parts
from luoshi.cli.corpora.batches import Batch, Item
from luoshi.cli.corpora.engines import Report

READY = "ready"


def main() -> None:
    """Answer until nobody asks or listens any more. What a library prints goes where errors go, not among the answers."""
    with contextlib.suppress(BrokenPipeError), os.fdopen(os.dup(1), "w", encoding="ascii") as out:
        os.dup2(2, 1)
        serve(sys.stdin, out)


def serve(asked: TextIO, out: TextIO) -> None:
    """One answer a line, after a first that says that everything is imported."""
    print(READY, file=out, flush=True)
    for line in asked:
        told = json.loads(line)
        batch = tuple(
            Item(one["name"], one["path"], one["size"], tuple(one["known"])) for one in told["batch"]
        )
        print(json.dumps(asdict(read(batch, Path(told["part"]), told["year"]))), file=out, flush=True)


def read(batch: Batch, part: Path, year: int | None) -> Report:
    """Read what was not read before into a part."""
    contents = [batches.content(item) for item in batch]
    fresh = batches.fresh(batch, contents)
    packed = parts.read(fresh, year) if fresh else b""
    return engines.report(contents, packed, part, len(contents) - len(fresh))


def request(batch: Batch, part: Path, year: int | None) -> str:
    """A batch as the line that asks for it."""
    return json.dumps({"batch": [asdict(item) for item in batch], "part": str(part), "year": year}) + "\n"


def answer(line: str) -> Report:
    """The inverse of what :func:`serve` writes."""
    return Report(**json.loads(line))


if __name__ == "__main__":
    main()

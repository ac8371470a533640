"""`python -m luoshi.cli.corpora.worker`: a process that reads batches; asked and answering in lines of JSON."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from luoshi.cli.corpora import batches, parts
from luoshi.cli.corpora.batches import Content, Item
from luoshi.cli.corpora.engines import Report
from luoshi.cli.corpora.work import place


def main() -> None:
    """Answer until there is nothing more to read. Whatever a library prints goes where errors go."""
    with os.fdopen(os.dup(1), "w", encoding="ascii") as out:
        os.dup2(2, 1)
        serve(sys.stdin, out)


def serve(asked: TextIO, out: TextIO) -> None:
    for line in asked:
        told = json.loads(line)
        items = [Item(one["name"], one["path"], one["size"], tuple(one["known"])) for one in told["items"]]
        report = read(items, Path(told["part"]), told["year"])
        out.write(json.dumps(asdict(report)) + "\n")
        out.flush()


def read(items: list[Item], part: Path, year: int | None) -> Report:
    """Read the files of a batch that were not read before into a part."""
    fingerprints: dict[str, str | None] = {}
    fresh: list[Content] = []
    for item in items:
        content = batches.content(item)
        fingerprints[item.name] = content.sha256
        if content.sha256 not in item.known:
            fresh.append(content)
    return finish(fingerprints, parts.read(fresh, year) if fresh else b"", part, len(items) - len(fresh))


def finish(fingerprints: dict[str, str | None], packed: bytes, part: Path, kept: int) -> Report:
    """Put a part in its place and report it."""
    if not packed:
        return Report(fingerprints, kept)
    said = parts.about_bytes(packed)
    place(part, packed)
    return Report(
        fingerprints,
        kept,
        sum(one["commitments"] for one in said.files),
        sum(one.get("error") is not None for one in said.files),
        said.by,
    )


def request(items: tuple[Item, ...], part: Path, year: int | None) -> str:
    """A batch as the line that asks for it."""
    told: dict[str, Any] = {"items": [asdict(one) for one in items], "part": str(part), "year": year}
    return json.dumps(told) + "\n"


if __name__ == "__main__":
    main()

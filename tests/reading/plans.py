"""Folders of invented plans in every format, the same in every run."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import docx

from benchmarks.invented import plan


def text(seed: int, *, sections: int = 4) -> str:
    """One plan of so many chapters."""
    return plan(random.Random(seed), (sections, sections)).text


def as_html(words: str) -> bytes:
    """The text as a page of a public site."""
    body = "".join(f"<p>{line}</p>" for line in words.splitlines() if line)
    return (
        f"<html><head><meta charset='utf-8'></head><body><div id='zoom'>{body}</div></body></html>".encode()
    )


def as_docx(words: str) -> bytes:
    """The text as a Word file of one paragraph a line."""
    document = docx.Document()
    for line in words.splitlines():
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


FORMATS: Sequence[tuple[str, Callable[[str], bytes]]] = (
    ("txt", str.encode),
    ("html", as_html),
    ("docx", as_docx),
    ("txt", lambda words: words.encode("gb18030")),
)


def folder(place: Path, count: int, *, sections: int = 4, formats: int = len(FORMATS)) -> list[Path]:
    """Write ``count`` plans into ``place`` and folders below it, in the first ``formats`` formats by turns."""
    files = []
    for seed in range(count):
        suffix, written = FORMATS[seed % formats]
        words = text(seed, sections=sections)
        file = place / f"{seed // 50:03d}" / f"{seed:05d}{words.partition('20')[0]}.{suffix}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written(words))
        files.append(file)
    return files

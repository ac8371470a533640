"""Files to text: the only place of the reader where bytes come in."""

from __future__ import annotations

from dataclasses import dataclass

from luoshi.reading.sources import docx, errors, html, kinds, plain
from luoshi.reading.sources.errors import SourceError

__all__ = ["Part", "Source", "SourceError", "load"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch text[start:end] of the source and where it stood: a page, a sheet or a cell."""

    start: int
    end: int
    place: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text as extracted, to which all offsets refer; ``kind`` is txt, html or docx."""

    text: str
    kind: str
    parts: tuple[Part, ...] = ()


def load(data: bytes, name: str) -> Source:
    """The text of a file. Raises a :class:`SourceError` whose sentence says what is wrong and what to do."""
    if not data.strip():
        raise errors.EmptySource(name)
    kind = kinds.of(data, name)
    kinds.check(kind, name)
    source = Source(docx.read(data, name), "docx") if kind == "docx" else _text(data, name)
    if not any(char.isalnum() for char in source.text):
        raise errors.NoText(name)
    return source


def _text(data: bytes, name: str) -> Source:
    text = plain.decode(data, name)
    if kinds.extension(name) in ("html", "htm") or html.looks_like(text):
        return Source(html.read(text), "html")
    return Source(text, "txt")

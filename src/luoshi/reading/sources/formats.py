"""The modules that take files apart, by name: each is imported when a file of its kind comes, and never before."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from luoshi.reading.sources import errors
from luoshi.reading.sources.stretches import Stretch

#: Kind of file -> the module that reads it.
MODULES = {
    "html": "html",
    "docx": "docx",
    "xlsx": "workbook",
    "xls": "workbook",
    "ods": "workbook",
    "pdf": "pdf",
    "scanned": "scanned",
    "image": "scanned",
}
#: More text than any plan has: a five-year plan of a province has 200,000 characters.
CHARACTERS_MOST = 4_000_000
STRETCHES_MOST = 100_000


class Format(Protocol):
    """What each of these modules offers."""

    def stretches(self, data: bytes, name: str) -> Iterator[Stretch]:
        """The text of a file, piece by piece; raises a :class:`errors.SourceError`."""


def stretches(kind: str, data: bytes, name: str) -> Iterator[Stretch]:
    """The text of a file of a kind of :data:`MODULES`, and no more of it than a plan can have."""
    module = cast(Format, import_module(f"luoshi.reading.sources.{MODULES[kind]}"))
    characters = 0
    try:
        for number, one in enumerate(module.stretches(data, name), 1):
            characters += len(one.text)
            if characters > CHARACTERS_MOST:
                raise errors.LongSource(name, f" {CHARACTERS_MOST // 10000} 万字", one.place)
            if number > STRETCHES_MOST:
                raise errors.LongSource(name, f" {STRETCHES_MOST // 10000} 万段（或单元格）", one.place)
            yield one
    except (errors.SourceError, MemoryError):
        raise
    except Exception as error:  # what a file can do to a parser has no end; the cause is kept
        raise errors.DamagedSource(name, "内部结构无法解析") from error

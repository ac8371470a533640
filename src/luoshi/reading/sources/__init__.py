"""Files to text: the only place of the reader where bytes come in."""

from __future__ import annotations

import re
from importlib.util import find_spec

from luoshi.reading.model import Part
from luoshi.reading.sources import errors, formats, kinds, office, packed, parsing, plain
from luoshi.reading.sources.errors import SourceError
from luoshi.reading.sources.stretches import Source, Stretch, source

__all__ = ["EXTENSIONS", "Part", "Source", "SourceError", "is_quick", "kind_of", "load"]

#: The extensions of files that can be read; those that announce macros are known, and refused.
EXTENSIONS = tuple(name for name in kinds.PROMISED if name not in ("docm", "xlsm"))

_LEGIBLE = re.compile(r"[^\W_]")
_RECOGNITION = ("rapidocr", "onnxruntime")
_BYTES_MOST = 64 * 2**20
_PAGE_HERE = 128 * 2**10
_BODY_HERE = 2**20


def load(data: bytes, name: str) -> Source:
    """The text of a file. Raises a :class:`SourceError` whose sentence says what is wrong and what to do.

    Plain text, small web pages and small Word files are read here; anything else in a process of its own, within limits.
    """
    kind = kind_of(data, name)
    found = Source(plain.decode(data, name), "txt") if kind == "text" else _taken_apart(kind, data, name)
    if _LEGIBLE.search(found.text) is None:
        raise errors.NoText(name)
    return found


def kind_of(data: bytes, name: str) -> str:
    """The kind of a file, a key of ``kinds.NAMES``, before it is taken apart; refuses what cannot be a plan, as ``load``."""
    if not data or data.isspace():
        raise errors.EmptySource(name)
    kind = kinds.of(data, name)
    kinds.check(kind, name)
    if kind != "text" and len(data) > _BYTES_MOST:
        raise errors.OversizedSource(name, f"超过 {_BYTES_MOST // 2**20} MB")
    return kind


def is_quick(kind: str, data: bytes, name: str) -> bool:
    """Whether a file of a kind is read where the reader is, without a process of its own."""
    return kind == "text" or _is_small(kind, data, name)


def _taken_apart(kind: str, data: bytes, name: str) -> Source:
    if kind in office.EXTENSIONS:
        return source(kind, parsing.stretches("docx", office.as_docx(kind, data, name), name))
    if kind in ("pdf", "image"):
        return source(kind, _recognised(kind, data, name))
    read = formats.stretches if _is_small(kind, data, name) else parsing.stretches
    return source(kind, read(kind, data, name))


def _recognised(kind: str, data: bytes, name: str) -> list[Stretch]:
    """Pages with text as they are; pictures of pages by recognition, where it is installed."""
    installed = all(find_spec(module) is not None for module in _RECOGNITION)
    if kind == "image":
        if not installed:
            raise errors.NoRecogniser(name, "图片")
        return parsing.stretches(kind, data, name)
    try:
        found = parsing.stretches(kind, data, name)
        left_out = any(one.doubt for one in found)
    except errors.NoRecogniser:
        if not installed:
            raise
        left_out = True
    return parsing.stretches("scanned", data, name) if left_out and installed else found


def _is_small(kind: str, data: bytes, name: str) -> bool:
    """Whether a file is too small to do harm; what its directory says of its size is all that is unpacked of it."""
    if kind == "html":
        return len(data) <= _PAGE_HERE
    if kind != "docx":
        return False
    with packed.opened(data, name) as archive:
        return (
            sum(part.file_size for part in archive.infolist() if part.filename.endswith(".xml")) <= _BODY_HERE
        )

"""Old Word and WPS files, RTF and OpenDocument texts made into docx by LibreOffice, where it is installed."""

from __future__ import annotations

import os
import struct
import tempfile
from pathlib import Path

from luoshi import office
from luoshi.reading.sources import compound, errors, kinds, office_child, parsing

#: Kind of file -> the extension by which LibreOffice knows it.
EXTENSIONS = {"doc": "doc", "rtf": "rtf", "odt": "odt"}
_WORD_LEAST = 512  # bytes of the stream in which Word keeps its text
_OUTCOME_MOST = 64 * 2**20


def program() -> str | None:
    """Where LibreOffice is on this machine."""
    return office.program()


def as_docx(kind: str, data: bytes, name: str) -> bytes:
    """The file as docx; raises a :class:`errors.SourceError` where LibreOffice is missing or gives up."""
    if kind == "doc":
        _require_whole(data, name)
    found = program()
    if found is None:
        raise errors.NoOffice(name, kinds.NAMES[kind])
    with tempfile.TemporaryDirectory(prefix="luoshi-", ignore_cleanup_errors=True) as folder:
        room = Path(folder)
        file = room / f"plan.{EXTENSIONS[kind]}"
        file.write_bytes(data)
        limited = parsing.python(office_child.__name__) if os.name == "posix" else []
        parsing.run(
            [*limited, *office.command(found, room, file, "docx:MS Word 2007 XML")],
            b"",
            office_child.LIMITS.waiting,
        )
        outcome = room / "out" / "plan.docx"
        if not outcome.is_file() or outcome.stat().st_size > _OUTCOME_MOST:
            raise errors.NotConverted(name, kinds.NAMES[kind])
        return outcome.read_bytes()


def _require_whole(data: bytes, name: str) -> None:
    """LibreOffice takes what it does not understand for text; so a damaged file must not come to it."""
    try:
        file = compound.Compound(data)
        stream = file.streams()["WordDocument"]
        body = file.read(stream)
    except (compound.Malformed, struct.error, KeyError) as error:
        raise errors.DamagedSource(name, "内部目录不完整") from error
    if len(body) < max(stream.size, _WORD_LEAST):
        raise errors.DamagedSource(name, "正文不完整")

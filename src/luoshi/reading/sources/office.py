"""Old Word and WPS files, RTF and OpenDocument texts made into docx by LibreOffice, where it is installed."""

from __future__ import annotations

import os
import shutil
import struct
import tempfile
from pathlib import Path

from luoshi.reading.sources import compound, errors, kinds, office_child, parsing

#: Kind of file -> the extension by which LibreOffice knows it.
EXTENSIONS = {"doc": "doc", "rtf": "rtf", "odt": "odt"}
_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_WORD_LEAST = 512  # bytes of the stream in which Word keeps its text
_OUTCOME_MOST = 64 * 2**20

#: No macros, no links followed; a profile of its own knows nothing else.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"><value>0</value></prop></item>
</oor:items>
"""


def program() -> str | None:
    """Where LibreOffice is on this machine."""
    known = next((found for one in _PROGRAMS if (found := shutil.which(one))), None)
    return known or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def as_docx(kind: str, data: bytes, name: str) -> bytes:
    """The file as docx; raises a :class:`errors.SourceError` where LibreOffice is missing or gives up."""
    if kind == "doc":
        _require_whole(data, name)
    office = program()
    if office is None:
        raise errors.NoOffice(name, kinds.NAMES[kind])
    with tempfile.TemporaryDirectory(prefix="luoshi-", ignore_cleanup_errors=True) as folder:
        room = Path(folder)
        (room / "profile" / "user").mkdir(parents=True)
        (room / "profile" / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        (room / f"plan.{EXTENSIONS[kind]}").write_bytes(data)
        limited = parsing.python(office_child.__name__) if os.name == "posix" else []
        parsing.run([*limited, *_command(office, room, kind)], b"", office_child.LIMITS.waiting)
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


def _command(office: str, room: Path, kind: str) -> list[str]:
    return [
        office, f"-env:UserInstallation={(room / 'profile').as_uri()}", "--headless", "--invisible", "--norestore",
        "--nolockcheck", "--nodefault", "--nologo", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(room / "out"),
        str(room / f"plan.{EXTENSIONS[kind]}"),
    ]  # fmt: skip

"""A Word file of ours as PDF, by LibreOffice where it is installed."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Final

from luoshi import office
from luoshi.ledgers.errors import LedgerError

SECONDS: Final = 120  # a report has a few pages; who waits longer waits for nothing
_KIND: Final = "pdf:writer_pdf_Export"


class NotPrinted(LedgerError):
    """No PDF came about."""


class NoOffice(NotPrinted):
    """This machine has no LibreOffice."""

    def __init__(self) -> None:
        super().__init__(
            "本机没有安装 LibreOffice，不能生成 PDF。请下载 Word 文件后另存为 PDF，或请系统管理员安装。"
        )


class GaveUp(NotPrinted):
    """LibreOffice made nothing, or took too long."""

    def __init__(self) -> None:
        super().__init__("LibreOffice 没有生成 PDF，请稍后再试，或下载 Word 文件后另存为 PDF。")


def program() -> str | None:
    """Where LibreOffice is on this machine."""
    return office.program()


def of(docx: bytes) -> bytes:
    """The same document as PDF; raises a :class:`NotPrinted`."""
    found = program()
    if found is None:
        raise NoOffice
    with tempfile.TemporaryDirectory(prefix="luoshi-", ignore_cleanup_errors=True) as folder:
        room = Path(folder)
        file = room / "report.docx"
        file.write_bytes(docx)
        try:
            subprocess.run(
                office.command(found, room, file, _KIND), capture_output=True, check=False, timeout=SECONDS
            )
        except (OSError, subprocess.TimeoutExpired) as problem:
            raise GaveUp from problem
        made = room / "out" / "report.pdf"
        if not made.is_file():
            raise GaveUp
        return made.read_bytes()

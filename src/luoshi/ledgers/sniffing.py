"""What a file is by its content, which must agree with how it is called; what may carry a program is refused."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from luoshi.ledgers.errors import LedgerError

MOST_MEMBERS = 10_000  # of an archive


class BadFile(LedgerError):
    """A file that is not taken; the sentence says why."""

    def __init__(self, filename: str, why: str) -> None:
        super().__init__(f"附件“{filename}”{why}")


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of file: its name, what it ends with (the first is how it is kept), how it is told by its content."""

    name: str
    suffixes: tuple[str, ...]
    holds: Callable[[bytes], bool]
    picture: bool = False  # decoded and made small; one that cannot be decoded is refused


def _starts(*heads: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(heads)


def _brand(*brands: bytes) -> Callable[[bytes], bool]:
    """The family of films and pictures whose first box names what they are."""
    return lambda data: data[4:8] == b"ftyp" and data[8:12] in brands


def _archive(*wanted: str) -> Callable[[bytes], bool]:
    """An archive that has these members."""
    return lambda data: data.startswith(b"PK\x03\x04") and set(wanted) <= set(_members(data))


def _compound(*streams: str) -> Callable[[bytes], bool]:
    """The office's old form, with one of these streams."""
    return lambda data: data.startswith(_OLE) and any(_named(stream) in data for stream in streams)


def _members(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return []
    return names if len(names) <= MOST_MEMBERS else []


def _named(stream: str) -> bytes:
    """How a stream's name stands in a compound file: it begins an entry of the directory and ends with a nought."""
    return stream.encode("utf-16-le") + b"\0\0"


def _text(data: bytes) -> bool:
    if _CONTROL.search(data):
        return False
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            said = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return _PAGE.match(said) is None
    return False


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = re.compile(r"\s*<\s*[!?/a-zA-Z]")  # html, svg and whatever else a browser would run
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")
_MACROS = ("_VBA_PROJECT", "VBA", "Macros", "_VBA_PROJECT_CUR")
_PROGRAM = re.compile(
    r"\.(exe|dll|scr|com|msi|bat|cmd|ps1|vbs|js|jse|wsf|hta|jar|apk|lnk|sh|html?|xhtml|svg|docm|xlsm|pptm)$",
    re.I,
)
KINDS = (
    Kind("PDF", (".pdf",), _starts(b"%PDF-")),
    Kind("JPEG 图片", (".jpg", ".jpeg"), _starts(b"\xff\xd8\xff"), picture=True),
    Kind("PNG 图片", (".png",), _starts(b"\x89PNG\r\n\x1a\n"), picture=True),
    Kind("GIF 图片", (".gif",), _starts(b"GIF87a", b"GIF89a"), picture=True),
    Kind("WebP 图片", (".webp",), lambda d: d[:4] == b"RIFF" and d[8:12] == b"WEBP", picture=True),
    Kind("HEIC 图片", (".heic", ".heif"), _brand(b"heic", b"heix", b"hevc", b"mif1", b"msf1")),
    Kind("MP4 视频", (".mp4", ".m4v"), _brand(b"isom", b"iso2", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ")),
    Kind("Word 文档", (".docx",), _archive("[Content_Types].xml", "word/document.xml")),
    Kind("Excel 工作簿", (".xlsx",), _archive("[Content_Types].xml", "xl/workbook.xml")),
    Kind("PowerPoint 演示文稿", (".pptx",), _archive("[Content_Types].xml", "ppt/presentation.xml")),
    Kind("OFD 文档", (".ofd",), _archive("OFD.xml")),
    Kind("zip 压缩包", (".zip",), lambda data: data.startswith(b"PK\x03\x04") and bool(_members(data))),
    Kind("Word 97 文档", (".doc", ".wps"), _compound("WordDocument")),
    Kind("Excel 97 工作簿", (".xls", ".et"), _compound("Workbook", "Book")),
    Kind("PowerPoint 97 演示文稿", (".ppt", ".dps"), _compound("PowerPoint Document")),
    Kind("文本", (".txt", ".csv"), _text),
)  # fmt: skip
TAKEN = "、".join(suffix.removeprefix(".") for each in KINDS for suffix in each.suffixes)


def kind(data: bytes, filename: str) -> Kind:
    """The sort of a file; :class:`BadFile` for what is empty, unknown, called otherwise than it is, or a program."""
    if not data:
        raise BadFile(filename, "是空文件，请重新选择。")
    suffix = PurePath(filename).suffix.lower()
    wanted = next((each for each in KINDS if suffix in each.suffixes), None)
    if wanted is None:
        raise BadFile(filename, f"的类型不能上传。可以上传：{TAKEN}。")
    if not wanted.holds(data):
        found = next((each for each in KINDS if each.holds(data)), None)
        is_it = f"其实是{found.name}" if found else "不是能识别的文件"
        raise BadFile(
            filename,
            f"的内容与后缀不符：名为 {suffix.removeprefix('.')}，{is_it}。请上传原始文件，不要改后缀。",
        )
    if why := _program(data):
        raise BadFile(filename, why)
    return wanted


def _program(data: bytes) -> str:
    """Why a file might run something when it is opened; "" for one that does not."""
    if data.startswith(_OLE):
        return "带有宏，请另存为不带宏的文件。" if any(_named(name) in data for name in _MACROS) else ""
    if not data.startswith(b"PK\x03\x04"):
        return ""
    names = _members(data)
    if any(PurePath(name).name.lower().startswith("vbaproject") for name in names):
        return "带有宏，请另存为不带宏的文件。"
    found = next((name for name in names if _PROGRAM.search(name.rstrip(". "))), "")
    return f"里有程序或网页“{PurePath(found).name}”，请去掉后再上传。" if found else ""

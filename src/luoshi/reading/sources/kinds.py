"""What a file is, told from its first bytes and its parts, not from its name."""

from __future__ import annotations

import io
import zipfile

from luoshi.reading.sources import errors

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (_OLE, "ole"), (b"%PDF", "pdf"), (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"), (b"\xff\xd8\xff", "image"), (b"GIF8", "image"), (b"II*\x00", "image"), (b"MM\x00*", "image"),
    (b"Rar!", "archive"), (b"7z\xbc\xaf", "archive"), (b"\x1f\x8b", "archive"),
)  # fmt: skip
_SAVE_AS_DOCX = "请用 Word 或 WPS 打开并另存为 docx 后再试"

#: What cannot be read yet: its Chinese name and the remedy.
REFUSED: dict[str, tuple[str, str]] = {
    "pdf": ("PDF 文件", "请提供原 Word 文件，或将文字复制到 docx、txt 后再试"),
    "rtf": ("RTF 文件", _SAVE_AS_DOCX),
    "doc": ("旧版 Word（doc）或 WPS 文字文件", _SAVE_AS_DOCX),
    "xls": ("旧版表格文件（xls 或 et）", "请将任务表复制到 Word 中另存为 docx 后再试"),
    "xlsx": ("Excel 表格文件", "请将任务表复制到 Word 中另存为 docx 后再试"),
    "ofd": ("OFD 版式文件", "请提供原 Word 文件后再试"),
    "image": ("图片", "请提供带文字的 Word、网页或文本文件"),
    "archive": ("压缩包", "请解压后选择其中的 docx、html 或 txt 文件"),
    "ppt": ("演示文稿", "请将文字另存为 docx 或 txt 后再试"),
}

#: What an extension promises; an extension that is not listed promises nothing.
PROMISED: dict[str, frozenset[str]] = {
    "docx": frozenset({"docx", "encrypted"}),
    "docm": frozenset({"docx", "encrypted"}),
    "txt": frozenset({"text"}),
    "html": frozenset({"text", "html"}),
    "htm": frozenset({"text", "html"}),
}
_NAMES = {"docx": "Word 文档", "text": "纯文本", "html": "网页", "encrypted": "加密文件"}

#: No file of these kinds needs more than this, unpacked.
UNPACKED_MOST = 256 * 2**20
PARTS_MOST = 20_000


def extension(name: str) -> str:
    return name.rsplit(".", 1)[-1].lower() if "." in name else ""


def of(data: bytes, name: str) -> str:
    """The kind of file: docx, text, encrypted or one of :data:`REFUSED`; raises when parts are damaged or too large."""
    head = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), "text")
    if head == "zip":
        return _of_zip(data, name)
    return _of_ole(data) if head == "ole" else head


def check(kind: str, name: str) -> None:
    """Refuse what cannot be read, and what is not what its extension says."""
    if kind == "encrypted":
        raise errors.EncryptedSource(name)
    said = extension(name)
    promised = PROMISED.get(said)
    shown = _NAMES.get(kind) or REFUSED[kind][0]
    if promised is not None and kind not in promised:
        raise errors.WrongExtension(name, said, shown)
    if kind in REFUSED:
        raise errors.UnsupportedSource(name, *REFUSED[kind])
    if kind == "text" and said in ("doc", "wps", "pdf", "xlsx", "xls"):
        raise errors.WrongExtension(name, said, shown)


def _of_zip(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise errors.DamagedSource(name, "压缩结构不完整") from error
    names = {part.filename for part in parts}
    if len(parts) > PARTS_MOST or sum(part.file_size for part in parts) > UNPACKED_MOST:
        raise errors.OversizedSource(name, UNPACKED_MOST)
    if any(part.flag_bits & 1 for part in parts):
        return "encrypted"
    owners = {
        "word/document.xml": "docx",
        "xl/workbook.xml": "xlsx",
        "ppt/presentation.xml": "ppt",
        "OFD.xml": "ofd",
    }
    return next((kind for part, kind in owners.items() if part in names), "archive")


def _of_ole(data: bytes) -> str:
    head = data[: 2**20] + data[-(2**16) :]
    if "EncryptedPackage".encode("utf-16-le") in head or "EncryptionInfo".encode("utf-16-le") in head:
        return "encrypted"
    return "xls" if "Workbook".encode("utf-16-le") in head else "doc"

"""What a file is, told from its first bytes and its parts, and whether that is what its name says."""

from __future__ import annotations

import struct

from luoshi.reading.sources import compound, errors, packed, plain

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (compound.SIGNATURE, "ole"), (b"%PDF", "pdf"), (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"), (b"\xff\xd8\xff", "image"), (b"GIF8", "image"), (b"II*\x00", "image"), (b"MM\x00*", "image"),
    (b"Rar!", "archive"), (b"7z\xbc\xaf", "archive"), (b"\x1f\x8b", "archive"), (b"MIME-Version:", "mht"),
)  # fmt: skip
_HEAD = 2048
_PDF_HEAD = 1024
_AS_DOCX = "请用 Word 或 WPS 打开并另存为 docx 后再试"

#: What is said of each kind of file.
NAMES = {
    "text": "纯文本", "html": "网页", "docx": "Word 文档", "doc": "旧版 Word（doc）或 WPS 文字文件", "rtf": "RTF 文件",
    "odt": "OpenDocument 文字文件", "xlsx": "Excel 工作簿", "xls": "旧版表格文件（xls 或 et）", "ods": "OpenDocument 表格文件",
    "pdf": "PDF 文件", "image": "图片", "ofd": "OFD 版式文件", "ppt": "演示文稿", "archive": "压缩包", "mht": "单一文件网页（mht）",
    "binary": "无法识别的二进制数据", "encrypted": "加密文件", "macros": "带宏的文件",
}  # fmt: skip
#: What cannot be read, and the remedy.
REFUSED = {
    "ofd": "请提供原 Word 文件，或用 OFD 阅读软件另存为 PDF 后再试",
    "archive": "请解压后选择其中的文件",
    "ppt": "请将文字另存为 docx 或 txt 后再试",
    "mht": _AS_DOCX,
}
#: What an extension promises: its name, and the kinds that the program behind it opens too.
PROMISED: dict[str, tuple[str, frozenset[str]]] = {
    "txt": ("文本文件", frozenset({"text", "html"})),
    **dict.fromkeys(("html", "htm"), ("网页", frozenset({"html"}))),
    **dict.fromkeys(("docx", "docm"), ("Word 文档", frozenset({"docx"}))),
    **dict.fromkeys(("doc", "wps"), ("Word 或 WPS 文档", frozenset({"doc", "docx", "rtf", "html", "mht"}))),
    "rtf": ("RTF 文件", frozenset({"rtf"})),
    "odt": ("OpenDocument 文字文件", frozenset({"odt"})),
    **dict.fromkeys(("xlsx", "xlsm"), ("Excel 工作簿", frozenset({"xlsx"}))),
    **dict.fromkeys(("xls", "et"), ("Excel 或 WPS 表格", frozenset({"xls", "xlsx", "html", "mht"}))),
    "ods": ("OpenDocument 表格文件", frozenset({"ods"})),
    "pdf": ("PDF 文件", frozenset({"pdf"})),
    **dict.fromkeys(("jpg", "jpeg", "png", "bmp", "gif", "tif", "tiff", "webp"), ("图片", frozenset({"image"}))),
}  # fmt: skip
_PAGES = ("html", "htm")
_IN_ROOT = (("EncryptedPackage", "encrypted"), ("EncryptionInfo", "encrypted"), ("WordDocument", "doc"),
            ("Workbook", "xls"), ("PowerPoint Document", "ppt"), ("Book", "xls"))  # fmt: skip
_MACROS = ("Macros", "_VBA_PROJECT_CUR", "_VBA_PROJECT")
_LOCKED_WORD = 0x0100  # a bit of the eleventh and twelfth byte of the stream WordDocument


def extension(name: str) -> str:
    """The extension in small letters, without the dot; empty where there is none."""
    return name.rsplit(".", 1)[-1].lower() if "." in name else ""


def of(data: bytes, name: str) -> str:
    """The kind of a file, a key of :data:`NAMES`; raises where its parts are damaged or too large."""
    found = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)
    if found == "zip":
        return packed.kind(data, name)
    if found == "ole":
        return _of_ole(data, name)
    if found is None and _is_picture(data):
        return "image"
    if found is None and b"%PDF-" in data[:_PDF_HEAD] and extension(name) == "pdf":
        return "pdf"
    return found or _of_words(data, name)


def check(kind: str, name: str) -> None:
    """Refuse what cannot be read, and what is not what its extension says."""
    said = extension(name)
    if kind == "encrypted":
        raise errors.EncryptedSource(name)
    if kind == "macros":
        raise errors.MacroSource(name)
    promised, kinds = PROMISED.get(said, ("", None))
    if kind == "binary" and (kinds is None or "text" in kinds):
        raise errors.NotText(name)
    if kinds is not None and kind not in kinds:
        raise errors.WrongExtension(name, said, promised, NAMES[kind])
    if kind in REFUSED:
        raise errors.UnsupportedSource(name, NAMES[kind], REFUSED[kind])


def _of_words(data: bytes, name: str) -> str:
    head = data[:_HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    if head.startswith((b"<!doctype html", b"<html")) or (b"<html" in head and b"<" in head[:5]):
        return "html"
    if not plain.is_text(data):
        return "binary"
    return "html" if extension(name) in _PAGES else "text"


def _is_picture(data: bytes) -> bool:
    bitmap = data[:2] == b"BM" and data[6:10] == bytes(4) and len(data) > 26
    return bitmap or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def _of_ole(data: bytes, name: str) -> str:
    """By the names in the root; a damaged file shows at least what it was meant to be."""
    try:
        file = compound.Compound(data)
        streams = file.streams()
    except (compound.Malformed, struct.error):
        return _meant(data, name)
    found = next((kind for stream, kind in _IN_ROOT if stream in streams), None)
    if found is None:
        return _meant(data, name)
    if found == "doc" and _is_locked(file, streams["WordDocument"]):
        return "encrypted"
    return "macros" if found in ("doc", "xls") and any(one in streams for one in _MACROS) else found


def _meant(data: bytes, name: str) -> str:
    """The kind whose name stands anywhere; its reader will find out what is damaged."""
    names = ((stream.encode("utf-16-le"), kind) for stream, kind in _IN_ROOT[:-1])
    found = next((kind for stream, kind in names if stream in data), None)
    if found is None:
        raise errors.DamagedSource(name, "内部目录不完整")
    return found


def _is_locked(file: compound.Compound, stream: compound.Stream) -> bool:
    at = (stream.start + 1) * file.size
    flags = file.data[at + 10 : at + 12]
    return len(flags) == 2 and int.from_bytes(flags, "little") & _LOCKED_WORD != 0

"""How large a packed workbook is once unpacked, found out before any parser sees it.

A workbook is a zip of XML. Its directory may lie about sizes; so every part is unpacked here in small pieces and
counted. Its cells are looked at in passing: one far from the others is what makes a table too large, and one with
a formula's error would be read as empty, so both are named. Whoever hides a cell from this look gains nothing:
``parsing`` has limits of its own.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from luoshi.ledgers import parsing_child
from luoshi.ledgers.errors import UnreadableWorkbook

MOST_UNPACKED = 600 * 1024 * 1024
MOST_CELLS = parsing_child.MOST_CELLS  # in one sheet
_PIECE = 1024 * 1024
_HEADER = struct.Struct("<26xHH")  # a local header's lengths of name and extra field
_CELL = re.compile(  # a cell that holds something: its letters, its row, all its attributes
    rb"""<(?:\w+:)?c\s(?=[^<>]*?\br\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["'])([^<>]*[^<>/])>"""
)
_BROKEN = re.compile(rb"""\bt\s*=\s*["']e["']""")


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a sheet's filled cells reach, and the first cell that holds a formula's error."""

    rows: int
    columns: int
    broken: str


def check(data: bytes) -> None:
    """Raise :class:`UnreadableWorkbook` for a zip that is damaged, encrypted or larger than the limits."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, struct.error) as problem:
        raise UnreadableWorkbook(
            "文件已损坏，打不开。请在 Excel 或 WPS 中重新另存为 xlsx 后上传。"
        ) from problem
    left = MOST_UNPACKED
    for part in archive.infolist():
        if part.flag_bits & 1:
            raise UnreadableWorkbook("文件设有密码，无法读取。请去掉密码后重新上传。")
        try:
            left = _check_part(data, part, left)
        except (zlib.error, struct.error) as problem:
            raise UnreadableWorkbook("文件不完整，可能上传中断。请重新另存为 xlsx 后上传。") from problem


def _check_part(data: bytes, part: zipfile.ZipInfo, left: int) -> int:
    """What is left of the limit after one part."""
    pieces = _counted(unpacked(data, part), left)
    seen = extent(pieces)
    if seen.rows * seen.columns > MOST_CELLS:
        raise UnreadableWorkbook(
            f"工作表的数据区域有 {seen.rows} 行、{seen.columns} 列，太大了。"
            "请删去表格之外的零散单元格，或分成几个文件上传。"
        )
    if seen.broken:
        raise UnreadableWorkbook(
            f"单元格 {seen.broken} 的公式计算出错（如 #N/A、#DIV/0!），读不到数值。请改正或改填数值后重新上传。"
        )
    return left - pieces.count


class _counted:  # noqa: N801 - reads as a function: an iterator that counts what passes
    def __init__(self, pieces: Iterator[bytes], most: int) -> None:
        self.pieces, self.most, self.count = pieces, most, 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self.count += len(piece)
            if self.count > self.most:
                raise UnreadableWorkbook(
                    f"文件解压后超过 {MOST_UNPACKED // 1024 // 1024} MB，没有读取。请分成几个文件上传。"
                )
            yield piece


def unpacked(data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part's contents in pieces, as the stream itself says and not as the directory claims."""
    names, extras = _HEADER.unpack_from(data, part.header_offset)
    start = part.header_offset + _HEADER.size + names + extras
    packed = memoryview(data)[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        yield bytes(packed)
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise UnreadableWorkbook(
            "文件的压缩方式不常见，无法读取。请在 Excel 或 WPS 中重新另存为 xlsx 后上传。"
        )
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    piece = stream.decompress(packed, _PIECE)
    while piece:
        yield piece
        piece = stream.decompress(stream.unconsumed_tail, _PIECE)


def extent(pieces: _counted | Iterator[bytes]) -> Extent:
    """How far the filled cells of a sheet reach."""
    rows = columns = 0
    broken, tail = "", b""
    for piece in pieces:
        text = tail + piece
        cut = max(text.rfind(b"<"), len(text) - _PIECE)
        found = _CELL.findall(text, 0, cut) if cut > 0 else []
        tail = text[cut:]
        if not found:
            continue
        rows = max(rows, *map(int, {row for _, row, _ in found}))
        columns = max(columns, max(_number(name) for name in {name for name, _, _ in found}))
        if not broken and _BROKEN.search(text):  # rare, and looked for cell by cell only where it may be
            broken = next((_said(f) for f in found if _BROKEN.search(f[2])), "")
    last = _CELL.findall(tail)
    rows = max([rows, *(int(row) for _, row, _ in last)])
    columns = max([columns, *(_number(name) for name, _, _ in last)])
    return Extent(rows, columns, broken or next((_said(f) for f in last if _BROKEN.search(f[2])), ""))


def _said(found: tuple[bytes, bytes, bytes]) -> str:
    return (found[0] + found[1]).decode("ascii")


def _number(name: bytes) -> int:
    """A column's number from its letters: A is 1."""
    total = 0
    for letter in name.upper():
        total = total * 26 + letter - 64
    return total

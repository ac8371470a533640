"""How large a packed workbook is once unpacked, found out before any parser sees it.

A workbook is a zip of XML. Its directory may lie about sizes; so every part is unpacked here in small pieces and
counted. A cell with a formula's error would be read as empty, so it is named in passing. One far from the others is
what makes a table too large: it is looked for where a table turned out to be that. Whoever hides a cell from this look
gains nothing: ``parsing`` has limits of its own.
"""

from __future__ import annotations

import io
import itertools
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator

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


def check(data: bytes) -> None:
    """Raise :class:`UnreadableWorkbook` for a zip that is damaged, encrypted, too large, or has an error in a cell."""
    left = MOST_UNPACKED
    for part in _parts(data):
        pieces = _counted(unpacked(data, part), left)
        if broken := _error(pieces):
            raise UnreadableWorkbook(
                f"单元格 {broken} 的公式计算出错（如 #N/A、#DIV/0!），读不到数值。请改正或改填数值后重新上传。"
            )
        left -= pieces.count


def look_far(data: bytes) -> None:
    """Raise :class:`UnreadableWorkbook` where a cell far from the others makes a sheet too large."""
    for part in _parts(data):
        rows, columns = extent(unpacked(data, part))
        if rows * columns > MOST_CELLS:
            raise UnreadableWorkbook(
                f"工作表的数据区域有 {rows} 行、{columns} 列，太大了。"
                "请删去表格之外的零散单元格，或分成几个文件上传。"
            )


def most_rows(data: bytes) -> int:
    """How many rows the longest sheet has, at a glance; 0 for what is no zip."""
    try:
        return max((_rows(unpacked(data, part)) for part in _parts(data)), default=0)
    except UnreadableWorkbook:
        return 0


def _rows(pieces: Iterable[bytes]) -> int:
    count, tail = 0, b""
    for piece in pieces:
        count += (tail + piece).count(b"</row>")
        tail = piece[-5:]
    return count


def _parts(data: bytes) -> Iterator[zipfile.ZipInfo]:
    """The parts of a zip; what is wrong with one is told while it is unpacked."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, struct.error) as problem:
        raise UnreadableWorkbook(
            "文件已损坏，打不开。请在 Excel 或 WPS 中重新另存为 xlsx 后上传。"
        ) from problem
    for part in archive.infolist():
        if part.flag_bits & 1:
            raise UnreadableWorkbook("文件设有密码，无法读取。请去掉密码后重新上传。")
        yield part


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
    try:
        yield from _stream(data, part)
    except (zlib.error, struct.error) as problem:
        raise UnreadableWorkbook("文件不完整，可能上传中断。请重新另存为 xlsx 后上传。") from problem


def _stream(data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
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


def _error(pieces: Iterable[bytes]) -> str:
    """The first cell that holds a formula's error."""
    tail = b""
    for piece in pieces:
        text = tail + piece
        cut = _cut(text)
        if b'"e"' in text or b"'e'" in text:  # rare, and looked for cell by cell only where it may be
            for letters, row, attributes in _CELL.findall(text):
                if _BROKEN.search(attributes):
                    return f"{letters.decode()}{row.decode()}"
        tail = text[cut:]
    return ""


def extent(pieces: Iterable[bytes]) -> tuple[int, int]:
    """How many rows and columns the filled cells of a sheet reach over."""
    rows = columns = 0
    tail = b""
    for piece in itertools.chain(pieces, (b"<",)):
        text = tail + piece
        cut = _cut(text)
        found = _CELL.findall(text, 0, cut)
        tail = text[cut:]
        rows = max([rows, *map(int, {row for _, row, _ in found})])
        columns = max([columns, *map(_number, {letters for letters, _, _ in found})])
    return rows, columns


def _cut(text: bytes) -> int:
    """Where the last mark begins, which the next piece may go on with; no mark is longer than a piece."""
    return max(text.rfind(b"<"), len(text) - _PIECE, 0)


def _number(name: bytes) -> int:
    """A column's number from its letters: A is 1."""
    total = 0
    for letter in name.upper():
        total = total * 26 + letter - 64
    return total

"""Tables as files: xlsx, xls, et and csv read into sheets of cells; csv and single cells of xlsx written safely.

Nothing that leaves can be taken for a formula: xlsx gets every text by ``write_string``, csv a leading ``'``
in front of what a spreadsheet would calculate, and the reader takes that ``'`` off again.
"""

from __future__ import annotations

import csv
import datetime
import io
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePath

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from luoshi.ledgers import parsing, unpacking
from luoshi.ledgers.errors import LedgerError, UnreadableWorkbook

Cell = str | int | float | bool | Decimal | datetime.date | datetime.time | datetime.timedelta | None

MOST_BYTES = 100 * 1024 * 1024
LONGEST_TEXT = 32_767  # characters in a cell of a workbook
LONGEST_NAME = 31  # characters in a sheet's name
KINDS = {".xlsx": "zip", ".xlsm": "zip", ".xls": "ole", ".et": "ole", ".csv": "text"}
KIND_WORDS = {"zip": " xlsx 工作簿", "ole": " xls 工作簿", "text": "文本"}
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
DANGEROUS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")  # some spreadsheets take either width
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as the file has it: ``rows[0]`` is row 1, ``rows[0][0]`` is cell A1; blank rows are kept."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False


def read(data: bytes, filename: str) -> tuple[Sheet, ...]:
    """The sheets of a file; :class:`UnreadableWorkbook` with a sentence for what is no table."""
    if not data:
        raise UnreadableWorkbook(f"“{filename}”是空文件（0 字节），请确认保存成功后重新上传。")
    if len(data) > MOST_BYTES:
        raise UnreadableWorkbook(f"“{filename}”超过 {MOST_BYTES // 1024 // 1024} MB，请分成几个文件上传。")
    suffix = PurePath(filename).suffix.lower()
    if suffix not in KINDS:
        raise UnreadableWorkbook(f"“{filename}”不是表格文件，请上传 xlsx 或 csv 文件。")
    found = _kind(data)
    if found == "ole" and ENCRYPTED in data:
        raise UnreadableWorkbook(f"“{filename}”设有打开密码，无法读取。请去掉密码后重新上传。")
    if found != KINDS[suffix]:
        raise UnreadableWorkbook(
            f"“{filename}”的扩展名是 {suffix}，内容却不是{KIND_WORDS[KINDS[suffix]]}"
            + (f"，而是{KIND_WORDS[found]}" if found else "")
            + "。请用 Excel 或 WPS 打开，另存为 xlsx 后重新上传。"
        )
    if found == "text":
        return (Sheet(PurePath(filename).stem, _csv_rows(decoded(data, filename))),)
    if found == "zip":
        unpacking.check(data)
    try:
        return tuple(Sheet(name, rows, hidden) for name, hidden, rows in parsing.parse(data, filename))
    except parsing.TooMuch:
        if found == "zip":
            unpacking.look_far(data)
        raise


def _kind(data: bytes) -> str:
    if data.startswith(ZIP):
        return "zip"
    if data.startswith(OLE):
        return "ole"
    if data.startswith((b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"Rar!", b"\x1f\x8b")):
        return ""
    return "text" if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in data else ""


def decoded(data: bytes, filename: str) -> str:
    """The text of a csv file: UTF-8 with or without mark, UTF-16 with mark, or GB18030."""
    marked = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    for encoding in (marked, "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableWorkbook(f"“{filename}”的文字编码认不出来。请另存为“CSV UTF-8（逗号分隔）”后重新上传。")


def _csv_rows(text: str) -> tuple[tuple[Cell, ...], ...]:
    first = text.partition("\n")[0]
    delimiter = "\t" if "\t" in first and "," not in first else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    previous = csv.field_size_limit(MOST_BYTES)
    try:
        return tuple(tuple(bare(cell) or None for cell in row) for row in reader)
    except csv.Error as problem:
        raise UnreadableWorkbook(
            f"第 {reader.line_num} 行附近的引号不成对，csv 读不下去。请另存为 xlsx 后重新上传。"
        ) from problem
    finally:
        csv.field_size_limit(previous)


def csv_bytes(rows: Iterable[Sequence[object]]) -> bytes:
    """Rows as csv in UTF-8 with a byte order mark, so that Excel and WPS open it as Chinese."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in rows:
        writer.writerow([guarded("" if cell is None else str(cell)) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """A csv cell that no spreadsheet calculates: ``'`` in front of = + - @ of either width, tab, CR; plain numbers stay numbers."""
    if text.lstrip("'").startswith(DANGEROUS) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def bare(text: str) -> str:
    """The inverse of :func:`guarded`."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(DANGEROUS) else text


def put(sheet: Worksheet, row: int, column: int, value: object, formats: Formats) -> None:
    """One cell of a workbook: numbers and dates as such, everything else as text."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, formats.text)
    elif isinstance(value, Decimal | int | float) and not isinstance(value, bool) and _exact(value):
        sheet.write_number(row, column, value, formats.number(value))
    elif isinstance(value, datetime.date) and value.year >= 1901:
        sheet.write_datetime(row, column, value, formats.day)
    else:
        text = str(value)
        if len(text) > LONGEST_TEXT:
            raise LedgerError(
                f"第 {row + 1} 行 {letter(column)} 列的文字有 {len(text)} 个字，超过单元格上限，请改用 csv 导出。"
            )
        sheet.write_string(row, column, text, formats.text)


def _exact(value: Decimal | float) -> bool:
    """Whether a cell's double keeps the number: up to fifteen digits."""
    return (
        len(Decimal(value).normalize().as_tuple().digits) <= 15 if isinstance(value, Decimal | int) else True
    )


class Formats:
    """The cell formats of one workbook, made when first asked for."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        edge = {
            "border": 1,
            "border_color": "#bfbfbf",
            "valign": "vcenter",
            "font_name": "宋体",
            "font_size": 11,
        }
        self.edge = edge
        self.text = book.add_format({**edge, "text_wrap": True})
        self.day = book.add_format({**edge, "num_format": "yyyy-mm-dd", "align": "center"})
        self.centre = book.add_format({**edge, "align": "center"})
        head = {**edge, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#f2f2f2"}
        self.head = book.add_format(head)
        self.head_above = book.add_format({**head, "bottom": 0})
        self.head_below = book.add_format({**head, "top": 0})
        self.title = book.add_format({"bold": True, "align": "center", "font_name": "黑体", "font_size": 16})
        self.left = book.add_format({"font_name": "宋体", "font_size": 11})
        self.right = book.add_format({"font_name": "宋体", "font_size": 11, "align": "right"})
        self.sample = book.add_format({**edge, "italic": True, "font_color": "#808080", "num_format": "@"})
        self.wrong = book.add_format({**edge, "text_wrap": True, "font_color": "#c8102e"})
        self._numbers: dict[int, Format] = {}

    def number(self, value: Decimal | float) -> Format:
        """The format that shows all of a number's decimals, thousands separated."""
        exponent = Decimal(str(value)).normalize().as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
        if places not in self._numbers:
            pattern = "#,##0" + ("." + "0" * places if places else "")
            self._numbers[places] = self.book.add_format({**self.edge, "num_format": pattern})
        return self._numbers[places]


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names that a workbook may give its sheets: short, without forbidden marks, all different whatever the case."""
    given: list[str] = []
    for name in wanted:
        base = "".join("_" if c in "[]:*?/\\'" or not c.isprintable() else c for c in name).strip() or "数据"
        base += "_" * (base.lower() == "history")  # a spreadsheet keeps this one for itself
        taken = {other.lower() for other in given}
        numbers = itertools.chain([""], map(str, itertools.count(2)))
        names = (base[: LONGEST_NAME - len(number)] + number for number in numbers)
        given.append(next(free for free in names if free.lower() not in taken))
    return given


def letter(index: int) -> str:
    """The letters over a column: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name

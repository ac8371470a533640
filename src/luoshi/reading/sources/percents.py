"""Which numbers of a workbook are shown as percentages: the parser that reads the values does not tell.

A share of 9.8% is kept as 0.098 with a format. Without the format a target of 9.8% would be read as 0.098.
"""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterator

from lxml import etree

from luoshi.reading.sources import compound, packed, xml

#: Sheet's name -> cells, as row and column from 0.
Cells = dict[str, set[tuple[int, int]]]

_BUILT_IN = (9, 10)  # 0% and 0.00%
_LITERAL = re.compile(r'"[^"]{0,99}"|\\.')  # what is only written beside the number
_SHEET_MOST = 96 * 2**20
_PART_MOST = 8 * 2**20
_BEGIN, _END = 0x0809, 0x000A
_FORMAT, _STYLE, _SHEET, _WIDE = 0x041E, 0x00E0, 0x0085, 0x00BD
_NUMBERS = (0x0203, 0x027E, 0x0006)  # a number, a number in brief, a formula's result
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def of_packed(data: bytes, name: str) -> Cells:
    """The percentages of an xlsx."""
    with packed.opened(data, name) as archive:
        styles = _percent_styles(archive, name)
        if not styles:
            return {}
        return {sheet: set(_cells(archive, path, styles, name)) for sheet, path in _sheets(archive, name)}


def _percent_styles(archive: zipfile.ZipFile, name: str) -> set[str]:
    """The numbers, as written, of the styles that show a percentage."""
    root = _parsed(archive, "xl/styles.xml", name)
    if root is None:
        return set()
    own = {
        str(one.get("numFmtId"))
        for one in root.iter("{*}numFmt")
        if _is_percent(str(one.get("formatCode", "")))
    }
    shown = own | {str(one) for one in _BUILT_IN}
    styles = root.find("{*}cellXfs")
    return {
        str(at) for at, one in enumerate(styles if styles is not None else ()) if one.get("numFmtId") in shown
    }


def _sheets(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, str]]:
    """Names of the sheets and their parts."""
    book, relations = (
        _parsed(archive, path, name) for path in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels")
    )
    if book is None or relations is None:
        return
    targets = {one.get("Id"): str(one.get("Target", "")) for one in relations}
    for sheet in book.iter("{*}sheet"):
        target = targets.get(sheet.get(_RELATION), "")
        yield str(sheet.get("name")), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _cells(archive: zipfile.ZipFile, path: str, styles: set[str], name: str) -> Iterator[tuple[int, int]]:
    """The cells of a sheet that have one of the styles, read in passing."""
    info = packed.member(archive, path, _SHEET_MOST, name)
    if info is None:
        return
    with archive.open(info) as part:
        for row in xml.ends(part, ("{*}row",), path, name):
            for cell in row:
                found = _PLACE.fullmatch(str(cell.get("r", ""))) if cell.get("s") in styles else None
                if found:
                    yield int(found[2]) - 1, column(found[1])
            xml.forget(row)


def _parsed(archive: zipfile.ZipFile, path: str, name: str) -> etree._Element | None:
    data = packed.part(archive, path, _PART_MOST, name)
    return None if data is None else xml.tree(data, path, name)


def of_compound(data: bytes) -> Cells:
    """The percentages of an xls or et, from the records of its stream ([MS-XLS]); none where it has another layout."""
    try:
        file = compound.Compound(data)
        streams = file.streams()
        book = file.read(streams.get("Workbook") or streams["Book"])
        return _of_records(book)
    except (compound.Malformed, struct.error, KeyError):
        return {}


def _of_records(book: bytes) -> Cells:
    own: set[int] = set()
    shown: list[bool] = []
    sheets: list[tuple[int, str]] = []
    for kind, record in _records(book, 0):
        if kind == _FORMAT and len(record) > 5:
            if _is_percent(_written(record, 2, 2)):
                own.add(struct.unpack_from("<H", record)[0])
        elif kind == _STYLE and len(record) > 3:
            (form,) = struct.unpack_from("<H", record, 2)
            shown.append(form in _BUILT_IN or form in own)
        elif kind == _SHEET and len(record) > 8:
            sheets.append((struct.unpack_from("<I", record)[0], _written(record, 6, 1)))
    if not any(shown):
        return {}
    return {name: set(_numbers(book, start, shown)) for start, name in sheets}


def _numbers(book: bytes, start: int, shown: list[bool]) -> Iterator[tuple[int, int]]:
    """The cells of a sheet whose numbers are shown as percentages."""

    def is_shown(style: int) -> bool:
        return style < len(shown) and shown[style]

    for kind, record in _records(book, start):
        if kind in _NUMBERS and len(record) > 5:
            row, at, style = struct.unpack_from("<HHH", record)
            if is_shown(style):
                yield row, at
        elif kind == _WIDE and len(record) > 11:
            row, first = struct.unpack_from("<HH", record)
            for index in range((len(record) - 6) // 6):
                if is_shown(struct.unpack_from("<H", record, 4 + 6 * index)[0]):
                    yield row, first + index


def _records(book: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records from one beginning of a part (BOF) to its end (EOF), charts within it left out."""
    depth = 0
    while start + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, start)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth == 1:
            yield kind, book[start + 4 : start + 4 + length]
        elif depth < 1:
            return
        start += 4 + length


def _written(record: bytes, at: int, width: int) -> str:
    """A string whose length stands at ``at`` in ``width`` bytes, then a flag for two bytes a character."""
    length = int.from_bytes(record[at : at + width], "little")
    wide = record[at + width] & 1
    body = record[at + width + 1 :][: length * (2 if wide else 1)]
    return body.decode("utf-16-le" if wide else "latin-1", "replace")


def _is_percent(form: str) -> bool:
    return "%" in _LITERAL.sub("", form[:200])


def column(letters: str) -> int:
    """A column's number from its letters: A is 0."""
    total = 0
    for letter in letters:
        total = total * 26 + ord(letter) - 64
    return total - 1

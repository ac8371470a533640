"""Small files of every kind, made by hand where no library of the project writes them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence

import docx
import xlsxwriter
from docx.document import Document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def packed(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def word(body: str, **more: str | bytes) -> bytes:
    """A docx with this body; ``more`` are parts beside it, as styles=…"""
    parts = {f"word/{name}.xml": data for name, data in more.items()}
    return packed({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", **parts})


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def written(*paragraphs: str) -> bytes:
    """A docx as Word's own library writes it."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def workbook(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    """An xlsx that ``fill`` fills."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    fill(book)
    book.close()
    return target.getvalue()


def patched(data: bytes, path: str, change: Callable[[bytes], bytes]) -> bytes:
    """A packed file with one part changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    part = parts[path]
    assert isinstance(part, bytes)
    return packed({**parts, path: change(part)})


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams, each filled up to the least size that stands in sectors of its own."""
    bodies = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    sectors, table, entries = [b"", b""], [_FAT, _END], [_entry("Root Entry", 5, child=1)]
    for number, (name, data) in enumerate(bodies.items(), 1):
        start, count = len(sectors), -(-len(data) // 512)
        sectors += [data[at * 512 : (at + 1) * 512].ljust(512, b"\0") for at in range(count)]
        table += [*range(start + 1, start + count), _END]
        right = number + 1 if number < len(bodies) else _FREE
        entries.append(_entry(name, 2, right=right, start=start, size=len(data)))
    assert len(table) <= 128 and len(entries) <= 4
    sectors[0] = struct.pack("<128I", *table, *[_FREE] * (128 - len(table)))
    sectors[1] = b"".join(entries).ljust(512, b"\0")
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII", OLE, 62, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0
    )
    return header + struct.pack("<109I", 0, *[_FREE] * 108) + b"".join(sectors)


def _entry(
    name: str, kind: int, *, right: int = _FREE, child: int = _FREE, start: int = _END, size: int = 0
) -> bytes:
    text = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", text, len(text) + 2, kind, 1, _FREE, right, child, start, size)


def old_workbook(title: str, rows: Sequence[Sequence[str | float | tuple[float]]]) -> bytes:
    """An xls with one sheet; a number in brackets is shown as a percentage."""

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def text(words: str, size: str) -> bytes:
        return struct.pack(f"<{size}B", len(words), 1) + words.encode("utf-16-le")

    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)
    styles = [record(0x00E0, struct.pack("<HH16x", 0, form)) for form in (0, 164)]
    percent = record(0x041E, struct.pack("<H", 164) + text("0.0%", "H"))
    head = record(0x0809, begin) + record(0x0042, struct.pack("<H", 1200)) + percent + b"".join(styles)
    sheet = record(0x0809, struct.pack("<HH", 0x0600, 0x0010) + begin[4:])
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            number = value[0] if isinstance(value, tuple) else value
            style = struct.pack("<HHH", row, column, isinstance(value, tuple))
            if isinstance(number, str):
                sheet += record(0x0204, style + text(number, "H"))
            else:
                sheet += record(0x0203, style + struct.pack("<d", number))
    at = len(head) + 4 + 8 + 2 * len(title) + 4
    named = record(0x0085, struct.pack("<IBB", at, 0, 0) + text(title, "B"))
    end = record(0x000A, b"")
    return compound({"Workbook": head + named + end + sheet + end})


#: Where a line of text begins on a page, how large it is, what it says, and how it is turned (a, b, c, d).
Words = tuple[float, float, float, str] | tuple[float, float, float, str, str]


def pdf(
    pages: Sequence[Sequence[Words]],
    *,
    drawn: Sequence[str] = (),
    rotate: int = 0,
    trailer: str = "",
    size: tuple[float, float] = (595, 842),
    picture: tuple[int, int] | None = None,
) -> bytes:
    """A PDF whose font draws boxes and tells what its codes mean, no more than 255. A page without words shows ``picture`` where given."""
    chars = sorted({char for page in pages for line in page for char in line[3]})
    codes = {char: number for number, char in enumerate(chars, 1)}
    assert len(codes) < 256
    contents = []
    for index, page in enumerate(pages):
        shown = "".join(_shown(line, codes) for line in page)
        rules = drawn[index] if index < len(drawn) else ""
        contents.append(rules + shown if page or picture is None else "595 0 0 842 0 0 cm /I Do")
    first = 8
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    width, height = picture or (1, 1)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        f"<</Type/Font/Subtype/Type3/FontBBox[0 -120 1000 880]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</g 4 0 R>>"
        f"/Encoding 5 0 R/FirstChar 1/LastChar {len(codes)}/Widths[{'1000 ' * len(codes)}]/ToUnicode 6 0 R>>".encode(),
        _stream("", b"1000 0 0 -120 1000 880 d1 0 -120 1000 1000 re f"),
        f"<</Type/Encoding/Differences[1 {'/g ' * len(codes)}]>>".encode(),
        _stream("", _meanings(codes).encode()),
        _stream(
            f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/DeviceGray",
            b"\xff" * min(width * height, 10_000),
        ),
    ]
    for at, content in enumerate(contents):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size[0]} {size[1]}]/Rotate {rotate}/Contents {first + 1 + 2 * at} 0 R"
            "/Resources<</Font<</F 3 0 R>>/XObject<</I 7 0 R>>>>>>".encode()
        )
        objects.append(_stream("", content.encode()))
    return _file(objects, trailer)


def _shown(line: Words, codes: dict[str, int]) -> str:
    x, y, size, text = line[:4]
    turn = line[4] if len(line) == 5 else "1 0 0 1"
    said = "".join(f"{codes[char]:02x}" for char in text)
    return f"BT /F {size} Tf {turn} {x} {y} Tm <{said}> Tj ET\n"


def _meanings(codes: dict[str, int]) -> str:
    pairs = [f"<{code:02x}><{char.encode('utf-16-be').hex()}>" for char, code in codes.items()]
    groups = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    listed = "\n".join(f"{len(group)} beginbfchar\n" + "\n".join(group) + "\nendbfchar" for group in groups)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Plan def /CMapType 2 def\n"
        f"1 begincodespacerange <00><ff> endcodespacerange\n{listed}\nendcmap end end"
    )


def _stream(about: str, data: bytes) -> bytes:
    body = zlib.compress(data)
    return f"<<{about}/Filter/FlateDecode/Length {len(body)}>>stream\n".encode() + body + b"\nendstream"


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, data in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + data + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<</Size {count}/Root 1 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF"
    return bytes(out) + end.encode()

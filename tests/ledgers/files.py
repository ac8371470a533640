"""Small files of every kind, made here: what is uploaded in tests."""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib

from PIL import Image
from xlsxwriter.workbook import Workbook

from luoshi.ledgers import workbooks

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 400]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


def picture(form: str = "JPEG", size: tuple[int, int] = (640, 480), **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, form, **options)
    return out.getvalue()


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return out.getvalue()


def workbook() -> bytes:
    out = io.BytesIO()
    book = Workbook(out)
    book.add_worksheet().write_string(0, 0, "甲")
    book.close()
    return out.getvalue()


def compound(*streams: str) -> bytes:
    """As much of the office's old form as tells what it is."""
    return OLE + b"\0" * 504 + b"".join(s.encode("utf-16-le").ljust(128, b"\0") for s in streams)


def film(brand: bytes) -> bytes:
    return struct.pack(">I", 16) + b"ftyp" + brand + b"\0" * 4


def huge(side: int = 60_000) -> bytes:
    """A PNG of a few kilobytes that claims to be billions of pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 2**20, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def as_csv(data: bytes) -> bytes:
    """What an export in json says, as the table that an import reads."""
    told = json.loads(data)
    lines = ([text or "" for text in row.values()] for row in told["rows"])
    return workbooks.csv_bytes([[column["title"] for column in told["columns"]], *lines])

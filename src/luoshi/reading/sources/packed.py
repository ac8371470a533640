"""Packed files (zip), in which Word, Excel and OpenDocument keep their parts: what they hold, and parts read within bounds.

A directory may lie about sizes. No part is unpacked further than it says of itself, none further than a limit, and
only by the method that offices use, which cannot swell within one step.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from luoshi.reading.sources import errors

#: No file of these kinds needs more than this, unpacked.
UNPACKED_MOST = 256 * 2**20
PARTS_MOST = 20_000
_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OWNERS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "xlsx",
    "ppt/presentation.xml": "ppt",
    "OFD.xml": "ofd",
}
_MIMES = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
}
BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError, RuntimeError)


def opened(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive, its directory checked; raises a :class:`errors.SourceError`."""
    if data.count(_ENTRY) > PARTS_MOST:  # before each entry of the directory becomes an object
        raise errors.OversizedSource(name, f"内含的部件超过 {PARTS_MOST} 个")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise errors.DamagedSource(name, "压缩结构不完整") from error
    if sum(part.file_size for part in archive.infolist()) > UNPACKED_MOST:
        raise errors.OversizedSource(name, f"解压后超过 {UNPACKED_MOST // 2**20} MB")
    return archive


def kind(data: bytes, name: str) -> str:
    """What a packed file is: docx, xlsx, ods, odt, ppt, ofd, encrypted, macros, or an archive of something else."""
    with opened(data, name) as archive:
        parts = archive.infolist()
        if any(part.flag_bits & 1 for part in parts):
            return "encrypted"
        names = {part.filename for part in parts}
        owner = next((kind for part, kind in _OWNERS.items() if part in names), None)
        if owner is not None:
            macros = any(part.lower().endswith("vbaproject.bin") for part in names)
            return "macros" if macros and owner in ("docx", "xlsx") else owner
        return _MIMES.get(_mime(archive, name), "archive")


def part(archive: zipfile.ZipFile, path: str, most: int, name: str) -> bytes | None:
    """One part unpacked, None where there is none; raises where it is damaged or holds more than ``most`` bytes."""
    info = member(archive, path, most, name)
    if info is None:
        return None
    try:
        return archive.read(info)
    except BROKEN as error:
        raise errors.DamagedSource(name, f"部件 {path} 解不开") from error


def member(archive: zipfile.ZipFile, path: str, most: int, name: str) -> zipfile.ZipInfo | None:
    """The entry of a part that may be unpacked: of a known method and within ``most`` bytes."""
    try:
        info = archive.getinfo(path)
    except KeyError:
        return None
    if info.compress_type not in _METHODS:
        raise errors.DamagedSource(name, f"部件 {path} 的压缩方式不常见")
    if info.file_size > most:
        raise errors.OversizedSource(name, f"的部件 {path} 解压后超过 {most // 2**20} MB")
    return info


def _mime(archive: zipfile.ZipFile, name: str) -> str:
    return (part(archive, "mimetype", 2**20, name) or b"").decode("ascii", "replace").strip()

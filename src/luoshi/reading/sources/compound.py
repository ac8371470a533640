"""Compound files, in which old Word, Excel and WPS keep their streams: the names in the root and one stream's bytes.

The layout is that of [MS-CFB]: sectors chained by a table, a directory whose entries form a tree. Every walk is
bounded by the size of the file, so that a chain that bites its tail ends.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA  # sector numbers from here on end a chain
_NONE = 0xFFFFFFFF
_ENTRY = 128
_SHORT = 64
_MOST_ENTRIES = 20_000


class Malformed(ValueError):
    """Not a compound file, or a cut one."""


@dataclass(frozen=True, slots=True)
class Stream:
    """An entry of the root: where its first sector is and how many bytes it has; storages have none."""

    start: int
    size: int


class Compound:
    """A compound file in memory; raises :class:`Malformed`."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512 or not data.startswith(SIGNATURE):
            raise Malformed("header")
        (shift,) = struct.unpack_from("<H", data, 30)
        if shift not in (9, 12):
            raise Malformed("sector size")
        self.data, self.size = data, 1 << shift
        self.table = list(self._table())
        (directory, self.cutoff) = struct.unpack_from("<I4xI", data, 48)
        self.entries = b"".join(self._chain(directory))[: _MOST_ENTRIES * _ENTRY]
        if len(self.entries) < _ENTRY:
            raise Malformed("directory")

    def streams(self) -> dict[str, Stream]:
        """The names that stand in the root itself; what is nested in storages is not looked at."""
        found: dict[str, Stream] = {}
        (child,) = struct.unpack_from("<I", self.entries, 76)
        waiting, seen = [child], set[int]()
        while waiting:
            number = waiting.pop()
            if number in seen or (number + 1) * _ENTRY > len(self.entries):
                continue
            seen.add(number)
            entry = self.entries[number * _ENTRY : (number + 1) * _ENTRY]
            length, left, right = struct.unpack_from("<H2xII", entry, 64)
            name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            found[name] = Stream(*struct.unpack_from("<II", entry, 116))
            waiting += [one for one in (left, right) if one != _NONE]
        return found

    def read(self, stream: Stream) -> bytes:
        """The bytes of a stream; short ones stand together in a stream of the root, in blocks of their own size."""
        if stream.size >= self.cutoff:
            return b"".join(self._chain(stream.start))[: stream.size]
        (table,) = struct.unpack_from("<I", self.data, 60)
        packed = b"".join(self._chain(table))
        links = struct.unpack(f"<{len(packed) // 4}I", packed)
        (root,) = struct.unpack_from("<I", self.entries, 116)
        room = b"".join(self._chain(root))
        blocks = (room[at * _SHORT : (at + 1) * _SHORT] for at in _walk(stream.start, links))
        return b"".join(blocks)[: stream.size]

    def _table(self) -> Iterator[int]:
        """Where each sector goes on, from the table's own sectors."""
        numbers = list(struct.unpack_from("<109I", self.data, 76))
        following, count = struct.unpack_from("<II", self.data, 68)
        links = self.size // 4
        needed = len(self.data) // self.size // links + 1
        for _ in range(min(count, needed // (links - 1) + 1)):
            *more, following = struct.unpack(f"<{links}I", self._sector(following))
            numbers += more
        for number in [number for number in numbers if number < _LAST][:needed]:
            yield from struct.unpack(f"<{links}I", self._sector(number))

    def _sector(self, number: int) -> bytes:
        block = self.data[(number + 1) * self.size : (number + 2) * self.size]
        if len(block) < self.size:
            raise Malformed("cut")
        return block

    def _chain(self, number: int) -> Iterator[bytes]:
        for at in _walk(number, self.table):
            yield self.data[(at + 1) * self.size : (at + 2) * self.size]


def _walk(number: int, links: Sequence[int]) -> Iterator[int]:
    """The numbers of a chain, from its first on."""
    for _ in range(len(links) + 1):
        if number >= _LAST:
            return
        if number >= len(links):
            raise Malformed("chain")
        yield number
        number = links[number]
    raise Malformed("loop")

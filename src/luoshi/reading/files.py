"""Files read whole: their text, what it promises, and where in the file each promise stands."""

from __future__ import annotations

from luoshi.reading import reader, sources
from luoshi.reading.model import Reading


def read(data: bytes, name: str, *, year: int | None = None, otherwise: int | None = None) -> Reading:
    """Everything a file promises, what in it is in doubt, and its parts (pages, cells).

    Raises a :class:`luoshi.reading.sources.SourceError` where the file cannot be read; ``year`` and ``otherwise``
    as in :func:`reader.read`.
    """
    source = sources.load(data, name)
    reading = reader.read(source.text, year=year, otherwise=otherwise)
    doubts = sorted((*reading.problems, *source.problems), key=lambda one: (one.start, one.end))
    return reading._replace(problems=tuple(doubts), parts=source.parts)

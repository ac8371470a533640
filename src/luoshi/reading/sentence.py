"""A sentence made ready for the readers: what every layer found in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from luoshi.reading.clauses import Clause
from luoshi.reading.engine import Found
from luoshi.reading.modality.rules import Word
from luoshi.reading.model import Span
from luoshi.reading.numerals import Numeral
from luoshi.reading.periods import Period

_FAR = 1 << 62


class Sentence(NamedTuple):
    """text[start:end] and what stands in it; ``actors`` answer for it, ``behind`` is true where results are told."""

    text: str
    start: int
    end: int
    words: str
    clauses: list[Clause]
    quoted: Sequence[Span]
    numerals: Sequence[Numeral]
    periods: Sequence[Period]
    modals: Sequence[Found[Word]]
    actors: tuple[str, ...]
    section: int | None
    behind: bool = False

    @property
    def span(self) -> Span:
        return self.start, self.end

    def clause_of(self, place: int) -> int:
        """The index of the clause that holds ``place``."""
        return max(0, bisect_right(self.clauses, (place, _FAR)) - 1)

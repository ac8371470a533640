"""A sentence made ready: its clauses, quotations, times and words of promise, all in clean offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from luoshi.reading import clauses as cutting
from luoshi.reading import modality, periods
from luoshi.reading.clauses import Clause
from luoshi.reading.engine import Found
from luoshi.reading.modality.rules import Word
from luoshi.reading.model import Span
from luoshi.reading.numerals import Numeral
from luoshi.reading.periods import Period

LONGEST = 1000


@dataclass(frozen=True)
class Sentence:
    """text[start:end] with the numerals in it; the rest is worked out when asked for."""

    text: str
    start: int
    end: int
    numerals: tuple[Numeral, ...]
    year: int | None

    @cached_property
    def clauses(self) -> list[Clause]:
        return cutting.split(self.text, self.start, self.end)

    @cached_property
    def words(self) -> str:
        return self.text[self.start : self.end]

    @cached_property
    def quoted(self) -> list[Span]:
        return [(self.start + a, self.start + b) for a, b in cutting.quoted(self.words)]

    @cached_property
    def periods(self) -> list[Period]:
        found = periods.find(self.words, self.year)
        moved = [Period(self.start + p.start, self.start + p.end, p.value, p.past, p.by) for p in found]
        return [p for p in moved if not self._titled(p.start)]

    @cached_property
    def modals(self) -> list[Found[Word]]:
        found = modality.find(self.words)
        moved = [Found(f.rule, self.start + f.start, self.start + f.end, f.value) for f in found]
        return [f for f in moved if cutting.within(f.start, self.quoted) is None]

    def _titled(self, place: int) -> bool:
        span = cutting.within(place, self.quoted)
        return span is not None and self.text[span[0]] == "《"

    @cached_property
    def _starts(self) -> list[int]:
        return [clause.start for clause in self.clauses]

    def clause_of(self, place: int) -> int:
        """The index of the clause that holds ``place``."""
        return max(0, bisect_right(self._starts, place) - 1)


def _bounded(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The spans, with one that no full stop ever ends cut at its commas, so that no sentence grows with the text."""
    for start, end in spans:
        while end - start > LONGEST:
            comma = max(text.rfind(mark, start, start + LONGEST) for mark in ",，;；、 ")
            cut = comma + 1 if comma > start else start + LONGEST
            yield start, cut
            start = cut
        yield start, end


def sentences(
    text: str, spans: Sequence[Span], numerals: Sequence[Numeral], year: int | None, every: bool = False
) -> list[Sentence]:
    """The sentences that hold a numeral, or ``every`` sentence, each with its numerals."""
    starts = [numeral.start for numeral in numerals]
    ready = []
    for start, end in _bounded(text, spans):
        mine = tuple(numerals[bisect_left(starts, start) : bisect_left(starts, end)])
        if mine or every:
            ready.append(Sentence(text, start, end, mine, year))
    return ready

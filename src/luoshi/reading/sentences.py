"""A text made ready for its readers: each sentence with its clauses, numbers, times and words of promise, found once.

Every layer runs once over the whole text; what it found is dealt out to the sentences. All offsets are offsets into
the clean text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple, TypeVar

from luoshi.reading import actors, blocks, modality, numerals, periods, tables, tense
from luoshi.reading import clauses as cutting
from luoshi.reading.clauses import within
from luoshi.reading.model import Heading, Span
from luoshi.reading.openings import lazy
from luoshi.reading.sentence import Sentence
from luoshi.reading.tables import Tables

Placed = TypeVar("Placed")

#: A sentence that no full stop ever ends is cut at its commas, so that none grows with the text.
LONGEST = 1000
#: Characters of a piece: some seventy pages.
PIECE = 100_000
_NEVER = 1 << 62
# 二、 and (一) within a line; a run-in heading (二是…) cuts nothing.
_MARKED = lazy(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]")
_NUMBER = lazy(r" {0,2}\d{1,2}[.．、](?!\d)")
_BEFORE_A_HEADING = frozenset(" \u3000)）]】")


class Body(NamedTuple):
    """A text or a piece of one, text[start:end], with the outline, the plan's year where it is known, its sentences
    and its tables.

    ``results`` says of each heading whether it or one above it announces results.
    """

    text: str
    start: int
    end: int
    outline: Sequence[Heading]
    results: Sequence[bool]
    year: int | None
    sentences: list[Sentence]
    tables: Tables

    @property
    def headings(self) -> range:
        """Places in the outline of the headings that begin within the piece."""
        return range(*(bisect_left(self.outline, place, key=_start) for place in (self.start, self.end)))

    def last_by(self, place: int) -> int:
        """Which of the sentences is the last that begins at ``place`` or before it; -1 where none does."""
        return bisect_right(self.sentences, place, key=_start) - 1


_start: Callable[[Heading | Sentence], int] = attrgetter("start")


def body(text: str, outline: Sequence[Heading], year: int | None) -> Body:
    """The whole text made ready as one piece; without a ``year`` the one it speaks of as coming is taken."""
    whole = Pieces(text, outline, year)
    return whole.piece(0, len(text))


class Pieces:
    """A text made ready piece by piece, so that what is needed only on the way does not grow with it."""

    def __init__(
        self, text: str, outline: Sequence[Heading], year: int | None, issued: int | None = None
    ) -> None:
        """``year`` is the plan's; else the one the text speaks of as coming, or ``issued``, the year of issue as far as it tells."""
        self._text, self._outline = text, outline
        spoken_of = year if year is not None else periods.plan_year(text)
        self._year = issued if spoken_of is None else spoken_of
        self._starts = [heading.start for heading in outline]
        self._results, self._plans = tense.results(outline), tense.plans(outline)
        self._titled, self._owners = tense.titled(text), actors.of_headings(text, outline)

    def spans(self) -> Iterator[Span]:
        """Where the pieces lie, in order, each some :data:`PIECE` characters; none ends within a line or a table."""
        start = 0
        while start < len(self._text):
            end = self._cut(start + PIECE)
            yield start, end
            start = end

    def _cut(self, place: int) -> int:
        """The end of the first line behind ``place`` that no row of a table follows."""
        while (end := self._text.find("\n", place)) >= 0:
            following = self._text.find("\n", end + 1)
            if self._text.find("\t", end, following if following >= 0 else None) < 0:
                return end + 1
            place = end + 1
        return len(self._text)

    def piece(self, start: int, end: int) -> Body:
        """text[start:end] made ready."""
        found = _sentences(self._text, start, end, self._outline, self._starts, self._year)
        for at, one in enumerate(found if any(self._owners) else ()):
            if not one.actors and one.section is not None and self._owners[one.section]:
                found[at] = one._replace(actors=self._owners[one.section])
        for at in tense.told(
            found, self._results, self._plans, self._titled if not start or self._titled == "plan" else None
        ):
            found[at] = found[at]._replace(behind=True)
        inside = tables.find(self._text, start, end, self._year)
        return Body(self._text, start, end, self._outline, self._results, self._year, found, inside)


_sentence: Callable[[tuple[object, ...]], Sentence] = partial(tuple.__new__, Sentence)


def _sentences(
    text: str, start: int, end: int, outline: Sequence[Heading], headings: Sequence[int], year: int | None
) -> list[Sentence]:
    quoted = cutting.quoted(text, start, end)
    titled = [span for span in quoted if text[span[0]] == "《"]
    times = [one for one in periods.find(text, year, start, end) if within(one.start, titled) is None]
    modals = [one for one in modality.find(text, start, end) if within(one.start, quoted) is None]
    numbers = numerals.find(text, start, end)
    bounds = list(_bounded(text, _apart(text, blocks.sentences(text, start, end), outline, headings)))
    starts = [start for start, _ in bounds]
    rows = zip(
        repeat(text),
        starts,
        [end for _, end in bounds],
        [text[start:end] for start, end in bounds],
        cutting.split(text, bounds),
        _dealt(quoted, [span[0] for span in quoted], starts),
        _dealt(numbers, [one.start for one in numbers], starts),
        _dealt(times, [one.start for one in times], starts),
        _dealt(modals, [one.start for one in modals], starts),
        actors.of_sentences(text, bounds),
        _sections(headings, starts),
        repeat(False),
        strict=False,
    )
    return list(map(_sentence, rows))


def _apart(
    text: str, spans: Sequence[Span], outline: Sequence[Heading], headings: Sequence[int]
) -> Iterator[Span]:
    """The sentences, cut at the marked headings that stand within them: a page that has lost its lines."""
    for start, end in spans:
        at = bisect_left(headings, start)
        while at < len(headings) and headings[at] < end:
            heading, at = outline[at], at + 1
            inside = heading.start > start and text[heading.start - 1] in _BEFORE_A_HEADING
            led = heading.start == start and _NUMBER.match(text, heading.end, end)
            if (inside or led) and _MARKED.match(heading.marker):
                if inside:
                    yield start, heading.start
                start = min(heading.end, end)
                yield heading.start, start
        while start < end and text[start] in " \u3000":
            start += 1
        if start < end:
            yield start, end


def _bounded(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    for start, end in spans:
        while end - start > LONGEST:
            comma = max(text.rfind(mark, start, start + LONGEST) for mark in ",，;；、 ")
            cut = comma + 1 if comma > start else start + LONGEST
            yield start, cut
            start = cut
        yield start, end


def _dealt(found: Sequence[Placed], places: Sequence[int], starts: Sequence[int]) -> list[Sequence[Placed]]:
    """For each sentence what was found in it: sentences begin at ``starts``, the finds at ``places``, in order."""
    dealt: list[Sequence[Placed]] = [()] * len(starts)
    low = 0
    while starts and low < len(places):
        at = max(0, bisect_right(starts, places[low]) - 1)
        high = bisect_left(places, starts[at + 1], low) if at + 1 < len(starts) else len(places)
        dealt[at] = found[low:high]
        low = high
    return dealt


def _sections(headings: Sequence[int], starts: Sequence[int]) -> list[int | None]:
    """For each sentence the last heading that begins at or before it."""
    found: list[int | None] = []
    at, following = -1, headings[0] if headings else _NEVER
    for start in starts:
        if start >= following:
            at = bisect_right(headings, start) - 1
            following = headings[at + 1] if at + 1 < len(headings) else _NEVER
        found.append(at if at >= 0 else None)
    return found

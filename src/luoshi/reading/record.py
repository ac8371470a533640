"""The record of what was repaired, kept in columns: a garbled megabyte has a hundred thousand repairs."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import compress, count
from operator import itemgetter
from typing import NamedTuple, overload

#: What a repair did, without its place: its kind, what was read instead, and whether that is certain.
Change = tuple[str, str, bool]


class Repair(NamedTuple):
    """One change made to the text before reading: raw[start:end] == before was read as after."""

    start: int
    end: int
    kind: str
    before: str
    after: str
    certain: bool = True


#: The type of an offset in an array: four bytes, for texts of up to four thousand million code points.
OFFSET = "I"
#: Kinds of which a text may have many; the others are also kept by themselves.
FREQUENT = frozenset({"pinyin", "traditional", "blank", "doubled-mark", "citation", "cells"})

_made: Callable[[tuple[object, ...]], Repair] = partial(tuple.__new__, Repair)
_kind: Callable[[Change], str] = itemgetter(0)


def _array(numbers: Iterable[int]) -> array[int]:
    return numbers if isinstance(numbers, array) else array(OFFSET, numbers)


class Repairs(Sequence[Repair]):
    """The repairs of ``raw`` in order of place and apart from each other; each is made when it is asked for.

    ``rare`` are those of all kinds but the ``FREQUENT`` ones, where they are known.
    """

    __slots__ = ("_changes", "_ends", "_rare", "_raw", "_starts")

    def __init__(
        self,
        raw: str = "",
        starts: Iterable[int] = (),
        ends: Iterable[int] = (),
        changes: Sequence[Change] = (),
        rare: Sequence[Repair] | None = None,
    ) -> None:
        self._raw = raw
        self._starts, self._ends = _array(starts), _array(ends)
        self._changes, self._rare = changes, rare

    @property
    def starts(self) -> Sequence[int]:
        """Where each repair begins."""
        return self._starts

    def __len__(self) -> int:
        return len(self._changes)

    @overload
    def __getitem__(self, index: int) -> Repair: ...
    @overload
    def __getitem__(self, index: slice) -> Repairs: ...
    def __getitem__(self, index: int | slice) -> Repair | Repairs:
        if isinstance(index, slice):
            return Repairs(self._raw, self._starts[index], self._ends[index], self._changes[index])
        start, end = self._starts[index], self._ends[index]
        kind, after, certain = self._changes[index]
        return Repair(start, end, kind, self._raw[start:end], after, certain)

    def __iter__(self) -> Iterator[Repair]:
        rows = self.rows()
        return (
            _made((start, end, kind, before, after, certain))
            for start, end, before, (kind, after, certain) in rows
        )

    def rows(self) -> Iterator[tuple[int, int, str, Change]]:
        """Start, end, what stood there and what was changed of each; that is less work than whole repairs."""
        befores = map(self._raw.__getitem__, map(slice, self._starts, self._ends))
        return zip(self._starts, self._ends, befores, self._changes, strict=True)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Repairs):
            return isinstance(other, Sequence) and list(self) == list(other)
        same = self._starts == other._starts and self._ends == other._ends
        return same and list(self._changes) == list(other._changes) and (not self or self._raw == other._raw)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Repairs({list(self)})"

    def of(self, kind: str) -> list[Repair]:
        """The repairs of one kind, in order."""
        if self._rare is not None and kind not in FREQUENT:
            return [one for one in self._rare if one.kind == kind]
        return [self[at] for at in compress(count(), map(kind.__eq__, map(_kind, self._changes)))]

    def without(self, spans: Sequence[tuple[int, int]], kind: str, *, around: bool = False) -> Repairs:
        """These repairs and, for each of ``spans`` (in order and apart), one of that kind that takes it out, in place of
        all that stood there; or ``around`` what was taken out there before."""
        starts, ends, changes, at = array(OFFSET), array(OFFSET), list[Change](), 0
        rare = None if self._rare is None else list(_outside(self._rare, spans))
        for start, end in spans:
            first = bisect_right(self._ends, start, at)
            starts += self._starts[at:first]
            ends += self._ends[at:first]
            changes += self._changes[at:first]
            at = bisect_left(self._starts, end, first)
            for low, high, made in self._around(start, end, range(first, at if around else first), kind):
                starts.append(low)
                ends.append(high)
                changes.append(made)
                if rare is not None and made[0] not in FREQUENT:
                    rare.append(Repair(low, high, made[0], self._raw[low:high], *made[1:]))
        starts, ends, changes = (
            starts + self._starts[at:],
            ends + self._ends[at:],
            [*changes, *self._changes[at:]],
        )
        return Repairs(self._raw, starts, ends, changes, None if rare is None else sorted(rare))

    def _around(self, at: int, end: int, inner: range, kind: str) -> Iterator[tuple[int, int, Change]]:
        """What takes out the rest from ``at`` to ``end``, and those of the ``inner`` repairs that took something out."""
        for index in inner:
            start, made = self._starts[index], self._changes[index]
            if not made[1]:
                if at < start:
                    yield at, start, (kind, "", True)
                at = self._ends[index]
                yield start, at, made
        if at < end:
            yield at, end, (kind, "", True)

    def holds(self, start: int, end: int) -> bool:
        """Whether no repair lies across ``start`` or ``end``."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end) - 1
        begins = first == len(self) or self._starts[first] >= start
        return begins and (last < 0 or self._ends[last] <= end)


def _outside(found: Sequence[Repair], spans: Sequence[tuple[int, int]]) -> Iterator[Repair]:
    """Those that lie in none of the ``spans``; both are in order."""
    at = 0
    for one in found:
        while at < len(spans) and spans[at][1] <= one.start:
            at += 1
        if at == len(spans) or one.end <= spans[at][0]:
            yield one


class Places(Sequence[int]):
    """For each code point of a repaired text, and for its end, the offset in the text as it was given.

    ``ends`` are the ends of the changed stretches there, ``above`` the same ends in the repaired text. Inside of what was
    put in for a stretch, offsets go on as in the stretch, up to its last code point.
    """

    __slots__ = ("_above", "_ends", "_size")

    def __init__(self, size: int, ends: Iterable[int] = (), above: Iterable[int] = ()) -> None:
        self._size = size + 1
        self._ends, self._above = _array(ends), _array(above)

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> list[int]: ...
    def __getitem__(self, index: int | slice) -> int | list[int]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(self._size))]
        at = index + self._size if index < 0 else index
        if not 0 <= at < self._size:
            raise IndexError(index)
        return at + self.stretch(at)[2]

    def stretch(self, at: int) -> tuple[int, int, int]:
        """The stretch of the text around ``at`` in which offsets go on one by one, and how far the text as given is ahead there."""
        behind = bisect_right(self._above, at)
        low = self._above[behind - 1] if behind else 0
        shift = self._ends[behind - 1] - low if behind else 0
        high = self._size
        if behind < len(self._ends):
            high = min(self._above[behind], self._ends[behind] - shift)
            if at >= high:
                low, high, shift = at, at + 1, self._ends[behind] - 1 - at
        return low, high, shift

    def without(self, spans: Iterable[tuple[int, int]]) -> Places:
        """The places of the repaired text without ``spans``, which are in order and apart."""
        ends, above, at, gone = array(OFFSET), array(OFFSET), 0, 0
        for start, end in spans:
            first = bisect_right(self._above, start, at)
            ends += self._ends[at:first]
            above += array(OFFSET, [place - gone for place in self._above[at:first]])
            ends.append(self[end])
            above.append(start - gone)
            at = bisect_right(self._above, end, first)
            gone += end - start
        ends += self._ends[at:]
        above += array(OFFSET, [place - gone for place in self._above[at:]])
        return Places(self._size - 1 - gone, ends, above)


NONE = Repairs()

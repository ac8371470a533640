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


_made: Callable[[tuple[int, int, str, str, str, bool]], Repair] = partial(tuple.__new__, Repair)
_kind: Callable[[Change], str] = itemgetter(0)
_after: Callable[[Change], str] = itemgetter(1)
_certain: Callable[[Change], bool] = itemgetter(2)


def _array(numbers: Iterable[int]) -> array[int]:
    return numbers if isinstance(numbers, array) else array("q", numbers)


class Repairs(Sequence[Repair]):
    """The repairs of ``raw`` in order of place and apart from each other; each is made when it is asked for."""

    __slots__ = ("_changes", "_ends", "_raw", "_starts")

    def __init__(
        self,
        raw: str = "",
        starts: Iterable[int] = (),
        ends: Iterable[int] = (),
        changes: Sequence[Change] = (),
    ) -> None:
        self._raw = raw
        self._starts, self._ends = _array(starts), _array(ends)
        self._changes = changes

    @classmethod
    def of_list(cls, raw: str, found: Sequence[Repair]) -> Repairs:
        """The same repairs in columns."""
        changes = [(one.kind, one.after, one.certain) for one in found]
        return cls(raw, (one.start for one in found), (one.end for one in found), changes)

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
        starts, ends, changes = self._starts, self._ends, self._changes
        befores = map(self._raw.__getitem__, map(slice, starts, ends))
        kinds, afters, sure = map(_kind, changes), map(_after, changes), map(_certain, changes)
        return map(_made, zip(starts, ends, kinds, befores, afters, sure, strict=True))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Repairs):
            return (self._raw, self._starts, self._ends) == (other._raw, other._starts, other._ends) and list(
                self._changes
            ) == list(other._changes)
        return isinstance(other, Sequence) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash((self._raw, self._starts.tobytes(), tuple(self._changes)))

    def __repr__(self) -> str:
        return f"Repairs({list(self)})"

    def of(self, kind: str) -> list[Repair]:
        """The repairs of one kind, in order."""
        return [self[at] for at in compress(count(), map(kind.__eq__, map(_kind, self._changes)))]

    def without(self, spans: Sequence[tuple[int, int]], change: Change, *, around: bool = False) -> Repairs:
        """These repairs with ``change`` at each of ``spans``, in order and apart, in place of all that stood there;
        or ``around`` what was taken out there before."""
        starts, ends, changes, at = array("q"), array("q"), list[Change](), 0
        for start, end in spans:
            first = bisect_right(self._ends, start, at)
            starts += self._starts[at:first]
            ends += self._ends[at:first]
            changes += self._changes[at:first]
            at = bisect_left(self._starts, end, first)
            for low, high, made in self._around(start, end, range(first, at if around else first), change):
                starts.append(low)
                ends.append(high)
                changes.append(made)
        changes += self._changes[at:]
        return Repairs(self._raw, starts + self._starts[at:], ends + self._ends[at:], changes)

    def _around(self, at: int, end: int, inner: range, change: Change) -> Iterator[tuple[int, int, Change]]:
        """``change`` from ``at`` to ``end``, with those of the ``inner`` repairs that took something out as they are."""
        for index in inner:
            start, made = self._starts[index], self._changes[index]
            if not made[1]:
                if at < start:
                    yield at, start, change
                at = self._ends[index]
                yield start, at, made
        if at < end:
            yield at, end, change

    def holds(self, start: int, end: int) -> bool:
        """Whether no repair lies across ``start`` or ``end``."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end) - 1
        begins = first == len(self) or self._starts[first] >= start
        return begins and (last < 0 or self._ends[last] <= end)


class Places(Sequence[int]):
    """For each code point of a repaired text, and for its end, the offset in the text below it.

    ``ends`` are the ends of the changed stretches below, ``above`` the same ends in the repaired text. Inside of what
    was put in for a stretch, offsets go on as in the stretch, up to its last code point.
    """

    __slots__ = ("_above", "_below", "_ends", "_size")

    def __init__(
        self, size: int, ends: Iterable[int], above: Iterable[int], below: Sequence[int] | None = None
    ) -> None:
        self._size = size + 1
        self._ends, self._above = _array(ends), _array(above)
        self._below = below

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
        place = self._place(at)
        return place if self._below is None else self._below[place]

    def _place(self, at: int) -> int:
        behind = bisect_right(self._above, at)
        place = at + self._ends[behind - 1] - self._above[behind - 1] if behind else at
        return min(place, self._ends[behind] - 1) if behind < len(self._ends) else place


NONE = Repairs()

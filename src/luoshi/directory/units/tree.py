"""A tree of keys, kept in memory: who stands under whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property


class Tree:
    """The parents of all units by key; made from one query, asked as often as one likes."""

    def __init__(self, parents: Iterable[tuple[int, int | None]]) -> None:
        self.parents: Mapping[int, int | None] = dict(parents)

    @cached_property
    def _children(self) -> Mapping[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for child, parent in self.parents.items():
            if parent is not None:
                found[parent].append(child)
        return found

    def subtree(self, pk: int) -> frozenset[int]:
        """The unit and all units under it; empty for a unit that is not in the tree."""
        if pk not in self.parents:
            return frozenset()
        found: set[int] = set()
        waiting = [pk]
        while waiting:
            at = waiting.pop()
            if at not in found:
                found.add(at)
                waiting += self._children.get(at, [])
        return frozenset(found)

    def subtrees(self, pks: Collection[int]) -> dict[int, frozenset[int]]:
        """The subtree of each of several units."""
        return {pk: self.subtree(pk) for pk in pks}

    def scopes(self, pks: Collection[int]) -> dict[int, frozenset[int]]:
        """The subtree of each of several units, and at its negative key that of its parent."""
        parents = {-pk: self.subtree(self.parents.get(pk) or pk) for pk in pks}
        return parents | self.subtrees(pks)

    def path(self, pk: int) -> tuple[int, ...]:
        """The keys from the root down to the unit itself."""
        return tuple(reversed([*self._upwards(pk)]))

    def stands_under(self, pk: int, other: int) -> bool:
        """Whether ``pk`` is ``other`` or stands somewhere under it."""
        return other in self._upwards(pk)

    def _upwards(self, pk: int) -> Iterator[int]:
        seen: set[int] = set()
        at: int | None = pk
        while at is not None and at in self.parents and at not in seen:
            seen.add(at)
            yield at
            at = self.parents[at]

"""Which promise of a corrected plan is which promise of the plan before: pure, one to one, best pairs first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

ENOUGH = 0.55
NAME_ENOUGH = 0.35
NAME, SENTENCE, SECTION = 0.5, 0.35, 0.15
OTHER_UNIT, OTHER_THRESHOLD = 0.7, 0.8


@dataclass(frozen=True)
class Promise:
    """A clause as far as matching looks at it. ``threshold`` is what qualifies the things counted.

    ``basis`` tells a level from a growth, which are never the same promise.
    """

    kind: str
    name: str
    sentence: str
    section: str = ""
    basis: str = ""
    unit: str = ""
    threshold: Hashable = ()
    value: str = ""

    @cached_property
    def name_pairs(self) -> frozenset[str]:
        return pairs(self.name)

    @cached_property
    def sentence_pairs(self) -> frozenset[str]:
        return pairs(self.sentence)

    @property
    def identity(self) -> Hashable:
        return self.kind, self.name, self.basis, self.unit, self.threshold


def pairs(text: str) -> frozenset[str]:
    """All neighbouring signs of a text, without blanks and punctuation."""
    signs = "".join(c for c in text if c.isalnum() or c in "%％")
    return frozenset(signs[i : i + 2] for i in range(len(signs) - 1)) or frozenset(signs)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's coefficient: twice the shared part over both; 1 for two empty sets."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def alike(old: Promise, new: Promise) -> float:
    """How likely two promises are the same one, 0 to 1; 0 for promises of different kinds or names."""
    if (old.kind, old.basis) != (new.kind, new.basis):
        return 0.0
    name = overlap(old.name_pairs, new.name_pairs)
    if name < NAME_ENOUGH:
        return 0.0
    score = NAME * name + SENTENCE * overlap(old.sentence_pairs, new.sentence_pairs)
    score += SECTION * (old.section == new.section)
    score *= 1.0 if old.unit == new.unit else OTHER_UNIT
    return score * (1.0 if old.threshold == new.threshold else OTHER_THRESHOLD)


def match(old: Sequence[Promise], new: Sequence[Promise]) -> dict[int, int]:
    """Index of a new promise → index of the old one it continues; no old promise is used twice.

    What has the same kind, name, basis, unit and threshold exactly once on both sides is paired first; the rest by
    likeness, the likeliest first, then the same value, then the nearest in order.
    """
    found = dict(_plainly_same(old, new))
    taken = set(found.values())
    rest = [
        (alike(old[i], new[j]), old[i].value == new[j].value, -abs(i - j), i, j)
        for j in range(len(new))
        if j not in found
        for i in range(len(old))
        if i not in taken and old[i].kind == new[j].kind
    ]
    for score, _, _, i, j in sorted(rest, reverse=True):
        if score < ENOUGH:
            break
        if j not in found and i not in taken:
            found[j] = i
            taken.add(i)
    return found


def _plainly_same(old: Sequence[Promise], new: Sequence[Promise]) -> Iterator[tuple[int, int]]:
    once_old, once_new = _once(old), _once(new)
    for identity, j in once_new.items():
        if identity in once_old:
            yield j, once_old[identity]


def _once(promises: Sequence[Promise]) -> Mapping[Hashable, int]:
    count = Counter(p.identity for p in promises)
    return {p.identity: i for i, p in enumerate(promises) if count[p.identity] == 1}

"""Sentences with holes: which of a catalogue a text was made from, and what stood in its holes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

HAN: Final = re.compile(r"[\u3400-\u9fff]")
HOLE: Final = re.compile(r"\{(\d+)(?::(\w+))?\}")


@dataclass(frozen=True)
class Sentence:
    """A msgid such as 共{0}条; its holes are numbered from nought, and no two of them touch."""

    msgid: str

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """What stands around the holes: one more than there are holes."""
        return tuple(HOLE.split(self.msgid)[::3])

    @cached_property
    def weight(self) -> int:
        """How many Chinese characters it says itself: the more, the surer that a text was made from it."""
        return len(HAN.findall("".join(self.literals)))

    @cached_property
    def sure(self) -> bool:
        """Whether it says enough to be told by: three Chinese characters in a row, or four in all."""
        return self.weight > 3 or any(len(HAN.findall(each)) > 2 for each in self.literals)

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """Every two characters side by side that it says itself; one, where none of its literals has more."""
        return tuple(pair for each in self.literals for pair in _pairs(each)) or tuple(
            filter(None, self.literals)
        )

    def read(self, text: str) -> tuple[str, ...] | None:
        """What stands in the holes of a text that was made from it, or None; each hole as short as it can be."""
        first, *middle, last = self.literals
        at, end = len(first), len(text) - len(last)
        if at > end or not text.startswith(first) or not text.endswith(last):
            return None
        found = []
        for literal in middle:
            place = text.find(literal, at, end)
            if place < 0:
                return None
            found.append(text[at:place])
            at = place + len(literal)
        found.append(text[at:end])
        return tuple(found) if any(found) else None


Reading = tuple[Sentence, tuple[str, ...]]


class Sentences:
    """Many sentences, found by the rarest two characters that each says: a text is held against few of them."""

    def __init__(self, msgids: Iterable[str]) -> None:
        sentences = [each for each in map(Sentence, msgids) if each.weight]
        common = Counter(mark for each in sentences for mark in each.marks)
        self._by_mark: dict[str, list[Sentence]] = defaultdict(list)
        for each in sentences:
            self._by_mark[min(each.marks, key=lambda mark: (common[mark], mark))].append(each)

    def readings(self, text: str) -> list[Reading]:
        """Every sentence that the text may have been made from with what stands in its holes, the surest first."""
        found = [(each, holes) for each in self._near(text) if (holes := each.read(text)) is not None]
        return sorted(
            found, key=lambda each: (-each[0].weight, each[1].count(""), len(each[1]), each[0].msgid)
        )

    def _near(self, text: str) -> Iterator[Sentence]:
        for mark in self._by_mark.keys() & {*_pairs(text), *text}:
            yield from self._by_mark[mark]


def _pairs(text: str) -> Iterator[str]:
    return (text[i : i + 2] for i in range(len(text) - 1))

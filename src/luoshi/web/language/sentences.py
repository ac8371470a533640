"""Sentences with holes: which of a catalogue a text was made from, and what stood in its holes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

HAN: Final = re.compile(r"[\u3400-\u9fff]")
HOLE: Final = re.compile(r"\{(\d+)(?::(\w+))?\}")
BARE: Final = 2  # Chinese characters in a row; a sentence with fewer fits too much, so its holes hold figures only


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
    def longest(self) -> int:
        """How many of them its longest literal has."""
        return max(len(HAN.findall(each)) for each in self.literals)

    @cached_property
    def opening(self) -> str:
        """The first two characters of its longest literal (one, where it has no more), by which it is looked for."""
        return max(self.literals, key=lambda each: len(HAN.findall(each)))[:2]

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
        bare = self.longest < BARE and any(HAN.search(each) for each in found)
        return tuple(found) if any(found) and not bare else None


class Sentences:
    """Many sentences, found by what they begin to say: a text is held against few of them."""

    def __init__(self, msgids: Iterable[str]) -> None:
        self._by_opening: dict[str, list[Sentence]] = defaultdict(list)
        for msgid in msgids:
            sentence = Sentence(msgid)
            if sentence.weight:
                self._by_opening[sentence.opening].append(sentence)

    def readings(self, text: str) -> list[tuple[Sentence, tuple[str, ...]]]:
        """Every sentence that the text may have been made from with what stands in its holes, the surest first."""
        found = [
            (sentence, holes) for sentence in self._near(text) if (holes := sentence.read(text)) is not None
        ]
        return sorted(found, key=lambda each: (-each[0].weight, len(each[1])))

    def _near(self, text: str) -> Iterator[Sentence]:
        pieces = {text[i : i + 2] for i in range(len(text))} | set(text)
        for piece in pieces & self._by_opening.keys():
            yield from self._by_opening[piece]

"""Finding a unit by what plans call it: its full name, its short name, an alias, or a plain abbreviation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")

_HALF = str.maketrans("（）　", "() ")
_BRACKET = re.compile(r"^(.+?)\((.+?)\)$")
_OF_THE_ZONE = ("管理委员会", "管委会", "高新区", "经开区", "开发区", "园区", "新区", "区")
_SHORTEST_ABBREVIATION = 3


def spoken(name: str) -> Iterator[str]:
    """A name and its parts: 党政办公室(督查室) is also called 党政办公室 and 督查室."""
    name = _plain(name)
    if name:
        yield name
    found = _BRACKET.match(name)
    if found:
        yield from found.groups()


class Names(Generic[T]):
    """All names of all things, read once and asked for many words."""

    def __init__(self, named: Iterable[tuple[T, Iterable[str]]], prefixes: Iterable[str] = ()) -> None:
        self._words: dict[str, list[T]] = defaultdict(list)
        for thing, names in named:
            for word in dict.fromkeys(part for name in names for part in spoken(name)):
                self._words[word].append(thing)
        self._prefixes = (*sorted(filter(None, prefixes), key=len, reverse=True), *_OF_THE_ZONE)

    def find(self, text: str) -> T | None:
        """The one thing that ``text`` names; None where there is none, or more than one."""
        text = _plain(text)
        for word in (text, *self._shortened(text)):
            if word in self._words:
                return _only(self._words[word])
        return next(filter(None, map(self._abbreviated, (text, *self._shortened(text)))), None)

    def named_in(self, text: str) -> tuple[T, ...]:
        """The things named in a running text, in the order in which they appear; a 市 or 省 before is another's."""
        words = sorted((re.escape(w) for w in self._words if len(w) > 1), key=len, reverse=True)
        if not words:
            return ()
        hits = re.finditer(f"(?<![省市县])(?:{'|'.join(words)})", _plain(text))
        found = (_only(self._words[hit[0]]) for hit in hits)
        return tuple(dict.fromkeys(thing for thing in found if thing is not None))

    def _shortened(self, text: str) -> Iterator[str]:
        """The text without the zone's own name in front of it: 高新区经发局 is 经发局."""
        for prefix in self._prefixes:
            if text.startswith(prefix) and len(text) > len(prefix) + 1:
                yield text[len(prefix) :]

    def _abbreviated(self, text: str) -> T | None:
        if len(text) < _SHORTEST_ABBREVIATION:
            return None
        found = [things for word, things in self._words.items() if _abbreviates(text, word)]
        return _only([*dict.fromkeys(thing for things in found for thing in things)])


def _abbreviates(short: str, word: str) -> bool:
    """经发局 for 经济发展局: same beginning, same end (or the beginning alone), all signs in order."""
    if len(short) >= len(word) or short[0] != word[0]:
        return False
    if word.startswith(short):
        return True
    rest = iter(word)
    return short[-1] == word[-1] and all(sign in rest for sign in short)


def _only(things: list[T]) -> T | None:
    return things[0] if len(things) == 1 else None


def _plain(text: str) -> str:
    return "".join(text.translate(_HALF).split())

"""One pass over a text that makes all small changes at once: marks, pinyin, traditional characters, and what other
detectors found.

The text is split by one pattern. What stands between the finds is left, what was found is looked up in a table of
changes that grows with what is met, and everything else (offsets, clean text) follows by adding up lengths.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from operator import itemgetter

from luoshi.reading.model import Text
from luoshi.reading.record import FREQUENT, OFFSET, Change, Places, Repair, Repairs
from luoshi.reading.repairs import marks, pinyin, traditional

#: Where another detector's repair stands, the folded text is masked: its first code point, and the others. In a raw text
#: these code points are repaired themselves.
_MASKED = ("\x01", "\x02")
_FIRSTS = _MASKED[0] + marks.MASKED[0]
_MOST_KNOWN = 50_000
_CHUNK = 10_000


class _Changes(dict[str, Change]):
    """What is made of each find, worked out once; what the ``others`` make is put in where they stand."""

    def __missing__(self, found: str) -> Change:
        made = marks.change(found) or (
            pinyin.REMOVED
            if found[0] in pinyin.FIRST
            else traditional.change(found)
            if found[0] not in _FIRSTS
            else _OTHER
        )
        self[found] = made
        return made


#: What a mask stands for is put in by the other detectors; a code point of a mask that none of them claims is the text's own.
_OTHER: Change = ("invisible", "", True)
_KNOWN = _Changes()


def sweep(raw: str, plain: str, others: Sequence[Repair], *, dense: bool) -> Text:
    """``raw`` with the ``others`` and all small changes made. ``plain`` is ``raw`` folded; ``dense`` says whether it
    may hold pinyin or traditional characters."""
    small = marks.clues(plain)
    if not (others or dense or small):
        return Text(raw, plain, range(len(raw) + 1), Repairs(raw, rare=()))
    if len(_KNOWN) > _MOST_KNOWN:
        _KNOWN.clear()
    pattern, swept = _pattern(plain, small, dense=dense), _Swept(others)
    for low, words in _chunks(_masked(plain, others)):
        swept.add(low, pattern.split(words))
    return swept.text(raw)


class _Swept:
    """What was swept so far."""

    def __init__(self, others: Sequence[Repair]) -> None:
        self._others, self._done = others, 0
        self._starts, self._ends, self._above = array(OFFSET), array(OFFSET), array(OFFSET)
        self._changes: list[Change] = []
        self._clean: list[str] = []
        self._size = 0

    def add(self, low: int, pieces: list[str]) -> None:
        """Every second of the ``pieces`` is a find; the first begins at ``low``."""
        found = pieces[1::2]
        bounds = list(accumulate(map(len, pieces), initial=low))
        starts = bounds[1:-1:2]
        changes = list(map(_KNOWN.__getitem__, found))
        pieces[1::2] = map(itemgetter(1), changes)
        while self._done < len(self._others) and (one := self._others[self._done]).start < bounds[-1]:
            at = bisect_left(starts, one.start)
            changes[at] = (one.kind, one.after, one.certain)
            pieces[2 * at + 1] = marks.fold(one.after)
            self._done += 1
        self._starts += array(OFFSET, starts)
        self._ends += array(OFFSET, bounds[2:-1:2])
        self._above += array(OFFSET, list(accumulate(map(len, pieces), initial=self._size))[2:-1:2])
        self._changes += changes
        self._clean.append("".join(pieces))
        self._size += len(self._clean[-1])

    def text(self, raw: str) -> Text:
        """The whole text, once all of it was added."""
        clean = "".join(self._clean)
        if not self._changes:
            return Text(raw, clean, range(len(raw) + 1), Repairs(raw, rare=()))
        rare = [one for one in self._others if one.kind not in FREQUENT]
        repairs = Repairs(raw, self._starts, self._ends, self._changes, rare)
        if self._above == self._ends:
            return Text(raw, clean, range(len(raw) + 1), repairs)
        return Text(raw, clean, Places(len(clean), self._ends, self._above), repairs)


def _chunks(words: str) -> Iterator[tuple[int, str]]:
    """The text in pieces, each with its place, so that little is held at once. A find never reaches over a full stop."""
    low = 0
    while low < len(words):
        high = words.find("。", low + _CHUNK) + 1 or len(words)
        yield low, words[low:high]
        low = high


def _masked(plain: str, others: Sequence[Repair]) -> str:
    if not others:
        return plain
    parts, at = list[str](), 0
    for one in others:
        first, rest = (
            marks.MASKED if one.kind == "full-width" and not one.after.strip("0123456789.%") else _MASKED
        )
        parts += plain[at : one.start], first, rest * (one.end - one.start - 1)
        at = one.end
    return "".join([*parts, plain[at:]])


def _pattern(plain: str, small: str, *, dense: bool) -> re.Pattern[str]:
    if not dense:
        return _compiled(small, "", dense=False, many=False)
    return _compiled(small, pinyin.pattern(plain), dense=True, many=traditional.beside(plain))


@cache
def _compiled(small: str, syllables: str, *, dense: bool, many: bool) -> re.Pattern[str]:
    """All small finds, each known by its first character: marks that begin with one of ``small``, ``syllables`` in
    brackets; ``dense``: traditional characters, ``many``: of a traditional text."""
    first = re.escape(_FIRSTS + small + (pinyin.FIRST if syllables else ""))
    masks = (f"(?<={mask}){rest}*" for mask, rest in (_MASKED, marks.MASKED))
    kinds = [*masks, *marks.pattern(small)]
    if syllables:
        kinds.insert(0, syllables)
    if dense:
        kinds.insert(0, f"(?<![{first}])(?:{traditional.pattern(many=many)})")
        first += traditional.letters() + (traditional.BESIDE if many else "")
    return re.compile(f"([{first}](?:{'|'.join(kinds)}))")

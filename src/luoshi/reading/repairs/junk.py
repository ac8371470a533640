"""Junk that a forum strews between the lines of a text so that it is not copied: 7 x$ T) b8 M! e% y; and a stamp of a few
letters that a converter leaves at the ends of lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from luoshi.reading.openings import lazy, quick
from luoshi.reading.record import Repair

_CLUE = lazy(r" (?:[!-~]{1,3} ){4}")
#: Bits of one to three letters, digits and signs with blanks between, from the second bit on, and the marks that a forum
#: sets before a heading.
_JUNK = lazy(r" (?<=[!-~] )(?:[!-~]{1,3} ){4,}(?:[!-~]{1,3}(?![!-~]))?》*")
_WORD = lazy(r"[A-Za-z]{3}|\d{2}")
#: A run is junk where it has so many different letters, and so many different signs that neither formulas nor tables have.
_LETTERS, _SIGNS = 3, 2
_ODD = frozenset("~!$^{};\"'`@#&*%<>?\\")
#: The stamp: letters right behind the words of a line or alone on one, once behind a sentence; so often, and next to
#: nowhere else.
_STOPS = "。；;：:%"
_BEHIND = quick(rf"[{_STOPS}](?=[A-Za-z]{{2,6}}[ \r]{{0,4}}(?:\n|$))")
_STAMP = quick(rf"[A-Za-z](?<=[\u4e00-\u9fff{_STOPS}\n].)[A-Za-z]{{1,5}}(?=[ \r]{{0,4}}(?:\n|$))")
_STAMPED = 3
#: A page has so many stamps at most.
_STAMPS = 3
#: The number of a page behind the words of a line: 二、重点任务 - 4 -, 第4页 共9页
_PAGE = quick(
    r"[-—–第](?<=[\u4e00-\u9fff。][ \t\u3000].)(?:(?<!第)[ ]?\d{1,3}[ ]?[-—–]|(?<=第)[ ]?\d{1,3}[ "
    r"]?页(?:[ ,/，]{0,3}共[ ]?\d{1,3}[ ]?页)?)(?=[ \r]{0,4}(?:\n|$))"
)


#: Little pictures that a page sets behind its sentences, as the body of a character class; older ones that stand elsewhere.
_OLDER = "\u2728\u2b50\u26a1\u2764"
_FIRST = "\U0001f300"
PICTURES = f"{_FIRST}-\U0001faff{_OLDER}"
_PICTURES = quick(rf"[{PICTURES}][{PICTURES}\ufe0f\u200d]{{0,7}}")


def find(raw: str, odd: str) -> Iterator[Repair]:
    """One repair for each run of junk within a line; ``odd`` are the odd characters of the text."""
    yield from (Repair(*hit.span(), "junk", hit[0], "") for hit in _PAGE.finditer(raw))
    if any(char >= _FIRST or char in _OLDER for char in odd):
        yield from (Repair(*hit.span(), "junk", hit[0], "") for hit in _PICTURES.finditer(raw))
    yield from _stamps(raw)
    if _CLUE.search(raw):
        yield from _strewn(raw)


def _stamps(raw: str) -> Iterator[Repair]:
    if not _BEHIND.search(raw):
        return
    hits = list(_STAMP.finditer(raw))
    counted = Counter(hit[0] for hit in hits)
    behind = {hit[0] for hit in hits if raw[hit.start() - 1] in _STOPS}
    for stamp in [
        stamp for stamp, _ in counted.most_common(_STAMPS) if stamp in behind and not stamp.isupper()
    ]:
        if counted[stamp] < _STAMPED:
            return
        places = list(re.finditer(rf"(?<![A-Za-z\d]){stamp}(?![A-Za-z\d])", raw))
        if len(places) <= counted[stamp] + counted[stamp] // 2:
            yield from (Repair(*hit.span(), "junk", stamp, "") for hit in places)


def _strewn(raw: str) -> Iterator[Repair]:
    for hit in _JUNK.finditer(raw):
        start = hit.start() - 1
        while start > 0 and hit.start() - start < 3 and "!" <= raw[start - 1] <= "~":
            start -= 1
        if hit.start() - start > 1 and raw[start : hit.start()].isdigit():
            start = hit.start()  # a number of the text
        junk = raw[start : hit.end()]
        several = len(set(filter(str.isalpha, junk))) >= _LETTERS and len(_ODD.intersection(junk)) >= _SIGNS
        if several and not _WORD.search(junk):
            yield Repair(start, hit.end(), "junk", junk, "")

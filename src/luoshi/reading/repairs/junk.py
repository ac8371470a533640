"""Junk that a forum strews between the lines of a text so that it is not copied: 7 x$ T) b8 M! e% y."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.reading.openings import lazy
from luoshi.reading.record import Repair

_CLUE = lazy(r" (?:[!-~]{1,3} ){4}")
#: Bits of one to three letters, digits and signs with blanks between, from the second bit on, and the marks that a forum
#: sets before a heading.
_JUNK = lazy(r" (?<=[!-~] )(?:[!-~]{1,3} ){4,}(?:[!-~]{1,3}(?![!-~]))?》*")
_WORD = lazy(r"[A-Za-z]{3}|\d{2}")
#: A run is junk where it has so many different letters, and so many different signs that neither formulas nor tables have.
_LETTERS, _SIGNS = 3, 2
_ODD = frozenset("~!$^{};\"'`@#&*%<>?\\")


def find(raw: str) -> Iterator[Repair]:
    """One repair for each run of junk within a line."""
    if not _CLUE.search(raw):
        return
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

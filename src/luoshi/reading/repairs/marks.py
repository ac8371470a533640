"""Marks on the text: citation numbers, invisible code points, doubled commas, blanks beside numbers, full-width letters and digits, one form of punctuation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from luoshi.reading.model import Repair

_CITATION = re.compile(r"【\d{1,3}】|(?<=[\u3400-\u9fff”》])\[\d{1,3}\]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]+")
_DOUBLED = re.compile(r"[,，](?=[,，、。；;])")
_BLANK = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000\xa0](?=[0-9])|(?<=[0-9%])[ \u3000\xa0](?=[\u4e00-\u9fff])")
_POINT = re.compile(r"(?<=[0-9]) \. ?(?=[0-9])")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％．＋－]+")

#: Full-width code points and their plain forms, one to one.
_PLAIN = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20,
    0xA0: 0x20,
    0x2002: 0x20,
    0x2003: 0x20,
}

#: Patterns see one form of each mark (，is ,). Letters and digits in it are also listed as repairs; punctuation and
#: blanks are only seen alike, nothing about what the text says changes.
FOLD = _PLAIN | {0x0D: 0x20, 0x09: 0x09}


def find(raw: str) -> Iterator[Repair]:
    """Repairs for citation marks, invisible code points, a comma before another mark, a blank beside a number,
    full-width letters and digits."""
    for kind, pattern in (("citation", _CITATION), ("invisible", _INVISIBLE)):
        for hit in pattern.finditer(raw):
            yield Repair(hit.start(), hit.end(), kind, hit.group(), "")
    for hit in _DOUBLED.finditer(raw):
        yield Repair(*hit.span(), "doubled-mark", hit.group(), "")
    for hit in _BLANK.finditer(raw):
        yield Repair(*hit.span(), "blank", hit.group(), "")
    for hit in _POINT.finditer(raw):
        yield Repair(*hit.span(), "blank", hit.group(), ".")
    for hit in _WIDE.finditer(raw):
        yield Repair(hit.start(), hit.end(), "full-width", hit.group(), hit.group().translate(_PLAIN))


_PUNCTUATION = ",:;!?()"
_AMID = re.compile(r"(?<!\d)[,:;!?()]|[,:;!?()](?!\d)")


def style_of(raw: str) -> Callable[[str], str]:
    """How ``raw`` writes its punctuation, as a function that writes words cut from ``clean`` the same way."""
    wide = {mark: chr(ord(mark) + 0xFEE0) for mark in _PUNCTUATION}
    used = {mark: form for mark, form in wide.items() if raw.count(form) > raw.count(mark)}
    if not used:
        return lambda words: words
    return lambda words: _AMID.sub(lambda hit: used.get(hit.group(), hit.group()), words)

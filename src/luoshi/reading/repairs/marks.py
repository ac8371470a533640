"""Marks on the text: citation numbers, invisible code points, doubled commas, blanks beside numbers, full-width letters
and digits, one form of punctuation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from luoshi.reading.openings import lazy
from luoshi.reading.record import Change, Repair

#: Full-width code points and blanks with their plain forms, one to one. Patterns see one form of each mark (，is ,).
#: Letters and digits in it are also listed as repairs; punctuation and blanks are only seen alike, nothing about what
#: the text says changes.
FOLD = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    map(ord, "\u3000\xa0\u2002\u2003\r"), 0x20
)
_COMMON = "，：；（）？！\u3000\r"
#: The others, as the body of a character class.
RARE = "".join(mark for mark in map(chr, FOLD) if mark not in _COMMON)

INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f"
_WIDE = "０-９Ａ-Ｚａ-ｚ％．＋－"
_SINGLE = lazy(f"[{INVISIBLE}{_WIDE}](?:(?<=[{_WIDE}])[{_WIDE}]*|[{INVISIBLE}]*)")

#: What stands for a full-width number in the folded text: for its first code point, and for the others.
MASKED = ("\x03", "\x04")
#: A blank behind the point of a numeral that has no unit before it: 共63. 7公里.
_TORN = "|".join(rf"(?<=[\u4e00-\u9fff]\d{{{size}}}\.) " for size in (1, 2, 3, 4))
#: What may be found in the folded text, by the character it begins with: the pattern behind that character.
_BEHIND = {
    " ": rf"(?<=[\u4e00-\u9fff] )(?=[0-9{MASKED[0]}])|(?<=[0-9%{''.join(MASKED)}] )(?=[\u4e00-\u9fff])"
    rf"|(?<=[0-9] )\. ?(?=[0-9])|(?<=[0-9] )(?=%)|(?<=[0-9] [亿万] )(?=元|美元|平方|吨|亩)"
    rf"|(?<=20[0-9]{{2}} )[“”][ “”]{{0,3}}(?=年)|(?<=[0-9] )“ ?”(?=[家个项户])",
    ".": rf"(?:{_TORN})(?=\d{{1,2}}(?:[亿万%吨亩米]|公里|平方|千[米瓦]|百分点))",
    ",": r"(?<=,)(?=[,、。;])",
    "【": r"(?<=【)\d{1,3}】",
    "[": r"(?<=[\u3400-\u9fff”》]\[)\d{1,3}\]",
}
_CLUES = {first: lazy(f"[{re.escape(first)}](?:{behind})") for first, behind in _BEHIND.items()}
_REMOVED: dict[str, Change] = {
    " ": ("blank", "", True),
    ",": ("doubled-mark", "", True),
    "[": ("citation", "", True),
    "【": ("citation", "", True),
}
#: Quotes that a page strewed between a year's number and its word: 2026 “年.
_STREWN = ("“", "”")
_QUOTES: Change = ("junk", "", True)
_POINTED: Change = ("blank", ".", True)


def fold(text: str, rare: Iterable[str] | None = None) -> str:
    """The text with one form of each mark, code point for code point; a lone \\r is a line break where no other is.

    ``rare`` are the characters of ``RARE`` that the text holds, where that is known.
    """
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    if rare is None:
        return text.translate(FOLD)
    for mark in (*_COMMON, *rare):
        text = text.replace(mark, chr(FOLD[ord(mark)]))
    return text


def clues(plain: str) -> str:
    """The characters with which small marks begin in the folded text."""
    return "".join(first for first, pattern in _CLUES.items() if pattern.search(plain))


def pattern(firsts: str) -> list[str]:
    """What stands behind each of the characters ``firsts`` where a mark begins."""
    return [_BEHIND[first] for first in firsts]


def change(found: str) -> Change | None:
    """What is made of a find; None where it is no mark."""
    if found[1:2] in _STREWN:
        return _QUOTES
    return _POINTED if "." in found else _REMOVED.get(found[0])


def single(raw: str, odd: str) -> Iterator[Repair]:
    """Repairs for invisible code points and for full-width letters and digits; ``odd`` are the text's odd characters."""
    if not _SINGLE.search(odd):
        return
    for hit in _SINGLE.finditer(raw):
        found = hit.group()
        wide = found.translate(FOLD) if ord(found[0]) in FOLD else ""
        yield Repair(*hit.span(), "full-width" if wide else "invisible", found, wide)


_PUNCTUATION = ",:;!?()"
_AMID = lazy(r"[,:;!?()](?:(?<!\d[,:;!?()])|(?!\d))")


def style_of(raw: str) -> Callable[[str], str]:
    """How ``raw`` writes its punctuation, as a function that writes words cut from ``clean`` the same way."""
    wide = {mark: chr(ord(mark) + 0xFEE0) for mark in _PUNCTUATION}
    used = {mark: form for mark, form in wide.items() if raw.count(form) > raw.count(mark)}
    if not used:
        return lambda words: words
    return lambda words: _AMID.sub(lambda hit: used.get(hit.group(), hit.group()), words)

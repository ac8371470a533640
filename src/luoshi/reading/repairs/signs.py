"""One cheap look at a text: which characters it holds that a plain simplified text does not."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from luoshi.reading.openings import lazy
from luoshi.reading.repairs import junk, marks, misread, pinyin, shifted, traditional, variants

#: Frequent in plain texts though outside GB 2312.
_PLAIN = "—·•㎡"
_ODD = marks.RARE + marks.INVISIBLE + shifted.SYMBOLS + variants.FORMS + misread.SIGNS + junk.PICTURES
_WITHIN = lazy(f"[{_ODD}{pinyin.TONES}]")
_BEYOND = lazy(f"[{_ODD}]")


class Signs(NamedTuple):
    """``odd``: each odd character of the text, once; ``dense``: whether pinyin or traditional characters may be found."""

    odd: str
    dense: bool


def of(raw: str) -> Signs:
    """The signs of damage in a text."""
    if _encodes(raw):
        odd = "".join(set(_WITHIN.findall(raw)))
        return Signs(odd, any(char in odd for char in pinyin.TONES) or any(char in raw for char in _both()))
    return Signs("".join(set(_BEYOND.findall(raw))), _dense().search(raw) is not None)


def _encodes(raw: str) -> bool:
    """Whether all is in GB 2312, which has next to no traditional characters; at a few nanoseconds a character."""
    for char in _PLAIN:
        raw = raw.replace(char, "")
    try:
        raw.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _both() -> str:
    """The traditional characters that GB 2312 has."""
    return "".join(char for char in traditional.letters() if char.encode("gb2312", "ignore"))


@cache
def _dense() -> re.Pattern[str]:
    return re.compile(f"[{pinyin.TONES}{traditional.letters()}]")

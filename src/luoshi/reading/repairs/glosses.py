"""Glosses that a reading aid left without its usual brackets: 古浪làng 县 is 古浪县, 公办[繁体:辦] is 公办."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.reading.openings import lazy
from luoshi.reading.record import Repair
from luoshi.reading.repairs.pinyin import TONES

_HAN = "\u3400-\u9fff"
_SYLLABLE = f"a-zü{TONES}"
#: A syllable between two characters, alone or in brackets that hold nothing else.
_BARE = lazy(rf"[{_SYLLABLE}](?<=[{_HAN}].)[{_SYLLABLE}]{{0,6}}[ ]?(?=[{_HAN}])")
_BRACKETED = lazy(rf"[【\[](?<=[{_HAN}].)[{_SYLLABLE}]{{1,7}}[】\]]")
_TONE = lazy(f"[{TONES}]")
#: The other form of the character before it, told as such.
_FORM = lazy(rf"[(\[《{{【（［｛](?:繁体?|繁體|简体?)[:：][ ]?[{_HAN}][)\]》}}】）］｝]")
_NAMES = ("繁体:", "繁体：", "繁體:", "繁體：", "繁:", "繁：", "简体:", "简体：")


def find(raw: str, *, dense: bool) -> Iterator[Repair]:
    """One repair for each gloss; ``dense`` says whether the text may hold any."""
    if not dense:
        return
    if _TONE.search(raw):
        for pattern in (_BARE, _BRACKETED):
            for hit in pattern.finditer(raw):
                if _TONE.search(hit[0]):
                    yield Repair(*hit.span(), "pinyin", hit[0], "")
    if any(name in raw for name in _NAMES):
        yield from (Repair(*hit.span(), "traditional", hit[0], "") for hit in _FORM.finditer(raw))

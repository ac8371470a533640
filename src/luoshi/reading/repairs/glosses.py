"""Glosses that a reading aid left without its usual brackets: 溪口làng 镇 is 溪口镇, 公办[繁体:辦] is 公办."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.reading.openings import lazy
from luoshi.reading.record import Repair
from luoshi.reading.repairs.pinyin import TONES

_HAN = "\u3400-\u9fff"
_SYLLABLE = f"a-zü{TONES}"
#: A syllable behind a character: before another one, or in brackets that hold nothing else.
_SPOKEN = lazy(rf"[{_SYLLABLE}【\[](?<=[{_HAN}].)[{_SYLLABLE}]{{0,7}}(?:[ ]?(?=[{_HAN}])|[】\]])")
_TONE = lazy(f"[{TONES}]")
#: The other form of the character before it, told as such.
_FORM = lazy(rf"[(\[《{{【（［｛](?:繁体?|繁體|简体?)[:：][ ]?[{_HAN}][)\]》}}】）］｝]")


def find(raw: str, *, dense: bool) -> Iterator[Repair]:
    """One repair for each gloss; ``dense`` says whether the text may hold any."""
    if not dense:
        return
    for hit in _SPOKEN.finditer(raw) if _TONE.search(raw) else ():
        if _TONE.search(hit[0]) and (hit[0][0] in "【[") == (hit[0][-1] in "】]"):
            yield Repair(*hit.span(), "pinyin", hit[0], "")
    for hit in _FORM.finditer(raw) if "繁" in raw or "简体" in raw else ():
        yield Repair(*hit.span(), "traditional", hit[0], "")

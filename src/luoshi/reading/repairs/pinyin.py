"""Pinyin that a reading aid left in brackets after a character: 工業(yè) is 工業."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.reading.model import Repair

_MARKED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_TONED = re.compile(rf"(?<=[\u3400-\u9fffA-Za-z|?])[(（][a-zü]{{0,5}}[{_MARKED}][a-zü]{{0,4}}[)）]")
_PLAIN = re.compile(r"(?<=[\u3400-\u9fff])[(（](?:de|le|me|ne|ge|zi|men|zhe|lou|tou|li|ma|ba)[)）]")


def find(raw: str) -> Iterator[Repair]:
    """One repair for each bracket; a syllable without a tone counts only where others carry one."""
    seen = False
    for hit in _TONED.finditer(raw):
        seen = True
        yield Repair(hit.start(), hit.end(), "pinyin", hit.group(), "")
    if seen:
        for hit in _PLAIN.finditer(raw):
            yield Repair(hit.start(), hit.end(), "pinyin", hit.group(), "")

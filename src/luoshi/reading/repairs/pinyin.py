"""Pinyin that a reading aid left in brackets after a character: 工業(yè) is 工業."""

from __future__ import annotations

from luoshi.reading.openings import lazy
from luoshi.reading.record import Change

TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_LETTERS = "a-züɑɡ"
#: The brackets that hold it, in the folded text; in some of them it is named: (读:yè), {拼音:yè}.
FIRST, _LAST = "(《{", ")》}"
_BEFORE = (
    rf"(?:(?<=[\u3400-\u9fffA-Za-z|?\x01-\x04][{FIRST}])|(?<=[\u3400-\u9fff][ \n][{FIRST}])"
    rf"|(?<=[\u3400-\u9fff] \n[{FIRST}]))"
)
_NAME = r"(?:[\u3400-\u9fff]{1,4}:[ ]?)?"
#: A syllable without a tone counts only where others carry one.
_TONELESS = r"|(?<=[\u3400-\u9fff]\()(?:de|le|me|ne|ge|zi|men|zhe|lou|tou|li|ma|ba)\)"
#: What stands after the opening bracket; a line may have been broken inside.
PATTERN = rf"{_BEFORE}{_NAME}[{_LETTERS} \n]{{0,7}}[{TONES}][{_LETTERS} \n]{{0,6}}[{_LAST}]"
_CLUE = lazy(rf"[{FIRST}](?:{PATTERN})")
REMOVED: Change = ("pinyin", "", True)


def pattern(plain: str) -> str:
    """The alternatives behind an opening bracket that fit the text; nothing where no syllable carries a tone."""
    return PATTERN + _TONELESS if _CLUE.search(plain) else ""

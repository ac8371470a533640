"""Pinyin that a reading aid left in brackets after a character: 工業(yè) is 工業."""

from __future__ import annotations

from luoshi.reading.openings import lazy
from luoshi.reading.record import Change

TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_LETTERS = "a-züɑɡ"
_BEFORE = r"(?:(?<=[\u3400-\u9fffA-Za-z|?\x01-\x04]\()|(?<=[\u3400-\u9fff][ \n]\()|(?<=[\u3400-\u9fff] \n\())"
#: A syllable without a tone counts only where others carry one.
_TONELESS = r"|(?<=[\u3400-\u9fff]\()(?:de|le|me|ne|ge|zi|men|zhe|lou|tou|li|ma|ba)\)"
#: What stands after the opening bracket, in the folded text; a line may have been broken inside.
PATTERN = rf"{_BEFORE}[{_LETTERS} \n]{{0,7}}[{TONES}][{_LETTERS} \n]{{0,6}}\)"
FIRST = "("
_CLUE = lazy(rf"\((?:{PATTERN})")
REMOVED: Change = ("pinyin", "", True)


def pattern(plain: str) -> str:
    """The alternatives behind an opening bracket that fit the text; nothing where no syllable carries a tone."""
    return PATTERN + _TONELESS if _CLUE.search(plain) else ""

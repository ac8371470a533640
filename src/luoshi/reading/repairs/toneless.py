"""Sounds in brackets that a page writes without their tones: 東(dong)部, 亿(yi) 元, 分别(bie)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from luoshi.reading.openings import lazy
from luoshi.reading.record import Repair
from luoshi.reading.repairs import traditional

#: Small letters in brackets right behind a character, with the blank that such pages leave behind them.
_SAID = lazy(r"\((?<=[\u3400-\u9fff]\()([a-zü]{1,6})\)[ ]?")
#: What may be a syllable, beginning and end.
_SYLLABLE = lazy(
    r"(?:[zcs]h|[b-df-hj-np-tw-z])?(?:i?ang?|ian|i?ao?|ai|uai?|uang?|i?ong|eng?|ei?|er|ing?|i[eu]?|ou?|u[ein]"
    r"|uo|[vüu]e|[uvü])"
)
#: The common characters of GB 2312 stand by their sounds: the first of each letter that a sound begins with.
_LETTERS = "abcdefghjklmnopqrstwxyz"
_FIRSTS = [char.encode("gb2312") for char in "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"]
_BEYOND = "座".encode("gb2312")
#: How else a character of two sounds may begin.
_ALSO = dict(zip("重长调行会系降乐传藏朝校弹曾盛省强", "czthkjxyzzzjtccxj", strict=True))
#: So many different sounds that fit their characters show the habit, where nearly all fit.
_LEAST, _MISFITS = 3, 4


def find(raw: str, plain: str) -> Iterator[Repair]:
    """One repair for each sound of a text that has the habit; ``plain`` is ``raw`` folded."""
    said = list(_SAID.finditer(plain))
    if len(said) < _LEAST:
        return
    fit = [hit for hit in said if _fits(plain[hit.start() - 1], hit[1])]
    if len({hit[1] for hit in fit}) >= _LEAST and (len(said) - len(fit)) * _MISFITS <= len(fit):
        yield from (Repair(*hit.span(), "pinyin", raw[slice(*hit.span())], "") for hit in fit)


def _fits(char: str, said: str) -> bool:
    """Whether the letters may be how the character sounds."""
    return _SYLLABLE.fullmatch(said) is not None and said[0] in _begins(char)


def _begins(char: str) -> str:
    """The letters its sound may begin with; any where the tables do not tell."""
    simple = char.translate(traditional.table())
    code = simple.encode("gb2312", "ignore")
    if not _FIRSTS[0] <= code <= _BEYOND:
        return _LETTERS
    return _LETTERS[bisect_right(_FIRSTS, code) - 1] + _ALSO.get(simple, "")

"""Which numbers may be typed into the wording of a document: those that are no figures.

A date, the number of a document, of an attachment or of an item, an ordinal, and fixed words (12345, 十四五) may be typed.
Every other digit is a figure and comes from the data, also in a title in 《》. So does a Chinese numeral of two or more
characters, a single one before a measure word (三项, 三成; but 一项 has an article), and a fraction. In quotation marks a
numeral that no number is written like may stand in a name (“百千万工程”). The words are in ``numerals``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from luoshi.reports.numerals import COUNTERS, FIXED, FIXED_WORDS, FORMAL, MEASURES, NAMED, NUMERALS

_D = "[0-9０-９]"
_N = f"[{NUMERALS}]"
_ONE: Final = "一二两三四五六七八九"
_UNIT: Final = "|".join((*MEASURES, *COUNTERS))
_BARE: Final = "|".join(word for word in FIXED_WORDS if {*word} <= {*NUMERALS})
_NAMES: Final = "|".join(word for word in FIXED_WORDS if not {*word} <= {*NUMERALS})
_MONTH: Final = "(?:十[一二]?|[一二三四五六七八九])月"
_DAY: Final = "(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日"
_BEGIN: Final = r"(?:^|(?<=[\n。；：]))\s*"
_ALLOWED: Final = re.compile(
    "|".join(
        (
            rf"(?<!\d)(?:[1１][9９]|[2２][0０]){_D}{{2}}\s*年(?:\s*{_D}{{1,2}}\s*月(?:\s*{_D}{{1,2}}\s*日)?)?",  # 2026年6月5日
            rf"(?<!\d){_D}{{1,2}}\s*[-—–至~]\s*{_D}{{1,2}}\s*月",  # 1—6月
            rf"(?<!\d){_D}{{1,2}}\s*月(?:\s*{_D}{{1,2}}\s*日)?",  # 6月5日
            rf"[上本下次每]月\s*(?:{_D}{{1,2}}\s*日|{_DAY})",  # 下月 5 日
            rf"(?<!{_N})二[〇零][〇零一二三四五六七八九]{{2}}年(?:{_MONTH}(?:{_DAY})?)?",  # 二〇二六年六月五日
            rf"(?<!{_N}){_MONTH}(?:{_DAY})?",  # 十二月
            rf"〔{_D}{{4}}〕\s*第?\s*{_D}{{1,4}}\s*[号期]",  # 〔2026〕6号
            rf"(?:附件|附表|附图)\s*(?:{_D}{{1,2}}|{_N}{{1,3}})(?!\d|\s*(?:{_N}|{_UNIT}))",  # 附件 1
            rf"{_BEGIN}(?:{_D}{{1,2}}[.．、](?!\d)|[（(]{_D}{{1,2}}[）)]|[①-⑳])",  # 1. （1）
            rf"{_BEGIN}(?:{_N}{{1,3}}[、.．]|[（(]{_N}{{1,3}}[）)]|{_N}{{1,3}}是)",  # 十一、 （十一） 十一是
            rf"第\s*{_N}+",  # 第十三项
            rf"“[{_ONE}十](?:个|项|张|大)(?:{'|'.join(NAMED)})”",  # “五个一”
            rf"(?<!{_N})(?:{_NAMES})(?!{_N})",
            rf"(?<!{_N})(?:{_BARE})(?!{_N}|\s*(?!项目(?!标)|人才)(?:{_UNIT}))",  # 十四五项目, not 十四五项
            rf"(?<![A-Za-z\d.])(?:{'|'.join(re.escape(word) for word in FIXED)})(?![A-Za-z\d.])",
        )
    )
)
_MASK: Final = "\0"
_SEVERAL: Final = re.compile(rf"{_N}(?:\s*{_N})+|[{FORMAL}](?:\s*[{FORMAL}万亿])+")
_COUNTED: Final = re.compile(
    rf"{_N}+\s*分\s*之\s*{_N}*|{_N}\s*点\s*{_N}|一半|半数|[{_ONE}十廿卅百千]\s*[余多来几]\s*(?:{_UNIT})"
    rf"|(?:[{_ONE}十廿卅百]|千(?!米|瓦))\s*(?:{'|'.join(MEASURES)})"
    rf"|[{_ONE[1:]}十廿卅]\s*(?:{_UNIT})|[百千]\s*(?:项|个|家|户|人|名|件|亩)"
    rf"|\ufffc\s*[十百千万亿]+\s*(?:{'|'.join(COUNTERS)})|[壹贰叁肆柒捌玖]\s*(?:{_UNIT})"
)
_QUOTED: Final = re.compile("“[^“”]*”")
_WRITTEN: Final = re.compile(  # 五十, 三百零五万, 百亿: the way numbers are written; not 百千万
    rf"(?:[{_ONE}][十百千万亿]+|十|[十百千][万亿]+)(?:零?[{_ONE}][十百千万亿]+)*零?[{_ONE}]?"
)
_AFTER: Final = re.compile(rf"\s*(?:[余多来几]\s*)?(?:{_UNIT})")
_DIGIT_KINDS: Final = frozenset({"Nd", "No", "Nl"})
_LONGEST: Final = 12


def typed_figure(text: str) -> str:
    """The first number in a wording that only the data may say, "" where there is none.

    ``text`` is what is typed, from the beginning of its line, with something that is no letter in the place of every
    placeholder.
    """
    left = _ALLOWED.sub(lambda found: _MASK * len(found.group()), text)
    for at, character in enumerate(left):
        if unicodedata.category(character) in _DIGIT_KINDS and character not in NUMERALS:
            return _from(left[at:])
    names = [found.span() for found in _QUOTED.finditer(left)]
    for found in _SEVERAL.finditer(left):
        if not (any(start < found.start() < end for start, end in names) and _is_name(left, found)):
            return _from(left[found.start() :])
    counted = _COUNTED.search(left)
    return counted.group().replace("\ufffc", "") if counted else ""


def _is_name(text: str, found: re.Match[str]) -> bool:
    """Whether numerals in quotation marks are no number: not written like one, and nothing is counted after them."""
    if _WRITTEN.fullmatch(re.sub(r"\s", "", found.group())):
        return False
    ends = range(found.start() + 1, found.end() + 1)  # 百 in 百分点 is no numeral
    return not any(_AFTER.match(text[end:].removeprefix("”")) for end in ends)


def _from(text: str) -> str:
    """A number with what follows it, as far as a reader needs to find it."""
    ends = f"，。；、）　\n\ufffc{_MASK}"
    end = next((at for at, one in enumerate(text) if one in ends), len(text))
    return text[: min(end, _LONGEST)]

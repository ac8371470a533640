"""Which numbers may be typed into the wording of a document: those that are no figures.

A date, a document's number or title, the number of an attachment or of an item, and a few fixed words (12345, PM2.5) may
be typed. Every other digit is a figure and comes from the data; so does a Chinese numeral before a unit in which figures
are measured (三项, 百分之五), unless it is a name in quotation marks (“五个一”) or an article (一项).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

FIXED: Final = ("12345", "12315", "PM2.5", "PM10", "5G", "3550", "2330")
UNITS: Final = (
    "个百分点", "百分点", "亿元", "万元", "元", "亩", "公顷", "平方米", "平方公里", "公里", "项", "个", "家", "户",
    "件", "人", "名", "次", "处", "条", "吨", "倍", "成", "％", "%",
)  # fmt: skip
_D = "[0-9０-９]"
_ALLOWED: Final = re.compile(
    "|".join(
        (
            rf"(?<!\d){_D}{{4}}\s*年(?:\s*{_D}{{1,2}}\s*月(?:\s*{_D}{{1,2}}\s*日)?)?",  # 2026年6月5日
            rf"(?<!\d){_D}{{1,2}}\s*[-—–至~]\s*{_D}{{1,2}}\s*月",  # 1—6月
            rf"(?<!\d){_D}{{1,2}}\s*月(?:\s*{_D}{{1,2}}\s*日)?",  # 6月5日
            rf"[上本下次每]月\s*{_D}{{1,2}}\s*日",  # 下月 5 日
            rf"〔{_D}{{4}}〕\s*第?\s*{_D}{{1,4}}\s*[号期]",  # 〔2026〕6号
            rf"(?:附件|附表|附图)\s*{_D}{{1,2}}(?!\d)",  # 附件 1
            rf"(?:^|(?<=[\n。；：]))\s*(?:{_D}{{1,2}}[.．、](?!\d)|[（(]{_D}{{1,2}}[）)]|[①-⑳])",  # 1. （1）
            r"《[^《》]*》",  # what a document is called
            r"“[^“”\d]{1,8}”",  # “五个一”
            rf"(?<![A-Za-z\d.])(?:{'|'.join(re.escape(word) for word in FIXED)})(?![A-Za-z\d.])",
        )
    )
)
_NUMERALS: Final = "〇零一二两三四五六七八九十百千万亿"
_FIRST: Final = "一二两三四五六七八九十"
_COUNTED: Final = re.compile(
    rf"百分之[{_NUMERALS}]+|(?<![第{_NUMERALS}])[{_FIRST}][{_NUMERALS}]*\s*(?:{'|'.join(UNITS)})"
)
_ARTICLE: Final = re.compile(rf"一\s*(?:{'|'.join(UNITS)})")
_DIGIT_KINDS: Final = frozenset({"Nd", "No", "Nl"})
_RUN: Final = 12


def typed_figure(text: str) -> str:
    """The first number in a wording that only the data may say, "" where there is none.

    ``text`` is what is typed, from the beginning of its line, with something that is no letter in the place of every
    placeholder.
    """
    left = _ALLOWED.sub(lambda found: "　" * len(found.group()), text)
    for at, character in enumerate(left):
        if unicodedata.category(character) in _DIGIT_KINDS:
            return _run(left[at:])
    for found in _COUNTED.finditer(left):
        if not _ARTICLE.fullmatch(found.group()):
            return found.group()
    return ""


def _run(text: str) -> str:
    """A number with what follows it, as far as a reader needs to find it."""
    end = next((at for at, one in enumerate(text) if one in "，。；、）　\n\ufffc"), len(text))
    return text[: min(end, _RUN)]

"""Line breaks inside words and numbers: left by the narrow cells of a table whose text was copied out."""

from __future__ import annotations

from luoshi.reading.model import Span, Text
from luoshi.reading.openings import lazy, quick

#: Words that a line may tear: the first part ends it, the second begins the next.
_WORDS = (
    "增/长 不低/于 不少/于 不超/过 超/过 达/到 提/高 企/业 项/目 工/程 车/间 公/里 平/方米 平方/米 美/元 "
    "亿/元 万/元 产/业 建/设 竣/工 "
    "占/比 产/值 收/入 税/收 指/标 园/区 引/进 签/约 开/工 投/产 资/金 改/造 规/上 入/规 覆/盖 覆盖/率 "
    "整改/率 完成/率 百分/点 个百/分点"
)
_UNIT = r"[个家户项件条座处所场次套台辆亩人名%万亿元米公]"
_TORN = quick(
    "(?:"
    + "|".join(f"{left}(?=\\n{right})" for left, right in (word.split("/") for word in _WORDS.split()))
    + rf"|\d(?=\n\d{{1,3}}(?:\.\d{{1,2}})?\s?{_UNIT}))"
)
_MARKS = ",，;；、"
_OWN = lazy(r"(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|\d{1,4}\s*$|\n)")
#: So many torn words show how wide the cells are; so wide at least, give or take.
_ENOUGH, _LEAST, _RAGGED = 3, 8, 1
_STOPS = frozenset("。!?;:：；！？…")


def find(text: Text) -> list[Span]:
    """Spans of the breaks inside words and numbers, and of those behind lines as wide, where several are torn."""
    clean = text.clean
    torn = [found.end() for found in _TORN.finditer(clean)]
    torn = [end for end in torn if _is_prose(clean, end)]
    if len(torn) < _ENOUGH:
        return []
    widths = sorted(_width(clean, end) for end in torn)
    middle = widths[len(widths) // 2]
    return [(end, end + 1) for end in sorted({*torn, *_as_wide(clean, middle)})]


def _is_prose(clean: str, end: int) -> bool:
    """Whether the line that ends here is long enough and it or the next is running text."""
    start, stop = clean.rfind("\n", 0, end) + 1, clean.find("\n", end + 1)
    both = clean[start : stop if stop >= 0 else len(clean)]
    return end - start >= _LEAST and any(mark in both for mark in _MARKS)


def _width(clean: str, end: int) -> int:
    line = clean[clean.rfind("\n", 0, end) + 1 : end]
    return 2 * len(line) - sum(char.isascii() for char in line)


def _as_wide(clean: str, width: int) -> list[int]:
    """Where lines of this width end that end no sentence and whose next line begins nothing of its own."""
    found, start = [], 0
    for line in clean.split("\n"):
        end = start + len(line)
        fills = len(line) >= _LEAST and abs(_width(clean, end) - width) <= 2 * _RAGGED
        if fills and line[-1] not in _STOPS and end < len(clean) and not _OWN.match(clean, end + 1):
            found.append(end)
        start = end + 1
    return found

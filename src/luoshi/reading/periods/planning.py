"""The year a plan is for, by the years that its text names and what it says behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from luoshi.reading.openings import lazy, quick

#: 列入2027年计划, 谋划储备2027年项目: behind the digits of a year, that a plan does not speak of it beside its own.
BESIDE = "".join(rf"(?<!{word}20\d\d)" for word in ("列入", "纳入", "列为", "转入", "储备", "谋划", "申报"))
_YEAR = quick(rf"(?<![到至—-])(?<![—-]20\d\d)(20\d{{2}}){BESIDE}年(?!底|末|之?前|以前)")
_AHEAD = lazy(
    r"(?:(?!20\d{2}年|实际|同比|以来)[^。\n]){0,40}?(?:将|要(?!求|素|点)|工作|目标|计划|打算|力争|确保|争取|预期|实事)"
)
# 2027年,生产总值增长6%以上: an aim by its figure alone, where no other year has one.
_AIMED = lazy(
    r"[，,](?:(?!20\d{2}年|实际|同比|以来|完成|实现)[^。\n]){0,30}?(?:控制在|[\d%](?:以上|左右|以内|以下))"
)
_REACHED = lazy(r"[^。\n]{0,40}(?:同比|实现|达到|完成)")
_THIS_YEAR = quick(r"今年|明年")
_THIS_YEAR_PLANS = quick(r"今年(?!以来|上半年|前)[^。\n]{0,30}(?:目标|将|计划|力争|确保|安排)")
# 2027年一季度,签约项目30个,同比增长: the text is of that year or later.
_COMPARED = quick(r"(20\d{2})年(?:[一二三]季度|上半年|1?[-—~至]?\d{1,2}月份?)[，,][^。\n]{0,40}同比")
_OF_THE_YEAR = quick(r"年内(?:计划|力争|完成)|全年(?:计划|目标|力争|完成)|年度计划|今年(?:将|计划|力争)")
_DATED = quick(r"(?<![\d-])(20\d{2})(?:年|[-./])(1[0-2]|0?[1-9])(?:月|[-./])(?:3[01]|[12]\d|0?[1-9])(?!\d)")
# (2027年4月): when a paper was written, below its title.
_WRITTEN = quick(r"[(（](20\d{2})年(?:1[0-2]|[1-9])月(?:\d{1,2}日)?[)）]")
_LEFT = quick(r"(?<=[\d一二三四五六七八九十])月(?:份|底|末|中旬|\d{1,2}[日号])?之?前|年底前|[二三四]季度")
# A plan of several years is for none of them; what is written in the last quarter speaks of the year to come.
_SPAN = quick(r"[(（]20\d\d年?[-—–~～至到]{1,2}20\d\d年?[)）]")
_LAST_QUARTER = quick(
    r"(?:奋战|冲刺|决战|大干|再战)(?:第?四季度|年终岁尾|最后|年末)|四季度(?:工作|重点|再|打算|安排|计划)|前三季度"
)
_ANY_YEAR = quick(r"(20\d\d)年")
_TOLD = lazy(r"(?:前三季度|第?四季度|[1一]月?[-—~～至到]|以来|[1一]?[\d十二]月(?!底?前)|年?底|末)")
_TOP = 200
_LATE = 11
#: Where a page says when it was written: so many characters from its beginning and its end.
_HEAD = 600


def plan_year(text: str) -> int | None:
    """The last of the years most spoken of as the one to come; else what 今年 is by the text's date or its results."""
    if _SPAN.search(text, 0, _TOP):
        return None
    planned = _planned(text)
    if planned and _LAST_QUARTER.search(text, 0, _TOP) and not _DATED.search(text, 0, _HEAD):
        named = [one.end() for one in _ANY_YEAR.finditer(text) if int(one[1]) == planned]
        return planned if any(_TOLD.match(text, place) for place in named) else planned - 1
    return planned


def _planned(text: str) -> int | None:
    years: list[re.Match[str]] = []
    months: list[re.Match[str]] = []
    for named in _YEAR.finditer(text):
        (months if text[named.end() : named.end() + 1].isdecimal() else years).append(named)
    planned = _often(_followed(years, _AHEAD))
    if planned and (compared := _COMPARED.findall(text)):
        planned = max(planned, *map(int, compared))
    return (
        planned
        or _dated(text)
        or _often(_followed(months, _AHEAD))
        or _after_the_last_told(text, years)
        or _only(text, [*years, *months])
        or _last_aimed(years)
    )


def of_issue(text: str, issued_on: str | None) -> int | None:
    """The year of ``issued_on`` (yyyy-mm-dd), where a text that names no year speaks of it or, before November, of what is left of it."""
    if issued_on is None:
        return None
    left = int(issued_on[5:7]) < _LATE and _LEFT.search(text)
    return int(issued_on[:4]) if left or "今年" in text else None


def _followed(years: Sequence[re.Match[str]], by: re.Pattern[str]) -> list[str]:
    """The years right behind which the pattern matches."""
    return [one[1] for one in years if by.match(one.string, one.end())]


def _often(years: Sequence[str]) -> int | None:
    counted = Counter(years)
    often = max(counted.values(), default=0)
    return max((int(said) for said, times in counted.items() if 2 * times >= often), default=None)


def _dated(text: str) -> int | None:
    dated = _DATED.search(text, 0, _HEAD) or _DATED.search(text, max(0, len(text) - _HEAD))
    if not dated:
        written = _WRITTEN.search(text, 0, _TOP) if "今年" in text else None
        return int(written[1]) if written else None
    if not (_THIS_YEAR.search(text) or int(dated[2]) < _LATE and _LEFT.search(text)):
        return None
    return int(dated[1])


def _only(text: str, years: Sequence[re.Match[str]]) -> int | None:
    """The one year that a text names which speaks of a year's plans."""
    said = {one[1] for one in years}
    return int(said.pop()) if len(said) == 1 and _OF_THE_YEAR.search(text) else None


def _last_aimed(years: Sequence[re.Match[str]]) -> int | None:
    """The one year with a figure to reach, none later named."""
    aimed = {int(one) for one in _followed(years, _AIMED)}
    return aimed.pop() if len(aimed) == 1 and aimed == {max(int(one[1]) for one in years)} else None


def _after_the_last_told(text: str, years: Sequence[re.Match[str]]) -> int | None:
    """Where 今年 is planned and a year is told of, this year is the one behind it."""
    told = _followed(years, _REACHED)
    if not told or not _THIS_YEAR_PLANS.search(text):
        return None
    return max(map(int, told)) + 1

"""How a plan names the time a promise is for: one rule a way of saying it."""

from __future__ import annotations

import re
from typing import NamedTuple

from luoshi.reading.engine import Rule

MONTHS = {
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
}


class Named(NamedTuple):
    """A time as named: ``form`` is year, past, next, month, quarter, per, end or absolute."""

    form: str
    year: int | None = None
    month: int | None = None
    quarter: int | None = None
    per: str = ""


def _number(text: str) -> int:
    return int(text) if text.isdigit() else MONTHS[text]


def _day_of_year(match: re.Match[str]) -> Named:
    return Named("month", year=int(match["ym_year"]), month=_number(match["ym_month"]))


def _month(match: re.Match[str]) -> Named:
    return Named("month", month=_number(match["m_month"]))


def _months(match: re.Match[str]) -> Named:
    return Named("month", month=_number(match["ms_month"]))


def _quarter(match: re.Match[str]) -> Named:
    said = match["q_number"] or "一"
    year = int(match["q_year"]) if match["q_year"] else None
    return Named("quarter", year=year, quarter=_number(said))


def _year_end(match: re.Match[str]) -> Named:
    return Named("end", year=int(match["e_year"]) if match["e_year"] else None)


def _year(match: re.Match[str]) -> Named:
    return Named("year", year=int(match["y_year"]))


def _plan_end(match: re.Match[str]) -> Named:
    return Named("year", year=2005 + 5 * MONTHS[match["p_plan"]])


MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
BY = r"(?:份|底|末|初|中旬|上旬|下旬|\d{1,2}[日号]|[一二三]?十?[一二三四五六七八九十]日)?(?:之?前|以前|为止)?"

RULES: tuple[Rule[Named], ...] = (
    Rule("year_month", rf"(?P<ym_year>20\d{{2}})年(?P<ym_month>{MONTH})月{BY}", _day_of_year),
    Rule("year_end", r"(?:(?P<e_year>20\d{2})年|今年|年)(?:年?底|末)(?:之?前|以前)?", _year_end),
    Rule(
        "quarter",
        r"(?:(?P<q_year>20\d{2})年)?(?<!每)(?<!每个)(?:前|第|今年)?(?:(?P<q_number>[一二三四1-4])季度|首季度?)(?:[末底])?(?:之?前|以前)?",
        _quarter,
    ),
    Rule(
        "year",
        r"(?<![比较与同从由自])(?P<y_year>20\d{2})年(?![^，,。]{1,8}的[^，,。]{0,12}(?:项目|企业))(?!以来|基础|基数|为基|水平|以前|版|工作|度工作|政府工作|重点工作)(?:度|全年)?",
        _year,
    ),
    Rule("months", rf"(?<!\d)(?:1|一)月?[-—~～至到](?P<ms_month>{MONTH})月(?:份)?", _months),
    Rule(
        "month", rf"(?<![\d个每零一二三四五六七八九十]){'(?P<m_month>' + MONTH + ')'}月(?!亮|季){BY}", _month
    ),
    Rule("half", r"上半年", lambda match: Named("month", month=6)),
    Rule("second_half", r"下半年", lambda match: Named("end")),
    Rule(
        "per_quarter",
        r"每个?季度?|按季度?(?![^，。]{0,4}考核)|季均",
        lambda match: Named("per", per="per-quarter"),
    ),
    Rule("per_month", r"每个?月(?!季)|按月|月均|逐月", lambda match: Named("per", per="per-month")),
    Rule(
        "whole_year",
        r"全年|今年|当年|本年度?|(?<![0-9一二三四五六七八九十两多])年内|每年|(?<![0-9一二三四五六七八九十多百])年度",
        lambda match: Named("this"),
    ),
    Rule(
        "past_year",
        r"(?<![比较同与])(?<!对比)(?:去年|上年|上一年度?|过去的?一年)(?!同期|基数|水平|基础|底)(?![^，,。]{1,8}的[^，,。]{0,12}(?:项目|企业))",
        lambda match: Named("past"),
    ),
    Rule("next_year", r"明年", lambda match: Named("next")),
    Rule("plan_end", r"“?十(?P<p_plan>[二三四五六])五”?(?:时期)?末", _plan_end),
)

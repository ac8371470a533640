"""How a plan names the time a promise is for: one rule a way of saying it."""

from __future__ import annotations

import re
from typing import NamedTuple

from luoshi.reading.engine import Rule
from luoshi.reading.periods.planning import BESIDE

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
    """A time as named: ``form`` is year, this, past, next, before, within, month, month after, quarter, per or end."""

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


def _next_month(match: re.Match[str]) -> Named:
    return Named("month after", month=_number(match["nm_month"]))


def _half(match: re.Match[str]) -> Named:
    first, said = match["h_half"] == "上", match["h_year"] or ""
    if said == "明年":
        return Named("month after", month=6) if first else Named("next")
    year = int(said[:4]) if said[:1] == "2" else None
    return Named("month", year=year, month=6) if first else Named("end", year=year)


def _quarter(match: re.Match[str]) -> Named:
    said = match["q_number"] or "一"
    year = int(match["q_year"]) if match["q_year"] else None
    return Named("quarter", year=year, quarter=_number(said))


def _year_end(match: re.Match[str]) -> Named:
    return Named("end", year=int(match["e_year"]) if match["e_year"] else None)


def _year(match: re.Match[str]) -> Named:
    return Named("year", year=int(match["y_year"]))


def _before_year(match: re.Match[str]) -> Named:
    return Named("before", year=int(match["b_year"]))


def _within(match: re.Match[str]) -> Named:
    return Named("within", month=_number({"两": "二"}.get(match["w_years"], match["w_years"])))


def _festival(match: re.Match[str]) -> Named:
    month = FESTIVALS.get(match["f_day"])
    return Named("month", month=month) if month else Named("end")


def _this(match: re.Match[str]) -> Named:
    return Named("this")


def _short_year(match: re.Match[str]) -> Named:
    return Named("year", year=2000 + int(match["sy_year"]))


def _plan_end(match: re.Match[str]) -> Named:
    return Named("year", year=2005 + 5 * MONTHS[match["p_plan"]])


MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
BY = r"(?:份|底|末|初|中旬|上旬|下旬|\d{1,2}[日号]|[一二三]?十?[一二三四五六七八九十]日)?(?:之?前|以前|为止)?"
# 7月14日讯, 3月2日下午召开: the day of which a report tells.
NEWS = r"\d{1,2}日[,，]?(?:记者|从|讯|电|消息|上午|下午|晚|获悉|召开|举行|来自|[^，,。\n]{1,16}(?:会议|大会)上|[^，,。\n]{2,16}召开)"
#: The month that is over when the day comes.
FESTIVALS = {
    "国庆": 9, "国庆节": 9, "“十一”": 9, "“五一”": 4, "“七一”": 6, "“八一”": 7, "五一": 4, "七一": 6, "八一": 7, "春节": 1,
    "清明": 3, "端午": 5, "中秋": 9, "冬至": 12,
}  # fmt: skip

# 去年的350亿元提高到, 2022年的基础上: a year that only says from where.
BASE = (
    r"(?!的?(?:基础|\d[\d.]{0,9}[^，,；;。、\d]{1,6}?(?:的?基础|(?:提[高升]|增[加长]|扩大|上升|下降|降低?"
    r"|减少|压[减缩]|缩[短小])[到至为])))"
)

RULES: tuple[Rule[Named], ...] = (
    Rule(
        "year_month",
        rf"(?P<ym_year>20\d{{2}}) ?年 ?(?:{MONTH}月?[-—~～至到])?(?P<ym_month>{MONTH}) ?月{BY}",
        _day_of_year,
    ),
    Rule("next_month", rf"[明次翌]年(?P<nm_month>{MONTH})月{BY}", _next_month),
    Rule("half", r"(?P<h_year>20\d{2}年|今年|明年)?(?P<h_half>[上下])半年(?:之?前|以前)?", _half),
    Rule("next_end", r"[明次翌]年年?[底末](?:之?前|以前)?", lambda match: Named("month after", month=12)),
    Rule("next_year", r"明年(?:年?[初中]|年内)?(?:之?前|以前)?", lambda match: Named("next")),
    Rule(
        "year_end",
        rf"(?:(?<![由从])(?P<e_year>20\d{{2}})年|今年|(?<![由从]20\d\d)年)(?:年?底|末)(?:之?前|以前)?{BASE}",
        _year_end,
    ),
    Rule(
        "before_year",
        r"(?=20\d\d年[之以前])(?<![比较从由自])(?P<b_year>20\d{2})年(?:之前|以前|前)(?![期后])(?!完成的|建成的|的)",
        _before_year,
    ),
    Rule(
        "quarter",
        r"(?:(?P<q_year>20\d{2})年|今年)?(?<!每)(?<!每个)(?:前|第|今年)?(?:(?P<q_number>[一二三四1-4])季度"
        r"|首季度?)(?:[末底])?(?:之?前|以前)?",
        _quarter,
    ),
    Rule(
        "year",
        rf"(?<![比较与同从由自])(?P<y_year>20\d{{2}}){BESIDE} ?年(?![^，,。]{{1,8}}的[^，,。]{{0,12}}(?:项目"
        rf"|企业))(?!以来|基础|基数|为基|水平|以前|版|(?:度|政府"
        rf"|重点)?工作(?![^，,。：:]{{0,8}}目标(?:任务)?(?:[：:]|[是为][^，,。]))){BASE}(?:度|全年)?",
        _year,
    ),
    # 年的发展目标是: a sample that leaves its year out.
    Rule(
        "left_out",
        r"(?<![^\n。])年(?=的?(?:发展|工作|主要|总体|奋斗|预期){0,2}目标(?:任务)?[是为:：])",
        _this,
    ),
    Rule("months", rf"(?<!\d)(?:1[0-2]?|[2-9]|一)月?[-—~～至到](?P<ms_month>{MONTH})月(?:份)?", _months),
    Rule(
        "month",
        rf"(?<![\d个每零一二三四五六七八九十])(?<!记者)(?:今年)?(?P<m_month>{MONTH}) ?月(?!亮|季|{NEWS}){BY}",
        _month,
    ),
    Rule(
        "festival",
        r"(?P<f_day>国庆节?|“(?:十一|五一|七一|八一)”|(?<![一二三四五六七八九十])[五七八]一|春节|清明|端午|中秋|冬至"
        r"|元旦|(?<![\d一二三四五六七八九十百千两几多半数当每去今明上同近])年)(?:节|之)?前(?!夕|后|[十\d])(?!(?<=年前)[,，])",
        _festival,
    ),
    Rule(
        "within",
        r"(?=.年内)(?<![\d一二三四五六七八九十续近每过第])(?P<w_years>[两二三四五2-5])年内(?!部|外)",
        _within,
    ),
    Rule(
        "per_quarter",
        r"每个?季度?|按季度?(?![^，。]{0,4}考核)|季均",
        lambda match: Named("per", per="per-quarter"),
    ),
    Rule(
        "per_month",
        r"(?<!每人)(?<!每户)每个?月(?!季)|按月|月均|逐月",
        lambda match: Named("per", per="per-month"),
    ),
    Rule(
        "whole_year",
        r"全年(?!(?:目标)?任务的)|今年|新的一年(?=[，,]?[^，,。；;]{0,14}目标(?:任务)?[是为:：]|[，,][^，,。；;]{0,12}(?:计划|预计|安排|力争))|当年|本年度?"
        r"|(?<![0-9一二三四五六七八九十两多])年内(?![^，,；;。]{1,14}的\d)|(?<!每人)(?<!每户)每年"
        r"|(?<![0-9一二三四五六七八九十多百])年度",
        lambda match: Named("this"),
    ),
    Rule(
        "past_year",
        rf"(?<![比较同与])(?<![高低好快优多少]于)(?<!对比)(?!(?<=完成|实施|推进|抓好)(?:去|上一?)年度?(?:结转|跨转|续建|遗留|未完))(?:去年|上年|上一年度?|过去的?一年)(?!同期|基数|水平|基础|底"
        rf"|的?\d[\d.]{{0,5}}倍)(?![^，,。]{{1,8}}的[^，,。]{{0,12}}(?:项目|企业)){BASE}",
        lambda match: Named("past"),
    ),
    Rule(
        "masked",
        r"(?:20(?:[xX×*]{2}|_{1,2})|(?<![A-Za-z])[xX×]{2,4}|\*{1,4})年度?(?!来|以来|工作总结|级|代)",
        _this,
    ),
    Rule("short_year", r"(?<![\d第])0(?P<sy_year>[0-9])年(?!级|代|后|来)", _short_year),
    Rule(
        "plan_end",
        r"“?十(?P<p_plan>[二三四五六])五”?(?:规划)?(?:(?:时期|期间|期)?末(?:期)?|期间(?=[，,]))",
        _plan_end,
    ),
)

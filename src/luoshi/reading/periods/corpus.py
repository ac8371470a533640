"""What the periods promise: each way of naming a time, with the plan's year known and not."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import periods
from luoshi.reading.engine import Corpus, Example, Fact, example


def _read(item: Example) -> Sequence[Fact]:
    return [{"value": period.value, "past": period.past} for period in periods.find(item.text, item.year)]


def _p(value: str, past: bool = False) -> Fact:
    return {"value": value, "past": past}


EXAMPLES: tuple[Example, ...] = (
    example("全年引进项目", _p("year")),
    example("今年新增", _p("year")),
    example("年内开工", _p("year")),
    example("新的一年，经济发展目标是", _p("year")),
    example("新的一年，园区将锚定目标"),
    example("年度投资", _p("year")),
    example("2026年，全区", _p("year")),
    example("2026年度", _p("year")),
    example("一季度开工", _p("Q1")),
    example("第三季度末前", _p("Q3")),
    example("前三季度", _p("Q3")),
    example("首季开门红", _p("Q1")),
    example("2026年二季度", _p("Q2")),
    example("每季度召开", _p("per-quarter")),
    example("每个季度", _p("per-quarter")),
    example("每月调度", _p("per-month")),
    example("6月底前", _p("2026-06")),
    example("6月底前", _p("MM=06"), year=None),
    example("9月份", _p("2026-09")),
    example("十二月底前", _p("2026-12")),
    example("2026年10月20日前", _p("2026-10")),
    example("2027年3月底前", _p("2027-03")),
    example("1-9月", _p("2026-09")),
    example("上半年", _p("2026-06")),
    example("年底前竣工", _p("year-end")),
    example("年末", _p("year-end")),
    example("2026年底前", _p("year-end")),
    example("2028年底前", _p("2028-12")),
    example("到2027年底", _p("2027-12")),
    example("到2027年底", _p("2027-12"), year=None),
    example("到2028年", _p("2028")),
    example("2025年实现", _p("2025", past=True)),
    example("去年新增", _p("2025", past=True)),
    example("由去年的350亿元提高到420亿元"),
    example("在2025年的基础上"),
    example("2025年120家的基础上"),
    example("2025年12个项目扩建", _p("2025", past=True)),
    example("过去一年", _p("2025", past=True)),
    example("明年开工", _p("2027")),
    example("“十五五”末", _p("2030")),
    example("“十三五”末", _p("2020", past=True)),
    example("十六五时期末", _p("2035")),
    example("今年9月底前", _p("2026-09")),
    example("今年上半年", _p("2026-06")),
    example("今年三季度", _p("Q3")),
    example("2026年上半年", _p("2026-06")),
    example("2027年上半年", _p("2027-06")),
    example("2026年下半年", _p("year-end")),
    example("明年6月", _p("2027-06")),
    example("明年3月底前", _p("2027-03")),
    example("明年上半年", _p("2027-06")),
    example("明年年底前", _p("2027-12")),
    example("明年初", _p("2027")),
    example("明年6月", year=None),
    example("到“十五五”期末", _p("2030")),
    example("“十五五”规划期末", _p("2030")),
    example("“十五五”末期", _p("2030")),
    example("三年内", _p("2028")),
    example("力争两年内建成", _p("2027")),
    example("3年内", _p("2028")),
    example("三年内", year=None),
    example("国庆节前", _p("2026-09")),
    example("“七一”前", _p("2026-06")),
    example("五一前开园", _p("2026-04")),
    example("春节前通水", _p("2026-01")),
    example("春节前后"),
    example("确保 3 月底前动工", _p("2026-03")),
    example("2026 年 6 月底前", _p("2026-06")),
    example("2026年3-5月", _p("2026-05")),
    example("2026年之前", _p("2026")),
    example("每人每月", year=2026),
    example("20xx年，我们将", _p("year")),
    example("XX年下半年", _p("year"), _p("year-end")),
    example("09年全市", _p("2009", past=True)),
    example("5月4日，云溪区委（扩大）会议上"),
    example("年内投资9亿元的32个项目"),
    # no time of a promise
    example("比上年增长"),
    example("较去年提高"),
    example("比2025年翻一番"),
    example("三年行动计划"),
    example("每2个月赴外"),
    example("3月2日下午召开"),
    example("记者5月8日从区里获悉"),
    example("十五年内"),
    example("连续三年内部"),
    example("国庆前夕"),
    example("十个月"),
    example("2026年工作要点"),
)

CORPUS = Corpus("periods", _read, EXAMPLES)

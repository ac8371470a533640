"""What the quantities promise: results of last year and of the months so far beside what is planned; every sentence invented."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.facts import target
from luoshi.reading.quantities import reader


def _read(item: Example) -> Sequence[Fact]:
    found, _ = reader.read(facts.as_body(item))
    return [facts.of_quantity(one) for one in found]


def done(value: str, unit: str) -> Fact:
    """A result, whatever it is called."""
    return {"kind": "actual", "value": value, "unit": unit}


EXAMPLES: tuple[Example, ...] = (
    # the months so far, over broken lines and in the middle of a sentence
    example(
        "1~8月,云溪区新增外贸主体45家,\n完成到账外资2.6亿美元,增长18%;\n新签约项目33个。\n接下来,力争新增外贸主体20家。",
        done("45", "家"),
        done("2.6", "亿美元"),
        done("18", "%"),
        done("33", "个"),
        target("新增外贸主体", "20", "家", basis="increment", modality="strive"),
    ),
    example(
        "1-9月,溪口镇预计完成税收6.2亿元,增长4%;工业投资18亿元,同比增长12%。",
        done("6.2", "亿元"),
        done("4", "%"),
        done("18", "亿元"),
        done("12", "%"),
    ),
    example(
        "2026年计划完成投资8亿元,已到位资金2亿元,1-6月完成投资3.1亿元,占年度目标的38.8%。",
        target("完成投资", "8", "亿元", period="year"),
        done("2", "亿元"),
        done("3.1", "亿元"),
        done("38.8", "%"),
    ),
    example(
        "今年上半年,全区重点项目建设顺利推进,共完成投资86亿元,较去年同期增长19%,其中续建项目完成投资50亿元,计划新开工项目完成投资12亿元。",
        done("86", "亿元"),
        done("19", "%"),
        done("50", "亿元"),
        done("12", "亿元"),
    ),
    example(
        "截至10月底,渠道整治进度已过七成,累计完成投资21亿元,占计划30亿元的70%;完成渠道防渗180公里;除险加固水库12座。",
        done("7", "成"),
        done("21", "亿元"),
        done("70", "%"),
        done("180", "公里"),
        done("12", "座"),
    ),
    # statistics, and what one has come to in the last years
    example(
        "数据显示,预计2025年云溪县生产总值260亿元,增长5.8%;工业增加值增长6%。",
        done("260", "亿元"),
        done("5.8", "%"),
        done("6", "%"),
        year=None,
    ),
    example(
        "近年来,我县不断增加教育投入,今年幼儿园毛入园率达到93%,普惠率达到96%。下一步,将新建幼儿园4所。",
        done("93", "%"),
        done("96", "%"),
        target("新建幼儿园", "4", "所"),
    ),
    example(
        "与此相应的是,2025年柳塘开发区财政收入同比增长31%,利税同比增长22%,主要指标增幅均高于全市平均水平。今年,开发区将实现财政收入增长20%。",
        done("31", "%"),
        done("22", "%"),
        target("财政收入", "20", "%", basis="growth", period="year"),
        year=None,
    ),
    example(
        "厂房主体施工完成90%,计划年底前投产。",
        done("90", "%"),
    ),
    # the title tells again what the text tells
    example(
        "云溪区一季度新签约项目58个\n今年一季度,云溪区新签约项目58个,同比增长9%。今年,将新签约项目200个。",
        done("58", "个"),
        done("58", "个"),
        done("9", "%"),
        target("新签约项目", "200", "个", period="year"),
    ),
    example(
        "一季度,全区开复工重点项目34个,完成投资61亿元,分别为年初确定目标的113%和128%。",
        done("34", "个"),
        done("61", "亿元"),
        done("113", "%"),
        done("128", "%"),
    ),
    example(
        "一季度,道路续建项目均已复工,完成投资9亿元,较目标超额完成3亿元。受天气影响,建筑业产值下降6%。",
        done("9", "亿元"),
        done("3", "亿元"),
        done("6", "%"),
    ),
    example(
        "本年度计划开工项目80项,目前实际已开工66项,完成年度计划开工的82%。",
        target("开工项目", "80", "项", period="year"),
        done("66", "项"),
        done("82", "%"),
    ),
    example(
        "截至目前,已洽谈企业20家,预计年内近10家企业入驻。",
        done("20", "家"),
        target("企业入驻", "10", "家", comparator="approx", period="year"),
    ),
    example(
        "工业项目35个,年度计划投资44亿元,累计完成投资19亿元。",
        done("35", "个"),
        target("工业项目投资", "44", "亿元", period="year"),
        done("19", "亿元"),
    ),
    example(
        "20xx年,全区开工项目60个,投资增长了12%。",
        done("60", "个"),
        done("12", "%"),
    ),
    example(
        "据了解,全区36所幼儿园列入民生工程,上半年已完成投资5100万元,完成计划的36%,其中基础施工6所。",
        done("36", "所"),
        done("5100", "万元"),
        done("36", "%"),
        done("6", "所"),
    ),
    example(
        "已完成征地200亩,6月底前新建厂房3万平方米。",
        done("200", "亩"),
        target("新建厂房", "3", "万平方米", period="2026-06"),
    ),
    # promised all the same
    example(
        "上半年完成全年任务的50%以上。",
        target("完成", "50", "%", comparator="ge", modality="ensure", period="2026-06"),
    ),
    example(
        "1-6月,力争完成投资30亿元。",
        target("完成投资", "30", "亿元", modality="strive", period="2026-06"),
    ),
    example(
        "今年上半年,新开工项目20个,完成投资15亿元。",
        target("新开工项目", "20", "个", period="2026-06"),
        target("项目完成投资", "15", "亿元", modality="ensure", period="2026-06"),
    ),
    example(
        "占计划总投资60%以上的项目年内开工。",
    ),
    example(
        "6月底前主体工程量完成60%。",
        target("主体工程量", "60", "%", modality="ensure", period="2026-06"),
    ),
    example(
        "近年来,云溪镇大力发展茶产业。今年,全镇将新建茶园3000亩。",
        target("新建茶园", "3000", "亩", period="year"),
    ),
    # the years of a plan one after the other
    example(
        "到2028年,我县将新建公园6个。其中2026年,投入资金300万元,新建公园2个。2027年,投入资金400万元,新建公园2个。2028年,投入资金500万元,新建公园2个。",
        target("新建公园", "6", "个", period="2028"),
        target("投入资金", "300", "万元", period="year"),
        target("新建公园", "2", "个", period="year"),
        target("投入资金", "400", "万元", period="2027"),
        target("新建公园", "2", "个", period="2027"),
        target("投入资金", "500", "万元", period="2028"),
        target("新建公园", "2", "个", period="2028"),
    ),
)  # fmt: skip

CORPUS = Corpus("quantities, results", _read, EXAMPLES)

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
        "今年上半年,全区水利工程进展顺利,共完成投资86亿元,较去年同期增长19%,其中在建工程完成投资50亿元,计划新开工项目完成投资12亿元。",
        done("86", "亿元"),
        done("19", "%"),
        done("50", "亿元"),
        done("12", "亿元"),
    ),
    example(
        "截至10月底,管网改造进度已过七成,累计完成投资21亿元,占计划30亿元的70%;完成雨污分流180公里;改造泵站12座。",
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
        "近年来,我镇持续完善医疗设施,今年家庭医生签约率达到93%,健康建档率达到96%。下一步,将新建卫生室4所。",
        done("93", "%"),
        done("96", "%"),
        target("新建卫生室", "4", "所"),
    ),
    example(
        "成绩单上,2025年柳塘开发区税收同比增长31%,用电量同比增长22%,多项指标领先全市。今年,开发区将实现税收增长20%。",
        done("31", "%"),
        done("22", "%"),
        target("税收", "20", "%", basis="growth", period="year"),
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
        "一季度,全区开工民生项目26个,完成投资41亿元,分别为年初下达目标的104%和118%。",
        done("26", "个"),
        done("41", "亿元"),
        done("104", "%"),
        done("118", "%"),
    ),
    example(
        "一季度,厂房在建工程均已开工,完成投资9亿元,较目标超额完成3亿元。受天气影响,建筑业产值下降6%。",
        done("9", "亿元"),
        done("3", "亿元"),
        done("6", "%"),
    ),
    example(
        "本年度计划竣工泵站80座,目前实际已竣工66座,完成年度计划竣工的82%。",
        target("竣工泵站", "80", "座", period="year"),
        done("66", "座"),
        done("82", "%"),
    ),
    example(
        "截至目前,已对接商会20家,预计年内近10家企业落户。",
        done("20", "家"),
        target("企业落户", "10", "家", comparator="approx", period="year"),
    ),
    example(
        "商贸项目28个,年度计划投资44亿元,累计完成投资19亿元。",
        done("28", "个"),
        target("商贸项目投资", "44", "亿元", period="year"),
        done("19", "亿元"),
    ),
    example(
        "20xx年,全区开工项目60个,投资增长了12%。",
        done("60", "个"),
        done("12", "%"),
    ),
    example(
        "据了解,全区36座公厕列入实事项目,上半年已完成投资5100万元,完成计划的34%,其中基础施工6座。",
        done("36", "座"),
        done("5100", "万元"),
        done("34", "%"),
        done("6", "座"),
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

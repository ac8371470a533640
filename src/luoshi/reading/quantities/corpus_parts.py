"""Parts of what is counted, times and bounds that look like ranks, events in digits, lost lines; every sentence invented."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.facts import target
from luoshi.reading.quantities import reader


def _read(item: Example) -> Sequence[Fact]:
    found, _ = reader.read(facts.as_repaired_body(item))
    return [facts.of_quantity(one) for one in found if one.kind == "target"]


EXAMPLES: tuple[Example, ...] = (
    # a part of a measure, of places, of things that no head ends
    example(
        "智能家电产业产值突破200亿元,其中整机110亿元、配件60亿元。",
        target("智能家电产业产值", "200", "亿元", comparator="gt"),
        target("整机产值", "110", "亿元"),
        target("配件产值", "60", "亿元"),
    ),
    example(
        "新增学位1800个,其中幼儿园500个、小学1300个。",
        target("新增学位", "1800", "个", basis="increment"),
        target("新增幼儿园学位", "500", "个", basis="increment"),
        target("新增小学学位", "1300", "个", basis="increment"),
    ),
    example(
        "前期工作方面,力争年底前完成环评批复8个,其中亿元以上3个。",
        target("环评批复", "8", "个", modality="strive", period="year-end"),
        target("亿元以上环评批复", "3", "个", modality="strive", period="year-end", conditions=("amount ge 100000000 元",)),
    ),
    # a part in brackets, a class that there is none of yet, a kind of firm that ends like a town
    example(
        "新签约亿元以上项目30个(其中10亿元以上3个),50亿元以上实现零的突破。",
        target("新签约亿元以上项目", "30", "个", conditions=("amount ge 100000000 元",)),
        target("新签约10亿元以上项目", "3", "个", conditions=("amount ge 1000000000 元",)),
    ),
    example("新增“股上市”企业2家。", target("新增“股上市”企业", "2", "家", basis="increment")),
    example("力争“规改股”10家、“股上市”1家。", target("规改股", "10", "家", modality="strive"), target("股上市", "1", "家", modality="strive")),
    # who does it, and how an aim is put
    example("全区上下要坚决完成固投120亿元的目标。", target("固投", "120", "亿元", modality="ensure")),
    example("外贸进出口额力争站上90亿元,利用外资均要有20%的增幅。",
        target("外贸进出口额", "90", "亿元", comparator="ge", modality="strive"),
        target("利用外资", "20", "%", basis="growth", modality="strive"),
    ),
    example(
        "固定资产投资增长9%,其中工业投资增长12%,税收完成3亿元。",
        target("固定资产投资", "9", "%", basis="growth"),
        target("工业投资", "12", "%", basis="growth"),
        target("税收", "3", "亿元", modality="ensure"),
    ),
    # the same once more
    example(
        "到2026年底,林下种植总产值12亿元;到2028年,总产值突破20亿元。",
        target("林下种植总产值", "12", "亿元", period="year-end"),
        target("林下种植总产值", "20", "亿元", comparator="gt", period="2028"),
    ),
    example(
        "镇财政每年安排专项资金300万元,三年累计不低于900万元。",
        target("镇财政专项资金", "300", "万元", period="year"),
        target("镇财政专项资金", "900", "万元", comparator="ge"),
    ),
    example(
        "本地采购比例力争提高8个百分点,达到40%。",
        target("本地采购比例", "8", "个百分点", basis="increment", modality="strive"),
        target("本地采购比例", "40", "%", comparator="ge", modality="strive"),
    ),
    example(
        "信访纠纷调处率达95%、化解率达90%以上。",
        target("信访纠纷调处率", "95", "%", comparator="ge"),
        target("信访纠纷化解率", "90", "%", comparator="ge"),
    ),
    example(
        "在现有6000亩油茶基础上新增1500亩。",
        target("新增油茶", "1500", "亩", basis="increment"),
    ),
    example(
        "现有1995年以前建成的旧厂房60栋,今年改造不少于20栋。",
        target("改造旧厂房", "20", "栋", comparator="ge", period="year"),
    ),
    example(
        "确保交通投资突破20亿元,完成市下达的18亿元目标任务。",
        target("交通投资", "20", "亿元", comparator="gt", modality="ensure"),
        target("市下达目标任务", "18", "亿元", modality="ensure"),
    ),
    # what money is for
    example(
        "投资3亿元实施甲路、乙路等6个道路项目。",
        target("实施甲路、乙路等道路项目投资", "3", "亿元"),
        target("实施道路项目", "6", "个"),
    ),
    example(
        "投资2亿元建设标准厂房7万平方米。",
        target("标准厂房投资", "2", "亿元"),
        target("建设标准厂房", "7", "万平方米"),
    ),
    # a time limit is no rank
    example("10月底前20个项目开工。", target("项目开工", "20", "个", period="2026-10")),
    example(
        "剩余9公里渠道8月底前全部完工。",
        target("剩余渠道全部完工", "9", "公里", modality="ensure", period="2026-08"),
    ),
    example("综合考核居全市前3名。"),
    # an event in digits, and a rhythm
    example("每季度召开安全例会1次。", target("召开安全例会", "1", "次", period="per-quarter")),
    example("指挥部每半月会办1次,每季度召开一次例会。"),
    # a group that is served, and what is done a second time
    example("对30家停产企业开展帮扶。"),
    example(
        "腾出土地500亩,二次招商率达70%。",
        target("腾出土地", "500", "亩"),
        target("二次招商率", "70", "%", comparator="ge"),
    ),
    # bounds, sizes and what is there
    example(
        "实现20户以上自然村通硬化路比例达到95%。",
        target("20户以上自然村通硬化路比例", "95", "%", comparator="ge", conditions=("size ge 20 户",)),
    ),
    example("中医院二期(200张床位)投入使用。"),
    example("各乡镇负责人等80余人参加会议。"),
    example(
        "截至目前,该局已向上争取资金4亿元。力争营业收入迈上50亿元台阶。",
        target("营业收入", "50", "亿元", comparator="ge", modality="strive"),
    ),
    example("综合融资成本再降20个BP。", target("综合融资成本", "20", "个BP", basis="reduction")),
    # points that are aimed at, and those of a rule; what is paid out, and what a rule pays
    example("群众满意度测评得分不低于90分。", target("群众满意度测评得分", "90", "分", comparator="ge")),
    example("每少完成1个项目扣2分,总分100分,得分90分以上为优秀。"),
    example("落实农机购置补贴2600万元。", target("落实农机购置补贴", "2600", "万元")),
    example("对新入规企业给予补贴20万元。"),
    # a page that has lost its lines
    example(
        "一、主要目标 1.工业投资增长9%.(牵头单位:经发局) 二、重点任务 (一)项目建设 2.实施重点项目30个,其中新建12个,续建18个.(牵头单位:项目中心 完成时限:11月底) 3.新修道路5公里.(责任单位:建设局)",
        target("工业投资", "9", "%", basis="growth", actors=("经发局",)),
        target("实施重点项目", "30", "个", period="2026-11", actors=("项目中心",)),
        target("新建重点项目", "12", "个", period="2026-11", actors=("项目中心",)),
        target("续建重点项目", "18", "个", period="2026-11", actors=("项目中心",)),
        target("新修道路", "5", "公里", actors=("建设局",)),
    ),
)  # fmt: skip

CORPUS = Corpus("quantities, parts", _read, EXAMPLES)

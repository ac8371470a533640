"""Whose a bare measure is; every sentence invented."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.facts import target
from luoshi.reading.quantities import reader


def _read(item: Example) -> Sequence[Fact]:
    found, _ = reader.read(facts.as_repaired_body(item))
    return [facts.of_quantity(one) for one in found]


EXAMPLES: tuple[Example, ...] = (
    # of what is counted beside it
    example(
        "建成安置房800套,分配率达到95%。",
        target("建成安置房", "800", "套"),
        target("安置房分配率", "95", "%", comparator="ge"),
    ),
    example(
        "新签约亿元以上项目30个、开工率65%以上。",
        target("新签约亿元以上项目", "30", "个", conditions=("amount ge 100000000 元",)),
        target("新签约亿元以上项目开工率", "65", "%", comparator="ge"),
    ),
    example(
        "申报专项债券40亿元、通过率不低于60%。",
        target("申报专项债券", "40", "亿元"),
        target("专项债券通过率", "60", "%", comparator="ge"),
    ),
    # a rate with an owner of its own is left alone
    example(
        "新增企业20家,登记失业率控制在4%以内。",
        target("新增企业", "20", "家", basis="increment"),
        target("登记失业率", "4", "%", comparator="le"),
    ),
    # of the work that the clause before names
    example(
        "甲工业园标准厂房二期主体完工,入驻率达到70%。",
        target("甲工业园标准厂房二期入驻率", "70", "%", comparator="ge"),
    ),
    example(
        "启动老码头片区更新,完成200户签约。", target("老码头片区更新签约", "200", "户", modality="ensure")
    ),
    example(
        "谋划占地200亩的冷链产业园,年内入驻企业不少于3户。",
        target("冷链产业园入驻企业", "3", "户", comparator="ge", period="year"),
    ),
    example("跟踪甲纸业、乙家居等在谈项目,签约2个。", target("在谈项目签约", "2", "个")),
    example(
        "加快推进甲商业综合体、乙交易中心建设,前者完成投资2亿元。",
        target("甲商业综合体完成投资", "2", "亿元", modality="ensure"),
    ),
    example(
        "加快推进甲商业综合体、乙交易中心建设,后者完成投资1亿元。",
        target("乙交易中心完成投资", "1", "亿元", modality="ensure"),
    ),
    example("实行清单管理,完成投资2亿元。", target("完成投资", "2", "亿元", modality="ensure")),
    # of the work before the colon, to the end of its part
    example(
        "市中医院迁建:完成门诊楼外墙60%;国道线甲至乙段:剩余3公里路面摊铺5月底前完成。",
        target("市中医院迁建门诊楼外墙", "60", "%", modality="ensure"),
        target("国道线甲至乙段剩余路面摊铺", "3", "公里", period="2026-05"),
    ),
    # of the heading's work
    example(
        "一、续建项目\n1.甲化工双氧水项目。\n年度计划投资2亿元,6月底前设备进场。\n2.乙港液体化工码头。\n完成投资1亿元以上。",
        target("甲化工双氧水项目年度计划投资", "2", "亿元", period="year"),
        target("乙港液体化工码头完成投资", "1", "亿元", comparator="ge", modality="ensure"),
    ),
    example("一、抓好项目建设\n完成投资60亿元。", target("完成投资", "60", "亿元", modality="ensure")),
    example("没有数字的句子。"),
)

CORPUS = Corpus("quantities, owners", _read, EXAMPLES)

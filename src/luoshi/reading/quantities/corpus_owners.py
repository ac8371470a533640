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
    # money for a work that stands alone before its comma
    example(
        "1.云溪水库除险工程,安排资金960万元,8月进场。",
        target("云溪水库除险工程资金", "960", "万元", period="2026-08"),
    ),
    example("优化服务,安排资金960万元。", target("资金", "960", "万元")),
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
    # a time that a sentence of its own names is none of the next sentences
    example(
        "一、发展目标\n到2028年,园区面貌焕然一新。\n新建厂房6万平方米。绿化率达到40%。\n二、主要任务\n新建道路6公里。",
        target("新建厂房", "6", "万平方米", period=None),
        target("绿化率", "40", "%", comparator="ge", period=None),
        target("新建道路", "6", "公里", period=None),
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
        target("国道线甲至乙段剩余路面摊铺", "3", "公里", modality="ensure", period="2026-05"),
    ),
    # of the heading's work
    example(
        "一、续建项目\n1.甲化工双氧水项目。\n年度计划投资2亿元,6月底前设备进场。\n2.乙港液体化工码头。\n完成投资1亿元以上。",
        target("甲化工双氧水项目年度计划投资", "2", "亿元", period="year"),
        target("乙港液体化工码头完成投资", "1", "亿元", comparator="ge", modality="ensure"),
    ),
    example("一、抓好项目建设\n完成投资60亿元。", target("完成投资", "60", "亿元", modality="ensure")),
    # the same things once more: in another state, so large, of a kind, how far they come
    example(
        "实施800万元以上项目60项,其中新建35项、续建25项。",
        target("实施800万元以上项目", "60", "项", conditions=("amount ge 8000000 元",)),
        target("新建800万元以上项目", "35", "项"),
        target("续建800万元以上项目", "25", "项"),
    ),
    example(
        "签约项目15个,其中工业项目9个,亿元以上的4个。",
        target("签约项目", "15", "个"),
        target("签约工业项目", "9", "个"),
        target("签约亿元以上工业项目", "4", "个", conditions=("amount ge 100000000 元",)),
    ),
    example(
        "签约项目16个、资金20亿元,其中8个以上须在年内动工。",
        target("签约项目", "16", "个"),
        target("项目资金", "20", "亿元"),
        target("签约项目动工", "8", "个", comparator="ge", modality="ensure", period="year"),
    ),
    example(
        "安置房二期3栋240套9月底前交房。",
        target("安置房二期", "3", "栋"),
        target("安置房二期交房", "240", "套", period="2026-09"),
    ),
    example(
        "实际到位内资30亿元、外资1500万美元。",
        target("实际到位内资", "30", "亿元"),
        target("实际到位外资", "1500", "万美元"),
    ),
    example(
        "剩余的50户、3万平方米拆迁任务,10月底前全部签约。",
        target("剩余拆迁任务", "50", "户", modality="ensure", period="2026-10"),
        target("剩余拆迁任务", "3", "万平方米", modality="ensure", period="2026-10"),
    ),
    example(
        "建成甲屯路等60条共90公里通屯道路。",
        target("建成通屯道路", "60", "条", names=("甲屯路",)),
        target("建成通屯道路", "90", "公里"),
    ),
    example(
        "新建项目12个,年度投资16亿元。",
        target("新建项目", "12", "个"),
        target("新建项目投资", "16", "亿元", period="year"),
    ),
    example("税收力争转正并完成20亿元。", target("税收", "20", "亿元", modality="strive")),
    example(
        "湿地公园二期完成总工程量的70%。", target("湿地公园二期完成总工程量", "70", "%", modality="ensure")
    ),
    example("投资3亿元完善“六通”,建厂房。", target("完善“六通”投资", "3", "亿元")),
    example(
        "城乡居民收入分别增长5%、6%,收入比缩小到1.7以内。",
        target("城镇居民收入", "5", "%", basis="growth"),
        target("农村居民收入", "6", "%", basis="growth"),
        target("城乡居民收入比", "1.7", "", comparator="le"),
    ),
    example(
        "新建驿站11个、公厕6座。6月底前建成5个。",
        target("新建驿站", "11", "个"),
        target("新建公厕", "6", "座"),
        target("建成驿站", "5", "个", period="2026-06"),
    ),
    example(
        "财政收入9亿元,增长6%,非税占比控制在30%以内。",
        target("财政收入", "9", "亿元"),
        target("财政收入", "6", "%", basis="growth"),
        target("财政收入非税占比", "30", "%", comparator="le"),
    ),
    example("没有数字的句子。"),
)

CORPUS = Corpus("quantities, owners", _read, EXAMPLES)

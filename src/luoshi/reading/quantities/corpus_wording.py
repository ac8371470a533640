"""What the quantities promise: which words are the indicator's, and how a number is compared; every sentence invented."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.facts import target
from luoshi.reading.quantities import reader


def _read(item: Example) -> Sequence[Fact]:
    found, _ = reader.read(facts.as_body(item))
    return [facts.of_quantity(one) for one in found if one.kind == "target"]


EXAMPLES: tuple[Example, ...] = (
    # the subject and its word of promise do not belong to the indicator
    example(
        "今年全区将确保完成投资120亿元。",
        target("完成投资", "120", "亿元", modality="ensure", period="year"),
    ),
    example(
        "今年,全镇将新建茶园3000亩,溪口镇要改造危房60户。",
        target("新建茶园", "3000", "亩", period="year"),
        target("改造危房", "60", "户", period="year"),
    ),
    example(
        "云溪将地区生产总值增长目标定为7%以上,把工业增加值增速目标确定在9%。",
        target("地区生产总值", "7", "%", basis="growth", comparator="ge"),
        target("工业增加值", "9", "%", basis="growth"),
    ),
    example(
        "全年税收收入预期目标为18亿元,增长目标设定为8%左右。",
        target("税收收入", "18", "亿元", period="year"),
        target("税收收入", "8", "%", basis="growth", comparator="approx", period="year"),
    ),
    # a head that the last of a list names for all, and 以上 that holds for all
    example(
        "确保智能装备、生物医药、数字经济等重点产业产值分别增长12%、10%、15%以上。",
        target("智能装备产业产值", "12", "%", basis="growth", comparator="ge", modality="ensure"),
        target("生物医药产业产值", "10", "%", basis="growth", comparator="ge", modality="ensure"),
        target("数字经济产业产值", "15", "%", basis="growth", comparator="ge", modality="ensure"),
    ),
    example(
        "城乡居民人均可支配收入分别增长7%、8%以上。",
        target("城镇居民人均可支配收入", "7", "%", basis="growth", comparator="ge"),
        target("农村居民人均可支配收入", "8", "%", basis="growth", comparator="ge"),
    ),
    example(
        "组织不少于300场健康讲座、500场义诊咨询。",
        target("健康讲座", "300", "场", comparator="ge"),
        target("义诊咨询", "500", "场", comparator="ge"),
    ),
    example(
        "新增养老床位不少于200张、托位100个。",
        target("新增养老床位", "200", "张", basis="increment", comparator="ge"),
        target("新增托位", "100", "个", basis="increment"),
    ),
    # the number stands before what it counts
    example(
        "实现各园区和80%以上的规上企业接入平台。",
        target("规上企业接入平台", "80", "%", comparator="ge"),
    ),
    example(
        "所有社区通燃气、60%的自然村通管道。",
        target("自然村通管道", "60", "%"),
    ),
    example(
        "全区12个、90%的乡镇实现污水集中处理。",
        target("乡镇实现污水集中处理", "90", "%"),
    ),
    example(
        "推进6条(段)背街小巷整治,创建3个(次)品牌。",
        target("背街小巷整治", "6", "条"),
        target("创建品牌", "3", "个"),
    ),
    example(
        "续建12个管线约160公里、新开工8个管线30公里。",
        target("续建管线", "12", "个"),
        target("续建管线", "160", "公里", comparator="approx"),
        target("新开工管线", "8", "个"),
        target("新开工管线", "30", "公里"),
    ),
    example(
        "投资26亿元实施项目31项,安排资金500万元开展农桥改造12座。",
        target("项目投资", "26", "亿元"),
        target("实施项目", "31", "项"),
        target("资金", "500", "万元"),
        target("开展农桥改造", "12", "座"),
    ),
    example(
        "解决3万人和2万头牲畜越冬用水困难。",
        target("解决牲畜越冬用水困难", "3", "万人"),
        target("解决牲畜越冬用水困难", "2", "万头"),
    ),
    example(
        "全县生产总值确保年均增长8%、力争年均增长10%。",
        target("全县生产总值", "8", "%", basis="growth", modality="ensure"),
        target("全县生产总值", "10", "%", basis="growth", modality="strive"),
    ),
    example(
        "云溪日报讯(记者林昭)新增工业产值110亿元。",
        target("新增工业产值", "110", "亿元", basis="increment"),
    ),
    example(
        "新开工溪口物流园、柳塘物流园、白鹭物流园、云溪物流园等重点项目10个。",
        target("新开工重点项目", "10", "个"),
    ),
    example(
        "新增环卫车辆16辆、转运站点9个、保洁线路25公里、管理用房2处。",
        target("新增环卫车辆", "16", "辆", basis="increment"),
        target("新增转运站点", "9", "个", basis="increment"),
        target("新增保洁线路", "25", "公里", basis="increment"),
        target("新增管理用房", "2", "处", basis="increment"),
    ),
    example(
        "全市新增智慧书房70个、流动图书站40个。",
        target("全市新增智慧书房", "70", "个", basis="increment"),
        target("新增流动图书站", "40", "个", basis="increment"),
    ),
    example(
        "新增设施大棚6万亩、达到15万亩,实施楼道照明节能提升3万盏。",
        target("新增设施大棚", "6", "万亩", basis="increment"),
        target("设施大棚", "15", "万亩", comparator="ge"),
        target("实施楼道照明节能提升", "3", "万盏"),
    ),
    example(
        "社会消费品零售额、进出口额分别增长9%和10%,达到300亿元和45亿元。",
        target("社会消费品零售额", "9", "%", basis="growth"),
        target("进出口额", "10", "%", basis="growth"),
        target("社会消费品零售额", "300", "亿元", comparator="ge"),
        target("进出口额", "45", "亿元", comparator="ge"),
    ),
    example(
        "8个项目力争6月底前开工,12个项目确保年底前竣工。",
        target("项目开工", "8", "个", modality="strive", period="2026-06"),
        target("项目竣工", "12", "个", modality="ensure", period="year-end"),
    ),
    example(
        "力争A级景区达到20家,其中4A级以上5家。每个镇街至少引进1个亿元以上项目。",
        target("A级景区", "20", "家", comparator="ge", modality="strive"),
        target("4A级以上景区", "5", "家", modality="strive"),
        target("引进亿元以上项目", "1", "个", comparator="ge", conditions=("amount ge 100000000 元",)),
    ),
    example(
        "骨干企业60%以上产线完成数控改造,规划年度计划投资1亿元。",
        target("骨干企业产线完成数控改造", "60", "%", comparator="ge"),
        target("规划年度计划投资", "1", "亿元", period="year"),
    ),
    # above an average, a rate that is no growth, a level under a limit
    example(
        "工业增加值增速高于全省平均增速1.5个百分点以上,技改投资增速快于全市平均水平2个百分点,确保财政收入增幅高于GDP增幅1个百分点。",
        target("工业增加值增速高于全省平均", "1.5", "个百分点", basis="growth", comparator="ge"),
        target("技改投资增速快于全市平均水平", "2", "个百分点", basis="growth"),
        target("财政收入增幅高于GDP", "1", "个百分点", basis="growth", modality="ensure"),
    ),
    example(
        "人口自然增长率控制在6.5‰以内,居民消费价格涨幅控制在3%左右,失业率控制在5%。",
        target("人口自然增长率", "6.5", "‰", comparator="le"),
        target("居民消费价格", "3", "%", basis="growth", comparator="approx"),
        target("失业率", "5", "%", comparator="le"),
    ),
    example(
        "新增及延长供热管网30公里以上,卫生院规范化改造提升9所。",
        target("新增及延长供热管网", "30", "公里", basis="increment", comparator="ge"),
        target("卫生院规范化改造提升", "9", "所"),
    ),
    # who answers for it
    example(
        "柳塘开发区确定今年目标:地区生产总值增长9%,固定资产投资增长15%;建设厂房8万平方米。",
        target("地区生产总值", "9", "%", basis="growth", period="year", scope="柳塘开发区"),
        target("固定资产投资", "15", "%", basis="growth", period="year", scope="柳塘开发区"),
        target("建设厂房", "8", "万平方米", period="year", scope="柳塘开发区"),
    ),
    example(
        "据介绍,2026年云溪区将统筹发展和安全,推动地区生产总值增长7%,税收增长6%。",
        target("地区生产总值", "7", "%", basis="growth", period="year", scope="云溪区"),
        target("税收", "6", "%", basis="growth", period="year", scope="云溪区"),
    ),
    example(
        "在溪口镇新建灌溉管道22公里、在柳塘镇新建灌溉管道18.5公里。",
        target("溪口镇新建灌溉管道", "22", "公里", scope="溪口镇"),
        target("柳塘镇新建灌溉管道", "18.5", "公里", scope="柳塘镇"),
    ),
    example(
        "新建社区食堂9个,其中:云溪区4个,溪口县3个,柳塘县2个。",
        target("新建社区食堂", "9", "个"),
        target("新建社区食堂", "4", "个", scope="云溪区"),
        target("新建社区食堂", "3", "个", scope="溪口县"),
        target("新建社区食堂", "2", "个", scope="柳塘县"),
    ),
    # nothing promised
    # an area with which a sentence begins, for the rest of its line too
    example(
        "柳塘镇按照县委的部署,力争工业产值增长9%。新增企业5家。\n新建公园2个。",
        target("工业产值", "9", "%", basis="growth", modality="strive", scope="柳塘镇"),
        target("新增企业", "5", "家", basis="increment", scope="柳塘镇"),
        target("新建公园", "2", "个", scope=None),
    ),
    example(
        "2026年,云溪省公路水路建设计划投资130亿元。",
        target("云溪省公路水路建设计划投资", "130", "亿元", period="year", scope="云溪省"),
        year=2026,
    ),
    example("城镇居民人均可支配收入增长8%。", target("城镇居民人均可支配收入", "8", "%", basis="growth", scope=None)),
    example("全市规上工业产值增长8%。", target("全市规上工业产值", "8", "%", basis="growth", scope="全市")),
    example(
        "今年全县经济社会发展预期目标是:生产总值增长7%,财政收入增长6%。",
        target("生产总值", "7", "%", basis="growth", period="year", scope="全县"),
        target("财政收入", "6", "%", basis="growth", period="year", scope="全县"),
    ),
    example(
        "结合街道发展实际,建议主要目标为:地区生产总值增长7%左右。",
        target("地区生产总值", "7", "%", basis="growth", comparator="approx", scope="街道"),
    ),
    example("实际使用外资保持全市前列,新引进外资项目5个。", target("新引进外资项目", "5", "个", scope=None)),
    example(
        "2026年,综保区工作的总体考虑是:进出口总值突破90亿元。",
        target("进出口总值", "90", "亿元", comparator="gt", period="year", scope="综保区"),
    ),
    example("全面推进产业数字化、高端化发展。"),
    # two aims for one indicator, named before a colon
    example(
        "外贸进出口总额:底线目标32亿美元,增长11%;奋斗目标36亿美元,增长20%。",
        target("外贸进出口总额", "32", "亿美元"),
        target("外贸进出口总额", "11", "%", basis="growth"),
        target("外贸进出口总额", "36", "亿美元"),
        target("外贸进出口总额", "20", "%", basis="growth"),
    ),
    example("新增城镇就业人数:年度目标9000人。", target("新增城镇就业人数", "9000", "人", basis="increment", period="year")),
    example("实施老旧厂区更新项目:数量为40个。", target("实施老旧厂区更新项目", "40", "个")),
    example("主要目标:规上工业总产值420亿元。", target("规上工业总产值", "420", "亿元")),
)  # fmt: skip

CORPUS = Corpus("quantities, wording", _read, EXAMPLES)

"""Numbers of works, meetings and years gone by that promise nothing, and promises beside them; every sentence invented."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.facts import actual, target
from luoshi.reading.quantities import reader


def _read(item: Example) -> Sequence[Fact]:
    found, _ = reader.read(facts.as_repaired_body(item))
    return [facts.of_quantity(one) for one in found]


EXAMPLES: tuple[Example, ...] = (
    # what a line makes is part of its name
    example("确保松原机电6万台水泵生产线年底前投产。"),
    example(
        "全年建成8万台电机生产线2条,新增产能8万台。",
        target("建成8万台电机生产线", "2", "条", period="year"),
        target("新增产能", "8", "万台", basis="increment", period="year"),
    ),
    # where a work lies, how large it is and what it holds
    example("科创园位于城东新区,占地90亩,新建厂房6座、宿舍2栋,配套管网3公里。"),
    example("冷链基地位于柳塘镇,总投资1.2亿元,2026年建成冷库3座。", target("建成冷库", "3", "座", period="year")),
    example("位于城东的科创园年内新建厂房6座。", target("位于城东的科创园新建厂房", "6", "座", period="year")),
    example("学校投入使用后,可新增学位1200个。"),
    example("年内新增学位1200个,全部投入使用。", target("新增学位", "1200", "个", basis="increment", period="year")),
    example("环湖路改造工程,投资概算4200万元,2026年6月开工。"),
    example("全年完成投资4200万元。", target("完成投资", "4200", "万元", modality="ensure", period="year")),
    example("山体裂缝长度在30米左右。"),
    example("桥宽控制在30米以内。", target("桥宽", "30", "米", comparator="le")),
    example(
        "新城拉开12平方公里骨架,新增绿地3平方公里。",
        target("新增绿地", "3", "平方公里", basis="increment"),
    ),
    # what a work costs, and who pays
    example("新建泵站2座,概算1750万元。", target("新建泵站", "2", "座")),
    example("这批供水点需花费1286万元,不足的386万元由乡镇自筹,年内建成供水点27处。", target("建成供水点", "27", "处", period="year")),
    example("建成冷链基地3个(库容约40万立方米)。", target("建成冷链基地", "3", "个")),
    example("全年自筹资金386万元。", target("自筹资金", "386", "万元", period="year")),
    # who is spoken with, what is held up, what a place is laid out for, what a work makes
    example("正与3家头部企业深度洽谈,年内落地项目2个。", target("落地项目", "2", "个", period="year")),
    example("步道二期剩余1.2公里因管线迁移受阻。"),
    example("剩余1.2公里6月底前完工。", target("剩余完工", "1.2", "公里", period="2026-06")),
    example("停车场结合绿地建设,设计泊位180个。该中心设床位150张。"),
    example("新增泊位180个。", target("新增泊位", "180", "个", basis="increment")),
    example("上级补助2180万元已到账,县级自筹4060万元。"),
    example("推动200万千瓦风光制氢一体化加快建设。"),
    example("新增风电装机20万千瓦。", target("新增风电装机", "20", "万千瓦", basis="increment")),
    example("实施东岗、西岗两个片区1.9万亩梯田项目。", target("实施梯田项目", "1.9", "万亩")),
    example("目前完成清表22万平方米、土方57万立方米。", actual("清表", "22", "万平方米"), actual("土方", "57", "万立方米")),
    # numbers left out, how things stand, how many live there
    example("完成产值x亿元,增长x%;税收*万元。新引进亿元以上项目3个。", target("新引进亿元以上项目", "3", "个", conditions=("amount ge 100000000 元",))),
    example("18家企业厂房主体均已封顶,5处停车点平整也已陆续进场。", actual("企业厂房主体均已封顶", "18", "家"), actual("停车点平整也已陆续进场", "5", "处")),
    example("推动16个已签约项目全面开工。", target("已签约项目全面开工", "16", "个")),
    example("云溪县有80多万人口。", actual("云溪县有", "80", "万人", comparator="approx")),
    example("此次新开工的东湖片区52亩标准厂房,年底前竣工。"),
    example("工业园区年度计划优选6篇"),
    example("全年发表理论文章共30篇。", target("发表理论文章", "30", "篇", period="year")),
    # who met, what was chosen from
    example("从申报的40个项目中票决出年度重点项目。"),
    example("出席大会的180名代表审议了报告。", actual("出席大会代表审议了报告", "180", "名")),
    example(
        "组织培训180名代表,从外地引进人才40名。",
        target("组织培训代表", "180", "名"),
        target("外地引进人才", "40", "名"),
    ),
    # what has come about since a beginning, or by those who were set to it
    example(
        "园区设立以来,落户企业达到60户,但规模不大。今年力争新引进企业20户。",
        actual("落户企业", "60", "户", comparator="ge"),
        target("新引进企业", "20", "户", modality="strive", period="year"),
    ),
    example(
        "区里成立了重点工程专班,拨付奖补资金3200万元,协调贷款2亿元。",
        actual("拨付奖补资金", "3200", "万元"),
        actual("协调贷款", "2", "亿元"),
    ),
    example("成立5个专班,年内协调贷款2亿元。", target("成立专班", "5", "个"), target("协调贷款", "2", "亿元", period="year")),
    example(
        "全年营业收入8.4亿元(未审数),利润1.2亿元。",
        actual("营业收入", "8.4", "亿元", period="year"),
        actual("利润", "1.2", "亿元", period="year"),
    ),
    example("完成审计项目12个,未审计单位全覆盖。", target("审计项目", "12", "个", modality="ensure")),
    example("全县水果产值首超50亿元。", actual("全县水果产值", "50", "亿元", comparator="gt")),
    example("力争全县水果产值首超50亿元。", target("全县水果产值", "50", "亿元", comparator="gt", modality="strive")),
    example(
        "年内已敷设管网30公里,甲园等6个项目已完工,年底前再敷设管网50公里。",
        actual("已敷设管网", "30", "公里", period="year"),
        actual("项目已完工", "6", "个", period="year"),
        target("敷设管网", "50", "公里", period="year-end"),
    ),
    # what is still to come of those that are left
    example("全区还有8个项目拟下半年开工。", target("全区项目拟开工", "8", "个", period="year-end")),
    example("全区还有8个项目没有开工。", actual("全区项目没有开工", "8", "个")),
    # a spoken sentence is no name
    example("“从文化方面讲,年内建成12个旅游名村。”负责人介绍。", target("建成旅游名村", "12", "个", period="year")),
    example("开展“四送一服12件事”活动。"),
    # what only praises is no part of what is counted
    example(
        "建成12个主题鲜明、设施完善、带动力强的旅游名村,1处口袋公园。",
        target("建成旅游名村", "12", "个"),
        target("建成口袋公园", "1", "处"),
    ),
    example("围绕3个主题开展活动。"),
    # how much a thing is worth is no number of its own, however it is said
    example(
        "储备重点项目20个以上,其中过亿元5个。",
        target("储备重点项目", "20", "个", comparator="ge"),
        target("储备过亿元重点项目", "5", "个", conditions=("amount gt 100000000 元",)),
    ),
    example("产值力争过亿元。", target("产值", "1", "亿元", comparator="gt", modality="strive")),
    # 余 says about, however the clause leads up to it
    example(
        "演出场次达到260余场,不低于300人次。",
        target("演出场次", "260", "场", comparator="approx"),
        target("演出场次", "300", "人次", comparator="ge"),
    ),
    # two that a clause names without a number; what money is for; what stands in brackets behind 包括
    example(
        "2026年,绿色工厂和数字车间在2025年的基础上实现“双翻番”,分别超过30个和8个。",
        target("绿色工厂", "30", "个", comparator="gt", period="year"),
        target("数字车间", "8", "个", comparator="gt", period="year"),
    ),
    example(
        "普通公路投资48亿元,涉及项目4个。",
        target("普通公路投资", "48", "亿元"),
        target("普通公路投资涉及项目", "4", "个"),
    ),
    example(
        "整治村庄86个(包括45个县级补助村、41个镇级补助村)。",
        target("整治村庄", "86", "个"),
        target("整治县级补助村", "45", "个"),
        target("整治镇级补助村", "41", "个"),
    ),
    example(
        "新敷设供热管道26公里,累计建成72公里。",
        target("新敷设供热管道", "26", "公里"),
        target("建成供热管道", "72", "公里"),
    ),
    # a line of a heading and a size below it
    example(
        "一、抓好饮水工程,完成36项农村供水项目\n36项农村供水工程总投资1542万元。",
        target("农村供水项目", "36", "项", modality="ensure"),
    ),
    # measures
    example(
        "开展大走访3轮,PM2.5平均浓度下降到38μg/m3以下,轮训干部300人次。",
        target("开展大走访", "3", "轮"),
        target("PM2.5平均浓度", "38", "μg/m3", comparator="le"),
        target("轮训干部", "300", "人次"),
    ),
)  # fmt: skip

CORPUS = Corpus("quantities, no promise", _read, EXAMPLES)

"""What tells a result from a promise, and the forms that press digests and reports add; every sentence invented."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.facts import actual, target
from luoshi.reading.quantities import reader


def _read(item: Example) -> Sequence[Fact]:
    found, _ = reader.read(facts.as_body(item))
    return [facts.of_quantity(one) for one in found]


EXAMPLES: tuple[Example, ...] = (
    # what a place is like, and the months so far of a report
    example("白鹭村地处双河镇东南,全村有党员41名,水泥路14公里。今年,新建水泥路3公里。",
        actual("全村有党员", "41", "名"), actual("水泥路", "14", "公里"), target("新建水泥路", "3", "公里", period="year")),
    example("新建云溪产业园,项目位于青溪镇北部,建设厂房3万平方米。", target("建设厂房", "3", "万平方米")),
    example("昨日传来消息,前三个月新签项目17个,其中工业类15个。", actual("新签项目", "17", "个"), actual("新签工业类项目", "15", "个")),
    example("前三个月内新签项目17个。", target("新签项目", "17", "个")),
    # enterprises that follow an investment are not what is invested in
    example("2026年完成投资30亿元,新增企业12家。",
        target("完成投资", "30", "亿元", modality="ensure", period="year"), target("新增企业", "12", "家", basis="increment", period="year")),
    # whom the year before is honoured with, and what is spent on the year's works
    example("县里拿出160万元对2025年度9个先进乡镇、12个先进单位进行奖励。"),
    example("会议对去年的6家纳税大户、5个招商先进单位予以表彰。"),
    example("年底将对2026年度9个先进乡镇进行奖励。", target("先进乡镇进行奖励", "9", "个", period="year")),
    example("奖励教师30名。", target("奖励教师", "30", "名")),
    # less than an aim of the year before, and the list of measures itself
    example("城镇新增就业1.9万人,较上年计划数减少0.2万人。", target("城镇新增就业", "1.9", "万人", basis="increment")),
    example("在环保方面,新增三项约束性指标,新增省级荣誉三项。", target("新增省级荣誉", "3", "项", basis="increment")),
    # what each of those named comes to
    example("新材料、绿色建材2个产业集群产值均突破600亿元。", target("新材料、绿色建材2个产业集群产值", "600", "亿元", comparator="gt")),
    example("培育2个产业集群,产值均突破600亿元。", target("培育产业集群", "2", "个"), target("产值", "600", "亿元", comparator="gt")),
    # how many a year such a thing receives
    example(
        "培育3个年接待游客50万人次以上的大景区,打造5条精品线路。",
        target("培育年接待游客50万人次以上的大景区", "3", "个", conditions=("people ge 500000 人次",)),
        target("打造精品线路", "5", "条"),
    ),
    example("景区年接待游客达到50万人次以上。", target("景区年接待游客", "50", "万人次", comparator="ge")),
    # what is among a result
    example(
        "本次开工项目9个,年度计划投资2亿元,其中工业项目5个,农业项目4个。",
        actual("次开工项目", "9", "个"),
        target("次开工项目投资", "2", "亿元", period="year"),
        actual("工业项目", "5", "个"),
        actual("农业项目", "4", "个"),
    ),
    example(
        "前三季度已签约项目31个,四季度再签约项目9个,其中外资项目2个。",
        actual("已签约项目", "31", "个", period="Q3"),
        target("签约项目", "9", "个", period="Q4"),
        target("签约外资项目", "2", "个", period="Q4"),
    ),
    # what is said of results only, and of an event
    example(
        "招商取得了阶段性成果。一季度,到位资金9.8亿元,其中新建项目13个,到位资金3.7亿元。今年,园区将实现新增签约项目8个。",
        actual("到位资金", "9.8", "亿元", period="Q1"),
        actual("新建项目", "13", "个", period="Q1"),
        actual("到位资金", "3.7", "亿元", period="Q1"),
        target("新增签约项目", "8", "个", basis="increment", period="year"),
    ),
    example(
        "全年预计生产总值增长5.5%,主要指标好于预期。",
        actual("生产总值", "5.5", "%", basis="growth", period="year"),
    ),
    example(
        "参加此次集中开工的项目共17项。争取3个项目列入省重点。",
        actual("参加此次集中开工的项目", "17", "项"),
        target("项目列入省重点", "3", "个", modality="strive"),
    ),
    # compared with the year before or with the task, and nothing looks ahead: done
    example(
        "全市新开工产业项目64个,同比增长6.5%。新投产项目31个。",
        actual("全市新开工产业项目", "64", "个"),
        actual("全市新开工产业项目", "6.5", "%", basis="growth"),
        actual("新投产项目", "31", "个"),
    ),
    # an aim that is named with its figures turns a passage of results to what is to come
    example(
        "会议总结了2011年的经济工作,部署了2012年的任务。2012年主要预期目标是:地区生产总值实现44亿元,增长20%。",
        target("地区生产总值", "44", "亿元", period="year"),
        target("地区生产总值", "20", "%", basis="growth", period="year"),
        year=2012,
    ),
    example(
        "大会对2011年的经济工作作了回顾。主要预期目标是:财政收入实现10亿元,增长12%。",
        target("财政收入", "10", "亿元"),
        target("财政收入", "12", "%", basis="growth"),
        year=2012,
    ),
    example(
        "外资到账额2600万美元,完成全年目标任务的48%。",
        actual("外资到账额", "2600", "万美元"),
        actual("外资到账额", "48", "%"),
    ),
    example(
        "全区产业园产值90亿元,高于年初预期目标2个百分点。",
        actual("全区产业园产值", "90", "亿元"),
        actual("高于年初", "2", "个百分点"),
    ),
    example("2021年以来,全区淘汰小锅炉400台。", actual("全区淘汰小锅炉", "400", "台")),
    example(
        "从数据上看,前三季度,全区税收增长6%。",
        actual("全区税收", "6", "%", basis="growth", period="Q3"),
    ),
    example("至8月底,全县完成财政收入4亿元。", actual("财政收入", "4", "亿元", period="2026-08")),
    example(
        "2024年,全市办展会3期,综合评价全省排名第9位。", actual("全市办展会", "3", "期", period="2024"), year=None
    ),
    example("2026年,工业产值同比增长8%。", target("工业产值", "8", "%", basis="growth", period="year")),
    # where a plan begins in the line of its results
    example(
        "圆满完成各项任务,新建公路30公里。二、目标任务(一)造林:完成造林8万亩,义务植树50万株。",
        actual("新建公路", "30", "公里"),
        target("造林", "8", "万亩", modality="ensure"),
        target("义务植树", "50", "万株"),
    ),
    # a year that only says from where
    example(
        "数字经济规模由去年的350亿元提高到420亿元,高企在去年120家的基础上达到150家。",
        target("数字经济规模", "420", "亿元", comparator="ge"),
        target("高企", "150", "家", comparator="ge"),
    ),
    example(
        "全员劳动生产率从人均8万元提高到12万元。",
        target("全员劳动生产率", "12", "万元", comparator="ge"),
    ),
    example(
        "到2028年,科技型企业在2025年的基础上实现倍增,高企突破90家。",
        target("高企", "90", "家", comparator="gt", period="2028"),
    ),
    example(
        "园区“三年翻两番”2026年目标任务是:工业产值达到60亿元,预计增长24%。",
        target("工业产值", "60", "亿元", comparator="ge", period="year"),
        target("工业产值", "24", "%", basis="growth", period="year"),
    ),
    example(
        "重点项目建设,包括年内将开工的枢纽;二是公路建设,确保通车500公里。",
        target("公路通车", "500", "公里", modality="ensure"),
    ),
    example(
        "据悉,今年1至8月,全区税收同比增长7.4%。",
        actual("全区税收", "7.4", "%", basis="growth", period="2026-08"),
    ),
    example(
        "截至9月底,园区完成工业投资21亿元,为下达目标的62%,建成厂房9000平方米。",
        actual("工业投资", "21", "亿元", period="2026-09"),
        actual("下达目标", "62", "%", period="2026-09"),
        actual("建成厂房", "9000", "平方米", period="2026-09"),
    ),
    # an aim that a sentence sets: what is reached, in the year that names it
    example(
        "今年云溪园区招商任务是引进项目26个。",
        target("引进项目", "26", "个", period="year"),
    ),
    example(
        "2027年工作思路和目标：规上工业产值增长8%，税收19亿元。",
        target("规上工业产值", "8", "%", basis="growth", period="2027"),
        target("税收", "19", "亿元", period="2027"),
    ),
    example(
        "十六个重点项目二季度必须全部开工，逾期的要说明情况。",
        target("重点项目开工", "16", "个", modality="ensure", period="Q2"),
    ),
    example("十大重点项目加快推进，十项行动持续深化。"),
    # a year that only measures, and what is paid out by a plan
    example("研发机构数量达到上年的1.5倍，新建平台3个。", target("研发机构数量", "1.5", "倍", comparator="ge"), target("新建平台", "3", "个")),
    example("审批环节由12个减至5个。", target("审批环节", "5", "个", comparator="le")),
    example("用电价格下调5%。", target("用电价格", "5", "%", basis="reduction")),
    example("兑现科技奖补不少于900万元。", target("兑现科技奖补", "900", "万元", comparator="ge")),
    example("对新认定的企业给予奖励20万元。"),
    # a title in brackets is no part of what is counted behind it
    example(
        "【项目攻坚】确保年内竣工14个重点项目。",
        target("竣工重点项目", "14", "个", modality="ensure", period="year"),
    ),
    example(
        "2025年云溪区招商目标是合同额90亿元。2025年实际完成合同额96亿元,到位资金41亿元。",
        actual("合同额", "90", "亿元", period="2025"),
        actual("合同额", "96", "亿元", period="2025"),
        actual("到位资金", "41", "亿元", period="2025"),
    ),
    example(
        "去年,县工业园围绕“三争”目标攻坚项目。先后组织推介活动11次,新签约项目8个。今年,将新签约项目12个。",
        actual("组织推介活动", "11", "次"),
        actual("新签约项目", "8", "个"),
        target("新签约项目", "12", "个", period="year"),
    ),
    # compared, and promised all the same
    example(
        "力争工业用电量同比增长9%。",
        target("工业用电量", "9", "%", basis="growth", modality="strive"),
    ),
    example(
        "到2027年底,实现进出口额55亿元,同比增长21%。",
        target("进出口额", "55", "亿元", period="2027-12"),
        target("进出口额", "21", "%", basis="growth", period="2027-12"),
    ),
    example(
        "2026年目标:税收12亿元,同比增长8%。",
        target("税收", "12", "亿元", period="year"),
        target("税收", "8", "%", basis="growth", period="year"),
    ),
    example(
        "规上工业产值同比增长10%以上。",
        target("规上工业产值", "10", "%", basis="growth", comparator="ge"),
    ),
    # a group that is there already
    example(
        "重点调度48家已投产企业,其中19家铸造企业满负荷生产。",
        actual("调度已投产企业", "48", "家"),
        actual("铸造企业满负荷生产", "19", "家"),
    ),
    # the parts of a whole, and the investment of the whole
    example(
        "实施重点项目90个,其中产业项目50个、民生项目40个,年度计划投资120亿元。",
        target("实施重点项目", "90", "个"),
        target("实施产业项目", "50", "个"),
        target("实施民生项目", "40", "个"),
        target("重点项目投资", "120", "亿元", period="year"),
    ),
    example(
        "确保开工、投产项目分别达16个、7个。",
        target("开工项目", "16", "个", comparator="ge", modality="ensure"),
        target("投产项目", "7", "个", comparator="ge", modality="ensure"),
    ),
    example(
        "新签约2亿元(1500万美元)以上项目33个。",
        target(
            "新签约2亿元(1500万美元)以上项目", "33", "个", conditions=("amount ge 200000000 元", "amount ge 15000000 美元")
        ),
    ),
    example(
        "新增12个(每村1个)农家书屋。",
        target("新增农家书屋", "12", "个", basis="increment"),
    ),
    example(
        "提升9所乡村学校设施,为260户老人改造卫浴。",
        target("提升乡村学校设施", "9", "所"),
        target("老人改造卫浴", "260", "户"),
    ),
    example(
        "推动15个产业新增长点项目投产达效。",
        target("产业新增长点项目投产达效", "15", "个"),
    ),
    example(
        "全区工业增加值突破30亿元,居民消费价格涨幅2%左右,平均办电用时不超30个工作日。",
        target("全区工业增加值", "30", "亿元", comparator="gt"),
        target("居民消费价格", "2", "%", basis="growth", comparator="approx"),
        target("平均办电用时", "30", "工作日", comparator="le"),
    ),
    example(
        "力争2030年形成300亿级产业规模。",
        target("形成产业规模", "300", "亿", modality="strive", period="2030"),
    ),
    example(
        "已确定云溪冷链园等6个项目在5月开工建设。",
        target("项目开工建设", "6", "个", period="2026-05"),
    ),
    example(
        "▶改造老旧小区18个。",
        target("改造老旧小区", "18", "个"),
    ),
    example(
        "粮食产量达到4.2亿斤,改造农村户厕1.1万座,实施科普课时900课时。",
        target("粮食产量", "4.2", "亿斤", comparator="ge"),
        target("改造农村户厕", "1.1", "万座"),
        target("实施科普课时", "900", "课时"),
    ),
    example(
        "工业应税销售力争75亿元,市场成交额突破300亿元。",
        target("工业应税销售", "75", "亿元", modality="strive"),
        target("市场成交额", "300", "亿元", comparator="gt"),
    ),
    example(
        "完成柳塘路改造、新建候车亭60座。",
        target("新建候车亭", "60", "座"),
    ),
    example(
        "力争工业用电量实现两位数增长,引进数十家配套企业。",
        target("工业用电量", "10", "%", basis="growth", comparator="ge", modality="strive"),
    ),
    # nothing promised
    example("每个街道配备助餐点(每社区1个)。"),
    example("建设年产8万吨公辅设施。"),
)  # fmt: skip

CORPUS = Corpus("quantities, told and promised", _read, EXAMPLES)

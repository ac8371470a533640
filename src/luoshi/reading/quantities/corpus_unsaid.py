"""What a number leaves unsaid, and times said far from it; every sentence invented."""

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
    # money of what is counted beside it
    example(
        "申报部省科研项目30项、资金2亿元;开展区级课题20项,安排经费800万元。",
        target("申报部省科研项目", "30", "项"),
        target("部省科研项目资金", "2", "亿元"),
        target("开展区级课题", "20", "项"),
        target("开展区级课题经费", "800", "万元"),
    ),
    example(
        "改造农桥12座,安排资金500万元开展河道清淤。",
        target("改造农桥", "12", "座"),
        target("开展河道清淤资金", "500", "万元"),
    ),
    # parts
    example(
        "全年新签约项目40个,其中制造业项目占比不低于60%。",
        target("新签约项目", "40", "个", period="year"),
        target("新签约项目中制造业项目占比", "60", "%", comparator="ge", period="year"),
    ),
    example(
        "新增限上商贸企业16家,其中批发业7家、餐饮业9家。",
        target("新增限上商贸企业", "16", "家", basis="increment"),
        target("新增限上批发业企业", "7", "家", basis="increment"),
        target("新增限上餐饮业企业", "9", "家", basis="increment"),
    ),
    example(
        "单位生产总值能耗下降3%,用水量下降4%。",
        target("单位生产总值能耗", "3", "%", basis="reduction"),
        target("单位生产总值用水量", "4", "%", basis="reduction"),
    ),
    example(
        "选派农技员80名,覆盖85%以上的行政村。",
        target("选派农技员", "80", "名"),
        target("农技员覆盖行政村", "85", "%", comparator="ge"),
    ),
    # the object that the clause before names
    example(
        "对往年结转的未开工项目逐个过堂,10月底前至少消化9个。",
        target("消化往年结转的未开工项目", "9", "个", comparator="ge", period="2026-10"),
    ),
    example("上云企业新增90家。", target("新增上云企业", "90", "家", basis="increment")),
    example("压减法人户数9户。", target("压减法人户数", "9", "户", basis="reduction")),
    example(
        "东街道、西街道、南岭镇各签约项目6个、5个、4个,其余乡镇各不少于2个。",
        target("签约项目", "6", "个", scope="东街道"),
        target("签约项目", "5", "个", scope="西街道"),
        target("签约项目", "4", "个", scope="南岭镇"),
        target("签约项目", "2", "个", comparator="ge", scope="其余乡镇"),
    ),
    # two measures of one thing
    example(
        "组织用地报批不少于6个批次900亩。",
        target("组织用地报批", "6", "个批次", comparator="ge"),
        target("组织用地报批", "900", "亩", comparator="ge"),
    ),
    # the clause that closes what stands before it
    example(
        "新建农路30公里,改造危桥7座,6月底前进度过半,10月底前全部完成。",
        target("新建农路", "30", "公里", modality="ensure", period="2026-10"),
        target("改造危桥", "7", "座", modality="ensure", period="2026-10"),
    ),
    example(
        "6月底前建成5个,11月底前全部建成。",
        target("建成", "5", "个", period="2026-06"),
    ),
    # how firmly: a number's parts, a named work's own time
    example(
        "进出口总额力争完成5亿美元,其中出口4亿美元,增长6%以上。",
        target("进出口总额", "5", "亿美元", modality="strive"),
        target("出口", "4", "亿美元", modality="strive"),
        target("出口", "6", "%", basis="growth", comparator="ge", modality="strive"),
    ),
    example(
        "推进市场建设,确保城南农贸市场5月底前开业,改造农贸市场6个。",
        target("改造农贸市场", "6", "个"),
    ),
    # times of several years, of a campaign, of a heading
    example(
        "云岭县三年行动方案(2025—2027年)\n一、目标\n工业产值2026年达到90亿元,亩均税收提高到9万元。三年引进团队10个。",
        target("工业产值", "90", "亿元", comparator="ge", period="2026"),
        target("亩均税收", "9", "万元", comparator="ge"),
        target("引进团队", "10", "个", period="2027"),
        year=2025,
    ),
    example(
        "从3月1日至6月30日,在全县集中开展招商会战。\n会战期间,外出招商40批次。落实经费60万元。",
        target("外出招商", "40", "批次", period="2026-06"),
        target("落实经费", "60", "万元"),
    ),
    # sizes
    example(
        "完善20亿元到期债务接续方案,将增加值占全区六成的30户企业交由区领导包联,工业企业由2025年底的80家增加到95家。",
        target("工业企业", "95", "家", comparator="ge"),
    ),
    example("没有数字的句子。"),
)

CORPUS = Corpus("quantities, unsaid", _read, EXAMPLES)

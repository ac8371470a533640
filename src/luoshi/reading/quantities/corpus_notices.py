"""What notices and reports name beside a number: areas, works with their sizes, lists of results; every sentence invented."""

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
    # whose it is: the congress, the line of a report, a line above, a list; a mention is none
    example(
        "在云溪市第九届人民代表大会第二次会议上,市长作了报告。主要预期目标是:财政收入增长6%。",
        target("财政收入", "6", "%", basis="growth", scope="云溪市"),
    ),
    example(
        "贯彻落实云溪市第九届人民代表大会第二次会议精神,新建道路6公里。",
        target("新建道路", "6", "公里", scope=None),
    ),
    example(
        "本报讯(记者 何山)云溪县把项目建设放在首位,储备项目不少于90个。",
        target("储备项目", "90", "个", comparator="ge", scope="云溪县"),
    ),
    example(
        "各地计划如下。\n云溪省\n新改建农村公路300公里。\n白鹭省\n新改建农村公路200公里。",
        target("新改建农村公路", "300", "公里", scope="云溪省"),
        target("新改建农村公路", "200", "公里", scope="白鹭省"),
    ),
    example("导航。\n云溪市\n白鹭市\n新改建农村公路300公里。", target("新改建农村公路", "300", "公里", scope=None)),
    example(
        "云溪市、白鹭市绿化覆盖率提高3%;青竹市、石桥州绿化覆盖率提高2%。",
        target("绿化覆盖率", "3", "%", basis="growth", scope="云溪市、白鹭市"),
        target("绿化覆盖率", "2", "%", basis="growth", scope="青竹市、石桥州"),
    ),
    example("城区、郊区绿化覆盖率提高3%。", target("城区、郊区绿化覆盖率", "3", "%", basis="growth", scope=None)),
    example(
        "确保云溪新区今年新建道路2公里。",
        target("云溪新区今年新建道路", "2", "公里", modality="ensure", period="year", scope="云溪新区"),
    ),
    # a work that is told of has sizes; what is done to it in the year is promised
    example("(一)云溪净菜项目:该项目总投资预计300余万元,冷库库容达9000余立方米。"),
    example("该项目今年完成投资3亿元。", target("该项目今年完成投资", "3", "亿元", modality="ensure", period="year")),
    example("分别是云溪公寓安置房面积4万平方米,总投资2亿元;白鹭公寓安置房面积9万平方米,总投资4亿元。"),
    example("新建标准厂房4万平方米,总投资2亿元。", target("新建标准厂房", "4", "万平方米")),
    example(
        "抓好云溪公司4万锭纺纱扩建、白鹭粮油9万吨面粉加工、青竹布业300台织机等10个扩建项目。",
        target("扩建项目", "10", "个"),
    ),
    example(
        "以6个国家级示范县为抓手,发展节水灌溉16万亩。", target("发展节水灌溉", "16", "万亩"),
    ),
    example("国家出台了稳定增长的10项措施。"),
    # thresholds of parts, and of things from so much to so much
    example(
        "完成境内投资6亿元,其中5亿元以上3只,10亿元以上1只。",
        target("境内投资", "6", "亿元", modality="ensure"),
        target("5亿元以上", "3", "只", conditions=("amount ge 500000000 元",)),
        target("10亿元以上", "1", "只", conditions=("amount ge 1000000000 元",)),
    ),
    example(
        "全年新开工亿元以上项目18个,其中内资5-10亿元项目3个。",
        target("新开工亿元以上项目", "18", "个", period="year", conditions=("amount ge 100000000 元",)),
        target("新开工内资5-10亿元项目", "3", "个", period="year", conditions=("amount ge 500000000 元",)),
    ),
    # whose investment: that of the things counted just before
    example(
        "推进重大项目60个,总投资400亿元、年度计划投资40亿元,其中新开工项目20个、年度计划投资9亿元,续建项目40个、年度计划投资31亿元。",
        target("推进重大项目", "60", "个"),
        target("重大项目投资", "40", "亿元", period="year"),
        target("新开工项目", "20", "个"),
        target("新开工项目投资", "9", "亿元", period="year"),
        target("续建项目", "40", "个"),
        target("续建项目投资", "31", "亿元", period="year"),
    ),
    example(
        "铁路方面,加快甲线建设,计划投资8亿元。", target("铁路投资", "8", "亿元"),
    ),
    example(
        "推进“美丽乡道”建设,计划投资9亿元;推进重点项目建设,计划投资8亿元。",
        target("“美丽乡道”建设投资", "9", "亿元"),
        target("重点项目投资", "8", "亿元"),
    ),
    # the whole again, behind its parts
    example(
        "确保完成公路投资80亿元,其中高速公路30亿元,普通公路50亿元,力争完成90亿元。",
        target("公路投资", "80", "亿元", modality="ensure"),
        target("高速公路投资", "30", "亿元", modality="ensure"),
        target("普通公路投资", "50", "亿元", modality="ensure"),
        target("公路投资", "90", "亿元", modality="strive"),
    ),
    example(
        "存栏总量达到24万头只,年均递增8%;烟叶收购9万担。",
        target("存栏总量", "24", "万头只", comparator="ge"),
        target("存栏总量", "8", "%", basis="growth"),
        target("烟叶收购", "9", "万担"),
    ),
    example(
        "盘活闲置土地500亩,供地800亩。",
        target("盘活闲置土地", "500", "亩"),
        target("供地", "800", "亩"),
    ),
    # results that lines list, until one looks ahead
    example(
        "2025年,云溪镇加快推进项目,主要成效有:\n1、硬化道路9公里。\n2、改造危房30户。\n2026年,重点抓好项目。新建道路5公里。",
        actual("硬化道路", "9", "公里"),
        actual("改造危房", "30", "户"),
        target("新建道路", "5", "公里"),
    ),
    example(
        "工作要见到实效,主要成效要有:\n1、硬化道路9公里。", target("硬化道路", "9", "公里"),
    ),
    example(
        "4个项目已建成投产,6个项目年底前竣工。",
        actual("项目已建成投产", "4", "个"),
        target("项目竣工", "6", "个", period="year-end"),
    ),
    # the time of what a plan builds upon
    example(
        "在2026年一季度取得成绩的基础上,财政收入增长5%。", target("财政收入", "5", "%", basis="growth"),
    ),
    example(
        "主要目标是:固定资产投资完成7亿元。", target("固定资产投资", "7", "亿元"),
    ),
)  # fmt: skip

CORPUS = Corpus("notices", _read, EXAMPLES)

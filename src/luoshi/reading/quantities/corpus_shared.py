"""What the quantities promise: words that a number takes from the numbers, clauses and sentences around it; every sentence invented."""

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
    # the last name is longer by the character that closes it
    example("果蔬、肉类、水产品冷链流通率分别达到25%、60%和65%。",
        target("果蔬冷链流通率", "25", "%", comparator="ge"), target("肉类冷链流通率", "60", "%", comparator="ge"),
        target("水产品冷链流通率", "65", "%", comparator="ge")),
    # a head that only the last of several verbs names
    example(
        "全年新建16个、续建25个、储备30个产业项目。",
        target("新建产业项目", "16", "个", period="year"),
        target("续建产业项目", "25", "个", period="year"),
        target("储备产业项目", "30", "个", period="year"),
    ),
    example(
        "新增14个、提升6个A级景区村。",
        target("新增A级景区村", "14", "个", basis="increment"),
        target("提升A级景区村", "6", "个"),
    ),
    example(
        "新开工20个、竣工12个。",
        target("新开工", "20", "个"),
        target("竣工", "12", "个"),
    ),
    # a measure that only the last of a list names, and parts that have their own
    example(
        "力争项目签约、项目开工、项目竣工贡献度分别达到20%、30%、40%。",
        target("项目签约贡献度", "20", "%", comparator="ge", modality="strive"),
        target("项目开工贡献度", "30", "%", comparator="ge", modality="strive"),
        target("项目竣工贡献度", "40", "%", comparator="ge", modality="strive"),
    ),
    example(
        "固定资产投资、规上工业增加值分别增长9%、8%。",
        target("固定资产投资", "9", "%", basis="growth"),
        target("规上工业增加值", "8", "%", basis="growth"),
    ),
    # a rate that says nothing alone is of what the one before it is of
    example(
        "签约项目注册率、开工率分别达到85%、55%。",
        target("签约项目注册率", "85", "%", comparator="ge"),
        target("签约项目开工率", "55", "%", comparator="ge"),
    ),
    example(
        "力争入园项目履约率达75%以上，投产率达45%以上；固废利用率达到90%。",
        target("入园项目履约率", "75", "%", comparator="ge", modality="strive"),
        target("入园项目投产率", "45", "%", comparator="ge", modality="strive"),
        target("固废利用率", "90", "%", comparator="ge", modality="strive"),
    ),
    example(
        "新签约项目开工率、资金到位率分别达到70%、35%以上。",
        target("新签约项目开工率", "70", "%", comparator="ge"),
        target("资金到位率", "35", "%", comparator="ge"),
    ),
    # another stage of the same things
    example(
        "实施园林项目24个,开工建设18个,年内完成15个。",
        target("实施园林项目", "24", "个"),
        target("开工建设园林项目", "18", "个"),
        target("完成园林项目", "15", "个", modality="ensure", period="year"),
    ),
    example(
        "新开工现代农业项目12个;完成80万亩、30万吨的粮食生产任务。",
        target("新开工现代农业项目", "12", "个"),
        target("粮食生产任务", "80", "万亩", modality="ensure"),
        target("粮食生产任务", "30", "万吨", modality="ensure"),
    ),
    # a stage, a sum or a tier is that of the work or the sum named just before
    example(
        "实施云溪大道整治工程,完成治理12处。",
        target("云溪大道整治工程治理", "12", "处", modality="ensure"),
    ),
    example("开展河道治理行动,完成投资3亿元。", target("河道治理行动完成投资", "3", "亿元", modality="ensure")),
    example(
        "其中,服务贸易进出口总额,底线目标7亿美元,增长9%;奋斗目标8亿美元。",
        target("服务贸易进出口总额", "7", "亿美元"),
        target("服务贸易进出口总额", "9", "%", basis="growth"),
        target("服务贸易进出口总额", "8", "亿美元"),
    ),
    example("加快推进薄弱学校改造工程,年度实施8所以上。", target("薄弱学校改造工程实施", "8", "所", comparator="ge", period="year")),
    # an investment is that of what is counted beside it, not across a semicolon
    example(
        "计划开工项目21个,年度计划投资60亿元。",
        target("开工项目", "21", "个"),
        target("开工项目投资", "60", "亿元", period="year"),
    ),
    example(
        "新建农村公路桥梁6座;投资4000万元,建设云溪大桥。",
        target("新建农村公路桥梁", "6", "座"),
        target("云溪大桥投资", "4000", "万元"),
    ),
    # what it is spent on stands behind it, where that is one work
    example("计划投资900万元,续建柳塘灌区节水改造项目。", target("柳塘灌区节水改造项目投资", "900", "万元")),
    example(
        "投资6亿元,推进城南污水处理厂二期工程,新建管网30公里。",
        target("城南污水处理厂二期工程投资", "6", "亿元"),
        target("新建管网", "30", "公里"),
    ),
    example("投资2亿元,新建甲路、乙路等道路。", target("投资", "2", "亿元")),
    example("投资8亿元,完善基础设施。", target("投资", "8", "亿元")),
    # so much of a work, and 完成 said of the next work too
    example(
        "年内完成云溪古道项目100%工程量;柳塘步道项目60%的工程量。",
        target("云溪古道项目工程量", "100", "%", modality="ensure", period="year"),
        target("柳塘步道项目工程量", "60", "%", modality="ensure", period="year"),
    ),
    # so many places further
    example(
        "力争营商环境评价前进2个位次以上。",
        target("营商环境评价前进位次", "2", "个", basis="increment", comparator="ge", modality="strive"),
    ),
    example("企业满意度再增3个百分点。", target("企业满意度", "3", "个百分点", basis="increment")),
    example("再增1条旅游公交线路。", target("旅游公交线路", "1", "条", basis="increment")),
    # a unit beside its number is who is to do it, an area where
    example(
        "新引进项目30个,其中招商局18个、经发局12个。",
        target("新引进项目", "30", "个"),
        target("新引进项目", "18", "个", actors=("招商局",)),
        target("新引进项目", "12", "个", actors=("经发局",)),
    ),
    example(
        "招商局引进项目12个、经发局新增规上企业8家。",
        target("招商局引进项目", "12", "个"),
        target("经发局新增规上企业", "8", "家", basis="increment"),
    ),
    # a sentence that begins with 其中 goes on
    example(
        "截至6月底,已建成口袋公园30个。其中柳塘区12个,云溪区18个。",
        actual("已建成口袋公园", "30", "个", period="2026-06"),
        actual("已建成口袋公园", "12", "个", scope="柳塘区"),
        actual("已建成口袋公园", "18", "个", scope="云溪区"),
    ),
    example(
        "截至6月底,已签约项目30个。其中,力争年内开工18个。",
        actual("已签约项目", "30", "个", period="2026-06"),
        target("开工", "18", "个", modality="strive", period="year"),
    ),
    # what stays out of an indicator
    example("30个新建项目上半年全面开工。", target("新建项目全面开工", "30", "个", period="2026-06")),
    example(
        "完成厂区改造400个以及小区改造6个。",
        target("厂区改造", "400", "个", modality="ensure"),
        target("小区改造", "6", "个", modality="ensure"),
    ),
    example(
        "在12个乡镇硬化道路9万平方米,改善3万人口的饮水条件。",
        target("硬化道路", "9", "万平方米"),
        target("改善饮水条件", "3", "万人"),
    ),
    example("提出全社会研发投入增长8%以上。", target("全社会研发投入", "8", "%", basis="growth", comparator="ge")),
    example("今年将瞄准工业产值90亿元目标。", target("工业产值", "90", "亿元", period="year")),
    example("村集体收入保持在人均20元以上。", target("村集体收入", "20", "元", comparator="ge")),
    example("良种化率保持97%以上。", target("良种化率", "97", "%", comparator="ge")),
    example("家庭农场发展到400家。", target("家庭农场", "400", "家", comparator="ge")),
    example(
        "力争新增研发机构60家、授权专利900件。",
        target("新增研发机构", "60", "家", basis="increment", modality="strive"),
        target("新增授权专利", "900", "件", basis="increment", modality="strive"),
    ),
    example("放映电影2.5万场(次)以上。", target("放映电影", "2.5", "万场", comparator="ge")),
    example("市水利部门全年计划完成投资约7亿元。", target("完成投资", "7", "亿元", comparator="approx", period="year")),
    # a level by a year behind a rate of growth
    example(
        "林业占农业产值的比重:年均增长2%,2028年达到30%。",
        target("林业占农业产值的比重", "2", "%", basis="growth"),
        target("林业占农业产值的比重", "30", "%", comparator="ge", period="2028"),
    ),
    # each number its own year
    example(
        "企业数字化改造覆盖率2026年、2027年、2028年分别达到60%、80%、100%。",
        target("企业数字化改造覆盖率", "60", "%", comparator="ge", period="year"),
        target("企业数字化改造覆盖率", "80", "%", comparator="ge", period="2027"),
        target("企业数字化改造覆盖率", "100", "%", comparator="ge", period="2028"),
    ),
    example("工业产值要突破500亿元大关。", target("工业产值", "500", "亿元", comparator="gt")),
    example("三年累计培育小巨人企业6家。", target("培育小巨人企业", "6", "家")),
    # nothing promised: sizes, places, changes of an aim, what a page says of itself
    example("税收收入按季调度(调增2个百分点)。"),
    example("到位资金任务分解落实到12个镇、46个部门。"),
    example("每个规上企业引进一个300万美元或3000万元项目。"),
    example("300亩云溪创业园加快建设。"),
    example("这10件实事分别为:"),
    example("惠及17个乡镇(街道)。"),
    example("12个、15个、30个、8个、9个、10个、11个、12个、25个。"),
    example("浏览次数较多,12条评论。"),
)  # fmt: skip

CORPUS = Corpus("quantities, shared wording", _read, EXAMPLES)

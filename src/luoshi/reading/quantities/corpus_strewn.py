"""What the quantities promise of tables that lost their rows: a cell a line, or blanks between all; every row invented."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import facts
from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.facts import actual, target
from luoshi.reading.quantities import reader


def _read(item: Example) -> Sequence[Fact]:
    found, _ = reader.read(facts.as_repaired_body(item))
    return [facts.of_quantity(one) for one in found]


def _lines(words: str, *said: Fact) -> Example:
    """Each cell on a line of its own."""
    return example(words.replace(" ", "\n"), *said)


EXAMPLES: tuple[Example, ...] = (
    # ranges, signs, a growth, a rate of fall, deadlines
    _lines(
        "序号 指标名称 单位 目标值 责任单位 完成时限 1 规上工业总产值 亿元 460 经发局 12月底 2 固定资产投资 亿元 90-100 发改局 年底前 3 规上工业增加值增长 % 9.5 工信局 12月底 4 新签约项目 个 ≥25 招商局 9月底前"
        " 5 单位GDP能耗下降 % 3 发改局 年底前 6 企业开办时间 工作日 压缩至0.5 审批局 6月底前",
        target("规上工业总产值", "460", "亿元", period="2026-12", actors=("经发局",)),
        target("固定资产投资", "90", "亿元", high="100", comparator="range", period="year-end", actors=("发改局",)),
        target("规上工业增加值", "9.5", "%", basis="growth", period="2026-12", actors=("工信局",)),
        target("新签约项目", "25", "个", comparator="ge", period="2026-09", actors=("招商局",)),
        target("单位GDP能耗", "3", "%", basis="reduction", period="year-end", actors=("发改局",)),
        target("企业开办时间", "0.5", "工作日", comparator="le", period="2026-06", actors=("审批局",)),
    ),
    # results beside targets, a sum
    _lines(
        "指标名称 单位 2025年完成 2026年目标 增长(%) 责任单位 税收收入 亿元 12 13.2 10 税务局 到位资金 亿元 39 42 7.7 招商局 合计 亿元 51 55.2 8.2",
        actual("税收收入", "12", "亿元", period="2025", actors=("税务局",)),
        target("税收收入", "13.2", "亿元", period="year", actors=("税务局",)),
        target("税收收入", "10", "%", basis="growth", period="year", actors=("税务局",)),
        actual("到位资金", "39", "亿元", period="2025", actors=("招商局",)),
        target("到位资金", "42", "亿元", period="year", actors=("招商局",)),
        target("到位资金", "7.7", "%", basis="growth", period="year", actors=("招商局",)),
        actual("合计", "51", "亿元", period="2025"),
        target("合计", "55.2", "亿元", period="year"),
        target("合计", "8.2", "%", basis="growth", period="year"),
    ),
    # a target that is missing, a name broken over two lines
    _lines(
        "序号 指标名称 单位 目标值 责任单位 1 规模以上工业增加 值增速 % 9 工信局 2 到位外资 万美元 商务局 3 一般公共预算收入 亿元 15.6 财政局 税务局",
        target("规模以上工业增加值", "9", "%", basis="growth", actors=("工信局",)),
        target("一般公共预算收入", "15.6", "亿元", actors=("财政局", "税务局")),
    ),
    # quarters; projects with their money; tasks with their figures beside or inside
    _lines(
        "指标 单位 一季度 上半年 全年 新签约项目 个 8 20 40 到位资金 亿元 5 11.5 25",
        target("新签约项目", "8", "个", period="Q1"),
        target("新签约项目", "20", "个", period="2026-06"),
        target("新签约项目", "40", "个", period="year"),
        target("到位资金", "5", "亿元", period="Q1"),
        target("到位资金", "11.5", "亿元", period="2026-06"),
        target("到位资金", "25", "亿元", period="year"),
    ),
    _lines(
        "2026年重点项目计划表 单位：万元 序号 项目名称 总投资 年度计划投资 年度目标 责任单位 1 云溪大桥 30000 8000 主体完工 交通局 2 柳塘水厂 12000 5000 建成投用 水务局",
        target("云溪大桥年度计划投资", "8000", "万元", period="year", actors=("交通局",)),
        target("柳塘水厂年度计划投资", "5000", "万元", period="year", actors=("水务局",)),
    ),
    _lines(
        "工作任务 目标值 完成时限 牵头部门 引进亿元以上项目 40个 12月底 招商局 新建标准厂房 15万平方米 10月底 建投公司",
        target("引进亿元以上项目", "40", "个", period="2026-12", actors=("招商局",)),
        target("新建标准厂房", "15", "万平方米", period="2026-10", actors=("建投公司",)),
    ),
    _lines(
        "序号 重点任务 责任单位 完成时限 1 新建标准厂房5万平方米，完善配套设施。 建投公司 10月底前 2 改造泵站3座。 水务局 住建局 年底前",
        target("新建标准厂房", "5", "万平方米", period="2026-10", actors=("建投公司",)),
        target("改造泵站", "3", "座", period="year-end", actors=("水务局", "住建局")),
    ),
    # a unit a row
    _lines(
        "单位 签约项目(个) 到位资金(亿元) 城关镇 12 3.5 招商局 8 2 合计 20 5.5",
        target("签约项目", "12", "个", scope="城关镇", actors=("城关镇",)),
        target("到位资金", "3.5", "亿元", scope="城关镇", actors=("城关镇",)),
        target("签约项目", "8", "个", actors=("招商局",)),
        target("到位资金", "2", "亿元", actors=("招商局",)),
        target("签约项目", "20", "个"),
        target("到位资金", "5.5", "亿元"),
    ),
    # blanks between all cells: a row a line, and everything in one line
    example(
        "一、主要指标\n序号 指标名称 单位 2026年目标 责任单位\n1 规上工业总产值 亿元 460 经发局\n2 新签约项目 个 25以上 招商局\n二、工作要求\n各单位要按月报送。",
        target("规上工业总产值", "460", "亿元", period="year", actors=("经发局",)),
        target("新签约项目", "25", "个", comparator="ge", period="year", actors=("招商局",)),
    ),
    example(
        "二、主要目标 具体分解如下：序号 指标名称 单位 目标值 责任单位 完成时限 1 规上工业总产值 亿元 460 经发局 12月底 2 新签约项目 个 25 招商局 9月底前 三、重点任务。 全年外出招商不少于20次。",
        target("规上工业总产值", "460", "亿元", period="2026-12", actors=("经发局",)),
        target("新签约项目", "25", "个", period="2026-09", actors=("招商局",)),
        target("外出招商", "20", "次", comparator="ge", period="year"),
    ),
    # nothing promised
    _lines("序号 项目名称 总投资(万元) 建设地点 1 云溪水厂 9000 溪口镇 2 柳塘水厂 12000 柳塘镇"),
    _lines("目录 工作目标 重点任务 责任单位 完成时限 保障措施"),
)  # fmt: skip

CORPUS = Corpus("quantities, strewn tables", _read, EXAMPLES)

"""What the quantities promise: tables in every form that text keeps of them; every row invented."""

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
    # cells between strokes, some of them merged away
    example(
        "项目名称 | 工作任务 | 计划完成时间 | 牵头单位 |\n1.城市更新 | 对云溪大道等4条道路进行改造; | 11月 | 住建局 |\n2026.8 | 城投集团 | ||\n新建公园2处; | 10月底 | 住建局 | |\n整治菜场3处,新增摊位800个以上。 | 2026年9月 | 经开区 | |",
        target("道路进行改造", "4", "条", period="2026-11", actors=("住建局",)),
        target("新建公园", "2", "处", period="2026-10", actors=("住建局",)),
        target("整治菜场", "3", "处", period="2026-09", actors=("经开区",)),
        target("新增摊位", "800", "个", basis="increment", comparator="ge", period="2026-09", actors=("经开区",)),
    ),
    example(
        "指标 | 单位 | 2026年目标 | 责任单位\n固定资产投资 | 亿元 | 90 | 经发局\n城镇新增就业 | 人 | ≥3000 | 人社局",
        target("固定资产投资", "90", "亿元", period="year", actors=("经发局",)),
        target("城镇新增就业", "3000", "人", comparator="ge", basis="increment", period="year", actors=("人社局",)),
    ),
    # heads spread over their columns, and how firmly a cell promises
    example(
        "序号 | 任 务 名 称 | 指 标 要 求 | 牵 头 部 门 | 类 型 |\n1 | 工业用电量 | 增长7%(市下达指标) | 发改局 | A类 |\n2 | 老旧管网改造 | 完成30公里 | 住建局 | A类 |\n3 | 市级美丽街区 | 争创2条 | 商务局 | C类 |",
        target("工业用电量", "7", "%", basis="growth", actors=("发改局",)),
        target("老旧管网改造", "30", "公里", modality="ensure", actors=("住建局",)),
        target("市级美丽街区", "2", "条", modality="strive", actors=("商务局",)),
    ),
    # a cell a line, rows begun by a stroke
    example(
        "|\n2026年民生项目清单 |\n||||\n|\n序号 |\n项目名称 |\n建设时间 |\n2026年建设内容 |\n年度投资金额(万元) |\n责任单位 |\n|\n1 |\n社区提升项目 |\n2026 |\n硬化巷道6条。 |\n400 |\n教体局 |\n|\n2 |\n灌区建设项目 |\n2026 |\n疏浚渠道7公里,新建闸门9座。 |\n1360 |\n农业农村局 |",
        target("硬化巷道", "6", "条", period="year", actors=("教体局",)),
        target("社区提升项目年度投资金额", "400", "万元", period="year", actors=("教体局",)),
        target("疏浚渠道", "7", "公里", period="year", actors=("农业农村局",)),
        target("新建闸门", "9", "座", period="year", actors=("农业农村局",)),
        target("灌区建设项目年度投资金额", "1360", "万元", period="year", actors=("农业农村局",)),
    ),
    # the unit in the title above the table
    example(
        "2026年重点项目投资计划表\n单位:万元\n序号\t项目名称\t总投资\t年度计划投资\t责任单位\n1\t云溪大桥\t30000\t8000\t交通局\n2\t柳塘水厂\t12000\t5000\t水务局",
        target("云溪大桥年度计划投资", "8000", "万元", period="year", actors=("交通局",)),
        target("柳塘水厂年度计划投资", "5000", "万元", period="year", actors=("水务局",)),
    ),
    example(
        "指标\t单位\t一季度\t二季度\t全年\n新签约项目\t个\t8\t10\t40\n到位资金\t亿元\t5\t6.5\t25",
        target("新签约项目", "8", "个", period="Q1"),
        target("新签约项目", "10", "个", period="Q2"),
        target("新签约项目", "40", "个", period="year"),
        target("到位资金", "5", "亿元", period="Q1"),
        target("到位资金", "6.5", "亿元", period="Q2"),
        target("到位资金", "25", "亿元", period="year"),
    ),
    example(
        "指标名称\t计量单位\t2026年目标\t2027年目标\t2026年增长(%)\n工业总产值\t亿元\t120\t135\t12.5",
        target("工业总产值", "120", "亿元", period="year"),
        target("工业总产值", "135", "亿元", period="2027"),
        target("工业总产值", "12.5", "%", basis="growth", period="year"),
    ),
    # columns kept apart by spaces
    example(
        "指标          单位     2026年目标    责任单位\n地区生产总值    亿元     150          经发局\n外贸进出口额    亿美元    3.2          招商局",
        target("地区生产总值", "150", "亿元", period="year", actors=("经发局",)),
        target("外贸进出口额", "3.2", "亿美元", period="year", actors=("招商局",)),
    ),
    # a cell a line and nothing between
    example(
        "序号\n\n民生实事\n\n责任单位\n\n完成时限\n\n1\n\n新建码头2座。\n\n县水务局\n\n9月投入使用\n\n2\n\n完成危房改造260户。\n\n县住建局\n\n县民政局\n\n12月底前\n\n3\n\n新建冷库1座。\n\n县商务局\n\n6月底前动工",
        target("新建码头", "2", "座", period="2026-09", actors=("县水务局",)),
        target("危房改造", "260", "户", modality="ensure", period="2026-12", actors=("县住建局", "县民政局")),
        target("新建冷库", "1", "座", period="2026-06", actors=("县商务局",)),
    ),
    example(
        "新建农桥5座\n县交通局\n10月底前\n改造泵站3座\n县水务局\n年底前",
        target("新建农桥", "5", "座", period="2026-10", actors=("县交通局",)),
        target("改造泵站", "3", "座", period="year-end", actors=("县水务局",)),
    ),
    # one time for each part of a cell
    example(
        "序号\t工作任务\t完成时限\t责任单位\n1\t完成16座桥梁检测;新建候车亭9座。\t1.2026年8月 2.2026年12月\t教体局",
        target("桥梁检测", "16", "座", modality="ensure", period="2026-08", actors=("教体局",)),
        target("新建候车亭", "9", "座", period="2026-12", actors=("教体局",)),
    ),
    # a line that names the next part of the table, ranges, a word before the number, a growth in brackets
    example(
        "序号\t指标名称\t单位\t2025年完成\t2026年目标\t增长(%)\t责任单位\n一、经济指标\n1\t工业总产值\t亿元\t320\t360\t12.5\t经发局\n2\t固定资产投资\t亿元\t88\t100-110\t\t经发局\n二、服务指标\n3\t企业开办时间\t工作日\t1\t压缩至0.5\t\t审批局\n4\t单位GDP能耗下降\t%\t3.1\t3\t\t发改局\n5\t到位资金\t亿元\t39\t42(增长9%)\t\t招商局",
        target("工业总产值", "360", "亿元", period="year", actors=("经发局",)),
        target("工业总产值", "12.5", "%", basis="growth", period="year", actors=("经发局",)),
        target("固定资产投资", "100", "亿元", high="110", comparator="range", period="year", actors=("经发局",)),
        target("企业开办时间", "0.5", "工作日", comparator="le", period="year", actors=("审批局",)),
        target("单位GDP能耗", "3", "%", basis="reduction", period="year", actors=("发改局",)),
        target("到位资金", "42", "亿元", period="year", actors=("招商局",)),
        target("到位资金", "9", "%", basis="growth", period="year", actors=("招商局",)),
    ),
    example(
        "指标名称 | 单位 | 2025年基数 | 2030年目标值 | 属性\n研发投入占比 | % | 2.1 | >3 | 预期性\n万元GDP能耗下降 | % | — | [13.5] | 约束性",
        target("研发投入占比", "3", "%", comparator="gt", period="2030"),
        target("万元GDP能耗", "13.5", "%", basis="reduction", period="2030"),
    ),
    # a header of two lines
    example(
        "指标\t单位\t2025年\t2026年\n\t\t完成数\t增速\t目标数\t增速\n税收收入\t亿元\t12\t8%\t13.2\t10%",
        target("税收收入", "13.2", "亿元", period="year"),
        target("税收收入", "10", "%", basis="growth", period="year"),
    ),
    # a unit a row and an indicator a column
    example(
        "单位\t签约项目(个)\t到位资金(亿元)\t联系人\n城关镇\t12\t3.5\t甲\n招商局\t8\t2\t乙\n合计\t20\t5.5\t",
        target("签约项目", "12", "个", scope="城关镇", actors=("城关镇",)),
        target("到位资金", "3.5", "亿元", scope="城关镇", actors=("城关镇",)),
        target("签约项目", "8", "个", scope=None, actors=("招商局",)),
        target("到位资金", "2", "亿元", scope=None, actors=("招商局",)),
        target("签约项目", "20", "个", scope=None, actors=()),
        target("到位资金", "5.5", "亿元", scope=None, actors=()),
    ),
    # nothing promised
    example("单位\t联系人\t电话\n城关镇\t甲\t12345"),
    example("目录 | 页码 | 备注\n总则 | 3 | 无"),
    example("首页 | 新闻 | 公开\n第1页 | 共3页 | 跳转"),
    example("序号\t项目名称\t总投资(万元)\t建设地点\n1\t云溪水厂\t9000\t溪口镇"),
)  # fmt: skip

CORPUS = Corpus("quantities, tables", _read, EXAMPLES)

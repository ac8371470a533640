"""Invented promises and the times they are for: of a list, of the clause before, of a later stage, of another year."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.facts import actual, target
from luoshi.reading.quantities.corpus_lists import read

EXAMPLES = (
    # a limit at the head of what is counted holds up to a semicolon
    example(
        "9月底前走访企业300户次,化解难题60件;举办对接会4场。",
        target("走访企业", "300", "户次", period="2026-09"),
        target("化解难题", "60", "件", period="2026-09"),
        target("举办对接会", "4", "场"),
    ),
    example(
        "10月底前完成溪口大厦装修,打通断头路3条。",
        target("打通断头路", "3", "条"),
    ),
    # what is said of one work holds for what goes on with it
    example(
        "云溪游客中心9月份开放,新增停车位400个;改造公厕12座。",
        target("新增停车位", "400", "个", basis="increment"),
        target("改造公厕", "12", "座"),
    ),
    example(
        "白鹭水库年内通过验收,改造渠道20公里。",
        target("改造渠道", "20", "公里"),
    ),
    example(
        "重点项目上半年全部开工,完成投资70亿元。",
        target("重点项目完成投资", "70", "亿元", modality="ensure", period="2026-06"),
    ),
    # the later of two stages, but not what is left of the first
    example(
        "3家企业5月签约,8月前投产。",
        target("企业签约", "3", "家", period="2026-08"),
    ),
    example(
        "6月底前建成驿站8个,10月底前全部建成。",
        target("建成驿站", "8", "个", period="2026-06"),
    ),
    example(
        "完成溪口片区征地600亩,力争10月底前拿到批复。",
        target("溪口片区征地", "600", "亩", modality="ensure", period="2026-10"),
    ),
    example(
        "改造街巷9条,维修路面4万平方米,上述工程9月底前全部竣工。",
        target("改造街巷", "9", "条", modality="ensure", period="2026-09"),
        target("维修路面", "4", "万平方米", modality="ensure", period="2026-09"),
    ),
    # the end of another year
    example("到2028年底,新增学位1500个。", target("新增学位", "1500", "个", basis="increment", period="2028-12")),
    example("谋划储备2027年项目12个。", target("谋划储备2027年项目", "12", "个")),
    # the first cell of a row, and the rows below with fewer cells
    example(
        "时限 | 类别 | 目标 | 分值 |\n第二季度 | 产业 | 新入园企业3家。 | 9 |\n配套 | 修路6公里。 | |\n全年 | 其他 | 植树900亩。 | 9 |",
        target("新入园企业", "3", "家", period="Q2"),
        target("修路", "6", "公里", period="Q2"),
        target("植树", "900", "亩", period="year"),
    ),
    # the months of a plan in steps, and years still to come
    example(
        "1-6月完成投资30亿元,7-12月完成投资45亿元。",
        target("完成投资", "30", "亿元", modality="ensure", period="2026-06"),
        target("完成投资", "45", "亿元", modality="ensure", period="2026-12"),
    ),
    example("未来三年,累计引进项目60个。", target("引进项目", "60", "个")),
    example("“十五五”期间,累计引进项目90个。", target("引进项目", "90", "个", period="2030")),
    # the last of the years that a clause spans
    example("2027—2029年,服务业增加值和零售总额年均分别增长9%和11%。", target("服务业增加值", "9", "%", basis="growth", period="2029"), target("零售总额", "11", "%", basis="growth", period="2029")),
    example("2027-2029年,新增企业800家。", target("新增企业", "800", "家", basis="increment", period="2029")),
    # rows whose last cell is the time, while their numbers go on
    example(
        "序号 重点任务 责任单位 完成时限\n9 力争建成厂房2座。 区住建局 2027年6月底\n10 力争新建道路6公里。 区交通局 9月底前\n改造管网8公里。",
        target("建成厂房", "2", "座", modality="strive", period="2027-06"),
        target("新建道路", "6", "公里", modality="strive", period="2026-09"),
        target("改造管网", "8", "公里", period=None),
    ),
    # what the title announces
    example(
        "溪口高新区2026年目标任务\n工业税收完成9亿元,同比增长12%。",
        target("工业税收", "9", "亿元", modality="ensure"),
        target("工业税收", "12", "%", basis="growth"),
    ),
    example(
        "溪口高新区2025年工作总结\n新引进项目30个。\n下一步,力争引进项目40个。",
        actual("新引进项目", "30", "个"),
        target("引进项目", "40", "个", modality="strive"),
    ),
    # each its own time, and what is told in brackets only
    example(
        "到2027年、2028年,规上企业分别达到90家、120家。",
        target("规上企业", "90", "家", comparator="ge", period="2027"),
        target("规上企业", "120", "家", comparator="ge", period="2028"),
    ),
    example("新增规上企业10家(去年8家)。", target("新增规上企业", "10", "家", basis="increment"), actual("新增规上企业", "8", "家", basis="increment", period="2025")),
    example(
        "完成上年结转项目15个,其中6月底前完成8个。",
        target("结转项目", "15", "个", modality="ensure"),
        target("结转项目", "8", "个", modality="ensure", period="2026-06"),
    ),
    # a time behind what tells of the work, a day behind dots, a base of comparison
    example("新建冷库1座,占地30亩,计划总投资800万元,工期一年,到9月底建成。", target("新建冷库", "1", "座", period="2026-09")),
    example("新建冷库2座,占地30亩,引进项目5个,到9月底建成桥3座。", target("新建冷库", "2", "座"), target("引进项目", "5", "个"), target("建成桥", "3", "座", period="2026-09")),
    example("今年,计划改造小区90个、加装电梯60部……4月8日,住建会议明确了任务。", target("改造小区", "90", "个", period="year"), target("加装电梯", "60", "部", period="year")),
    example("民宿从业人员占比达到4%,高于上年0.5个百分点。", target("民宿从业人员占比", "4", "%", comparator="ge"), target("民宿从业人员占比", "0.5", "个百分点", comparator="gt")),
    # of which tasks, and which meeting
    example("分解下达一季度投资目标任务,确保项目开工率达到75%以上。", target("项目开工率", "75", "%", comparator="ge", modality="ensure")),
    example("分解任务,一季度项目开工率达到75%。", target("项目开工率", "75", "%", comparator="ge", period="Q1")),
    example("3月5日,溪口区召开2026年项目推进会,计划实施重点项目60个。", target("实施重点项目", "60", "个")),
    # four things counted in one line, and sentences below one that announces them
    example(
        "2026年,计划办成4件大事:一是建成厂房3栋。二是签约项目20个。三是新增就业600人。\n走访企业300户。",
        target("办成大事", "4", "件", period="year"), target("建成厂房", "3", "栋", period="year"), target("签约项目", "20", "个", period="year"),
        target("新增就业", "600", "人", period="year", basis="increment"), target("走访企业", "300", "户"),
    ),
    example("2026年主要目标是:\n财政收入增长8%,新增就业600人。\n走访企业300户。", target("财政收入", "8", "%", basis="growth", period="year"), target("新增就业", "600", "人", basis="increment", period="year"), target("走访企业", "300", "户")),
    example("2026年,园区将实现以下目标:\n财政收入增长8%。\n走访企业300户。", target("财政收入", "8", "%", basis="growth"), target("走访企业", "300", "户")),
    example(
        "序号 |\n任务 |\n时限 |\n1 |\n新建泵站2座。 |\n水务局 |\n6月底 |\n2 |\n新认定高企9家。 |\n科技局 |\n12月底 |\n",
        target("新建泵站", "2", "座", period="2026-06"), target("新认定高企", "9", "家", basis="increment", period="2026-12"),
    ),
    # none
    example("年底前完成园区总体规划修编。"),
)  # fmt: skip

CORPUS = Corpus("quantities, times", read, EXAMPLES)

"""What plans promise of projects: starts, completions, and the rates between them."""

from __future__ import annotations

from luoshi.ledgers.measures import Condition, Count, Measure, Ratio, Sum

STARTED = Condition("started_on", "set")
COMPLETED = Condition("completed_on", "set")
OPERATING = Condition("operating_on", "set")
AT_CAPACITY = Condition("at_capacity_on", "set")

COUNTS: tuple[Measure, ...] = (
    Count(
        "conceived",
        title="谋划项目数",
        when="conceived_on",
        threshold="planned_total",
        words=("谋划项目", "新谋划项目", "策划项目", "包装项目", "谋划重大项目"),
    ),
    Count(
        "reserved",
        title="储备项目数",
        when="reserved_on",
        threshold="planned_total",
        words=("储备项目", "新储备项目", "项目储备", "入库项目", "新增储备项目", "储备重大项目"),
    ),
    Count(
        "started",
        title="开工项目数",
        when="started_on",
        threshold="planned_total",
        words=(
            "新开工项目", "开工项目", "开工建设项目", "项目开工", "新开工", "开工建设", "重点项目开工", "集中开工项目",
            "新开工重点项目", "新开工产业项目", "启动实施项目", "新建项目开工", "项目开工建设", "新开工建设项目",
        ),
    ),
    Count(
        "completed",
        title="竣工项目数",
        when="completed_on",
        threshold="planned_total",
        words=("竣工项目", "建成项目", "项目竣工", "项目建成", "重点项目竣工", "完工项目", "竣工验收项目", "续建项目竣工"),
    ),
    Count(
        "operating",
        title="投产项目数",
        when="operating_on",
        threshold="planned_total",
        words=(
            "投产项目", "竣工投产项目", "建成投产项目", "项目投产", "项目竣工投产", "续建项目竣工投产", "竣工投产",
            "投运项目", "竣工投运", "项目竣工投运", "建成投产", "投产达效项目", "新投产项目",
        ),
    ),
    Count(
        "at_capacity",
        title="达产项目数",
        when="at_capacity_on",
        threshold="planned_total",
        words=("达产项目", "项目达产", "达产达效项目", "投产达产项目"),
    ),
    Sum(
        "started_total",
        title="开工项目计划总投资",
        of="planned_total",
        when="started_on",
        threshold="planned_total",
        words=("新开工项目总投资", "开工项目总投资", "新开工项目计划总投资", "开工项目计划总投资"),
    ),
    Sum(
        "completed_total",
        title="竣工项目计划总投资",
        of="planned_total",
        when="completed_on",
        threshold="planned_total",
        words=("竣工项目总投资", "建成项目总投资"),
    ),
)  # fmt: skip

RENOVATION = Condition("nature", "eq", "renovation")
INFRASTRUCTURE = Condition("kind", "eq", "infrastructure")

OF_NATURE: tuple[Measure, ...] = (
    Count(
        "renovation",
        title="技改项目数",
        when="started_on",
        where=(RENOVATION,),
        threshold="planned_total",
        words=("技改项目", "实施技改项目", "开工技改项目", "新开工技改项目", "技术改造项目"),
    ),
    Count(
        "infrastructure",
        title="基础设施开工项目数",
        when="started_on",
        where=(INFRASTRUCTURE,),
        threshold="planned_total",
        words=("基础设施工程", "实施基础设施工程", "基础设施开工项目", "市政基础设施项目", "新开工基础设施项目", "市政工程"),
    ),
    Count(
        "entered",
        title="入库纳统项目数",
        when="entered_on",
        threshold="planned_total",
        words=("入库纳统项目", "新增入库纳统项目", "纳统项目", "新纳统项目"),
    ),
)  # fmt: skip

PARTS: tuple[Measure, ...] = (
    Count(
        "started_entered",
        title="当期开工且已入库",
        when="started_on",
        where=(Condition("entered_on", "set"),),
        threshold="planned_total",
    ),
    Count("due_to_start", title="计划当期开工", when="planned_start", threshold="planned_total"),
    Count(
        "due_started",
        title="计划当期开工且已开工",
        when="planned_start",
        where=(STARTED,),
        threshold="planned_total",
    ),
    Count(
        "started_completed",
        title="当期开工且已竣工",
        when="started_on",
        where=(COMPLETED,),
        threshold="planned_total",
    ),
    Count(
        "completed_operating",
        title="当期竣工且已投产",
        when="completed_on",
        where=(OPERATING,),
        threshold="planned_total",
    ),
    Count(
        "operating_at_capacity",
        title="当期投产且已达产",
        when="operating_on",
        where=(AT_CAPACITY,),
        threshold="planned_total",
    ),
)

RATES: tuple[Measure, ...] = (
    Ratio(
        "entry_rate",
        title="项目入库率",
        top="started_entered",
        bottom="started",
        when="started_on",
        threshold="planned_total",
        words=("项目入库率", "入库率", "纳统率", "项目纳统率", "开工项目入库率", "入库纳统率"),
    ),
    Ratio(
        "start_rate",
        title="项目开工率",
        top="due_started",
        bottom="due_to_start",
        when="planned_start",
        threshold="planned_total",
        words=(
            "项目开工率",
            "开工率",
            "重点项目开工率",
            "计划项目开工率",
            "新建项目开工率",
            "年度项目开工率",
        ),
    ),
    Ratio(
        "completion_rate",
        title="项目竣工率",
        top="started_completed",
        bottom="started",
        when="started_on",
        threshold="planned_total",
        words=("项目竣工率", "竣工率", "已开工项目竣工率", "开工项目竣工率", "重点项目竣工率"),
    ),
    Ratio(
        "operating_rate",
        title="项目投产率",
        top="completed_operating",
        bottom="completed",
        when="completed_on",
        threshold="planned_total",
        words=("项目投产率", "投产率", "竣工项目投产率", "已竣工项目投产率"),
    ),
    Ratio(
        "capacity_rate",
        title="项目达产率",
        top="operating_at_capacity",
        bottom="operating",
        when="operating_on",
        threshold="planned_total",
        words=("项目达产率", "达产率", "投产项目达产率", "已投产项目达产率"),
    ),
)

MEASURES = (*COUNTS, *OF_NATURE, *PARTS, *RATES)

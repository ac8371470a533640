"""The ledger of projects' months, and what plans promise of it."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Link, Money, Month, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Condition, Ratio, Sum
from luoshi.projects.delivery.months.models import ProjectMonth
from luoshi.projects.words import INDUSTRIAL, INFRASTRUCTURE, LIVELIHOOD

INDUSTRY = Condition("project__industry__section", "in", "B,C,D")  # 工业: mining, manufacture, supply

MEASURES = (
    Sum(
        "done",
        title="项目完成投资",
        of="done",
        when="period",
        threshold="project__planned_total",
        words=(
            "固定资产投资", "完成投资", "项目完成投资", "完成固定资产投资", "固投", "项目投资", "重点项目完成投资",
            "重点项目投资", "完成年度投资", "投资完成额", "固定资产投资完成额", "全社会固定资产投资", "完成总投资",
        ),
    ),
    Sum(
        "planned",
        title="项目计划投资",
        of="planned",
        when="period",
        threshold="project__planned_total",
        words=("计划投资", "年度计划投资", "计划完成投资"),
    ),
    Sum(
        "industry_done",
        title="工业项目完成投资",
        of="done",
        when="period",
        where=(INDUSTRY,),
        threshold="project__planned_total",
        words=("工业固投", "工业投资", "工业固定资产投资", "完成工业投资", "工业项目完成投资"),
    ),
    Sum(
        "industrial_done",
        title="产业项目完成投资",
        of="done",
        when="period",
        where=(Condition("project__kind", "eq", INDUSTRIAL),),
        threshold="project__planned_total",
        words=("产业项目投资", "产业投资", "产业项目完成投资", "完成产业投资"),
    ),
    Sum(
        "infrastructure_done",
        title="基础设施项目完成投资",
        of="done",
        when="period",
        where=(Condition("project__kind", "eq", INFRASTRUCTURE),),
        threshold="project__planned_total",
        words=(
            "基础设施投资", "基础设施完成投资", "重点工程投资", "基础设施重点工程投资", "重点工程完成投资",
            "基础设施建设投资",
        ),
    ),
    Sum(
        "livelihood_done",
        title="民生项目完成投资",
        of="done",
        when="period",
        where=(Condition("project__kind", "eq", LIVELIHOOD),),
        threshold="project__planned_total",
        words=("民生投资", "民生项目投资", "民生工程投资", "民生项目完成投资", "民生工程完成投资"),
    ),
    Ratio(
        "completion",
        title="投资完成率",
        top="done",
        bottom="planned",
        when="period",
        threshold="project__planned_total",
        words=("投资完成率", "年度投资完成率", "项目投资完成率", "计划投资完成率"),
    ),
)  # fmt: skip

PROJECT_MONTHS = Ledger(
    model=ProjectMonth,
    name="delivery.months",
    title="项目月度进度",
    note="一行一个项目一个月：计划投资年初分月填好，完成投资逐月填报，都填当月数，不填累计数。",
    identity=("project", "period"),
    label="called",
    unit="project__unit",
    order=("-period", "project__number"),
    search=("project__name", "project__number", "note"),
    columns=(
        Link("project", to="delivery.projects", sample="XM-2026-001", help="填项目编号或名称。"),
        Month("period", sample="2026-06", help="须已开账。"),
        Money("planned", unit="万元", shown="万元", sample="1800", help="当月计划完成的投资。"),
        Money(
            "done", unit="万元", shown="万元", sample="1650", help="当月实际完成的投资，还没有填报的留空。"
        ),
        Money(
            "forecast",
            unit="万元",
            shown="万元",
            sample="1700",
            help="月中预计全月完成的投资，报了完成数以后留作对照。",
            listed=False,
        ),
        Text("note", sample="厂房主体封顶", help="一句话写清工程做到哪里。", listed=False),
    ),
    measures=MEASURES,
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
)

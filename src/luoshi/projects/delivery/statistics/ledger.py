"""The ledger of statistical reports: what a project reports is checked before it is handed in."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers import rulebook
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Flag, Link, Money, Month, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Condition, Count, Ratio, Sum
from luoshi.ledgers.models import Row
from luoshi.projects.delivery.rules import ENTRY
from luoshi.projects.delivery.statistics.models import DRAFT, STATES, SUBMITTED, Statistic
from luoshi.rules import statistics


def agrees(row: Row, on: datetime.date) -> str:
    """What does not agree in the report, with those before it: month + previous = to date = its parts."""
    if not isinstance(row, Statistic):
        return ""
    others = [s.report for s in Statistic.objects.of_project(row.project_id) if s.period < row.period]
    rule = rulebook.in_force(ENTRY, on)
    found = statistics.check(rule, [*others, row.report], row.project.planned_total)
    said = [finding.sentence for finding in found if finding.period == row.period]
    return "；".join(said) + "。" if said else ""


def handed_in(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day, and whether it was in time."""
    due = statistics.figures_due(rulebook.in_force(ENTRY, on), getattr(row, "period"))  # noqa: B009
    return {"reported_on": on, "in_time": on <= due}


def given_back(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """What is given back is not handed in."""
    return {"reported_on": None, "in_time": None}


def amount(name: str, sample: str, help: str = "", listed: bool = True) -> Money:
    """A column of money in ten thousands."""
    return Money(name, unit="万元", shown="万元", sample=sample, help=help, listed=listed)


STATISTICS = Ledger(
    model=Statistic,
    name="delivery.statistics",
    title="项目统计报表",
    note="一行一个已入库项目一个月：上报前自动核对，本月加上月累计要等于本年累计，四项构成之和要等于本年累计。",
    identity=("project", "period"),
    label="called",
    unit="project__unit",
    order=("-period", "project__number"),
    search=("project__name", "project__number", "project__statistic_code"),
    columns=(
        Link("project", to="delivery.projects", sample="XM-2026-001", help="填项目编号或名称。"),
        Month("period", sample="2026-06", help="须已开账。"),
        amount("month", "1650", "报表月当月完成的投资。"),
        amount("to_date", "9860", "一月起累计，等于上月累计加本月。"),
        amount("building", "5200", "自一月起累计。", listed=False),
        amount("installation", "1360", "自一月起累计。", listed=False),
        amount("equipment", "2900", "自一月起累计。", listed=False),
        amount("other", "400", "自一月起累计，如土地、设计、监理费。", listed=False),
        Day("reported_on", sample="2026-07-22", help="上报时自动记下。"),
        Flag("in_time", sample="是", help="上报时按纳统规则自动判断。"),
        Text("note", sample="设备到货集中", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=DRAFT,
        steps=(
            Step("submit", "上报", (DRAFT,), SUBMITTED, holds=(agrees,), sets=handed_in, bulk=True),
            Step("return", "退回修改", (SUBMITTED,), DRAFT, back=True, sets=given_back),
        ),
        closed=(SUBMITTED,),
    ),
    measures=(
        Sum(
            "reported_investment",
            title="统计上报投资",
            of="month",
            when="period",
            where=(Condition("reported_on", "set"),),
            threshold="project__planned_total",
            words=("统计投资", "入库投资", "统计上报投资", "入统投资", "纳统投资"),
        ),
        Count("due", title="应报报表", unit="份", when="period"),
        Count(
            "filed_in_time",
            title="按时上报的报表",
            unit="份",
            when="period",
            where=(Condition("in_time", "eq", "true"),),
        ),
        Ratio(
            "filing_rate",
            title="报表按时上报率",
            top="filed_in_time",
            bottom="due",
            when="period",
            words=("报表按时上报率", "统计报表按时上报率", "按时上报率", "统计报表及时率"),
        ),
    ),
    access=Access(
        read=roles.READ_OWN,
        write=roles.WRITE_OWN,
        steps={"return": roles.SUPERVISORS},
        columns={"in_time": roles.SUPERVISORS},
    ),
)

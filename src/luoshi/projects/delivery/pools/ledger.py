"""The ledger of the pools, and what plans promise of them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Money, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Condition, Count, Ratio, Sum
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.delivery.pools.models import (
    APPLIED,
    BOND,
    CONCEIVED,
    DROPPED,
    NEXT,
    POOLS,
    PROMOTED,
    RESERVED,
    STATES,
    THREE_YEAR,
    PoolProject,
)
from luoshi.projects.words import PROJECT_KINDS


def next_pool(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """From the first ideas to the plan of five years, from there to the rolling one of three."""
    return {"pool": NEXT.get(getattr(row, "pool"), getattr(row, "pool"))}  # noqa: B009 - any row, to the types


def rolling(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """With its study approved a project stands in the rolling pool, unless it waits for a bond there already."""
    return {"pool": THREE_YEAR} if getattr(row, "pool") in NEXT else {}  # noqa: B009


def bond(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """What is applied for stands in the pool of bonds."""
    return {"pool": BOND}


def has_next(row: Row, on: datetime.date) -> str:
    """Only what has a next pool moves on."""
    before = PoolProject.objects.filter(pk=row.pk, pool__in=NEXT).exists()
    return (
        "" if before else "三年滚动库、专项债券库之后没有下一库，请办理“转入储备”“登记申报债券”或转为项目。"
    )


def has_project(row: Row, on: datetime.date) -> str:
    """A project in a pool is under way when there is a project."""
    return (
        ""
        if hasattr(row, "project")
        else "请在储备项目的页面上用“转为项目”，项目会带着储备库里的内容登记好。"
    )


PROJECTS_IN_POOLS = Ledger(
    model=PoolProject,
    name="delivery.pools",
    title="项目储备库",
    note="一行一个储备项目，从谋划、可研到申报债券；转为项目后在项目台账推进。",
    identity=("number",),
    label="name",
    numbered="number",
    number=NumberRule("CB", year_of="entered_on"),
    unit="unit",
    order=("number",),
    search=("number", "name"),
    columns=(
        Text("number", sample="CB-2026-001", help="全区唯一；不填则自动编号。"),
        Text("name", sample="溪口片区雨污管网工程"),
        Choice("pool", choices=POOLS, sample="专项债券库"),
        Choice("kind", choices=PROJECT_KINDS, sample="基础设施"),
        Money("amount", unit="万元", shown="亿元", sample="26000"),
        Day("planned_start", sample="2027-03-31", listed=False),
        Day("entered_on", sample="2026-01-22"),
        Day("feasibility_on", sample="2026-04-16"),
        Day("bond_applied_on", sample="2026-05-08", listed=False),
        Money("bond_amount", unit="万元", shown="亿元", sample="15000", listed=False),
        Day("bond_got_on", sample="2026-09-10", listed=False),
        Money("bond_got", unit="万元", shown="亿元", sample="9000", help="实际到位的债券资金。"),
        Day("promoted_on", sample="2026-09-28", help="转为在建项目的日期。"),
        Person("person", sample="zhouwei", help="填用户名。", listed=False),
        Link("unit", to="directory.units", sample="规划建设局", help="牵头谋划的单位。"),
        Text("note", sample="与溪口路网一并实施", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=CONCEIVED,
        steps=(
            Step(
                "advance", "转入下一库", (CONCEIVED,), CONCEIVED, holds=(has_next,), sets=next_pool, bulk=True
            ),
            Step("reserve", "转入储备", (CONCEIVED,), RESERVED, needs=("feasibility_on",), sets=rolling),
            Step(
                "apply",
                "登记申报债券",
                (RESERVED,),
                APPLIED,
                needs=("bond_applied_on", "bond_amount"),
                sets=bond,
            ),
            Step(
                "promote",
                "登记转实施",
                (CONCEIVED, RESERVED, APPLIED),
                PROMOTED,
                needs=("promoted_on",),
                holds=(has_project,),
            ),
            Step("drop", "移出储备库", (CONCEIVED, RESERVED, APPLIED), DROPPED, reason=True),
            Step("take_back", "移回储备库", (DROPPED,), CONCEIVED, back=True),
        ),
        closed=(PROMOTED, DROPPED),
    ),
    measures=(
        Count(
            "pooled",
            title="入库储备项目数",
            when="entered_on",
            threshold="amount",
            words=("谋划储备项目", "谋划亿元以上储备项目", "新增谋划储备项目", "储备库项目"),
        ),
        Count(
            "feasibility",
            title="可研批复项目数",
            when="feasibility_on",
            threshold="amount",
            words=("可研批复项目", "完成可研批复", "完成可研批复项目", "可研批复"),
        ),
        Count(
            "bond_applied",
            title="申报专项债券项目数",
            when="bond_applied_on",
            threshold="amount",
            words=("申报专项债券项目", "专项债券项目申报", "申报专项债项目"),
        ),
        Sum(
            "bond_got",
            title="专项债券到位资金",
            of="bond_got",
            when="bond_got_on",
            threshold="amount",
            words=("专项债券资金", "争取专项债券资金", "专项债券", "专项债资金"),
        ),
        Count("promoted", title="转实施储备项目数", when="promoted_on", threshold="amount"),
        Count(
            "pooled_promoted",
            title="当期入库且已转实施",
            when="entered_on",
            where=(Condition("promoted_on", "set"),),
            threshold="amount",
        ),
        Ratio(
            "promotion_rate",
            title="储备项目转化率",
            top="pooled_promoted",
            bottom="pooled",
            when="entered_on",
            threshold="amount",
            words=("储备项目转化率", "储备转化率", "储备项目实施转化率", "项目储备转化率"),
        ),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
)

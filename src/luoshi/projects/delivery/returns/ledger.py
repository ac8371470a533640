"""The ledger of what projects bring in, and what plans promise of it."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Link, Money, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Ratio, Sum
from luoshi.projects.delivery.returns.models import Return


def amount(name: str, sample: str, help: str = "") -> Money:
    """A column of money in ten thousands."""
    return Money(name, unit="万元", shown="万元", sample=sample, help=help)


RETURNS = Ledger(
    model=Return,
    name="delivery.returns",
    title="项目达产效益",
    note="一行一个投产项目一个月：开票销售和税收对照达产计划，都填当月数，不填累计数。",
    identity=("project", "period"),
    label="called",
    unit="project__unit",
    order=("-period", "project__number"),
    search=("project__name", "project__number"),
    columns=(
        Link("project", to="delivery.projects", sample="XM-2026-001", help="填项目编号或名称。"),
        Month("period", sample="2026-06", help="须已开账。"),
        amount("planned_sales", "4200", "按投产承诺分月的开票销售。"),
        amount("sales", "3860", "当月实际开票销售，还没有的留空。"),
        amount("planned_tax", "150"),
        amount("tax", "128", "当月实际入库的税收，还没有的留空。"),
        Number("jobs", unit="人", sample="126", help="月末在岗人数。", listed=False),
        Text("note", sample="二号线调试中", listed=False),
    ),
    measures=(
        Sum(
            "sales",
            title="投产项目开票销售",
            of="sales",
            when="period",
            threshold="project__planned_total",
            words=("新投产项目开票销售", "投产项目开票销售", "项目开票销售", "投产项目销售收入"),
        ),
        Sum(
            "tax",
            title="投产项目税收",
            of="tax",
            when="period",
            threshold="project__planned_total",
            words=("投产项目税收", "新投产项目税收", "项目税收"),
        ),
        Sum(
            "planned_sales",
            title="投产项目计划开票销售",
            of="planned_sales",
            when="period",
            threshold="project__planned_total",
        ),
        Ratio(
            "sales_rate",
            title="达产效益兑现率",
            top="sales",
            bottom="planned_sales",
            when="period",
            threshold="project__planned_total",
            words=("达产效益兑现率", "效益兑现率", "达产达效率", "投产项目效益兑现率"),
        ),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
)

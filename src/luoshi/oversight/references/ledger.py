"""对标值 as a ledger: the supervision office and leaders enter or import it, everybody reads by what lights go."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Link, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.oversight.references.models import (
    KINDS,
    SCALE,
    STANDING,
    STATES,
    WITHDRAWN,
    Reference,
)

REFERENCES = Ledger(
    model=Reference,
    name="oversight.references",
    title="对标值",
    note="一行一个目标一个月的对标值，如全市平均增速；亮灯规则要和它比的，从这里取数。",
    identity=("target", "period", "name"),
    label="called",
    unit="target__lead_unit",
    order=("-period", "target__number", "name"),
    search=("target__number", "target__name", "name", "source"),
    columns=(
        Link("target", to="plans.targets", sample="2026-008", help="目标编号。"),
        Month("period", sample="2026-06"),
        Text("name", sample="全市平均", help="与亮灯规则里写的对比对象一字不差。"),
        Number(
            "value",
            scale=SCALE,
            sample="6.9",
            help="按目标的计量单位填，与目标的累计口径一致；最多四位小数，下降的填负数。",
        ),
        Text("measure_unit", title="计量单位", derived=True),
        Choice("kind", choices=KINDS, sample="快报数", help="正式数出来以后，修改原来的行。"),
        Text("source", sample="市统计局《2026年6月统计月报》"),
        Choice("state", choices=STATES, sample="在用"),
    ),
    lifecycle=Lifecycle(
        start=STANDING,
        steps=(
            Step("withdraw", "撤销", (STANDING,), WITHDRAWN, reason=True),
            Step("revive", "恢复", (WITHDRAWN,), STANDING, reason=True),
        ),
        closed=(WITHDRAWN,),
    ),
    access=Access(
        read=roles.EVERYBODY,
        write=roles.LEADERS,
        remove=(),  # what lights were compared with is withdrawn, with a reason
        importing=roles.LEADERS,
        history=roles.OVERSEERS,
    ),
)

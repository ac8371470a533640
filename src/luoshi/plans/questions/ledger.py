"""The ledger of questions: the forms that units fill in, as data."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Link, Month, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.numbering import NumberRule
from luoshi.plans import followers
from luoshi.plans.questions.models import KINDS, Question

QUESTIONS = Ledger(
    model=Question,
    name="plans.questions",
    title="填报项",
    note="每个单位每月要填哪些数。按月填报的目标自动列入牵头单位的报表，其他要填的由督查员增加；台账已有的不能要。",
    identity=("number",),
    label="called",
    unit="unit",
    order=("unit__code", "template", "number"),
    search=("number", "name", "template"),
    columns=(
        Text("number", help="目标的填报项用目标编号，其他的自动编号。"),
        Text("template", sample="经济运行快报", help="同一张报表的填报项写同一个名称。"),
        Link("unit", to="directory.units", sample="经发局"),
        Text("name", sample="用电量"),
        Text("measured_in", sample="万千瓦时"),
        Choice("kind", choices=KINDS, sample="当月数"),
        Month("since", sample="2026-01"),
        Month("until", sample="2026-12", help="一直要填的留空。"),
        Link("target", to="plans.targets", listed=False, help="填的是一个目标时写目标编号，其他的留空。"),
        Text("reason", listed=False, help="台账已能算出而仍要填报的，写明理由。"),
    ),
    access=Access(read=roles.EVERYBODY, write=roles.SUPERVISORS, history=roles.OVERSEERS),
    numbered="number",
    number=NumberRule("TB", year_of="since"),
    after=followers.of("plans.questions"),
)

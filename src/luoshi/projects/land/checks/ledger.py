"""The ledger of standard land's checks, and what plans promise of them."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Link, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Condition, Count, Ratio
from luoshi.projects.land.checks.models import PASSED, ROUNDS, VERDICTS, StandardCheck
from luoshi.projects.land.parcels import rounds

CHECKS = Ledger(
    model=StandardCheck,
    name="land.checks",
    title="标准地履约核查",
    note="一行一宗标准地一轮核查：标准地一供应就按规则排出各轮核查，看承诺的投资强度、税收、能耗和容积率兑现没有。",
    identity=("parcel", "round"),
    label="called",
    unit="parcel__unit",
    order=("due_on", "parcel__number"),
    search=("parcel__name", "parcel__number", "parcel__user", "remark"),
    columns=(
        Link("parcel", to="land.parcels", sample="DK-0001", help="填地块编号或名称。"),
        Choice("round", choices=ROUNDS, sample="满一年"),
        Day("due_on", sample="2026-11-20", help="不用填，按规则从供地或达产的日期算出。"),
        Day("checked_on", sample="2026-11-12", help="现场核查的日期，还没有核查的不填。"),
        Number("intensity", unit="万元/亩", base="元/亩", scale=100, sample="362"),
        Number("tax_per_mu", unit="万元/亩", base="元/亩", scale=100, sample="18.6"),
        Number("energy", unit="吨标煤/万元", scale=100, sample="0.31", listed=False),
        Number("plot_ratio", scale=100, sample="1.3", listed=False),
        Text("told", title="承诺和实际", derived=True, long=True, listed=False),
        Choice("verdict", choices=VERDICTS, sample="达标", help="核查以后填写，要和各项条件相符。"),
        Day("correct_by", sample="2027-05-12", help="整改中的必填，到期复核后改填结论。"),
        Text("consequence", sample="按合同追缴违约金 86 万元", help="未达标的必填。"),
        Text("remark", sample="二号厂房尚未投用，限三个月内整改", long=True, listed=False),
    ),
    measures=(
        Count("due", title="到期核查数", unit="宗", when="due_on"),
        Count(
            "checked",
            title="完成核查数",
            unit="宗",
            when="checked_on",
            words=("标准地核查", "标准地履约核查"),
        ),
        Count(
            "due_passed",
            title="到期且达标的核查",
            unit="宗",
            when="due_on",
            where=(Condition("verdict", "eq", PASSED),),
        ),
        Ratio(
            "pass_rate",
            title="标准地履约达标率",
            top="due_passed",
            bottom="due",
            when="due_on",
            words=("标准地履约率", "标准地履约达标率", "标准地达标率"),
        ),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN),
    after=rounds.follow_checks,
)

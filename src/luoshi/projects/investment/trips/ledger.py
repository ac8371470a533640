"""The ledger of trips, and what plans promise of them."""

from __future__ import annotations

import datetime

from luoshi.directory import roles
from luoshi.ledgers import clocks, rule_kinds
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Flag, Link, Money, People, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Clock, Lifecycle, Limit, Step
from luoshi.ledgers.measures import Condition, Count, Ratio
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.investment import kinds
from luoshi.projects.investment.trips.models import (
    CANCELLED,
    LEVELS,
    PLANNED,
    PROMOTION,
    PURPOSES,
    REGISTERED,
    REPORTED,
    STATES,
    TRAVELLED,
    Trip,
)
from luoshi.rules import rhythm
from luoshi.rules.errors import RulesError

PLAN, MADE = "备案", "出行"
REPORT = "考察报告"  # the slot of the file that proves a report


def registered_late(row: Row, on: datetime.date) -> str:
    """A trip is registered so many working days before it begins, by the rule of the day of registration."""
    if not isinstance(row, Trip) or row.registered_on is None:
        return ""
    rule = rule_kinds.perhaps(kinds.RHYTHM, row.registered_on)
    if rule is None:
        return ""
    try:
        late = rhythm.registered_late(rule, row.registered_on, row.planned_from, clocks.calendar())
    except RulesError:
        return ""  # there is nothing to judge it by
    return f"{late}。" if late else ""


TRIPS = Ledger(
    model=Trip,
    name="investment.trips",
    title="外出招商",
    note="一行一次外出招商：事前备案，出行，事后报告；外出批次和推介会场次都从这里算出。",
    identity=("number",),
    label="topic",
    numbered="number",
    number=NumberRule("KC", year_of="planned_from"),
    unit="unit",
    order=("-planned_from", "number"),
    search=("number", "topic", "firms", "leader__name"),
    columns=(
        Text("number", sample="KC-2026-001", help="全区唯一；不填则自动编号。", group=PLAN),
        Text("topic", sample="赴苏州拜访储能材料企业", group=PLAN),
        Choice("purpose", choices=PURPOSES, sample="上门拜访", group=PLAN),
        Link("destination", to="directory.regions", sample="江苏省", help="省级行政区或“境外”。", group=PLAN),
        Text(
            "firms",
            sample="恒远隔膜、东晟新材",
            help="拟拜访或邀请的企业，用顿号隔开。",
            long=True,
            listed=False,
            group=PLAN,
        ),
        Choice("level", choices=LEVELS, sample="分管负责人", group=PLAN),
        Person("leader", sample="shenyan", help="带队的领导，填用户名；小分队可不填。", group=PLAN),
        People("members", sample="shaoqing、luming", listed=False, group=PLAN),
        Day("planned_from", sample="2026-03-16", listed=False, group=PLAN),
        Day("planned_to", sample="2026-03-18", listed=False, group=PLAN),
        Day("registered_on", sample="2026-03-09", listed=False, group=PLAN),
        Day("left_on", sample="2026-03-16", group=MADE),
        Day("back_on", sample="2026-03-18", listed=False, group=MADE),
        Text("people_met", sample="恒远隔膜总经理", long=True, listed=False, group=MADE),
        Text(
            "results",
            sample="两家企业同意四月来区考察",
            help="报告时写清成果。",
            long=True,
            listed=False,
            group=MADE,
        ),
        Money("cost", unit="元", shown="元", sample="8640", listed=False, group=MADE),
        Day("reported_on", sample="2026-03-23", help="交考察报告的日期。", group=MADE),
        Link("unit", to="directory.units", sample="招商局", help="组织外出的单位。"),
        Text("note", sample="与科技创新局同行", listed=False),
        Choice("state", choices=STATES),
        Day("due_on", listed=False, help="考察报告的期限，由外出招商频次规则算出。"),
        Day("entered", listed=False),
        Flag("reported_in_time", listed=False, help="办理登记报告时记下。"),
    ),
    lifecycle=Lifecycle(
        start=PLANNED,
        steps=(
            Step(
                "register", "备案", (PLANNED,), REGISTERED, needs=("registered_on",), holds=(registered_late,)
            ),
            Step("travel", "登记出行", (REGISTERED,), TRAVELLED, needs=("left_on",)),
            Step(
                "report",
                "登记报告",
                (TRAVELLED,),
                REPORTED,
                needs=("back_on", "people_met", "results", "reported_on"),
                evidence=(REPORT,),
            ),
            Step("cancel", "取消", (PLANNED, REGISTERED), CANCELLED, reason=True),
        ),
        closed=(REPORTED, CANCELLED),
        clocks=(
            Clock(
                TRAVELLED,
                Limit(5, rule="trip_rhythm/report"),
                "考察报告",
                since="back_on",
                verdict="reported_in_time",
            ),
        ),
    ),
    measures=(
        Count(
            "trips",
            title="外出招商批次",
            unit="批次",
            when="left_on",
            words=(
                "赴外招商小分队",
                "组织赴外招商小分队",
                "外出招商",
                "外出招商批次",
                "外出考察",
                "招商小分队",
            ),
        ),
        Count(
            "promotions",
            title="推介会场次",
            unit="场",
            when="left_on",
            where=(Condition("purpose", "eq", PROMOTION),),
            words=("产业链推介会", "举办产业链推介会", "招商推介会", "推介会", "产业推介会"),
        ),
        Count("back", title="已返回的外出招商", unit="批次", when="back_on"),
        Count(
            "reported_in_time",
            title="已返回且按时报告",
            unit="批次",
            when="back_on",
            where=(Condition("reported_in_time", "eq", "是"),),
        ),
        Ratio(
            "report_rate",
            title="考察报告按时率",
            top="reported_in_time",
            bottom="back",
            when="back_on",
            words=("考察报告按时率", "外出招商报告率"),
        ),
    ),
    access=Access(read=roles.READ_OWN, write=roles.WRITE_OWN, secret=("cost",), secret_read=roles.OVERSEERS),
)

"""The ledger of what projects need, and what plans promise of it."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.columns import Choice, Day, Flag, Link, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Clock, Lifecycle, Limit, Step
from luoshi.ledgers.measures import Condition, Count, Ratio
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.delivery.needs.models import ACCEPTED, MET, RAISED, REFUSED, STATES, Need
from luoshi.projects.words import NEEDS

PERSON = Grant(roles.CLERK, of="person")  # who sees to it, of whatever unit
SEES_TO_IT = (PERSON, *roles.SUPERVISORS)

PROJECT_NEEDS = Ledger(
    model=Need,
    name="delivery.needs",
    title="要素需求",
    note="一行一项项目要素需求：由项目的责任单位提出，承办人限时受理、限时满足，办结率从这里算出。",
    identity=("number",),
    label="called",
    numbered="number",
    number=NumberRule("XQ", year_of="raised_on"),
    unit="project__unit",
    order=("-raised_on", "-number"),
    search=("number", "content", "project__name", "project__number"),
    columns=(
        Text("number", sample="XQ-2026-001", help="全区唯一；不填则自动编号。"),
        Link("project", to="delivery.projects", sample="XM-2026-001", help="填项目编号或名称。"),
        Choice("kind", choices=NEEDS, sample="供电"),
        Text("content", sample="厂区双回路 10 千伏供电", long=True),
        Text("amount", sample="5000 千伏安", listed=False),
        Day("raised_on", sample="2026-03-04"),
        Link("office", to="directory.units", sample="企业服务局", help="负责解决的单位。"),
        Person("person", sample="luomin", help="负责解决的人，填用户名。"),
        Day("accepted_on", sample="2026-03-05", listed=False),
        Day("due_on"),
        Text("answer", sample="已接入柳塘变电站备用间隔", long=True, listed=False),
        Day("met_on", sample="2026-03-16"),
        Flag("accepted_in_time", sample="是", listed=False),
        Flag("met_in_time", sample="是"),
        Text("note", sample="随云溪大道管线一并敷设", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=RAISED,
        steps=(
            Step("accept", "受理", (RAISED,), ACCEPTED, needs=("accepted_on",)),
            Step("meet", "登记满足", (ACCEPTED,), MET, needs=("met_on", "answer")),
            Step("refuse", "不予满足", (RAISED, ACCEPTED), REFUSED, needs=("answer",), reason=True),
            Step("raise_again", "重新提出", (REFUSED,), RAISED, back=True),
        ),
        clocks=(
            Clock(
                RAISED,
                Limit(2, rule="project_service/accept"),
                "受理",
                since="raised_on",
                verdict="accepted_in_time",
            ),
            Clock(
                ACCEPTED,
                Limit(10, rule="project_service/meet"),
                "满足",
                since="raised_on",
                verdict="met_in_time",
            ),
        ),
        closed=(MET, REFUSED),
    ),
    measures=(
        Count(
            "raised", title="提出的要素需求", unit="项", when="raised_on", words=("要素需求", "项目要素需求")
        ),
        Count(
            "raised_met",
            title="当期提出且已满足",
            unit="项",
            when="raised_on",
            where=(Condition("met_on", "set"),),
        ),
        Count(
            "met",
            title="满足的要素需求",
            unit="项",
            when="met_on",
            words=("解决要素需求", "解决项目要素需求", "要素保障事项"),
        ),
        Count(
            "met_in_time",
            title="按时满足的要素需求",
            unit="项",
            when="met_on",
            where=(Condition("met_in_time", "eq", "true"),),
        ),
        Ratio(
            "need_rate",
            title="要素保障办结率",
            top="raised_met",
            bottom="raised",
            when="raised_on",
            words=("要素保障办结率", "要素保障满足率", "要素需求满足率", "要素需求办结率"),
        ),
        Ratio(
            "in_time_rate",
            title="要素保障按时办结率",
            top="met_in_time",
            bottom="met",
            when="met_on",
            words=("要素保障按时办结率", "要素需求按时满足率", "要素需求按时办结率"),
        ),
    ),
    access=Access(
        read=(*roles.READ_OWN, PERSON),
        write=roles.WRITE_OWN,
        steps={"accept": SEES_TO_IT, "meet": SEES_TO_IT, "refuse": SEES_TO_IT},
    ),
)

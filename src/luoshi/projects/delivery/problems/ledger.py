"""The ledger of problems: assigned, signed for, answered, struck off by somebody else."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.columns import Choice, Day, Flag, Link, Number, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Clock, Lifecycle, Limit, Step
from luoshi.ledgers.measures import Condition, Count, Ratio
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from luoshi.projects.delivery.problems.models import (
    ANSWERED,
    ASSIGNED,
    HIGHER,
    LEVELS,
    RAISED,
    RETURNED,
    SIGNED_FOR,
    STATES,
    STRUCK_OFF,
    Problem,
)
from luoshi.projects.words import STUCK

PERSON = Grant(roles.CLERK, of="person")  # who clears it, of whatever unit
CLEARS_IT = (PERSON, *roles.SUPERVISORS)
STRIKE_OFF = "strike_off"
PROOF = "整改证明"


def struck(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day, and whether it was within the limit."""
    return {"struck_on": on, "struck_in_time": on <= getattr(row, "limit_on")}  # noqa: B009 - any row, to the types


def once_more(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """What comes back is signed for and answered anew, and counted; nothing is struck off any more."""
    gone = dict.fromkeys(("signed_for_on", "answered_on", "struck_on", "struck_in_time"))
    return {**gone, "answer": "", "again": getattr(row, "again") + 1}  # noqa: B009


def one_higher(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The next level up, where there is one."""
    return {"level": HIGHER.get(getattr(row, "level"), getattr(row, "level"))}  # noqa: B009


def not_highest(row: Row, on: datetime.date) -> str:
    """Above the principal leader there is nobody."""
    highest = Problem.objects.filter(pk=row.pk).exclude(level__in=HIGHER).exists()
    return "已由主要领导协调，不能再提级。" if highest else ""


PROBLEMS = Ledger(
    model=Problem,
    name="delivery.problems",
    title="项目堵点",
    note="一行一个堵点：提出、交办、签收、反馈，由督查员评审后销号；退回的重新签收并计一次退回。",
    identity=("number",),
    label="called",
    numbered="number",
    number=NumberRule("WT", year_of="raised_on"),
    unit="project__unit",
    order=("-raised_on", "-number"),
    search=("number", "content", "project__name", "project__number"),
    columns=(
        Text("number", sample="WT-2026-001", help="全区唯一；不填则自动编号。"),
        Link("project", to="delivery.projects", sample="XM-2026-001", help="填项目编号或名称。"),
        Choice("stuck", choices=STUCK, sample="场地交付"),
        Text("content", sample="北侧 6 亩坟墓未迁，基础施工受阻", long=True),
        Day("raised_on", sample="2026-03-04"),
        Choice("level", choices=LEVELS, sample="部门", listed=False),
        Link("office", to="directory.units", sample="云溪镇", help="负责解决的单位。"),
        Person("person", sample="zhouwei", help="负责解决的人，填用户名。"),
        Person("leader", sample="weiling", help="协调的领导，填用户名。", listed=False),
        Day("limit_on", sample="2026-04-03", help="交办时定下的最后期限。"),
        Day("assigned_on", sample="2026-03-05", listed=False),
        Day("signed_for_on", sample="2026-03-06", listed=False),
        Day("due_on", listed=False),
        Text("answer", sample="坟墓已全部迁出，场地已交付", long=True, listed=False),
        Day("answered_on", sample="2026-03-26", listed=False),
        Day("struck_on", sample="2026-03-30"),
        Flag("struck_in_time", sample="是", help="销号时自动判断。"),
        Number("again", unit="次", sample="0", help="退回一次自动加一。", listed=False),
        Text("note", sample="每周四现场调度", listed=False),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=RAISED,
        steps=(
            Step("assign", "交办", (RAISED,), ASSIGNED, needs=("assigned_on", "person")),
            Step("sign_for", "签收", (ASSIGNED, RETURNED), SIGNED_FOR, needs=("signed_for_on",)),
            Step(
                "answer",
                "反馈",
                (SIGNED_FOR,),
                ANSWERED,
                needs=("answered_on", "answer"),
                evidence=(PROOF,),  # from who clears it; who strikes off looks at it
            ),
            Step(
                "strike_off",
                "销号",
                (ANSWERED,),
                STRUCK_OFF,
                review=STRIKE_OFF,
                evidence=(PROOF,),
                sets=struck,
            ),
            Step("return", "退回", (ANSWERED, STRUCK_OFF), RETURNED, back=True, sets=once_more),
            Step(
                "escalate",
                "提级协调",
                (ASSIGNED,),
                ASSIGNED,
                reason=True,
                holds=(not_highest,),
                sets=one_higher,
            ),
        ),
        clocks=(
            Clock(ASSIGNED, Limit(1, rule="project_service/sign_for"), "签收", since="assigned_on"),
            Clock(SIGNED_FOR, Limit(5, rule="project_service/answer"), "反馈", since="signed_for_on"),
        ),
        closed=(STRUCK_OFF,),
    ),
    measures=(
        Count("raised", title="提出的堵点", when="raised_on", words=("项目堵点", "梳理项目堵点", "项目问题")),
        Count(
            "struck",
            title="销号的堵点",
            when="struck_on",
            words=("销号问题", "解决项目堵点", "堵点销号", "化解项目堵点", "解决项目问题"),
        ),
        Count("due", title="到期堵点", when="limit_on"),
        Count(
            "due_struck",
            title="到期且按期销号",
            when="limit_on",
            where=(Condition("struck_in_time", "eq", "true"),),
        ),
        Ratio(
            "strike_rate",
            title="问题按期销号率",
            top="due_struck",
            bottom="due",
            when="limit_on",
            words=("问题按期销号率", "堵点按期销号率", "问题销号率", "项目问题按期销号率", "堵点销号率"),
        ),
    ),
    access=Access(
        read=(*roles.READ_OWN, PERSON),
        write=roles.WRITE_OWN,
        steps={
            "assign": roles.LEADERS,
            "sign_for": CLEARS_IT,
            "answer": CLEARS_IT,
            "strike_off": roles.SUPERVISORS,
            "return": roles.LEADERS,
        },
        reviews={STRIKE_OFF: roles.LEADERS},
        columns={"struck_in_time": roles.SUPERVISORS, "again": roles.SUPERVISORS},
    ),
)

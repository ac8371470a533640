"""The ledger of tasks, nodes and mechanisms: promised by plans or decided by meetings, handed out, done, struck off."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.columns import Choice, Day, Flag, Link, Month, Number, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Clock, Lifecycle, Limit, Step
from luoshi.ledgers.numbering import NumberRule
from luoshi.plans import followers
from luoshi.plans.tasks import taking
from luoshi.plans.tasks.models import (
    ANSWERED,
    ASSIGNED,
    DONE,
    KINDS,
    ORIGINS,
    PROMISED,
    RETURNED,
    SIGNED_FOR,
    STAGES,
    STATES,
    STRUCK_OFF,
    WITHDRAWN,
    Task,
)

CHECK = "check"
PROOF = "办结佐证"
PERSON = Grant(roles.CLERK, of="person")  # who answers for it, of whatever unit
DOES_IT = (*roles.WRITE_OWN, roles.OWN_HEAD, PERSON)
TAKEN_BACK = (ANSWERED, STRUCK_OFF)

TASKS = Ledger(
    model=Task,
    name="plans.tasks",
    title="任务",
    note="一行一项任务：来自计划条目、会议决定或领导批示；交办、签收、反馈、复核、销号，退回的重新签收。",
    identity=("number",),
    label="name",
    numbered="number",
    number=NumberRule("RW", year_of="due"),
    unit="lead_unit",
    order=("due", "number"),
    search=("number", "name", "project", "source"),
    columns=(
        Text("number", sample="RW-2026-001", help="全区唯一；不填则自动编号。"),
        Number("year", grouped=False, sample="2026", listed=False),
        Choice("origin", choices=ORIGINS, sample="会议决定", listed=False),
        Text("source", sample="管委会 2026 年第 14 次主任办公会议纪要第 3 条", listed=False),
        Choice("kind", choices=KINDS, sample="任务"),
        Text("name", sample="制定标准厂房二期招商方案"),
        Text("project", sample="标准厂房二期", listed=False),
        Choice("stage", choices=STAGES, sample="建设", listed=False),
        Text("cadence", sample="每月", listed=False),
        Month("due", sample="2026-09"),
        Link("lead_unit", to="directory.units", sample="招商局"),
        Person("person", sample="chenjing", help="签收时由牵头单位确定，填用户名。"),
        Text("leader", sample="沈砚", listed=False),
        Day("assigned_on", sample="2026-08-04", help="交办时自动记下。", listed=False),
        Day(
            "limit_on", sample="2026-09-25", help="不填则取完成时限当月最后一天；延期获准后自动改为新的期限。"
        ),
        Day("first_limit_on", sample="2026-09-15", help="交办时定下的期限，延期以后不变。", listed=False),
        Day("signed_for_on", sample="2026-08-05", listed=False),
        Flag("signed_in_time", sample="是", help="签收时自动判断。", listed=False),
        Day("done_on", sample="2026-09-22", listed=False),
        Text("outcome", sample="方案经主任办公会审定，已印发", listed=False, long=True),
        Day("answered_on", sample="2026-09-22", listed=False),
        Flag("answered_in_time", sample="是", help="反馈时自动判断。", listed=False),
        Day("returned_on", sample="2026-09-10", listed=False),
        Number("again", unit="次", sample="0", help="退回一次自动加一。", listed=False),
        Day("struck_on", sample="2026-09-25", listed=False),
        Day("due_on", title="本步期限", help="签收、反馈、复核各自的最后一天，自动算出。", listed=False),
        Choice("state", choices=STATES),
        Link("clause", to="plans.clauses", listed=False),
    ),
    lifecycle=Lifecycle(
        start=PROMISED,
        steps=(
            Step(
                "assign",
                "交办",
                (PROMISED,),
                ASSIGNED,
                needs=("lead_unit",),
                holds=(taking.not_over,),
                sets=taking.handed_out,
                bulk=True,
            ),
            Step(
                "sign_for",
                "签收",
                (ASSIGNED, RETURNED),
                SIGNED_FOR,
                needs=("person",),
                sets=taking.signed_for,
                bulk=True,
            ),
            Step(
                "answer",
                "反馈",
                (SIGNED_FOR,),
                ANSWERED,
                needs=("done_on", "outcome"),
                evidence=(PROOF,),
                holds=(taking.not_before, taking.countersigned),
                sets=taking.answered,
            ),
            Step("strike_off", "销号", (ANSWERED,), STRUCK_OFF, review=CHECK, sets=taking.struck, bulk=True),
            Step("return", "退回", TAKEN_BACK, RETURNED, back=True, sets=taking.given_back),
            Step("finish", "完成", (PROMISED,), DONE, needs=("done_on", "outcome")),
            Step("resume", "退回未完成", (DONE,), PROMISED, reason=True),
            Step(
                "withdraw",
                "撤销",
                (PROMISED, ASSIGNED, SIGNED_FOR, ANSWERED, RETURNED, STRUCK_OFF, DONE),
                WITHDRAWN,
                reason=True,
            ),
            Step("revive", "恢复", (WITHDRAWN,), PROMISED, sets=taking.promised_again),
        ),
        clocks=(
            Clock(
                ASSIGNED,
                Limit(2, rule="task_service/sign_for"),
                "签收",
                since="assigned_on",
                verdict="signed_in_time",
            ),
            Clock(RETURNED, Limit(2, rule="task_service/sign_for"), "重新签收", since="returned_on"),
            Clock(
                SIGNED_FOR,
                Limit(0, working=False),  # the limit is a day of the task itself
                "反馈",
                since="limit_on",
                verdict="answered_in_time",
            ),
            Clock(ANSWERED, Limit(3, rule="task_service/check"), "复核", since="answered_on"),
        ),
        closed=(STRUCK_OFF, DONE, WITHDRAWN),
    ),
    access=Access(
        read=roles.EVERYBODY,
        write=roles.LEADERS,
        remove=(),  # what was entered by mistake is withdrawn, with a reason
        importing=roles.LEADERS,
        history=roles.OVERSEERS,
        steps={
            "sign_for": DOES_IT,
            "answer": DOES_IT,
            "strike_off": roles.SUPERVISORS,
            "return": roles.LEADERS,
            "finish": roles.WRITE_OWN,
            "resume": roles.LEADERS,
        },
        reviews={CHECK: roles.LEADERS},
        columns={
            "person": (*DOES_IT, *roles.LEADERS),
            "done_on": DOES_IT,
            "outcome": DOES_IT,
            "again": roles.SUPERVISORS,
            "first_limit_on": roles.SUPERVISORS,
        },
    ),
    after=followers.of("plans.tasks"),
)

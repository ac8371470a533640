"""The ledger of checks on the spot; one that contradicts the unit sends its task back."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers import registry, stepping
from luoshi.ledgers.access import Access, Actor
from luoshi.ledgers.columns import Choice, Day, Link, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from luoshi.plans.inspections.models import (
    CONCLUDED,
    CONTRADICTS,
    ENTERED,
    FINDINGS,
    STATES,
    Inspection,
)
from luoshi.plans.tasks.models import ANSWERED, DONE, STRUCK_OFF

PHOTOS = "现场照片"
BACK: Mapping[str, str] = {ANSWERED: "return", STRUCK_OFF: "return", DONE: "resume"}


def not_before(row: Row, on: datetime.date) -> str:
    """Nobody has been on the spot on a day to come."""
    assert isinstance(row, Inspection)
    return f"核查日期 {row.checked_on} 还没有到，请核对。" if row.checked_on > on else ""


def as_told(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """What the unit has said of the task so far."""
    assert isinstance(row, Inspection)
    return {"told": row.task.outcome or "尚未反馈"}


def act(keys: Sequence[int], by: Actor) -> None:
    """Each check that contradicts what was said to be done sends the task back, once."""
    found = Inspection.objects.filter(pk__in=keys, state=CONCLUDED, acted=False).select_related("task")
    for check in list(found):
        step = BACK.get(check.task.state) if check.finding == CONTRADICTS else None
        if step:
            why = f"现场核查 {check.number} 与反馈不符：{check.seen}"
            tasks = registry.ledger("plans.tasks")
            stepping.take_step(tasks, check.task, step, by=by, on=check.checked_on, reason=why[:400])
        Inspection.objects.filter(pk=check.pk).update(acted=True)


INSPECTIONS = Ledger(
    model=Inspection,
    name="plans.inspections",
    title="现场核查",
    note="一行一次现场核查：写明看到的情况，传上照片，认定与单位反馈是否相符；不符的，任务自动退回。",
    identity=("number",),
    label="number",
    numbered="number",
    number=NumberRule("HC", year_of="checked_on"),
    unit="task__lead_unit",
    order=("-checked_on", "number"),
    search=("number", "task__number", "task__name", "place", "seen"),
    columns=(
        Text("number", sample="HC-2026-001", help="不填则自动编号。"),
        Link("task", to="plans.tasks", sample="RW-2026-001", help="填任务编号。"),
        Day("checked_on", sample="2026-09-23"),
        Person("checker", sample="linzhao", help="填用户名。", stays=True),
        Text("place", sample="标准厂房二期工地", listed=False),
        Text("seen", sample="主体结构施工到三层，与反馈一致", long=True),
        Text("told", sample="主体结构施工到三层", long=True, help="认定时自动记下。", listed=False),
        Choice("finding", choices=FINDINGS, sample="与反馈相符"),
        Choice("state", choices=STATES),
    ),
    lifecycle=Lifecycle(
        start=ENTERED,
        steps=(
            Step(
                "conclude",
                "认定",
                (ENTERED,),
                CONCLUDED,
                needs=("seen", "finding"),
                evidence=(PHOTOS,),
                holds=(not_before,),
                sets=as_told,
            ),
        ),
        closed=(CONCLUDED,),
    ),
    access=Access(
        read=roles.EVERYBODY,
        write=roles.LEADERS,
        history=roles.OVERSEERS,
        columns={"told": roles.SUPERVISORS},
    ),
    after=act,
)

"""What should be done by now and is not: tasks, nodes, rows whose clock has run out, what follows lights, months nobody
reported."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from django.db.models import Q, QuerySet

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import ClockedRow, Row
from luoshi.oversight.followups.ledger import NAME
from luoshi.oversight.followups.models import Followup
from luoshi.plans.reported.models import Reported
from luoshi.plans.targets.models import REPORTED, Target
from luoshi.plans.tasks.models import IN_HAND, MECHANISM, PROMISED, Task
from luoshi.projects.delivery.nodes.models import Node
from luoshi.rules.dates import last_day
from luoshi.rules.months import month_range, show_month

TASK, NODE, STEP, REPORT = "task", "node", "step", "report"
KINDS: Final[Mapping[str, str]] = {TASK: "任务", NODE: "节点", STEP: "办理", REPORT: "填报"}
MOST: Final = 500  # rows of one ledger; nobody reads further
TASKS: Final = "plans.tasks"
WAITED_FOR: Final[Mapping[str, str]] = {  # by whom a row waits to be seen to, where that is not its own unit
    "plans.extensions": "",  # by leaders, who are no unit
    "oversight.excuses": "",
    "plans.transfers": "taker",
}


@dataclass(frozen=True, slots=True)
class Late:
    """One thing that is late: what, whose (the key of a unit), since which day, and the row that it is.

    Of a month that was not reported ``row`` is the target's, ``number`` its number.
    """

    kind: str
    text: str
    unit: int | None
    due: datetime.date
    ledger: str
    row: int
    number: str = ""


def late(actor: Actor, month: int, day: datetime.date, targets: Iterable[Target]) -> list[Late]:
    """All that is late on a day of a month and that the person may see, the oldest first; ``targets`` are theirs."""
    return ordered(each for make in sources(actor, month, day, targets).values() for each in make())


Source = Callable[[], Iterable[Late]]


def sources(actor: Actor, month: int, day: datetime.date, targets: Iterable[Target]) -> Mapping[str, Source]:
    """By what it is read from, what finds one part of it: a write into one ledger changes only some of them."""
    clocked = [each for each in registry.ledgers() if each.clocked and each.lifecycle]
    return {
        TASK: partial(tasks, actor, month, day),
        NODE: partial(nodes, actor, day),
        **{f"{STEP} {ledger.name}": partial(steps, actor, day, ledger) for ledger in clocked},
        NAME: partial(followups, actor, day),
        REPORT: partial(reports, month, targets),
    }


def ordered(found: Iterable[Late]) -> list[Late]:
    """The oldest first."""
    return sorted(found, key=lambda each: (each.due, each.kind, each.text, each.row))


def tasks(actor: Actor, month: int, day: datetime.date) -> Iterator[Late]:
    """What a plan promised before a month, and what was handed out until before a day.

    A mechanism of a plan goes on and is never late, unless somebody handed it out. What was answered is late no more:
    it waits for whoever checks it.
    """
    for found in (Task.objects.overdue(month).exclude(kind=MECHANISM), Task.objects.exceeded(day)):
        told = found.prefetch_related(None).values_list("pk", "name", "lead_unit", "due", "limit_on", "state")
        for key, name, unit, due, limit, state in _seen(actor, registry.ledger(TASKS), told):
            yield Late(TASK, name, unit, last_day(due) if state == PROMISED else limit, TASKS, key)


def nodes(actor: Actor, day: datetime.date) -> Iterator[Late]:
    """Nodes of projects that were planned before a day."""
    ledger = registry.ledger("delivery.nodes")
    found = Node.objects.overdue(day).select_related(*_path(ledger), "project")
    for row in _seen(actor, ledger, found):
        text = f"{row.project.name} {row.name}"
        yield Late(NODE, text, row.unit_id or ledger.owner_of(row), row.planned_on, ledger.name, row.pk)


def steps(actor: Actor, day: datetime.date, ledger: Ledger) -> Iterator[Late]:
    """Rows of a ledger whose clock had run out before a day; not tasks that are late as a whole, or in others' hands."""
    found = ledger.rows().filter(Q(due_on__lt=day)).order_by("due_on", "pk")
    if ledger.name == TASKS:  # which are many, and are called by what stands on them
        found = found.filter(Q(state__in=IN_HAND, limit_on__gte=day)).select_related(None)
    for row in _seen(actor, ledger, found):
        yield _step(ledger, row)


def _step(ledger: Ledger, row: Row) -> Late:
    assert isinstance(row, ClockedRow) and row.due_on is not None and ledger.lifecycle is not None
    clock = ledger.lifecycle.clock(getattr(row, ledger.lifecycle.field))
    text = f"{ledger.label_of(row)}：待{clock.title if clock else '办理'}"
    path = WAITED_FOR.get(ledger.name, ledger.unit)
    return Late(STEP, text, ledger.key_at(row, path) if path else None, row.due_on, ledger.name, row.pk)


def followups(actor: Actor, day: datetime.date) -> Iterator[Late]:
    """Lights after which somebody was to act before a day and has not: the head of the unit, or leaders, who are no unit."""
    ledger = registry.ledger(NAME)
    for row in _seen(actor, ledger, Followup.objects.waiting().filter(due_on__lt=day)):
        unit = row.unit_id if row.level == "head" else None
        yield Late(STEP, f"{row.called}：待{row.act}", unit, row.due_on, ledger.name, row.pk)


def reports(month: int, targets: Iterable[Target]) -> Iterator[Late]:
    """Targets that are reported by hand, with the months up to one that nobody reported."""
    asked = [target for target in targets if target.source == REPORTED and target.start <= month]
    values = Reported.objects.filter(question__target__in=asked).order_by()
    held = {*values.values_list("question__target_id", "period")}
    for target in asked:
        due = month_range(target.start, min(month, target.end))
        if missing := [each for each in due if (target.pk, each) not in held]:
            said = f"{show_month(missing[0])}{f'等 {len(missing)} 个月' if len(missing) > 1 else ''}"
            text = f"{target.name}：{said}未填报"
            yield Late(
                REPORT,
                text,
                target.lead_unit_id,
                last_day(missing[0]),
                "plans.targets",
                target.pk,
                target.number,
            )


def _seen(actor: Actor, ledger: Ledger, found: QuerySet[Any]) -> Sequence[Any]:
    """The rows that the person may see."""
    reach = access.reach(actor, Act.READ, ledger)
    return () if reach is None else list(found.filter(reach)[:MOST])


def _path(ledger: Ledger) -> tuple[str, ...]:
    """The links that lead to a row's unit."""
    *links, _ = (ledger.unit or "").split("__")
    return ("__".join(links),) if links else ()

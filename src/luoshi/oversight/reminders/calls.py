"""What somebody is to be reminded of on a day: found from tasks, the rule of the day and what was told before."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Max

from luoshi.accounts.models import User
from luoshi.directory.calendars import days as calendar
from luoshi.directory.people.levels import People
from luoshi.ledgers.rulebook import perhaps
from luoshi.oversight.followups.models import Followup
from luoshi.oversight.reminders.models import (
    ESCALATED,
    FOLLOWS,
    LEVELS,
    NEAR,
    OVERDUE,
    UNSIGNED,
    Reminder,
)
from luoshi.oversight.rules.kinds import CHASE
from luoshi.plans.tasks.models import ASSIGNED, IN_HAND, RETURNED, Task
from luoshi.rules import chasing, defaults, workdays
from luoshi.rules.chasing import ChaseRule

Last = Mapping[str, datetime.date]


def near_until(on: datetime.date) -> datetime.date:
    """The last day on which a limit is near on a day, by the rule in force, else by the one that zones start with."""
    rule = perhaps(CHASE, on) or defaults.CHASE_RULE
    return workdays.add_working_days(on, rule.near, calendar.around(on))


@dataclass(frozen=True, slots=True)
class Call:
    """One thing to tell some people of a task, or of what follows a light; ``due`` None where that has no limit."""

    about: Task | Followup
    kind: str
    due: datetime.date | None
    text: str
    people: tuple[User, ...]


def calls(rule: ChaseRule, on: datetime.date) -> Iterator[Call]:
    """All that is to be told on a day and was not told yet, of tasks that were handed out and of what follows lights."""
    people = People.on(on)
    yield from _of_tasks(rule, on, people)
    yield from _of_followups(on)


def _of_followups(on: datetime.date) -> Iterator[Call]:
    """Who is to act on a light is told so, once, on the first working day from the one on which it was made."""
    if not workdays.is_working(on, calendar.around(on)):
        return
    told = {*Reminder.objects.filter(followup__isnull=False).values_list("followup", "person")}
    for each in Followup.objects.waiting().filter(made_on__lte=on, person__is_active=True):
        if each.person is not None and (each.pk, each.person_id) not in told:
            yield Call(each, FOLLOWS, each.due_on, f"{each.asks}。", (each.person,))


def _of_tasks(rule: ChaseRule, on: datetime.date, people: People) -> Iterator[Call]:
    tasks = Task.objects.filter(state__in=IN_HAND).select_related("lead_unit", "person").order_by("pk")
    found = list(tasks)
    told, days = _told(), calendar.around(on)
    for task in found:
        for kind, due in _due(rule, task, told[task.pk], on, days):
            text = say(task, kind, due, chasing.left(due, on, days))
            yield Call(task, kind, due, text, _people(people, task, kind))


def _people(people: People, task: Task, kind: str) -> tuple[User, ...]:
    """Who is told: who answers for a task, else its unit; over the limit the head of the unit too; then leaders."""
    unit = task.lead_unit_id or 0
    if kind in LEVELS:
        return people.at(LEVELS[kind], unit)
    person = task.person if task.person is not None and task.person.is_active else None
    heads = [*people.heads.get(unit, ())]
    own = [person] if person else [*people.clerks.get(unit, ())]
    found = own + (heads if kind != NEAR or not own else [])
    return tuple(dict.fromkeys(found or people.supervisors))


def say(task: Task, kind: str, due: datetime.date, left: int) -> str:
    """The sentence of a reminder; ``left`` working days, below nought once the limit is over."""
    head = f"“{task.name}”（{task.number}，{task.lead_unit}牵头）"
    if kind == UNSIGNED:
        return f"{head}应于 {due} 前签收，已超过 {-left} 个工作日，请尽快签收。"
    if kind == NEAR:
        rest = f"还有 {left} 个工作日" if left else "今天到期"
        return f"{head}办结期限 {due}，{rest}，请抓紧办理，按期反馈。"
    if kind == OVERDUE:
        return f"{head}办结期限 {due}，已逾期 {-left} 个工作日，请立即办理并反馈；确需延期的，请申请延期。"
    return f"{head}办结期限 {due}，已逾期 {-left} 个工作日，按催办规则提级报告，请过问。"


def _due(
    rule: ChaseRule, task: Task, last: Last, on: datetime.date, days: Mapping[datetime.date, bool]
) -> Iterator[tuple[str, datetime.date]]:
    unsigned = task.due_on if task.state in (ASSIGNED, RETURNED) else None
    if unsigned is not None and chasing.overdue(rule, unsigned, last.get(UNSIGNED), on, days):
        yield UNSIGNED, unsigned
    if task.limit_on is None:
        return
    if chasing.near(rule, task.limit_on, last.get(NEAR), on, days):
        yield NEAR, task.limit_on
    if chasing.overdue(rule, task.limit_on, last.get(OVERDUE), on, days):
        yield OVERDUE, task.limit_on
    climbed = {kind: day for kind, day in last.items() if kind in ESCALATED}
    yield from ((level, task.limit_on) for level in chasing.reached(rule, task.limit_on, climbed, on, days))


def _told() -> Mapping[int, Last]:
    """When each kind of reminder was made last, by task."""
    found: dict[int, dict[str, datetime.date]] = defaultdict(dict)
    open_tasks = Reminder.objects.filter(task__state__in=IN_HAND).order_by()
    for task, kind, day in (
        open_tasks.values("task", "kind").annotate(last=Max("day")).values_list("task", "kind", "last")
    ):
        found[task][kind] = day
    return found

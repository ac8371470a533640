"""What somebody is to be reminded of on a day: found from tasks, the rule of the day and what was told before."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Max

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.calendars.models import CalendarDay
from luoshi.directory.charges import portfolios
from luoshi.directory.people.models import Post
from luoshi.ledgers.rulebook import perhaps
from luoshi.oversight.reminders.models import (
    DEPUTY,
    ESCALATED,
    NEAR,
    OVERDUE,
    PRINCIPAL,
    UNSIGNED,
    Reminder,
)
from luoshi.oversight.rules.kinds import CHASE
from luoshi.plans.tasks.models import ASSIGNED, IN_HAND, RETURNED, Task
from luoshi.rules import chasing, defaults, workdays
from luoshi.rules.chasing import ChaseRule
from luoshi.rules.workdays import AssumedCalendar

YEAR = datetime.timedelta(days=366)
Last = Mapping[str, datetime.date]


def near_until(on: datetime.date) -> datetime.date:
    """The last day on which a limit is near on a day, by the rule in force, else by the one that zones start with."""
    rule = perhaps(CHASE, on) or defaults.CHASE_RULE
    return workdays.add_working_days(on, rule.near, _calendar(on))


@dataclass(frozen=True, slots=True)
class Call:
    """One thing to tell some people of a task."""

    task: Task
    kind: str
    due: datetime.date
    text: str
    people: tuple[User, ...]


def calls(rule: ChaseRule, on: datetime.date) -> Iterator[Call]:
    """All that is to be told on a day and was not told yet; tasks that nobody handed out are never spoken of."""
    tasks = Task.objects.filter(state__in=IN_HAND).select_related("lead_unit", "person").order_by("pk")
    found = list(tasks)
    told, days, people = _told(), _calendar(on), People.on(on)
    for task in found:
        for kind, due in _due(rule, task, told[task.pk], on, days):
            text = say(task, kind, due, chasing.left(due, on, days))
            yield Call(task, kind, due, text, people.of(task, kind))


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


def _calendar(on: datetime.date) -> AssumedCalendar:
    """The working days around a day; of years that nobody has published yet, Monday to Friday."""
    known = CalendarDay.objects.between(on - YEAR, on + YEAR)
    return AssumedCalendar(dict(known.values_list("day", "working")))


@dataclass(frozen=True)
class People:
    """Who is told on a day: by the key of a unit those who do its work, and leaders and supervisors of the zone."""

    deputies: Mapping[int, User]
    clerks: Mapping[int, Sequence[User]] = field(default_factory=dict)
    heads: Mapping[int, Sequence[User]] = field(default_factory=dict)
    leaders: Sequence[User] = ()
    supervisors: Sequence[User] = ()

    @classmethod
    def on(cls, day: datetime.date) -> People:
        """The people with the posts of a day whose account is open."""
        posts = Post.objects.in_force(day).filter(user__is_active=True).order_by("pk")
        by_role: dict[str, list[tuple[int, User]]] = defaultdict(list)
        for post in posts:
            by_role[post.role].append((post.unit_id, post.user))
        return cls(
            deputies={unit: user for unit, user in portfolios.in_charge(day).items() if user.is_active},
            clerks=_by_unit(by_role[roles.CLERK]),
            heads=_by_unit(by_role[roles.HEAD]),
            leaders=[user for _, user in by_role[roles.LEADER]],
            supervisors=[user for _, user in by_role[roles.SUPERVISOR]],
        )

    def of(self, task: Task, kind: str) -> tuple[User, ...]:
        """Who is told: who answers for a task, else its unit; over the limit the head of the unit too; then leaders.

        Where nobody is in charge of a unit the principal leaders are told, and supervisors where there is nobody at all.
        """
        unit = task.lead_unit_id or 0
        if kind == DEPUTY and unit in self.deputies:
            found: list[User] = [self.deputies[unit]]
        elif kind in (DEPUTY, PRINCIPAL):
            found = [*self.leaders]
        else:
            person = task.person if task.person is not None and task.person.is_active else None
            heads = [*self.heads.get(unit, ())]
            own = [person] if person else [*self.clerks.get(unit, ())]
            found = own + (heads if kind != NEAR or not own else [])
        return tuple(dict.fromkeys(found or self.supervisors))


def _by_unit(posts: Sequence[tuple[int, User]]) -> Mapping[int, Sequence[User]]:
    found: dict[int, list[User]] = defaultdict(list)
    for unit, user in posts:
        found[unit].append(user)
    return found

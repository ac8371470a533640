"""A project's nodes scheduled backward from the promised completion, in the working days of the calendar."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from luoshi.directory.calendars.models import CalendarDay
from luoshi.projects.delivery.nodes.models import Node
from luoshi.projects.delivery.projects.models import COMPLETED, Project
from luoshi.rules import precedence, schedule, workdays


@dataclass(frozen=True, slots=True)
class Backward:
    """A plan with the names of its nodes; ``promised`` is the day of completion, which later nodes follow."""

    plan: schedule.Plan
    promised: datetime.date
    completed: datetime.date
    names: Mapping[str, str]

    @property
    def sentence(self) -> str:
        """Whether the promise can be kept, by how much, and along which nodes."""
        path = " → ".join(self.names[code] for code in self.plan.path)
        line = f"；关键线路 {path}" if path else ""
        if not self.plan.possible:
            return (
                f"按承诺 {self.promised} 竣工倒排不可行：最早 {self.completed} 竣工，"
                f"短 {self.plan.short_by} 个工作日{line}。"
            )
        slack = min((node.slack for node in self.plan.nodes.values() if not node.done), default=None)
        if slack is None:
            return "全部节点已完成。"
        return (
            f"按承诺 {self.promised} 竣工倒排可行：最早 {self.completed} 竣工，富余 {slack} 个工作日{line}。"
        )


def calendar(start: datetime.date, end: datetime.date) -> workdays.AssumedCalendar:
    """The published working days of the years around two days; others are worked from Monday to Friday."""
    first, last = datetime.date(start.year - 2, 1, 1), datetime.date(end.year + 3, 12, 31)
    known = CalendarDay.objects.between(min(first, last), max(first, last)).order_by("day")
    return workdays.AssumedCalendar(dict(known.values_list("day", "working")))


def behind(nodes: Sequence[schedule.Node], code: str) -> int:
    """How many working days the longest chain of nodes takes that follow a node; 0 for none."""
    days = {node.code: node.days for node in nodes}
    after = {node.code: node.after for node in nodes}
    longest = dict.fromkeys(days, 0)
    for each in reversed(precedence.in_order(after)):
        for before in after[each]:
            longest[before] = max(longest[before], longest[each] + days[each])
    return longest.get(code, 0)


def backward(
    nodes: Sequence[schedule.Node],
    names: Mapping[str, str],
    completion: str,
    promised: datetime.date,
    *,
    start: datetime.date,
) -> Backward:
    """Nodes scheduled so that the one that completes the project, if there is one, is done on the promised day."""
    days = calendar(min(start, promised), max(start, promised))
    end = workdays.add_working_days(promised, behind(nodes, completion), days)
    plan = schedule.backward(nodes, end, days, start=start)
    completed = plan.nodes[completion].earliest_end if completion in plan.nodes else plan.finish
    return Backward(plan, promised, completed, names)


def promise(project: Project) -> datetime.date | None:
    """The day on which a project is to be completed: promised, or else planned."""
    return project.promised_complete or project.planned_complete


def of(project: Project, rows: Iterable[Node], *, on: datetime.date) -> Backward | None:
    """The schedule of a project as of a day; None where nothing is promised, or no node has a code."""
    coded = [row for row in rows if row.code and row.days]
    promised = promise(project)
    if not coded or promised is None:
        return None
    nodes = [as_of(row, on, {each.code for each in coded}) for row in coded]
    completion = next((row.code for row in coded if row.stage == COMPLETED), "")
    return backward(nodes, {row.code: row.name for row in coded}, completion, promised, start=on)


def as_of(row: Node, on: datetime.date, known: Iterable[str]) -> schedule.Node:
    """A node as the rules take it: what happened after the day has not happened yet."""
    done = row.done_on if row.done_on and row.done_on <= on else None
    started = row.started_on if row.started_on and row.started_on <= on else None
    after = tuple(code for code in row.after.split("、") if code in known)
    return schedule.Node(row.code, row.days or 1, after, started, done)

"""倒排: from the promised day back to the last day on which each node may begin and end."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from luoshi.rules import errors, precedence, refusals, workdays


@dataclass(frozen=True, slots=True)
class Node:
    """One node: ``days`` working days of work, behind the nodes ``after``, with what is known of it."""

    code: str
    days: int
    after: tuple[str, ...] = ()
    started_on: date | None = None
    done_on: date | None = None

    def __post_init__(self) -> None:
        if self.days < 1:
            raise refusals.NodeNeedsDays(self.code, self.days)
        if self.started_on and self.done_on and self.done_on < self.started_on:
            raise errors.EndBeforeStart(self.started_on, self.done_on)


@dataclass(frozen=True, slots=True)
class Planned:
    """The days of one node, all included; ``slack`` in working days, negative when it is too late.

    ``critical``: not done, and no other node that is not done has less slack.
    """

    code: str
    latest_start: date
    latest_end: date
    earliest_start: date
    earliest_end: date
    slack: int
    critical: bool
    done: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """The nodes by code in their order; ``short_by`` working days are missing when it is not ``possible``.

    ``finish`` is the earliest day on which everything can be done, ``path`` the chain that decides it.
    """

    promised: date
    nodes: Mapping[str, Planned]
    possible: bool
    short_by: int
    finish: date
    path: tuple[str, ...]
    reason: str

    def this_week(self, as_of: date) -> tuple[str, ...]:
        """What is not done and must be at work by the Sunday of this week, the most urgent first."""
        sunday = as_of + timedelta(days=6 - as_of.weekday())
        due = [node for node in self.nodes.values() if not node.done and node.latest_start <= sunday]
        return tuple(node.code for node in sorted(due, key=lambda node: (node.latest_end, node.code)))


Numbers = Mapping[str, tuple[int, int]]
"""First and last working day of each node, counted from the day of planning."""


def backward(nodes: Sequence[Node], promised: date, calendar: Mapping[date, bool], *, start: date) -> Plan:
    """Schedules the nodes so that all are done on ``promised``; ``start`` is the first day left for work.

    Critical path method: a forward pass for the earliest days, a backward pass for the latest, each over
    the order of the nodes once. A node occupies ``days`` working days in a row; the next begins on the
    working day after it. What is done keeps its days and makes room behind it; what was begun cannot end
    before ``start``. What was begun out of turn ends no earlier than what it should have waited for.

    Raises NoNodes, NodeTwice, UnknownPredecessor, Circle, and UnknownYear or UnknownDay where the calendar
    does not reach (``workdays.AssumedCalendar`` reaches everywhere).

    >>> every_weekday = workdays.AssumedCalendar({})
    >>> nodes = [Node("立项", 2), Node("供地", 5, ("立项",)), Node("施工许可", 1, ("供地",))]
    >>> plan = backward(nodes, date(2026, 6, 11), every_weekday, start=date(2026, 6, 1))
    >>> plan.reason
    '按约定 2026-06-11 倒排可行：最早 2026-06-10 完成，富余 1 个工作日；关键线路 立项 → 供地 → 施工许可'
    """
    order = _ordered(nodes)
    line = _Line(start, calendar)
    early = _earliest(order, line)
    limit = line.number(promised)
    late = _latest(order, limit)
    left = [node for node in order if node.done_on is None]
    last = max(early[node.code][1] for node in (left or order))
    margin = limit - last
    finish = line.day(last) if left else max(node.done_on for node in order if node.done_on)
    path = _path(left, early)
    return Plan(
        promised=promised,
        nodes={node.code: _planned(node, early, late, line, margin) for node in order},
        possible=margin >= 0,
        short_by=max(0, -margin),
        finish=finish,
        path=path,
        reason=_reason(promised, finish, margin, path),
    )


def _ordered(nodes: Sequence[Node]) -> list[Node]:
    if not nodes:
        raise refusals.NoNodes
    by_code: dict[str, Node] = {}
    for node in nodes:
        if node.code in by_code:
            raise refusals.NodeTwice("", node.code)
        by_code[node.code] = node
    return [by_code[code] for code in precedence.in_order({node.code: node.after for node in nodes})]


class _Line:
    """The working days around the start, numbered: 0 is the first on or after it, -1 the last before it."""

    def __init__(self, start: date, calendar: Mapping[date, bool]) -> None:
        self._calendar = calendar
        self._start = start
        self._ahead: list[date] = []
        self._behind: list[date] = []
        self._first, self._last = start, start - timedelta(days=1)

    def day(self, number: int) -> date:
        while number >= len(self._ahead):
            self._grow()
        while -number > len(self._behind):
            self._shrink()
        return self._ahead[number] if number >= 0 else self._behind[-number - 1]

    def number(self, day: date) -> int:
        """Of the last working day on or before the day."""
        if day >= self._start:
            while self._last < day:
                self._grow_by_a_day()
            return bisect.bisect_right(self._ahead, day) - 1
        while not self._behind or self._behind[-1] > day:
            self._shrink()
        return -1 - bisect.bisect_left(self._behind, -day.toordinal(), key=lambda each: -each.toordinal())

    def number_from(self, day: date) -> int:
        """Of the first working day on or after the day."""
        return self.number(day - timedelta(days=1)) + 1

    def _grow(self) -> None:
        known = len(self._ahead)
        while len(self._ahead) == known:
            self._grow_by_a_day()

    def _grow_by_a_day(self) -> None:
        day = self._last + timedelta(days=1)
        if workdays.is_working(day, self._calendar):
            self._ahead.append(day)
        self._last = day

    def _shrink(self) -> None:
        known = len(self._behind)
        while len(self._behind) == known:
            day = self._first - timedelta(days=1)
            if workdays.is_working(day, self._calendar):
                self._behind.append(day)
            self._first = day


def _earliest(order: Sequence[Node], line: _Line) -> Numbers:
    found: dict[str, tuple[int, int]] = {}
    done = {node.code for node in order if node.done_on}
    for node in order:
        if node.done_on:
            end = line.number(node.done_on)
            begin = line.number_from(node.started_on) if node.started_on else end - node.days + 1
            found[node.code] = min(begin, end), end
        elif node.started_on:
            begin = line.number_from(node.started_on)
            waited = [found[each][1] for each in node.after if each not in done]
            found[node.code] = begin, max(begin + node.days - 1, 0, *waited)
        else:
            begin = max(0, *(found[each][1] + 1 for each in node.after), 0)
            found[node.code] = begin, begin + node.days - 1
    return found


def _latest(order: Sequence[Node], limit: int) -> Numbers:
    found: dict[str, tuple[int, int]] = {}
    behind: dict[str, list[Node]] = {node.code: [] for node in order}
    for node in order:
        for each in node.after:
            behind[each].append(node)
    for node in reversed(order):
        bounds = (_bound(node, each, found[each.code]) for each in behind[node.code])
        end = min((bound for bound in bounds if bound is not None), default=limit)
        found[node.code] = end - node.days + 1, end
    return found


def _bound(node: Node, successor: Node, late: tuple[int, int]) -> int | None:
    """Until when a node must end for its successor's sake; None when the successor is done without it."""
    if node.done_on is None and successor.done_on:
        return None
    begun = successor.started_on is not None and successor.done_on is None
    return late[1] if begun else late[0] - 1


def _planned(node: Node, early: Numbers, late: Numbers, line: _Line, margin: int) -> Planned:
    begin, end = early[node.code]
    slack = late[node.code][1] - end
    return Planned(
        code=node.code,
        latest_start=line.day(late[node.code][0]),
        latest_end=line.day(late[node.code][1]),
        earliest_start=node.started_on or line.day(begin),
        earliest_end=node.done_on or line.day(end),
        slack=slack,
        critical=node.done_on is None and slack == margin,
        done=node.done_on is not None,
    )


def _path(left: Sequence[Node], early: Numbers) -> tuple[str, ...]:
    """Back from the node that ends last, each time to one that holds it."""
    by_code = {node.code: node for node in left}
    node = max(reversed(left), key=lambda each: early[each.code][1], default=None)
    path: list[str] = []
    while node is not None:
        path.append(node.code)
        begin, end = early[node.code]
        held_until = end if node.started_on else begin - 1
        held_by = (by_code[each] for each in node.after if each in by_code and early[each][1] == held_until)
        node = next(held_by, None)
    return tuple(reversed(path))


def _reason(promised: date, finish: date, margin: int, path: tuple[str, ...]) -> str:
    if not path:
        late = f"，晚于约定 {-margin} 个工作日" if margin < 0 else ""
        return f"全部节点已完成，最后一个完成于 {finish}，约定 {promised}{late}"
    line = f"关键线路 {' → '.join(path)}"
    if margin < 0:
        return f"按约定 {promised} 倒排不可行：最早 {finish} 完成，短 {-margin} 个工作日；{line}"
    return f"按约定 {promised} 倒排可行：最早 {finish} 完成，富余 {margin} 个工作日；{line}"

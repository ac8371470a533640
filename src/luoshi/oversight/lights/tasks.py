"""The lights of tasks and nodes of plans: by their limit, or by the last day of the month in which they are due."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from luoshi.oversight.lights import events
from luoshi.plans.tasks.models import ANSWERED, MECHANISM, PROMISED, Task
from luoshi.rules import colours
from luoshi.rules.colours import Colour
from luoshi.rules.dates import last_day
from luoshi.rules.lights import Light, LightRule
from luoshi.rules.months import month_of

GOES_ON: Final = "长期执行"
NO_RULE: Final = "没有规则"


@dataclass(frozen=True, slots=True)
class LitTask:
    """A task in a month; a working rule that goes on has no ``limit`` and no ``light``; without a rule nothing has a light.

    ``done``: the day on which it was done, where that was by the day of which the page speaks.
    """

    task: Task
    month: int
    limit: datetime.date | None
    done: datetime.date | None
    light: Light | None

    @property
    def colour(self) -> Colour:
        return self.light.colour if self.light else "grey"

    @property
    def word(self) -> str:
        return self.light.word if self.light else NO_RULE if self.limit else GOES_ON

    @property
    def reason(self) -> str:
        """Why it shines so, with its limit and the day on which it was done."""
        if self.limit is None:
            return "工作机制长期执行，没有办结期限，不评灯"
        if self.light is None:
            return "没有生效的任务亮灯规则，请在“设置 · 规则”中发布一个版本"
        return f"{self.light.reason}（{self._limit()}{self._done()}）"

    def _limit(self) -> str:
        first = self.task.first_limit_on
        moved = f"，原定 {first}" if self.task.extended and first else ""
        return f"期限 {self.limit}{moved}"

    def _done(self) -> str:
        if self.done is None or self.limit is None:
            return ""
        late = (self.done - self.limit).days
        waits = "，待复核" if self.task.state == ANSWERED else ""
        return f"，{self.done} 完成{f'，晚 {late} 天' if late > 0 else ''}{waits}"

    @property
    def first(self) -> int:
        """The month (yyyymm) in which it is due, 0 for what goes on."""
        return month_of(self.limit.year, self.limit.month) if self.limit else 0

    def owed(self) -> Iterator[tuple[int, bool]]:
        """The months up to this one in which it was to be done, from that in which it is due until it is, and whether it was."""
        met = month_of(self.done.year, self.done.month) if self.done else 0
        for each in self.light.history if self.light else ():
            if each.month >= self.first and each.colour in colours.LIT:
                yield each.month, 0 < met <= each.month
                if 0 < met <= each.month:
                    return


def limit_of(task: Task) -> datetime.date | None:
    """Until when a task is to be done: its limit, else the end of its month; None for a working rule that goes on."""
    if task.kind == MECHANISM and task.state == PROMISED:
        return None
    return task.limit_on or last_day(task.due)


def judge(tasks: Iterable[Task], month: int, day: datetime.date, rule: LightRule | None) -> list[LitTask]:
    """Tasks in their order, each with its light in a month (yyyymm) as it stands on a day.

    Done is what its unit said was done and nobody gave back: ``done_on`` stands from the answer to the striking off.
    """
    return [_lit(task, month, min(day, last_day(month)), rule) for task in tasks]


def _lit(task: Task, month: int, day: datetime.date, rule: LightRule | None) -> LitTask:
    limit = limit_of(task)
    done = task.done_on if task.done_on and task.done_on <= day else None
    found = events.lit(rule, limit, done, month, day) if limit and rule else None
    return LitTask(task, month, limit, done, found)

"""The lights of tasks and units of a month as pages show them; kept until somebody writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

from luoshi.ledgers import access, registry, standing
from luoshi.ledgers.access import Act
from luoshi.oversight.lights import tasks as of_tasks
from luoshi.oversight.lights import units as of_units
from luoshi.oversight.lights.tasks import LitTask
from luoshi.oversight.lights.units import LitUnit, Owed
from luoshi.oversight.rules import feeding, in_force
from luoshi.plans.tasks.models import Task
from luoshi.rules.colours import COLOURS, WORDS
from luoshi.rules.dates import last_day
from luoshi.rules.lights import MonthLight
from luoshi.web import formats
from luoshi.web.parts import Cell, Column, Row, Table, lamp
from luoshi.web.plans import finding
from luoshi.web.request import Request
from luoshi.web.wall import late
from luoshi.web.wall.views import Choice, Lit

TASKS: Final = "plans.tasks"
ORDER: Final = ("red", "yellow", "green", "grey")
NO_UNITS: Final = "没有单位牵头目标或任务，或者没有生效的单位亮灯规则。"
_TASKS: standing.Kept[tuple[LitTask, ...]] = standing.Kept(24)
_UNITS: standing.Kept[tuple[LitUnit, ...]] = standing.Kept(24)


def tasks(request: Request) -> tuple[LitTask, ...]:
    """The tasks of the month's year that the person may see, by due month and number."""
    actor, day = request.actor, late.day_of(request)
    return _TASKS.of(
        request.head, (actor.person, actor.mandates, request.month, day), lambda: tuple(_tasks(request))
    )


def _tasks(request: Request) -> list[LitTask]:
    reach = access.reach(request.actor, Act.READ, registry.ledger(TASKS))
    found = Task.objects.active().filter(year=request.month // 100)
    return judged(request, found.none() if reach is None else found.filter(reach))


def judged(request: Request, found: Iterable[Task], month: int = 0) -> list[LitTask]:
    """Tasks with their lights in a month, by default the one chosen."""
    month = month or request.month
    rule = in_force.own_light_rule(feeding.TASK, last_day(month))
    return of_tasks.judge(found, month, min(late.day_of(request), last_day(month)), rule)


def units(request: Request) -> tuple[LitUnit, ...]:
    """The units that lead something that the person may see; none where no rule lights them."""
    actor, day = request.actor, late.day_of(request)
    return _UNITS.of(
        request.head, (actor.person, actor.mandates, request.month, day), lambda: tuple(_units(request))
    )


def _units(request: Request) -> list[LitUnit]:
    rule = in_force.own_light_rule(feeding.UNIT, last_day(request.month))
    if rule is None:
        return []
    return of_units.judge(finding.month_wall(request), tasks(request), request.month, rule)


def unit(request: Request, key: int) -> LitUnit | None:
    """One of them."""
    return next((each for each in units(request) if each.unit.pk == key), None)


def exceptions(request: Request, keys: Collection[int] | None) -> list[LitUnit]:
    """The units with a red or yellow light among some (None: all), red first, then by the share that they met."""
    found = [
        u
        for u in units(request)
        if u.light.colour in ("red", "yellow") and (keys is None or u.unit.pk in keys)
    ]
    return sorted(found, key=lambda each: (ORDER.index(each.light.colour), _now(each).share))


def counted(found: Iterable[LitTask] | Iterable[LitUnit], colour: str, **asked: str) -> list[Choice]:
    """How many have each light, and the addresses that show them; the chosen light is let go."""
    counts = Counter(each.light.colour if each.light else "grey" for each in found)
    return [
        Choice(c, WORDS[c], counts[c], c == colour, listed(light="" if c == colour else c, **asked))
        for c in COLOURS
    ]


def summary(found: Iterable[LitTask], **asked: str) -> list[Lit]:
    """How many tasks are red or yellow, and where they are listed."""
    counts = Counter(each.colour for each in found)
    return [Lit(c, WORDS[c], counts[c], listed(light=c, **asked)) for c in ("red", "yellow")]


def listed(page: str = "task_lights", **asked: str) -> str:
    """The address of a list with some filters."""
    kept = {name: value for name, value in asked.items() if value}
    return f"{reverse(page)}?{urlencode(kept)}" if kept else reverse(page)


def ordered(found: Iterable[LitTask]) -> list[LitTask]:
    """Red, yellow, green, then what is not lit; each by limit and number."""
    return sorted(
        found, key=lambda each: (ORDER.index(each.colour), str(each.limit or "9"), each.task.number)
    )


def tasks_table(found: Iterable[LitTask], *, unit: bool = False, empty: str = "没有牵头的任务。") -> Table:
    """Tasks with their lights and why; ``unit``: also whose they are."""
    whose = (Column("牵头单位", kind="line", data=True),) if unit else ()
    return Table(
        name="tasks",
        columns=(
            Column("编号", width="narrow", data=True), Column("任务", width="wide", data=True), *whose,
            Column("类别", kind="line"), Column("完成时限", kind="day"), Column("状态", kind="line"),
            Column("灯", kind="light"), Column("亮灯理由", width="rest"), Column("完成情况", width="medium", data=True),
        ),
        rows=tuple(_task(each, unit=unit) for each in found),
        frozen=0,
        short=True,
        empty=empty,
    )  # fmt: skip


def _task(each: LitTask, *, unit: bool) -> Row:
    task = each.task
    url = reverse("ledger_row", args=[TASKS.replace(".", "-"), task.pk])
    lead = task.lead_unit
    whose = (
        (Cell(str(lead), url=reverse("unit", args=[lead.code])) if lead else Cell("–", ours=True),)
        if unit
        else ()
    )
    return Row(
        (
            Cell(task.number, url=url), Cell(task.name, url=url), *whose, Cell(task.get_kind_display()),
            Cell(formats.month(task.due)), Cell(task.get_state_display()),
            Cell(each.reason, light=lamp(each.colour, each.word), url=url), Cell(each.reason),
            Cell(task.outcome) if task.outcome else Cell("–", ours=True),
        ),
        key=task.number,
    )  # fmt: skip


def units_table(found: Iterable[LitUnit]) -> Table:
    """Units with their lights, what they owed and met in the month, and the lights of the year so far."""
    return Table(
        name="unit-lights",
        columns=(
            Column("单位", kind="line", data=True), Column("灯", kind="light"),
            Column("应完成", unit="项", kind="number"), Column("完成", unit="项", kind="number"),
            Column("各月", kind="line", help="从1月起逐月，●绿灯 ▲黄灯 ■红灯 ○不亮灯"), Column("亮灯理由", width="rest"),
        ),
        rows=tuple(_unit(each) for each in found),
        frozen=0,
        short=True,
        empty=NO_UNITS,
    )  # fmt: skip


def _unit(each: LitUnit) -> Row:
    months = "".join(month.shape for month in each.light.history)
    return Row((*_named(each), *_counts(each), Cell(months), Cell(each.reason)), key=each.unit.code)


def behind_table(found: Iterable[LitUnit]) -> Table:
    """Units that are red or yellow, in one line each."""
    return Table(
        name="units-behind",
        columns=(
            Column("单位", kind="line", data=True), Column("灯", kind="light"),
            Column("应完成", unit="项", kind="number"), Column("完成", unit="项", kind="number"),
            Column("未完成的", width="rest"),
        ),
        rows=tuple(
            Row((*_named(each), *_counts(each), Cell(_now(each).first_missed)), key=each.unit.code) for each in found
        ),
        frozen=0,
        short=True,
        empty="没有红灯、黄灯的单位。",
    )  # fmt: skip


def _named(each: LitUnit) -> tuple[Cell, Cell]:
    now, url = each.light.history[-1], reverse("unit", args=[each.unit.code])
    return Cell(str(each.unit), url=url), Cell(each.reason, light=lamp(now.colour, now.word), url=url)


def _counts(each: LitUnit) -> tuple[Cell, Cell]:
    return Cell(str(_now(each).planned)), Cell(str(len(_now(each).met)))


def _now(each: LitUnit) -> Owed:
    return each.owed[each.light.history[-1].month]


def months_table(each: LitUnit) -> Table:
    """A unit's lights month by month, newest first."""
    return history_table("unit-months", [(month, each.told(month)) for month in each.light.history])


def history_table(name: str, history: Sequence[tuple[MonthLight, str]]) -> Table:
    """Months with their lights and why, newest first."""
    return Table(
        name=name,
        columns=(Column("月份", kind="line"), Column("灯", kind="light"), Column("理由", width="rest")),
        rows=tuple(
            Row((Cell(formats.month(m.month)), Cell(light=lamp(m.colour, m.word)), Cell(said)))
            for m, said in reversed(history)
        ),
        frozen=0,
        short=True,
    )

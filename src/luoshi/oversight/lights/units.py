"""The lights of units: of what a unit leads and owes in a month, targets on their path and tasks, how much it met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from luoshi.directory.units.models import Unit
from luoshi.oversight.lights.tasks import LitTask
from luoshi.oversight.wall.rows import WallRow
from luoshi.rules import colours
from luoshi.rules.lights import Light, LightRule, MonthLight, Observation, light
from luoshi.rules.months import month_range
from luoshi.rules.progress import Aim, progress_of

NAMED: Final = 5  # so many of what was missed stand in a sentence


@dataclass(slots=True)
class Owed:
    """What a unit owed in one month, by name.

    ``unknown`` was due and has no figure, ``excused`` was missed with a reason that was approved: neither is counted.
    """

    met: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    excused: list[str] = field(default_factory=list)

    @property
    def planned(self) -> int:
        """How many count."""
        return len(self.met) + len(self.missed)

    @property
    def share(self) -> Fraction:
        """What share of it was met; all where nothing counts."""
        return Fraction(len(self.met), self.planned) if self.planned else Fraction(1)

    @property
    def first_missed(self) -> str:
        """The first that was missed, and how many there are."""
        return _names(self.missed, 1)

    @property
    def said(self) -> str:
        """What was missed and what was left out, "" where there is neither."""
        told = [f"未完成的有{_names(self.missed)}"] if self.missed else []
        told += [f"有正当理由不计的有{_names(self.excused)}"] if self.excused else []
        told += [f"没有数据不计的有{_names(self.unknown)}"] if self.unknown else []
        return "".join(f"；{each}" for each in told)


@dataclass(frozen=True, slots=True)
class LitUnit:
    """A unit with its light in a month, and what it owed in every month of the year so far."""

    unit: Unit
    light: Light
    owed: Mapping[int, Owed]

    @property
    def reason(self) -> str:
        """Why it shines so, naming what was missed."""
        return self.told(self.light.history[-1])

    def told(self, each: MonthLight) -> str:
        """Why it shone so in a month of the history."""
        return f"{each.reason}{self.owed[each.month].said}"


def judge(rows: Sequence[WallRow], tasks: Iterable[LitTask], month: int, rule: LightRule) -> list[LitUnit]:
    """The units that lead targets or tasks, in their order, each with its light in a month (yyyymm).

    What counts: a target that is lit in the month, met where it is green; a task that was due in it, or due before and
    not done until then, met where it was done by its end. The history begins with the year, as the targets do. ``rows``
    and ``tasks`` are of the same month.
    """
    units: dict[int, Unit] = {}
    owed: dict[int, dict[int, Owed]] = defaultdict(lambda: defaultdict(Owed))
    for row in rows:
        if (unit := row.target.lead_unit) is not None:
            units[unit.pk] = unit
            _count_target(owed[unit.pk], row)
    for task in tasks:
        if (unit := task.task.lead_unit) is not None:
            units[unit.pk] = unit
            _count_task(owed[unit.pk], task)
    months = month_range(month // 100 * 100 + 1, month)
    ordered = sorted(units.values(), key=lambda unit: (unit.order, unit.code))
    return [_lit(unit, owed[unit.pk], months, rule) for unit in ordered]


def _count_target(owed: dict[int, Owed], row: WallRow) -> None:
    name = f"目标“{row.target.name}”"
    for each in row.light.history:
        found = owed[each.month]
        if each.excused:
            found.excused.append(name)
        elif each.colour in colours.LIT:
            (found.met if each.colour == "green" else found.missed).append(name)
        elif each.word == colours.UNKNOWN:
            found.unknown.append(name)


def _count_task(owed: dict[int, Owed], task: LitTask) -> None:
    for month, met in task.owed():
        (owed[month].met if met else owed[month].missed).append(f"任务“{task.task.name}”")


def _lit(unit: Unit, owed: Mapping[int, Owed], months: Sequence[int], rule: LightRule) -> LitUnit:
    known = {month: owed.get(month, Owed()) for month in months}
    history = [
        _seen(month, found.planned, len(found.met), bool(found.unknown)) for month, found in known.items()
    ]
    return LitUnit(unit, light(rule, history), known)


@lru_cache(maxsize=4096)
def _seen(month: int, planned: int, met: int, waits: bool) -> Observation:
    """One month: nothing due, or due and nothing known, or so many of so many met."""
    due = Decimal(planned) if planned else Decimal(1) if waits else None
    actual = Decimal(met) if planned else None
    progress = progress_of(Aim(due or Decimal(1)), planned=due, actual=actual)
    return Observation(month, progress, due, actual, measure_unit="项")


def _names(names: Sequence[str], most: int = NAMED) -> str:
    more = f"等 {len(names)} 项" if len(names) > most else ""
    return f"{'、'.join(names[:most])}{more}"

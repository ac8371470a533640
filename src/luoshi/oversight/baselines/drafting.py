"""What a baseline would be, before anybody freezes it: even, as past years went, by the plan's own nodes, or typed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from luoshi.ledgers import units
from luoshi.oversight.baselines import errors
from luoshi.oversight.baselines.models import EVEN, HAND, KINDS, NODES, SHAPE
from luoshi.oversight.promises import aims, pasts
from luoshi.oversight.promises.aims import Promise
from luoshi.oversight.promises.seasons import Seasons
from luoshi.oversight.rules import in_force
from luoshi.plans.clauses import words
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks.models import NODE, Task
from luoshi.rules import forecast, rounding
from luoshi.rules.errors import RulesError
from luoshi.rules.months import month_range, show_month
from luoshi.rules.trajectories import Trajectory, planned_path

TITLES = dict(KINDS)
ENTERED = Mapping[int, str | Decimal]


@dataclass(frozen=True, slots=True)
class Draft:
    """The cumulative value of every month of a target, in its written unit, and what it was made from, in words."""

    kind: str
    months: dict[int, Decimal]
    made_from: str

    @property
    def value(self) -> Decimal:
        """What is planned by the end: the whole target."""
        return self.months[max(self.months)]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A target with what it promises by the rules of a day."""

    target: Target
    promise: Promise
    whole: Decimal
    on: datetime.date

    @property
    def months(self) -> tuple[int, ...]:
        return month_range(self.promise.start, self.promise.end)

    def laid(self, path: Trajectory) -> dict[int, Decimal]:
        try:
            return planned_path(path, total=self.whole, start=self.promise.start, end=self.promise.end)
        except RulesError as refused:
            raise errors.BadPath(f"“{self.target.name}”：{refused}") from refused


def draft(target: Target, kind: str, values: ENTERED | None = None, *, on: datetime.date) -> Draft:
    """The path of a target by a kind, under the rules of a day; ``values`` are the cumulative ones that are typed.

    What does not go is refused in a sentence: a :class:`BaselineError`.
    """
    if kind not in TITLES:
        raise errors.UnknownKind(kind, TITLES.values())
    if values is not None and kind != HAND:
        raise errors.ValuesNotAsked
    promise = Promise.of(target)
    whole = aims.total(promise, aims.trajectory(promise, in_force.trajectory_rule(on)))
    aim = aims.aim(promise, whole)
    if aim.is_rate or aim.is_limit:
        raise errors.HeldAllYear(target.name)
    if kind in (EVEN, SHAPE) and is_stock(target):
        raise errors.StockByMonth(target.name)
    asked = _Asked(target, promise, whole, on)
    months, made_from = _typed(asked, values or {}) if kind == HAND else _MAKERS[kind](asked)
    return Draft(kind, months, made_from)


def is_stock(target: Target) -> bool:
    """Whether its figure stands at a time and is not worked off from nothing (亩均税收, 人才总量)."""
    return "/" in target.unit or pasts.is_stock(target)


# ---- how the months come about --------------------------------------------------------------------

_Made = tuple[dict[int, Decimal], str]


def _even(asked: _Asked) -> _Made:
    count = len(asked.months)
    return asked.laid(Trajectory("even")), f"{_shown(asked)}，{count} 个月均摊"


def _shape(asked: _Asked) -> _Made:
    target = asked.target
    years = pasts.years(target, target.year)
    if shares := forecast.season(list(years.values())):
        counted = "、".join(str(year) for year, months in years.items() if sum(months) > 0)
        said = f"{_shown(asked)}，按{counted}年各月实绩所占的比例分解"
    else:
        found = Seasons(target.year, asked.on).of(target.name)
        if found is None:
            raise errors.NothingKnown(target.name, target.year)
        shares = found.shares
        said = f"{_shown(asked)}，没有往年完整的实绩，按{found.words}分解"
    return asked.laid(Trajectory("shape", tuple(shares.items()))), said


def _nodes(asked: _Asked) -> _Made:
    target = asked.target
    if target.unit not in units.COUNTS:
        raise errors.NotCounted(target.name, target.unit)
    nodes = nodes_of(target)
    if not nodes:
        raise errors.NoNodes(target.name)
    last = max(node.due for node in nodes)
    reached = {month: sum(node.due <= month for node in nodes) for month in asked.months if month <= last}
    points = tuple((month, Decimal(count)) for month, count in reached.items())
    named = "、".join(f"{node.project}{show_month(node.due)}" for node in nodes)
    rest = "，其余均摊到期末" if len(nodes) < asked.whole else ""
    return asked.laid(
        Trajectory("nodes", points)
    ), f"{_shown(asked)}，按 {len(nodes)} 个节点（{named}）{rest}"[:400]


def nodes_of(target: Target) -> list[Task]:
    """The dated nodes that count in a target: of the same chapter of the plan, at the stage that its name speaks of."""
    stages = [stage for stage, word in words.STAGES.items() if word in target.name]
    found = Task.objects.active().filter(kind=NODE, clause__document=target.document, stage__in=stages)
    within = (node for node in found if _is_dated(node) and target.start <= node.due <= target.end)
    return [node for node in within if node.promise.section[:1] == target.clause.section[:1]]


def _is_dated(node: Task) -> bool:
    """Whether the plan says when; what is to happen some time in the year says nothing of the path to it."""
    return node.promise.fields.get("period") not in (None, "", "year", "year-end")


def _typed(asked: _Asked, values: ENTERED) -> _Made:
    months = asked.months
    for month in values:
        if month not in months:
            raise errors.MonthOutside(month, months[0], months[-1])
    if missing := [month for month in months if str(values.get(month, "")).strip() == ""]:
        raise errors.MonthsMissing(missing)
    found = {month: _figure(month, values[month]) for month in months}
    if not is_stock(asked.target):
        for before, after in pairwise(months):
            if found[after] < found[before]:
                raise errors.Falls(after)
    if found[months[-1]] != asked.whole:
        shown = [rounding.show(value, rounding.PLACES) for value in (found[months[-1]], asked.whole)]
        raise errors.EndMissesTarget(shown[0], shown[1], asked.target.unit)
    return found, f"{_shown(asked)}，逐月填写"


def _figure(month: int, text: str | Decimal) -> Decimal:
    try:
        found = Decimal(str(text).strip().replace(",", ""))
    except InvalidOperation:
        raise errors.BadFigure(month, text) from None
    if not found.is_finite() or found < 0:
        raise errors.BadFigure(month, text)
    return found


def _shown(asked: _Asked) -> str:
    return f"{rounding.show(asked.whole)}{asked.target.unit}"


_MAKERS: Mapping[str, Callable[[_Asked], _Made]] = {EVEN: _even, SHAPE: _shape, NODES: _nodes}

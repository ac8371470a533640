"""The wall of a month: all targets of its year, each measured from facts, planned by rule and lit with a reason.

It reads facts, never ledgers: one query for the targets, one for the facts, however many rows the ledgers hold.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from luoshi.directory.units.models import Unit
from luoshi.ledgers import figures, registry, standing
from luoshi.ledgers.models import Binding, Fact
from luoshi.oversight.rules import in_force
from luoshi.oversight.wall import aims
from luoshi.oversight.wall.rows import WallRow
from luoshi.plans.targets.models import NO_SOURCE, Target
from luoshi.rules.lights import LightRule, Observation, light
from luoshi.rules.months import check_month, month_range
from luoshi.rules.progress import progress_of
from luoshi.rules.trajectories import if_due, planned_path
from luoshi.rules.trajectory_rules import TrajectoryRule

_KEPT: standing.Kept[tuple[WallRow, ...]] = standing.Kept(24)


def standing_wall(head: str, month: int, seen: Hashable, targets: Iterable[Target]) -> tuple[WallRow, ...]:
    """The rows of a month for pages, judged once while nobody writes; what is issued is judged anew by :func:`wall`.

    ``head`` is how far the trail had come before anything was read; ``seen`` says whose ``targets`` these are.
    """
    return _KEPT.of(head, (month, seen), lambda: tuple(wall(month, targets)))


def wall(month: int, targets: Iterable[Target] | None = None) -> list[WallRow]:
    """The rows of a month (yyyymm), in the order of the targets' numbers; by default all targets of the year."""
    check_month(month)
    figures.refresh()
    found = list(Target.objects.in_month(month) if targets is None else targets)
    return _Wall(month, found).rows() if found else []


def last_day(month: int) -> datetime.date:
    """The last day of a month: whose rules judge it."""
    year, at = divmod(month, 100)
    return datetime.date(year, at, calendar.monthrange(year, at)[1])


@dataclass(frozen=True, slots=True)
class _Reached:
    """A measured value in the target's unit, with the rows it was computed from."""

    value: Decimal | None
    rows: int = 0


class _Wall:
    """What all rows of one wall share: rules, facts, the tree of units, which ledgers are kept at all."""

    def __init__(self, month: int, targets: Sequence[Target]) -> None:
        self.month, self.targets = month, targets
        self.light_rule: LightRule = in_force.light_rule(last_day(month))
        self.path_rule: TrajectoryRule = in_force.trajectory_rule(last_day(month))
        bindings = [t.binding for t in targets if t.binding is not None and t.source != NO_SOURCE]
        first = min((t.start for t in targets), default=month)
        scopes = {b.scope for b in bindings if b.scope is not None}
        subtrees: Mapping[int, frozenset[int]] = Unit.objects.subtrees(scopes) if scopes else {}
        self.scopes = {u.pk: u.name for u in Unit.objects.filter(pk__in=scopes)} if scopes else {}
        self.facts = figures.facts_of(bindings, first, month, subtrees)
        self.kept = {name: registry.ledger(name).rows().exists() for name in {b.ledger for b in bindings}}

    def rows(self) -> list[WallRow]:
        return [self._row(target) for target in self.targets]

    def _row(self, target: Target) -> WallRow:
        path = aims.trajectory(target, self.path_rule)
        whole = aims.total(target, path)
        aim = aims.aim(target, whole)
        value, start, end = target.exact_value, target.start, target.end
        plan = planned_path(path, total=value, start=start, end=end)
        history = []
        reached = _Reached(None)
        for month in month_range(min(start, self.month), self.month):
            reached = self._reached(target, month)
            by_then = plan[max(start, min(month, end))]
            due = if_due(path, by_then, total=value, start=start, end=end, month=month)
            progress = progress_of(aim, planned=due, actual=reached.value)
            history.append(Observation(month, progress, due, reached.value, measure_unit=target.unit))
        return WallRow(
            target=target,
            month=self.month,
            total=whole,
            actual=reached.value,
            month_actual=self._month_actual(target, history),
            planned=history[-1].planned,
            progress=history[-1].progress,
            light=light(self.light_rule, history),
            counted_rows=reached.rows,
            path=tuple((each.month, each.actual) for each in history),
            plan=plan,
            scope=self.scopes.get(target.binding.scope or 0, "") if target.binding else "",
        )

    def _reached(self, target: Target, month: int) -> _Reached:
        """What is reached from the start of the target's window to the end of a month."""
        binding = target.binding
        if binding is None or binding.pk not in self.facts:
            return _Reached(None)
        start = figures.begins(binding, target.start)
        window = [f for f in self.facts[binding.pk] if start <= f.period <= month]
        return self._figure(target, binding, window)

    def _figure(self, target: Target, binding: Binding, facts: Sequence[Fact]) -> _Reached:
        figure = figures.figure(binding, facts)
        if figure.value is None or (not facts and not self.kept[binding.ledger]):
            return _Reached(None)  # an empty ledger knows nothing; in one that is kept, no row means 0
        return _Reached(target.in_written_unit(figure), figure.rows)

    def _month_actual(self, target: Target, history: Sequence[Observation]) -> Decimal | None:
        """What the month added; None for shares, which are not added up."""
        reached = history[-1].actual
        if reached is None or aims.traits(target) & {"rate", "growth"}:
            return None
        if self.month == target.start:
            return reached
        before = history[-2].actual if len(history) > 1 else reached  # before its window nothing is added
        return None if before is None else reached - before

"""The wall of a month: all targets of its year, each measured from facts, planned by rule and lit with a reason.

It reads facts, never ledgers: one query for the targets, one for the facts, however many rows the ledgers hold.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Collection, Hashable, Iterable, Mapping

from luoshi.directory.units.models import Unit
from luoshi.ledgers import figures, registry, standing
from luoshi.ledgers.figures import Part
from luoshi.ledgers.standing import Head
from luoshi.oversight.rules import in_force
from luoshi.oversight.wall.aims import Promise
from luoshi.oversight.wall.judging import Known, judge
from luoshi.oversight.wall.rows import WallRow
from luoshi.plans.targets.models import NO_SOURCE, Target
from luoshi.rules.months import check_month

_KEPT: standing.Kept[tuple[WallRow, ...]] = standing.Kept(24)
_TERMS: standing.Kept[Terms] = standing.Kept(24)


def standing_wall(head: Head, month: int, seen: Hashable, targets: Iterable[Target]) -> tuple[WallRow, ...]:
    """The rows of a month for pages, judged once while nobody writes; what is issued is judged anew by :func:`wall`.

    ``head`` is what was written last before anything was read; ``seen`` says whose ``targets`` these are.
    """
    place = (month, seen)

    def judged() -> tuple[WallRow, ...]:
        figures.refresh()
        return tuple(_TERMS.of(head, place, lambda: Terms(month, targets)).rows())

    return _KEPT.of(head, place, judged)


def wall(month: int, targets: Iterable[Target] | None = None) -> list[WallRow]:
    """The rows of a month (yyyymm), in the order of the targets' numbers; by default all targets of the year."""
    check_month(month)
    figures.refresh()
    return Terms(month, Target.objects.in_month(month) if targets is None else targets).rows()


def last_day(month: int) -> datetime.date:
    """The last day of a month: whose rules judge it."""
    year, at = divmod(month, 100)
    return datetime.date(year, at, calendar.monthrange(year, at)[1])


class Terms:
    """What a month is judged by, whatever the ledgers hold: the targets, the rules, the tree of units."""

    def __init__(self, month: int, targets: Iterable[Target]) -> None:
        self.month, self.targets = month, tuple(targets)
        self.bindings = [t.binding for t in self.targets if t.binding and t.source != NO_SOURCE]
        scopes = {b.scope for b in self.bindings if b.scope is not None}
        self.subtrees: Mapping[int, frozenset[int]] = Unit.objects.subtrees(scopes) if scopes else {}
        self.scopes = {u.pk: u.name for u in Unit.objects.filter(pk__in=scopes)} if scopes else {}
        if self.targets:
            day = last_day(month)
            self.judge = judge(in_force.light_rule(day), in_force.trajectory_rule(day))

    def rows(self) -> list[WallRow]:
        """The wall by the facts as they are."""
        first = min((t.start for t in self.targets), default=self.month)
        facts = figures.facts_of(self.bindings, first, self.month, self.subtrees) if self.bindings else {}
        known = {b.ledger for b in self.bindings if facts[b.pk]}
        unknown = {b.ledger for b in self.bindings} - known
        kept = known | {name for name in unknown if registry.ledger(name).rows().exists()}
        return [self._row(target, facts, kept) for target in self.targets]

    def _row(self, target: Target, facts: Mapping[int, list[Part]], kept: Collection[str]) -> WallRow:
        binding, known = target.binding, None
        if binding is not None and binding.pk in facts:
            known = Known(binding.ledger, binding.measure, binding.ledger in kept, tuple(facts[binding.pk]))
        found = self.judge(Promise.of(target), self.month, known)
        now = found.history[-1]
        return WallRow(
            target=target,
            month=self.month,
            total=found.total,
            actual=now.actual,
            month_actual=found.month_actual,
            planned=now.planned,
            progress=now.progress,
            light=found.light,
            counted_rows=found.rows,
            path=tuple((each.month, each.actual) for each in found.history),
            plan=found.plan,
            scope=self.scopes.get(binding.scope or 0, "") if binding else "",
        )

"""The wall of a month: all targets of its year, each measured from facts, planned by rule and lit with a reason.

It reads facts, never ledgers: one query for the targets, one for the facts, however many rows the ledgers hold.
"""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Iterable, Mapping, Set
from dataclasses import dataclass

from luoshi.directory.units.models import Unit
from luoshi.directory.units.then import Units
from luoshi.ledgers import combining, facts, registry, rewinding, standing
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.facts import Part
from luoshi.ledgers.standing import Head
from luoshi.oversight.baselines.models import Baseline, BaselineQuerySet
from luoshi.oversight.excuses import standing as excuses
from luoshi.oversight.promises.aims import Promise
from luoshi.oversight.references import standing as references
from luoshi.oversight.rules import in_force
from luoshi.oversight.wall.judging import Known, judge
from luoshi.oversight.wall.rows import WallRow
from luoshi.plans.targets import then
from luoshi.plans.targets.models import NO_SOURCE, Target
from luoshi.rules.dates import last_day
from luoshi.rules.lights import LightRule
from luoshi.rules.months import check_month
from luoshi.rules.trajectory_rules import TrajectoryRule

BASELINES = "oversight.baselines"
_KEPT: standing.Kept[tuple[WallRow, ...]] = standing.Kept(24)
_TERMS: standing.Kept[Terms] = standing.Kept(24)


def standing_wall(head: Head, month: int, seen: Hashable, targets: Iterable[Target]) -> tuple[WallRow, ...]:
    """The rows of a month for pages, judged once while nobody writes; what is issued is judged anew by :func:`wall`.

    ``head`` is what was written last before anything was read; ``seen`` says whose ``targets`` these are.
    """
    place = (month, seen)

    def judged() -> tuple[WallRow, ...]:
        facts.refresh()
        return tuple(_TERMS.of(head, place, lambda: Terms(month, targets)).rows())

    return _KEPT.of(head, place, judged)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a month is judged by."""

    lights: LightRule
    paths: TrajectoryRule


def rules_of(day: datetime.date, as_of: int | None = None) -> Rules:
    """The rules in force on a day, or :class:`rulebook.NoRule`."""
    return Rules(in_force.light_rule(day, as_of), in_force.trajectory_rule(day, as_of))


def wall(month: int, targets: Iterable[Target] | None = None, *, rules: Rules | None = None) -> list[WallRow]:
    """The rows of a month (yyyymm), in the order of the targets' numbers; by default all targets of the year.

    Judged by the rules in force on the month's last day, or by other ``rules`` that are tried on it.
    """
    check_month(month)
    facts.refresh()
    return Terms(month, Target.objects.in_month(month) if targets is None else targets, rules).rows()


def wall_then(month: int, as_of: int, units: Units, *, rules: Rules | None = None) -> list[WallRow]:
    """The rows of a month as they stood at a row of the trail: targets, facts, paths and rules.

    ``units`` are the units as they stood then; other ``rules`` are tried in the place of those of then.
    """
    check_month(month)
    return Terms(month, then.in_month(month, as_of, units), rules, as_of=as_of, units=units).rows()


class Terms:
    """What a month is judged by, whatever the ledgers hold: the targets, the rules, the tree of units.

    With ``as_of`` all of it as it stood at that row of the trail; ``rules`` are tried in place of those in force.
    """

    def __init__(
        self,
        month: int,
        targets: Iterable[Target],
        rules: Rules | None = None,
        *,
        as_of: int | None = None,
        units: Units | None = None,
    ) -> None:
        self.month, self.targets, self.as_of = month, tuple(targets), as_of
        self.bindings = [t.binding for t in self.targets if t.binding and t.source != NO_SOURCE]
        self.opened = facts.opened(self.bindings)
        scopes = {b.scope for b in self.opened if b.scope is not None}
        self.subtrees: Mapping[int, frozenset[int]] = (
            Unit.objects.scopes(scopes) if units is None else units.tree.scopes(scopes)
        )
        self.scopes = {u.pk: u.name for u in Unit.objects.filter(pk__in=scopes)} if scopes else {}
        self.baselines: Mapping[int, Baseline] = {}
        if self.targets:
            day = last_day(month)
            standing = self._frozen().standing(self.targets, day)
            kept = ((t, standing[t.pk]) for t in self.targets if t.pk in standing)
            self.baselines = {target.pk: found for target, found in kept if found.fits(target)}
            rules = rules or rules_of(day, as_of)
            self.judge = judge(rules.lights, rules.paths)
            self.excused = excuses.of_targets(self.targets, month, as_of)
            self.compared = (
                references.of_targets(self.targets, rules.lights.reference, month, as_of)
                if rules.lights.compares
                else {}
            )

    def _frozen(self) -> BaselineQuerySet:
        if self.as_of is None:
            return Baseline.objects.all()
        return Baseline.objects.exclude(pk__in=rewinding.created(registry.ledger(BASELINES), self.as_of))

    def rows(self) -> list[WallRow]:
        """The wall by the facts as they are."""
        first = min((t.start for t in self.targets), default=self.month)
        parts = (
            facts.facts_of(self.bindings, first, self.month, self.subtrees, as_of=self.as_of)
            if self.bindings
            else {}
        )
        known = {b.ledger for b in self.bindings if parts[b.pk] and not b.formula}
        unknown = {b.ledger for b in self.opened} - known
        kept = known | {name for name in unknown if self._is_kept(registry.ledger(name))}
        return [self._row(target, parts, kept) for target in self.targets]

    def _is_kept(self, ledger: Ledger) -> bool:
        """Whether there is, or was, a row in a ledger."""
        return ledger.rows().exists() if self.as_of is None else rewinding.was_kept(ledger, self.as_of)

    def _row(self, target: Target, parts: Mapping[int, list[Part]], kept: Set[str]) -> WallRow:
        binding, known = target.binding, None
        if binding is not None and binding.pk in parts:
            known = Known.of(binding, combining.ledgers_of(binding) <= kept, parts[binding.pk])
        baseline = self.baselines.get(target.pk)
        promise = Promise.of(target, baseline.months if baseline else None)
        told = self.excused.get(target.pk, ()), self.compared.get(target.pk, ())
        found = self.judge(promise, self.month, known, *told)
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
            baseline=baseline,
            excuse=now.excuse,
        )

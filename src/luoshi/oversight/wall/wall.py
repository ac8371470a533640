"""The wall of a month: all targets of its year, each measured from facts, planned by rule and lit with a reason.

It reads facts, never ledgers: one query for the targets, one for the facts, however many rows the ledgers hold.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from django.db.models import QuerySet

from luoshi.directory.units.models import Unit
from luoshi.directory.units.then import Units
from luoshi.ledgers import combining, facts, marks, registry, rewinding, standing
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.facts import Part
from luoshi.ledgers.models import Binding
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
Ledgers = frozenset[str]  # by name
MEASURED = 100  # sets of ledgers from which the targets of a wall are measured: each, and those of formulas
_KEPT: standing.Kept[Mapping[int, WallRow]] = standing.Kept(24)
_TERMS: standing.Kept[Terms] = standing.Kept(24)
_SEEN: standing.Kept[tuple[int, ...]] = standing.Kept(2000)


def standing_wall(head: Head, month: int, seen: Hashable, targets: QuerySet[Target]) -> tuple[WallRow, ...]:
    """The rows of a month for pages, judged once while nobody writes; what is issued is judged anew by :func:`wall`.

    They are judged for all who look at them; a write has those judged again that are measured from its ledger. ``head``
    is what was written last before anything was read; ``seen`` says whose ``targets`` of the month these are.
    """

    def judged() -> Mapping[int, WallRow]:
        return _terms(head, month).standing_rows(head)

    keys = _keys(head, month, seen, targets)
    every = _KEPT.of(head, month, judged) if keys else {}
    return tuple(every[key] for key in keys if key in every)


def standing_targets(head: Head, month: int, seen: Hashable, targets: QuerySet[Target]) -> tuple[Target, ...]:
    """The targets of :func:`standing_wall`, for who asks for no figure."""
    keys = frozenset(_keys(head, month, seen, targets))
    return tuple(target for target in _terms(head, month).targets if target.pk in keys) if keys else ()


def _terms(head: Head, month: int) -> Terms:
    return _TERMS.of(head, month, lambda: Terms(month, Target.objects.in_month(month)))


def _keys(head: Head, month: int, seen: Hashable, targets: QuerySet[Target]) -> tuple[int, ...]:
    asked = targets.prefetch_related(None).values_list("pk", flat=True)
    return _SEEN.of(head, (month, seen), lambda: tuple(asked))


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
        self._standing: standing.Kept[list[WallRow]] = standing.Kept(MEASURED)
        scopes = {b.scope for b in facts.opened(_bindings(self.targets)) if b.scope is not None}
        self.subtrees: Mapping[int, frozenset[int]] = (
            Unit.objects.scopes(scopes) if units is None else units.tree.scopes(scopes)
        )
        self.scopes = {u.pk: u.name for u in Unit.objects.filter(pk__in=scopes)} if scopes else {}
        self.baselines: Mapping[int, Baseline] = {}
        if self.targets:
            day = last_day(month)
            frozen = self._frozen().standing(self.targets, day)
            kept = ((t, frozen[t.pk]) for t in self.targets if t.pk in frozen)
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

    def standing_rows(self, head: Head) -> Mapping[int, WallRow]:
        """The wall by the facts as they are, by the targets' keys.

        What is measured from the same ledgers stands until one of them is written, or what they are looked at through.
        """
        found = self._standing.each_of(
            head, {each: _stands_on(each) for each in self._measured}, self._judged
        )
        return {row.target.pk: row for rows in found.values() for row in rows}

    @cached_property
    def _measured(self) -> Mapping[Ledgers, Sequence[Target]]:
        """The targets by the ledgers that they are measured from."""
        found: dict[Ledgers, list[Target]] = defaultdict(list)
        for target in self.targets:
            binding = next(iter(_bindings([target])), None)
            found[combining.ledgers_of(binding) if binding else frozenset()].append(target)
        return found

    def _judged(self, measured: Sequence[Ledgers]) -> Mapping[Ledgers, list[WallRow]]:
        """What is measured from some ledgers, their facts brought up to date."""
        facts.refresh(frozenset[str]().union(*measured))
        rows = iter(self.rows([target for each in measured for target in self._measured[each]]))
        return {each: list(islice(rows, len(self._measured[each]))) for each in measured}

    def rows(self, targets: Sequence[Target] | None = None) -> list[WallRow]:
        """The wall by the facts as they are, or some ``targets`` of it."""
        targets = self.targets if targets is None else targets
        bindings = _bindings(targets)
        first = min((t.start for t in self.targets), default=self.month)
        parts = (
            facts.facts_of(bindings, first, self.month, self.subtrees, as_of=self.as_of) if bindings else {}
        )
        known = {b.ledger for b in bindings if parts[b.pk] and not b.formula}
        unknown = {b.ledger for b in facts.opened(bindings)} - known
        kept = known | {name for name in unknown if self._is_kept(registry.ledger(name))}
        return [self._row(target, parts, kept) for target in targets]

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


def _stands_on(ledgers: Ledgers) -> tuple[str, ...]:
    """The tables, and parts of tables, on which stands what is measured from some ledgers."""
    return *marks.of(ledgers), *(registry.ledger(name).model._meta.db_table for name in ledgers)


def _bindings(targets: Iterable[Target]) -> list[Binding]:
    """How some targets are measured; not those of which nobody has confirmed it."""
    return [t.binding for t in targets if t.binding and t.source != NO_SOURCE]

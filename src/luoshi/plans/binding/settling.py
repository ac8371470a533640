"""Setting what a target is measured by, always inside the transaction of who decides it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from luoshi.directory.units.models import ZONE, Unit
from luoshi.ledgers import facts, figures, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.measures import Condition
from luoshi.ledgers.models import Binding
from luoshi.plans.binding import making, teaching, templates
from luoshi.plans.binding.naming import Resolver
from luoshi.plans.binding.teaching import Lesson, Words
from luoshi.plans.indicators.models import Indicator
from luoshi.plans.questions import following, holding
from luoshi.plans.reported.ledger import CUMULATIVE, REPORTED
from luoshi.plans.targets.ledger import TARGETS
from luoshi.plans.targets.models import CONFIRMED, NONE, PROPOSED, Target
from luoshi.plans.targets.proposals import Proposal, Ranking, Wanted

Lessons = Mapping[Words, Sequence[Lesson]]
WHOLE_ZONE = ("全", "本区", "园区", "我区", "开发区")


class Settler:
    """Ranks measures for many targets of one batch; reads the registry, linked names and units once."""

    def __init__(self) -> None:
        self._ranking = Ranking()
        self._units = Unit.objects.names()
        self._zone = "".join(Unit.objects.filter(kind=ZONE).values_list("name", flat=True))
        self._resolver = Resolver(self._units)
        self._lessons: dict[tuple[str, str], Lessons] = {}

    def proposals(self, target: Target) -> list[Proposal]:
        """The ways of measuring a target that are worth showing, the likeliest first."""
        wanted = self.wanted(target)
        found = [*self._ranking.of(wanted), *templates.proposals(wanted, self._resolver)]
        return teaching.ranked(found, wanted, target.pk, self._taught(target))

    def formula(self, text: str) -> Proposal:
        """A typed formula with what its names stand for; refused in a sentence where it is not understood."""
        return self._resolver.formula(text)

    def _taught(self, target: Target) -> Lessons:
        """What was decided before about targets of the same unit and basis, read once."""
        kind = target.base_unit, target.basis
        if kind not in self._lessons:
            others = Target.objects.filter(base_unit=kind[0], basis=kind[1]).order_by("number", "pk")
            others = others.select_related("indicator", "parent", "binding")
            self._lessons[kind] = teaching.lessons((each, self.wanted(each)) for each in others)
        return self._lessons[kind]

    def held(self, target: Target) -> holding.Held | None:
        """The ledger that surely gives a target's figure, so that nobody needs to report it."""
        return holding.sure(self.proposals(target))

    def wanted(self, target: Target) -> Wanted:
        """What the target's clause asks to be measured, within the unit that its scope or its own words name."""
        indicator: Indicator = target.indicator
        unit = self._scope(target)
        elsewhere = target.scope if target.scope and unit is None and not self._is_zone(target.scope) else ""
        return Wanted(
            indicator=target.name,
            base_unit=target.base_unit,
            basis=target.basis,
            conditions=tuple(target.thresholds),
            whole=target.parent.name if target.parent else "",
            words=indicator.also_called,
            scope=unit.pk if unit else None,
            scope_title=str(unit) if unit else "",
            scope_names=tuple(sorted({unit.name, *unit.also_called}, key=len, reverse=True)) if unit else (),
            elsewhere=elsewhere,
            year=target.year,
        )

    def _scope(self, target: Target) -> Unit | None:
        """The one unit of the zone that the figure is limited to; None for the whole zone."""
        named = [self._units.find(target.scope)] if target.scope else list(self._units.named_in(target.name))
        narrow = [unit for unit in named if unit is not None and unit.kind != ZONE]
        return narrow[0] if len(narrow) == 1 else None

    def _is_zone(self, scope: str) -> bool:
        """Whether a scope is only another way of saying the whole zone."""
        return scope in self._zone or scope.startswith(WHOLE_ZONE)

    def begin(self, target: Target) -> None:
        """Put on a new target, not yet written, what :meth:`settle` would decide."""
        if self.proposals(target):
            target.binding_state = PROPOSED
        else:
            target.binding, target.binding_state = reported(target), CONFIRMED

    def settle(self, target: Target, *, by: Actor) -> Target:
        """Wait for a person where a ledger may know the figure, else take reported values."""
        if self.proposals(target):
            return _write(target, None, PROPOSED, "推荐计量方式", by)
        return report(target, by=by, act="没有台账可计量，按月填报")


def bind(target: Target, proposal: Proposal, *, by: Actor) -> Target:
    """Measure a target by ledgers as proposed."""
    return _write(target, making.keep(proposal, target), CONFIRMED, teaching.CONFIRMED, by)


def report(
    target: Target, *, by: Actor, reason: str = "", act: str = teaching.REPORT, official: bool = False
) -> Target:
    """Measure a target by what its lead unit reports month by month; ``reason`` says why, where a ledger holds it."""
    _write(target, reported(target, official=official), CONFIRMED, act, by, reason)
    following.excuse(target, reason, by)
    return target


def reported(target: Target, *, official: bool = False) -> Binding:
    """A new binding to the values that are reported for a target, or only to those that were signed."""
    of_it = Condition("question__target", "eq", str(target.pk))
    return figures.bind(REPORTED, CUMULATIVE, [of_it], official=official)


def clear(target: Target, *, by: Actor, proposed: bool = False) -> Target:
    """Leave open again what a target is measured by."""
    return _write(target, None, PROPOSED if proposed else NONE, teaching.CLEARED, by)


def measure_of(target: Target) -> Proposal | None:
    """What a target is measured by now, in the form of a proposal; None while nothing is."""
    held: Binding | None = target.binding
    if held is None:
        return None
    return making.of(held)


def best(proposals: Sequence[Proposal]) -> Proposal | None:
    """The first proposal when it is sure, and surer than the one after it."""
    if not proposals or not proposals[0].sure:
        return None
    return None if len(proposals) > 1 and proposals[1].score >= proposals[0].score else proposals[0]


def _write(target: Target, made: Binding | None, state: str, act: str, by: Actor, reason: str = "") -> Target:
    held: Binding | None = target.binding
    values = {"binding": made, "binding_state": state}
    writing.change(TARGETS, target, values, by=by, act=act, reason=reason)
    if held is not None and held != made:
        facts.retire(held)
    return target

"""From confirmed clauses to targets: new ones are made together, known ones are brought up to date under their number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from luoshi.ledgers import writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.plans import errors
from luoshi.plans.binding import settling
from luoshi.plans.clauses.models import Clause
from luoshi.plans.indicators.ledger import INDICATORS
from luoshi.plans.indicators.models import Indicator
from luoshi.plans.reported.models import Reported
from luoshi.plans.review import rows
from luoshi.plans.targets import deriving
from luoshi.plans.targets.ledger import TARGETS
from luoshi.plans.targets.models import ACTIVE, MEASURED, WITHDRAWN, Target

# A change in one of these asks anew what the target is measured by.
MEANING = ("name", "base_unit", "basis", "scope", "thresholds")

Key = tuple[str, str, str]


def fulfil(clauses: Sequence[Clause], *, by: Actor) -> list[Target]:
    """The targets of clauses just confirmed, in their order."""
    require(by, Act.CREATE, TARGETS)
    held, indicators, settler = held_by(clauses), _indicators(clauses, by), settling.Settler()
    new = [_new(clause, indicators[_key(clause)]) for clause in clauses if clause.pk not in held]
    made = {target.clause_id: target for target in _hold(new, settler, by)}
    for clause in clauses:
        if clause.pk in held:
            made[clause.pk] = _again(held[clause.pk], clause, indicators[_key(clause)], settler, by)
    _adopt(made, by)
    return [made[clause.pk] for clause in clauses]


def held_by(clauses: Iterable[Clause]) -> dict[int, Target]:
    """The targets, standing or withdrawn, that clauses have already, by the clause's key."""
    found = Target.objects.filter(clause__in=list(clauses))
    return {
        t.clause_id: t for t in found.select_related("indicator", "parent", "binding", "lead_unit", "clause")
    }


def withdraw(target: Target, reason: str, *, by: Actor) -> None:
    """Take a target out of use; number, history and reported values stay."""
    if target.state == ACTIVE:
        values = {"state": WITHDRAWN, "state_reason": reason[:400]}
        writing.change(TARGETS, target, values, by=by, act="撤销", reason=reason)


def _new(clause: Clause, indicator: Indicator) -> Target:
    """A target, not yet saved."""
    target = Target(clause=clause, **_values(clause, indicator))
    target.number = rows.number(TARGETS, target.year)
    rows.check(TARGETS, target)
    return target


def _values(clause: Clause, indicator: Indicator) -> dict[str, Any]:
    values = deriving.values(clause.fields, clause.document.year, clause.sentence)
    units = {"lead_unit": clause.lead, "leader": clause.leader}
    return {**values, **units, "indicator": indicator, "state": ACTIVE, "state_reason": ""}


def _hold(new: Sequence[Target], settler: settling.Settler, by: Actor) -> Sequence[Target]:
    """Save new targets with their totals and what measures them."""
    Target.objects.bulk_create(new, batch_size=200)
    totals = _totals(new)
    for target in new:
        target.parent = totals.get(target.clause.part_of_id or 0)
        settler.begin(target)
    Target.objects.bulk_update(new, ["parent", "binding", "binding_state"], batch_size=200)
    rows.record_new(TARGETS, new, by=by)
    writing.follow(TARGETS, [target.pk for target in new], by)
    return new


def _totals(found: Sequence[Target]) -> dict[int, Target]:
    """The targets of which targets are parts, by the key of the total's clause."""
    here = {target.clause_id: target for target in found}
    return held_by(t.clause.part_of for t in found if t.clause.part_of is not None) | here


def _again(
    target: Target, clause: Clause, indicator: Indicator, settler: settling.Settler, by: Actor
) -> Target:
    """A target whose clause was confirmed anew keeps number and history; a new meaning asks for a new measure."""
    values = _values(clause, indicator)
    if target.unit != values["unit"] and Reported.objects.of(target).exists():
        raise errors.ValuesReported(target.number, target.name, target.unit)
    moved = any(getattr(target, name) != values[name] for name in MEANING)
    writing.change(TARGETS, target, values, by=by, act="按计划更新")
    if target.source == MEASURED and moved:
        settling.clear(target, by=by)
    if target.binding is None:
        settler.settle(target, by=by)
    return target


def _adopt(made: Mapping[int, Target], by: Actor) -> None:
    """Parts that were confirmed before their total."""
    orphans = Target.objects.filter(clause__part_of__in=list(made), parent=None).select_related("clause")
    for part in orphans:
        writing.change(TARGETS, part, {"parent": made[part.clause.part_of_id or 0]}, by=by, act="归入总数")


def _key(clause: Clause) -> Key:
    """What makes two indicators the same: name, unit, basis."""
    fields = clause.fields
    return fields["indicator"][:200], fields["unit"][:40], fields["basis"]


def _indicators(clauses: Sequence[Clause], by: Actor) -> dict[Key, Indicator]:
    """The indicators of clauses, found or made."""
    wanted = dict.fromkeys(_key(clause) for clause in clauses)
    known = Indicator.objects.filter(name__in={name for name, _, _ in wanted})
    found = {(i.name, i.unit, i.basis): i for i in known}
    new = [Indicator(name=n, unit=u, basis=b) for n, u, b in wanted if (n, u, b) not in found]
    for indicator in new:
        rows.check(INDICATORS, indicator)
    Indicator.objects.bulk_create(new, batch_size=200)
    rows.record_new(INDICATORS, new, by=by)
    return found | {(i.name, i.unit, i.basis): i for i in new}

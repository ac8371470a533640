"""Deciding what targets are measured by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from luoshi.ledgers import audit
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.measures import Condition
from luoshi.plans import errors
from luoshi.plans.binding import making, settling
from luoshi.plans.documents.models import Document
from luoshi.plans.questions import following
from luoshi.plans.targets.ledger import TARGETS
from luoshi.plans.targets.models import ACTIVE, REPORTED, Target
from luoshi.plans.targets.proposals import Proposal


@dataclass(frozen=True, slots=True)
class Proposed:
    """A target with the ways in which it could be measured, the likeliest first."""

    target: Target
    proposals: tuple[Proposal, ...]


def proposals_of(target: Target, *, by: Actor) -> list[Proposal]:
    """The ways in which one target could be measured, the likeliest first; empty where no ledger holds it.

    What would tell of columns hidden from the person is left out.
    """
    require(by, Act.READ, TARGETS, target)
    return _seen(settling.Settler().proposals(target), by)


def _seen(proposals: Iterable[Proposal], by: Actor) -> list[Proposal]:
    return [each for each in proposals if making.measurable(each, by)]


def propose_bindings(document: Document, *, by: Actor) -> list[Proposed]:
    """For every active target of a document whose measuring nobody has confirmed: what is proposed."""
    require(by, Act.READ, TARGETS)
    settler = settling.Settler()
    waiting = Target.objects.waiting().filter(clause__document=document)
    return [Proposed(target, tuple(_seen(settler.proposals(target), by))) for target in waiting]


def confirm_binding(target: Target, proposal: Proposal, *, by: Actor) -> Target:
    """Measure a target by a ledger: by a proposal as it stands, or one that a person put together."""
    _require(target, by)
    making.require_measurable(proposal, by)
    with transaction.atomic():
        audit.begin()
        return settling.bind(target, proposal, by=by)


def confirm_measure(
    target: Target,
    ledger: str,
    measure: str,
    conditions: Iterable[Condition] = (),
    scope: int | None = None,
    *,
    by: Actor,
) -> Target:
    """The same from the names of a ledger and a measure."""
    return confirm_binding(target, Proposal(ledger, measure, tuple(conditions), scope), by=by)


def formula_of(target: Target, text: str, *, by: Actor) -> Proposal:
    """A typed formula as a way of measuring a target; refused in a sentence where it is none, or of another unit."""
    require(by, Act.READ, TARGETS, target)
    found = settling.Settler().formula(text)
    making.require_measurable(found, by)
    making.check(found, target)
    return found


def confirm_formula(target: Target, text: str, *, by: Actor) -> Target:
    """Measure a target by a typed formula over the ledgers' figures."""
    _require(target, by)
    return confirm_binding(target, formula_of(target, text, by=by), by=by)


def confirm_reported(target: Target, *, by: Actor, reason: str = "", official: bool = False) -> Target:
    """Measure a target by what its lead unit reports; where a ledger surely holds it, only for a reason.

    ``official``: a value counts when the head of the unit has signed it, not before.
    """
    _require(target, by)
    if target.source == REPORTED:
        reason = reason.strip() or following.excuse_of(target)
    held = settling.Settler().held(target)
    if held is not None and not reason.strip():
        raise errors.HeldByLedger(target.number, target.name, held.sentence)
    with transaction.atomic():
        audit.begin()
        return settling.report(target, by=by, reason=reason.strip() if held else "", official=official)


def clear_binding(target: Target, *, by: Actor) -> Target:
    """Take back what a target is measured by; values already reported stay."""
    _require(target, by)
    with transaction.atomic():
        audit.begin()
        return settling.clear(target, by=by)


def confirm_sure(document: Document, *, by: Actor) -> tuple[list[Target], list[Target]]:
    """Confirm every proposal of a document that is sure; returns the targets so bound and those that still wait."""
    bound: list[Target] = []
    waiting: list[Target] = []
    with transaction.atomic():
        audit.begin()
        for found in propose_bindings(document, by=by):
            proposal = settling.best(found.proposals)
            if proposal is None:
                waiting.append(found.target)
            else:
                bound.append(confirm_binding(found.target, proposal, by=by))
    return bound, waiting


def _require(target: Target, by: Actor) -> None:
    require(by, Act.CHANGE, TARGETS, target)
    if target.state != ACTIVE:
        raise errors.NotATarget(target.name)

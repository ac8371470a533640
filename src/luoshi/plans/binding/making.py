"""A way of measuring as it is proposed, and as a binding: the one made of the other, and shown before it is kept."""

from __future__ import annotations

from luoshi.ledgers import combining, figures, formulas, registry, secrecy
from luoshi.ledgers.access import Actor
from luoshi.ledgers.facts import Trees
from luoshi.ledgers.figures import Figure
from luoshi.ledgers.measures import VIEWS, Condition, View
from luoshi.ledgers.models import Binding
from luoshi.plans import errors
from luoshi.plans.targets import wording
from luoshi.plans.targets.models import Target
from luoshi.plans.targets.proposals import Proposal


def made(proposal: Proposal) -> Binding:
    """The binding of a proposal without a formula, not stored; refused in a sentence where it does not hold together."""
    ledger = registry.ledger(proposal.ledger)
    return figures.checked(
        ledger,
        ledger.measure(proposal.measure),
        proposal.conditions,
        proposal.scope,
        view=proposal.view,
        official=proposal.official,
    )


def parts(proposal: Proposal) -> dict[str, Binding]:
    """The bindings of a formula's names, not stored."""
    return {name: made(part) for name, part in proposal.parts}


def check(proposal: Proposal, target: Target) -> None:
    """Refuse what cannot measure a target."""
    if proposal.formula:
        combining.check(formulas.parse(proposal.formula), parts(proposal), target.base_unit)
        return
    binding = made(proposal)
    unit = figures.unit_of(binding)
    if not wording.units_alike(target.base_unit, unit):
        title = registry.ledger(proposal.ledger).measure(proposal.measure).title
        said = f"{title}（{figures.view_words(proposal.view)}）" if proposal.view else title
        raise errors.UnitMismatch(target.name, target.unit, said, unit)


def measurable(proposal: Proposal, by: Actor) -> bool:
    """Whether a person may see what a proposal would give; not where it looks at a column hidden from them."""
    return all(_measurable(part, by) for part in _whole(proposal))


def require_measurable(proposal: Proposal, by: Actor) -> None:
    """Refuse a proposal that tells of columns hidden from the person: :class:`errors.SecretMeasure`."""
    for part in _whole(proposal):
        if not _measurable(part, by):
            raise errors.SecretMeasure(registry.ledger(part.ledger).measure(part.measure).title)


def _measurable(part: Proposal, by: Actor) -> bool:
    ledger = registry.ledger(part.ledger)
    return secrecy.measurable(by, ledger, ledger.measure(part.measure), part.conditions)


def _whole(proposal: Proposal) -> tuple[Proposal, ...]:
    """The ways of measuring that a proposal consists of: itself, or the parts of its formula."""
    return tuple(part for _, part in proposal.parts) if proposal.formula else (proposal,)


def keep(proposal: Proposal, target: Target) -> Binding:
    """A proposal as a new binding; refused where it cannot measure the target."""
    check(proposal, target)
    if proposal.formula:
        return combining.bind(formulas.parse(proposal.formula), parts(proposal), target.base_unit)
    binding = made(proposal)
    binding.save(force_insert=True)
    return binding


def preview(proposal: Proposal, unit: str, start: int, end: int, subtrees: Trees) -> Figure:
    """What a proposal would give in the months ``start``..``end``; a formula in ``unit``."""
    if not proposal.formula:
        return figures.preview(made(proposal), start, end, subtrees)
    return combining.preview(formulas.parse(proposal.formula), parts(proposal), unit, start, end, subtrees)


def scopes(proposal: Proposal) -> set[int]:
    """The units to which a proposal or its parts are limited."""
    return {each.scope for each in _whole(proposal) if each.scope is not None}


def words(proposal: Proposal) -> str:
    """How a proposal computes its figure, in words."""
    if proposal.formula:
        return f"{proposal.formula}；其中" + "；".join(
            f"{name}：{words(part)}" for name, part in proposal.parts
        )
    return figures.words(made(proposal))


def of(binding: Binding) -> Proposal:
    """What a binding is, in the form of a proposal."""
    if binding.formula:
        every = tuple((part.name, of(part)) for part in binding.parts.all())
        return Proposal(formula=binding.formula, parts=every, score=1.0, reason=figures.words(binding))
    return Proposal(
        binding.ledger,
        binding.measure,
        tuple(Condition.from_data(each) for each in binding.conditions),
        binding.scope,
        score=1.0,
        reason=figures.words(binding),
        view=view_of(binding.view),
        official=binding.official,
    )


def view_of(text: str) -> View:
    """A view by its name; an unknown one is none."""
    return next((view for view in VIEWS if view == text), "")

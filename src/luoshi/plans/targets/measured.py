"""The facts that a target's figures are made of, true when they are asked for."""

from __future__ import annotations

from luoshi.directory.units.models import Unit
from luoshi.ledgers import combining, facts
from luoshi.ledgers.facts import Part
from luoshi.ledgers.models import Binding


def trees_of(binding: Binding) -> dict[int, frozenset[int]]:
    """The units under what limits a binding and the names of its formula, as ``facts.facts_of`` takes them."""
    return Unit.objects.scopes(each.scope for each in facts.opened([binding]) if each.scope is not None)


def parts_of(binding: Binding, start: int, end: int) -> list[Part]:
    """The facts behind a binding's figures of the months ``start``..``end``, brought up to date first."""
    facts.refresh(combining.ledgers_of(binding))
    return facts.facts_of([binding], start, end, trees_of(binding))[binding.pk]

"""Bindings by a formula: each name in it is a binding of its own, with conditions, scope and view of its own."""

from __future__ import annotations

from collections.abc import Mapping

from luoshi.ledgers import figures, formulas
from luoshi.ledgers.facts import Trees, measure_of
from luoshi.ledgers.figures import Figure
from luoshi.ledgers.formulas import Formula, Kind
from luoshi.ledgers.measures import Average, Ratio
from luoshi.ledgers.models import Binding
from luoshi.ledgers.units import read


def kind_of(part: Binding) -> Kind:
    """What a binding is in a formula."""
    rate = part.view not in ("", "to_date") or isinstance(measure_of(part), Ratio | Average)
    return Kind(read(figures.unit_of(part))[1], rate)


def check(formula: Formula, parts: Mapping[str, Binding], unit: str) -> None:
    """Refuse, in a sentence, a formula over bindings that makes no sense or does not come to ``unit``."""
    formulas.check(formula, {name: kind_of(part) for name, part in parts.items()}, unit)


def bind(formula: Formula, parts: Mapping[str, Binding], unit: str) -> Binding:
    """A new binding by a formula over bindings that are not yet stored, as :func:`figures.checked` makes them."""
    check(formula, parts, unit)
    whole = Binding.objects.create(formula=formulas.printed(formula), unit=unit)
    for name, part in parts.items():
        part.name, part.whole = name, whole
        part.save(force_insert=True)
    return whole


def preview(
    formula: Formula, parts: Mapping[str, Binding], unit: str, start: int, end: int, subtrees: Trees
) -> Figure:
    """What a formula that is not stored would give in the months ``start``..``end``: a scan a part."""
    found = {name: figures.preview(part, start, end, subtrees) for name, part in parts.items()}
    return figures.combined(formulas.printed(formula), found, unit)


def ledgers_of(binding: Binding) -> frozenset[str]:
    """The names of the ledgers that a binding measures."""
    return frozenset(each.ledger for each in (binding.parts.all() if binding.formula else (binding,)))


def made(binding: Binding) -> tuple[object, ...]:
    """How a binding's figures are made of its facts, as something that can be compared."""
    parts = (
        [(p.pk, p.name, p.ledger, p.measure, p.view) for p in binding.parts.all()] if binding.formula else []
    )
    return binding.ledger, binding.measure, binding.view, binding.formula, binding.unit, *parts

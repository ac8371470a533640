"""A typed formula as the page of a target's binding shows it: what its names stand for, its value now, what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from luoshi.directory.units.models import Unit
from luoshi.ledgers import figures, registry
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.figures import Figure
from luoshi.plans.binding import actions, making, naming
from luoshi.plans.targets.models import Target
from luoshi.plans.targets.proposals import Proposal
from luoshi.reports.numbers import written
from luoshi.web.plans import previews
from luoshi.web.plans.previews import Preview


@dataclass(frozen=True, slots=True)
class Line:
    """One name of a formula: how it is measured and what it is now, in its own unit."""

    name: str
    words: str
    value: str
    unit: str
    rows: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A formula as typed: an ``error``, or what it reads as, its lines and its value."""

    text: str = ""
    error: str = ""
    formula: str = ""
    lines: tuple[Line, ...] = ()
    preview: Preview = Preview()


def asked(given: Mapping[str, str], target: Target, held: Proposal | None) -> str:
    """The formula of an address: typed, made of two measures chosen, or what the target is measured by now."""
    if "formula" in given:
        return given["formula"].strip()
    if given.get("top") and given.get("bottom"):
        ratio = f"[{given['top']}] / [{given['bottom']}]"
        return f"{ratio} * 100" if target.base_unit == "%" else ratio
    return held.formula if held else ""


def check(text: str, target: Target, month: int, by: Actor) -> Check:
    """What a typed formula comes to from the target's first month to ``month``."""
    if not text:
        return Check()
    try:
        found = actions.formula_of(target, text, by=by)
        parts = _figures(found, target, month)
        whole = figures.combined(found.formula, parts, target.base_unit)
    except LedgerError as problem:
        return Check(text, error=str(problem))
    told = dict(found.parts)
    lines = tuple(line(name, making.words(told[name]), figure) for name, figure in parts.items())
    return Check(text, "", found.formula, lines, previews.shown(whole, target))


def line(name: str, words: str, found: Figure, url: str = "") -> Line:
    """A figure that is part of a formula."""
    return Line(name, words, written(found.value), found.unit, found.rows, url)


def _figures(proposal: Proposal, target: Target, month: int) -> dict[str, Figure]:
    trees = Unit.objects.scopes(making.scopes(proposal))
    return {name: making.preview(part, "", target.start, month, trees) for name, part in proposal.parts}


def names() -> Iterator[tuple[str, str]]:
    """Every measure as a formula names it, with its unit."""
    for ledger, measure in registry.measures():
        if not ledger.reported:
            yield naming.title(ledger, measure), figures.base_unit(ledger, measure)

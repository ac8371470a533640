"""A way of measuring put together by hand: measure, conditions row by row, scope, view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from luoshi.directory.units.models import Unit
from luoshi.ledgers import figures, registry
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.lookups import Lookups
from luoshi.ledgers.measures import OP_WORDS, VIEWS, Condition
from luoshi.plans.binding import entering, making
from luoshi.plans.targets import wording
from luoshi.plans.targets.models import Target
from luoshi.plans.targets.proposals import Proposal

SPARE: Final = 2
MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One condition as it stands in the form, with the sentence that says what is wrong with it."""

    number: int
    column: str = ""
    op: str = "ge"
    value: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Hand:
    """The form by hand; ``proposal`` is what it comes to, None as long as something is missing or wrong."""

    measure: str
    scope: str
    rows: tuple[Row, ...]
    columns: tuple[tuple[str, str], ...]
    proposal: Proposal | None
    error: str = ""
    view: str = ""
    official: bool = False
    tells_official: bool = False

    @property
    def chosen(self) -> bool:
        return bool(self.measure)


def of(given: Mapping[str, str], units: Mapping[str, Unit]) -> Hand:
    """From the address or the form: ``m`` measure, ``s`` scope, ``w`` view, ``f`` official, ``c0 o0 v0`` … conditions."""
    name, scope = given.get("m", ""), given.get("s", "")
    view, official = making.view_of(given.get("w", "")), bool(given.get("f"))
    if not name:
        return Hand("", scope, (), (), None)
    ledger, measure = _measure(name)
    rows = [
        Row(n, given.get(f"c{n}", ""), given.get(f"o{n}", "ge"), given.get(f"v{n}", "").strip())
        for n in range(MOST)
        if given.get(f"c{n}")
    ]
    made, shown = _conditions(ledger, rows)
    wrong = any(row.error for row in shown)
    unit = units.get(scope)
    problem = "" if not scope or unit is not None else "没有这个单位，请从列表里选。"
    proposal = None
    if not wrong and not problem:
        proposal = Proposal(
            ledger.name, measure, made, unit.pk if unit else None, view=view, official=official
        )
    spare = tuple(Row(n) for n in range(len(shown), min(MOST, len(shown) + SPARE)))
    columns = tuple(entering.columns_of(ledger))
    tells = bool(ledger.measure(measure).official)
    return Hand(
        name,
        str(unit.pk) if unit else "",
        (*shown, *spare),
        columns,
        proposal,
        problem,
        view,
        official,
        tells,
    )


def asked(proposal: Proposal | None) -> dict[str, str]:
    """A proposal as the form by hand holds it, to begin from."""
    if proposal is None or proposal.formula:
        return {}
    ledger, lookups = registry.ledger(proposal.ledger), Lookups()
    found = {"m": f"{proposal.ledger}.{proposal.measure}", "s": str(proposal.scope or "")}
    found |= {"w": proposal.view, "f": "1" if proposal.official else ""}
    for n, each in enumerate(proposal.conditions):
        found |= {f"c{n}": each.column, f"o{n}": each.op, f"v{n}": entering.entered(ledger, each, lookups)}
    return found


def measures(target: Target) -> Iterator[tuple[str, str, bool]]:
    """Every measure to choose: name, title with unit, and whether its unit is the target's; those first."""
    found = [
        (f"{ledger.name}.{measure.name}", f"{ledger.title} · {measure.title}（{unit}）", wording.units_alike(target.base_unit, unit) > 0)
        for ledger, measure in registry.measures()
        if not ledger.reported
        for unit in (figures.base_unit(ledger, measure),)
    ]  # fmt: skip
    yield from sorted(found, key=lambda each: not each[2])


def views() -> list[tuple[str, str]]:
    """The ways of looking at a measure, but for as it is."""
    return [(view, figures.view_words(view)) for view in VIEWS if view]


def operators() -> list[tuple[str, str]]:
    """All comparisons in words."""
    return list(OP_WORDS.items())


def _measure(name: str) -> tuple[Ledger, str]:
    head, _, tail = name.rpartition(".")
    ledger = registry.ledger(head)
    return ledger, ledger.measure(tail).name


def _conditions(ledger: Ledger, rows: list[Row]) -> tuple[tuple[Condition, ...], list[Row]]:
    made: list[Condition] = []
    shown: list[Row] = []
    lookups = Lookups()
    for row in rows:
        try:
            made.append(entering.condition(ledger, row.column, row.op, row.value, lookups))
            shown.append(row)
        except LedgerError as problem:
            shown.append(Row(row.number, row.column, row.op, row.value, str(problem)))
    return tuple(made), shown

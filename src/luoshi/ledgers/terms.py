"""What a measure takes from the rows of its ledger, in the same words for every engine.

A figure is made of one or two terms: sums, counts or different values of rows that conditions narrow and a date places
in months. ``scanning`` compiles them for the database, the lake for DuckDB and Spark; what is made of the terms' values
is said once, in ``figures``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Average, Condition, Distinct, Measure, Parted

Fold = Literal["rows", "sum", "keys"]


@dataclass(frozen=True, slots=True)
class Term:
    """Rows by month of ``when``: counted, a column ``of`` them summed, or its different values told.

    ``base``: it stands below the line of a ratio, or is taken away from a balance.
    """

    fold: Fold
    when: str
    of: str = ""
    where: tuple[Condition, ...] = ()
    base: bool = False


def terms(ledger: Ledger, measure: Measure, found: Iterable[Condition] = ()) -> tuple[Term, ...]:
    """The terms of a measure: one, or two where it divides or balances; ``found`` narrow all of them."""
    where = (*measure.where, *found)
    if isinstance(measure, Parted):
        parts = [_flow(ledger.measure(name)) for name in measure.parts]
        return tuple(
            Term(part.fold, measure.when or part.when, part.of, (*where, *part.where), base=bool(at))
            for at, part in enumerate(parts)
        )
    if isinstance(measure, Average):
        filled = (*where, Condition(measure.of, "set"))
        return Term("sum", measure.when, measure.of, filled), Term(
            "rows", measure.when, "", filled, base=True
        )
    if isinstance(measure, Distinct):
        return (Term("keys", measure.when, measure.of, (*where, Condition(measure.of, "set"))),)
    return (Term("sum" if measure.of else "rows", measure.when, measure.of, where),)


def _flow(part: Measure) -> Term:
    return Term("sum" if part.of else "rows", part.when, part.of, part.where)


def dates(ledger: Ledger) -> tuple[str, ...]:
    """The paths of the dates by which a ledger's measures place rows in months."""
    every = (term.when for measure in ledger.measures for term in terms(ledger, measure))
    return tuple(dict.fromkeys(filter(None, every)))

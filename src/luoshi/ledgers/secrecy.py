"""Which figures a person may see: those that tell nothing of a column that is secret to them."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi.ledgers import registry
from luoshi.ledgers.access import Actor, hidden
from luoshi.ledgers.columns import Link
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Condition, Measure, Parted

UNSEEN = "无权查看"  # what stands in the place of such a figure


def measurable(actor: Actor, ledger: Ledger, measure: Measure, conditions: Iterable[Condition] = ()) -> bool:
    """Whether ``actor`` may see a figure of a measure under conditions.

    Not where a column that they may not see is summed, gives the date, is a condition or a threshold, be it of a
    row that the ledger leads to, or be it in one of the two parts of a ratio or a balance.
    """
    paths = {*_paths(ledger, measure), *(condition.column for condition in conditions)}
    return not any(_is_secret(actor, ledger, path) for path in paths)


def _paths(ledger: Ledger, measure: Measure) -> set[str]:
    narrowing = (*measure.where, *measure.official)
    named = {measure.of, measure.when, measure.threshold, *(c.column for c in narrowing)}
    if isinstance(measure, Parted):
        for part in measure.parts:
            named |= _paths(ledger, ledger.measure(part))
    return named - {""}


def _is_secret(actor: Actor, ledger: Ledger, path: str) -> bool:
    """Whether any column on the way along a path is secret to the person."""
    head, _, rest = path.partition("__")
    if head in hidden(actor, ledger):
        return True
    column = ledger.column(head)
    return bool(rest) and isinstance(column, Link) and _is_secret(actor, registry.ledger(column.to), rest)

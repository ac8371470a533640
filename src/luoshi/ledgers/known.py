"""What another ledger already holds: a column whose value is taken from the row that a link leads to.

A column names the way there (``known="signing__industry"``). As long as something stands there, that is the value:
nobody types it again, and whoever writes another is told where it comes from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from luoshi.ledgers import registry
from luoshi.ledgers.columns import Column
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid
from luoshi.ledgers.models import Row


@dataclass(frozen=True, slots=True)
class Known:
    """A value, and the row of another ledger that holds it."""

    value: Any
    ledger: Ledger
    row: Row

    @property
    def source(self) -> str:
        """Where it comes from: “招商签约台账”的“储能电池生产基地”."""
        return f"“{self.ledger.title}”的“{self.ledger.label_of(self.row)}”"


def of(ledger: Ledger, row: Row, column: Column) -> Known | None:
    """What is known of a column where the row leads now; None for nothing."""
    link, _, name = column.known.partition("__")
    linked = getattr(row, link, None) if name else None
    value = getattr(linked, name) if isinstance(linked, Row) else None
    found = registry.ledger_of(type(linked)) if linked else None
    if value in (None, "") or found is None or not isinstance(linked, Row):
        return None
    return Known(value, found, linked)


def differing(ledger: Ledger, row: Row, values: Mapping[str, Any]) -> dict[str, Known]:
    """The columns whose value on a row is not the one that is known, though it is not left to it either."""
    return {
        name: known
        for name, known in _all(ledger, row).items()
        if values.get(name) not in (None, "") and values[name] != known.value
    }


def settle(ledger: Ledger, row: Row, values: Mapping[str, Any]) -> dict[str, Any]:
    """What is to be put on a row that is filled with values; :class:`Invalid` where these say something else."""
    if wrong := differing(ledger, row, values):
        raise Invalid(
            {
                name: [f"{ledger.title_of(ledger.column(name))}：{sentence(ledger, name, known)}"]
                for name, known in wrong.items()
            }
        )
    return {n: known.value for n, known in _all(ledger, row).items() if getattr(row, n) != known.value}


def sentence(ledger: Ledger, name: str, known: Known) -> str:
    """What is said to who writes another value."""
    shown = ledger.column(name).show(known.value)
    return f"已由{known.source}填为“{shown}”，不用再填，也不能另填。如有错误，请到那里更正。"


def _all(ledger: Ledger, row: Row) -> dict[str, Known]:
    found = {column.name: of(ledger, row, column) for column in ledger.columns if column.known}
    return {name: known for name, known in found.items() if known is not None}

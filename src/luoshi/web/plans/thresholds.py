"""What qualifies the things that a clause counts (亿元以上), entered row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from luoshi.ledgers.columns import plain
from luoshi.plans.clauses import fields, words

SUBJECTS: Final = {
    "amount": "金额",
    "area": "面积",
    "people": "人数",
    "share": "比例",
    "size": "规模",
    "output": "产值",
    "revenue": "营业收入",
    "tax": "税收",
}
SPARE: Final = 1
STEPS: Final = ((Decimal(10**8), "亿"), (Decimal(10**4), "万"))
PARTS: Final = ("column", "comparator", "value", "unit")


@dataclass(frozen=True, slots=True)
class Row:
    """One threshold as it stands in the form; the number in the unit that a person would write."""

    number: int
    prefix: str
    column: str = "amount"
    comparator: str = "ge"
    value: str = ""
    unit: str = ""

    @property
    def subjects(self) -> list[tuple[str, str]]:
        known = dict(SUBJECTS) if self.column in SUBJECTS else {self.column: self.column} | SUBJECTS
        return list(known.items())

    @property
    def comparators(self) -> list[tuple[str, str]]:
        return [(code, word) for code, word in words.COMPARATORS.items() if code != "range"]

    def name(self, part: str) -> str:
        return f"{self.prefix}-t{self.number}-{part}"

    @property
    def names(self) -> dict[str, str]:
        return {part: self.name(part) for part in PARTS}


@dataclass(slots=True)
class Rows:
    """The rows of one clause, with an empty one to add."""

    rows: list[Row] = field(default_factory=list)

    @classmethod
    def of(cls, held: Iterable[Mapping[str, str]], data: Mapping[str, Any] | None, prefix: str) -> Rows:
        """From the form that was sent, else from what the clause holds."""
        if data is None:
            found = [Row(n, prefix, *_shown(one)) for n, one in enumerate(held)]
            spare = range(len(found), len(found) + SPARE)
            return cls([*found, *(Row(n, prefix) for n in spare)])
        found = []
        while f"{prefix}-t{len(found)}-value" in data:
            number = len(found)
            said = {part: str(data.get(f"{prefix}-t{number}-{part}", "")).strip() for part in PARTS}
            found.append(Row(number, prefix, **said))
        return cls(found)

    def entered(self) -> list[dict[str, str]]:
        """The thresholds as a clause stores them; a row without a number is none."""
        return [_stored(row) for row in self.rows if row.value]


def _shown(one: Mapping[str, str]) -> tuple[str, str, str, str]:
    number, unit = Decimal(one["value"]), one["unit"]
    for times, word in STEPS:
        if number >= times:
            return one["column"], one["comparator"], _plain(number / times), word + unit
    return one["column"], one["comparator"], _plain(number), unit


def _plain(number: Decimal) -> str:
    return plain(number).replace(",", "")


def _stored(row: Row) -> dict[str, str]:
    """The number in the base unit; what is no number is left for the clause's own sentence."""
    value, unit = row.value.replace(",", ""), row.unit
    try:
        amount, unit = fields.amount_of(Decimal(value), row.unit)
        value = fields.exact(amount) if amount.is_finite() else value
    except InvalidOperation:
        pass
    return {"column": row.column, "comparator": row.comparator, "value": value, "unit": unit}

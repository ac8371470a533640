"""The numbers that a ledger gives to rows that bring none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from luoshi.ledgers import marks, numbering
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule

PLAIN = NumberRule("", width=5, separator="")  # 00001


def give(ledger: Ledger, rows: Sequence[Row]) -> list[Row]:
    """Give the next numbers to the rows that have none, in their order, and return those.

    Numbers that rows bring along, or brought along earlier, are passed over. A draft gets none.
    """
    if not ledger.numbered:
        return []
    bare = [row for row in rows if lacks(ledger, row)]
    brought = {taken for row in rows if (taken := getattr(row, ledger.numbered))}
    path = ledger.number.year_of if ledger.number else ""
    months = [marks.month_at(row, path) if path else None for row in bare]
    for row, number in zip(bare, fresh(ledger, months, brought), strict=True):
        setattr(row, ledger.numbered, number)
    return bare


def lacks(ledger: Ledger, row: Row) -> bool:
    """Whether a row should have a number and has none."""
    if not ledger.numbered or getattr(row, ledger.numbered):
        return False
    life = ledger.lifecycle
    return not (life and life.draft and getattr(row, life.field) == life.draft)


def next_of(ledger: Ledger, row: Row) -> str:
    """The next number for a row."""
    path = ledger.number.year_of if ledger.number else ""
    return fresh(ledger, [marks.month_at(row, path) if path else None], ())[0]


def fresh(ledger: Ledger, months: Sequence[int | None], brought: Collection[str]) -> list[str]:
    """The next numbers for rows of these months, in their order; those that others have brought are passed over."""
    stems = [_stem(ledger, month) for month in months]
    counts = Counter(stems)
    numbers = {stem: iter(_next(ledger, stem, count, brought)) for stem, count in counts.items()}
    return [next(numbers[stem]) for stem in stems]


def _stem(ledger: Ledger, month: int | None) -> str:
    rule = ledger.number
    if rule is None or not rule.year_of:
        return rule.stem(None) if rule else ""
    if month is None:
        raise Invalid({ledger.numbered: ["编号按年编排，请先填写这一行的日期，或自行填写编号。"]})
    return rule.stem(month // 100)


def _next(ledger: Ledger, stem: str, count: int, brought: Collection[str]) -> list[str]:
    rule = ledger.number or PLAIN
    name = f"{ledger.name}:{stem}" if stem else ledger.name
    column, manager = ledger.numbered, ledger.model._default_manager
    found: list[str] = []
    while len(found) < count:
        wanted = count - len(found)
        last = numbering.take(name, wanted)
        offered = [rule.written(stem, number) for number in range(last - wanted + 1, last + 1)]
        taken: set[str] = set()
        for at in range(0, wanted, marks.BATCH):
            some = manager.filter(**{f"{column}__in": offered[at : at + marks.BATCH]})
            taken.update(some.values_list(column, flat=True))
        found += [number for number in offered if number not in taken and number not in brought]
    return found

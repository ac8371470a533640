"""Numbers without gaps or doubles: a counter row, incremented in the transaction that uses the number."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F

from luoshi.ledgers.models import Sequence


@dataclass(frozen=True, slots=True)
class NumberRule:
    """What a ledger's numbers look like: a prefix, the year of a date of the row, and a number of its own each year.

    ``year_of`` is the path to that date or month; without it numbers run on through the years: QY-2026-001, DK-0001.
    """

    prefix: str
    year_of: str = ""
    width: int = 3
    separator: str = "-"

    def stem(self, year: int | None) -> str:
        """What stands before the number itself."""
        return self.separator.join(filter(None, (self.prefix, str(year) if year else "")))

    def written(self, stem: str, number: int) -> str:
        """The whole number."""
        return f"{stem}{self.separator}{number:0{self.width}d}"


def take(name: str, count: int = 1) -> int:
    """The last of the next ``count`` numbers of a sequence, all of which the caller then has.

    A transaction that fails gives them back; two at once never get the same.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a number is taken inside the transaction that uses it")
    Sequence.objects.get_or_create(name=name)
    Sequence.objects.filter(name=name).update(last=F("last") + count)
    return Sequence.objects.get(name=name).last

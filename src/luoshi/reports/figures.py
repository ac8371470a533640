"""A figure as documents say it: its text, what conditions compare, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

UNKNOWN: Final = "–"


@dataclass(frozen=True, slots=True)
class Figure:
    """What a placeholder stands for.

    ``value`` is compared by conditions, as rounded as it is written, None where nothing is known; ``key`` says where a
    number comes from, "" of words; ``rank`` orders lists where it is more exact than what is written.
    """

    text: str
    value: Decimal | str | None
    key: str = ""
    rank: Decimal | None = None

    @property
    def order(self) -> Decimal:
        """By what a list is put in order; what is unknown counts as nought."""
        if self.rank is not None:
            return self.rank
        return self.value if isinstance(self.value, Decimal) else Decimal(0)


def word(text: str) -> Figure:
    """A figure that is no number."""
    return Figure(text, text)


def count(number: int, key: str) -> Figure:
    """A number of things."""
    return Figure(f"{number:,}", Decimal(number), key)


@dataclass(frozen=True, slots=True)
class Item:
    """One of the things that a list names: its figures by name."""

    figures: Mapping[str, Figure]

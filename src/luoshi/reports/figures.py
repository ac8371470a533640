"""A figure as documents say it: its text, what conditions compare, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from luoshi.reports import locking
from luoshi.reports.document import Piece

UNKNOWN: Final = "–"


@dataclass(frozen=True, slots=True)
class Figure:
    """What a placeholder stands for.

    ``value`` is compared by conditions, as rounded as it is written, None where nothing is known; ``key`` says where a
    number comes from, of words where the numbers in them do; ``rank`` orders lists where it is more exact than what is written.
    """

    text: str
    value: Decimal | str | None
    key: str = ""
    rank: Decimal | None = None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is said: a number whole, of words the numbers in them."""
        if isinstance(self.value, str):
            return locking.pieces(self.text, self.key)
        return (Piece(self.text, self.key),)

    @property
    def order(self) -> Decimal:
        """By what a list is put in order; what is unknown counts as nought."""
        if self.rank is not None:
            return self.rank
        return self.value if isinstance(self.value, Decimal) else Decimal(0)


def word(text: str, key: str = "") -> Figure:
    """A figure that is no number; ``key`` is where the numbers in it come from."""
    return Figure(text, text, key)


def count(number: int, key: str) -> Figure:
    """A number of things."""
    return Figure(f"{number:,}", Decimal(number), key)


@dataclass(frozen=True, slots=True)
class Item:
    """One of the things that a list names: its figures by name."""

    figures: Mapping[str, Figure]

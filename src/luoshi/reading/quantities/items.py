"""A number with its wording."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.reading.model import Comparator
from luoshi.reading.numerals import Numeral
from luoshi.reading.quantities import wording


class Item(NamedTuple):
    """A number with its wording: ``verb`` and ``thing`` make the indicator, ``end`` is where its words end."""

    numeral: Numeral
    verb: str
    thing: str
    names: tuple[str, ...]
    said: wording.Tail
    after: Comparator | None
    end: int
    growth_of: bool = False
    area: str | None = None
    actor: str | None = None

    @property
    def indicator(self) -> str:
        return wording.tidy(self.verb + self.thing)

    def untimed(self) -> Item:
        """The item without a time in what it counts."""
        thing = wording.untimed(self.thing)
        return self if thing == self.thing else self._replace(thing=thing)

"""What is known of a unit that is assessed: figures, counted events, words, ratings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is counted; what has the same ``key`` (a project) is counted once. ``size`` as its figure says."""

    key: str
    size: Decimal = Decimal(1)
    title: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """The mark that one rater gave."""

    rater: str
    mark: Decimal


@dataclass(frozen=True, slots=True)
class Assessed:
    """A unit in its group. A figure that is absent or None is not known; events that are absent did not happen."""

    unit: str
    group: str
    figures: Mapping[str, Decimal | None] = field(default_factory=dict)
    events: Mapping[str, Sequence[Event]] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    ratings: Mapping[str, Sequence[Rating]] = field(default_factory=dict)

    def value(self, code: str) -> Decimal | None:
        """The figure, or how many different events there are of it."""
        known = self.figures.get(code)
        if known is None and code in self.events:
            return Decimal(len({event.key for event in self.events[code]}))
        return known

    def count(self, code: str) -> Decimal:
        """The same, of what is counted against a unit: what nobody recorded did not happen."""
        return self.value(code) or Decimal(0)

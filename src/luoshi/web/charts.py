"""A line chart of plan against actual, and the table of the same figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from luoshi.web import formats

Points = tuple[Decimal | None, ...]


@dataclass(frozen=True, kw_only=True)
class LineChart:
    """Plan (dashed) against actual (solid), with an optional forecast band and today as a hairline.

    All tuples run over ``labels``; ``today`` is one of the labels. Values are in ``unit``. ``earlier`` are plans that were
    replaced; ``said`` says in words what the plan is and how the forecast was made.
    """

    name: str
    title: str
    unit: str
    labels: tuple[str, ...]
    plan: Points
    actual: Points
    low: Points = field(default=())
    high: Points = field(default=())
    earlier: tuple[Points, ...] = ()
    said: tuple[str, ...] = ()
    today: str = ""
    places: int = 2

    @property
    def data(self) -> dict[str, Any]:
        """What the drawing script reads, numbers as text."""
        return {
            "unit": self.unit,
            "labels": list(self.labels),
            "plan": [_text(value) for value in self.plan],
            "actual": [_text(value) for value in self.actual],
            "low": [_text(value) for value in self.low],
            "high": [_text(value) for value in self.high],
            "earlier": [[_text(value) for value in each] for each in self.earlier],
            "today": self.today,
            "places": self.places,
        }

    @property
    def rows(self) -> list[tuple[str, str, str, str]]:
        """Label, plan, actual and forecast as they are written in the table."""
        none: Points = (None,) * len(self.labels)
        bands = zip(self.low or none, self.high or none, strict=True)
        return [
            (label, formats.number(plan, self.places), formats.number(actual, self.places), self._band(*band))
            for label, plan, actual, band in zip(self.labels, self.plan, self.actual, bands, strict=True)
        ]

    def _band(self, low: Decimal | None, high: Decimal | None) -> str:
        if low is None or high is None:
            return formats.NONE
        return f"{formats.number(low, self.places)} 至 {formats.number(high, self.places)}"


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)

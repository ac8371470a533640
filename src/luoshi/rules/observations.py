"""What a light looks at: one month of one subject."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from luoshi.rules import rounding
from luoshi.rules.bands import Measure
from luoshi.rules.progress import Progress


@dataclass(frozen=True, slots=True)
class Excuse:
    """A recorded 正当理由; it has an effect only when approved. ``by`` is who approved it, "" where that is not said."""

    text: str
    approved: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """One month: what was planned and reached by its end, in ``measure_unit``.

    ``planned`` None: nothing is due yet. ``actual`` None: not known. ``reference``: what the rule compares
    the actual with (the city's average), None when not known. ``reference_kind`` says which figure that
    is where it matters (快报数).
    """

    month: int
    progress: Progress
    planned: Decimal | None
    actual: Decimal | None
    excuse: Excuse | None = None
    reference: Decimal | None = None
    measure_unit: str = ""
    reference_kind: str = ""

    def reading(self, of: Measure) -> Decimal | None:
        """The figure that a bound is compared with, None when it is not known."""
        if of == "points":
            return self.progress.gap_points
        if of == "percent_of_plan":
            return self.progress.percent_of_plan
        if of == "actual":
            return self.actual
        return self._beyond_reference()

    def _beyond_reference(self) -> Decimal | None:
        if self.actual is None or self.reference is None:
            return None
        return rounding.subtract(self.actual, self.reference)

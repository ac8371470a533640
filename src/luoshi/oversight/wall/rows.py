"""One row of the wall: a target, what is reached, what was planned, its light, and how each number came about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from luoshi.ledgers import figures
from luoshi.oversight.baselines.models import Baseline
from luoshi.plans.targets.models import NO_SOURCE, Target
from luoshi.rules.lights import Excuse, Light
from luoshi.rules.progress import Progress
from luoshi.rules.rounding import half_up

SHOWN_PLACES = 4  # a quotient such as 46/12 has no end; four places are more than any page shows


@dataclass(frozen=True, slots=True)
class WallRow:
    """A target in one month.

    ``total`` is the promise over its whole window in the written unit (每季度 1 个 is 4 a year), ``actual`` what is
    reached from the window's start to the month, ``month_actual`` what the month added, ``planned`` the planned path.
    ``scope`` names the unit to which the figure is limited, "" for the whole zone. ``path`` is what was reached by the end of each month so far, ``plan`` what should be by the end of every one;
    ``baseline`` is what says so, None where it is the trajectory rule. ``excuse`` is what was asked for or approved of the
    light of this month.
    """

    target: Target
    month: int
    total: Decimal
    actual: Decimal | None
    month_actual: Decimal | None
    planned: Decimal | None
    progress: Progress
    light: Light
    counted_rows: int
    path: tuple[tuple[int, Decimal | None], ...]
    plan: Mapping[int, Decimal]
    scope: str = ""
    baseline: Baseline | None = None
    excuse: Excuse | None = None

    @property
    def unit(self) -> str:
        """The responsible unit's full name, "" where none is assigned."""
        return self.target.lead_unit.name if self.target.lead_unit else ""

    @property
    def computed(self) -> str:
        """How the figure is computed, in words; "" where there is none."""
        binding = self.target.binding
        if binding is None or self.source == NO_SOURCE:
            return ""
        return figures.words(binding) + (f"，限{self.scope}及其下属单位" if self.scope else "")

    @property
    def source(self) -> str:
        """measured, reported or none."""
        return self.target.source

    def to_data(self) -> dict[str, Any]:
        """The row as the command line prints it; numbers as JSON numbers, shares in per cent."""
        target = self.target
        start, end = target.place
        return {
            "target": target.number,
            "indicator": target.name,
            "unit": self.unit,
            "value": _number(target.exact_value),
            "measure_unit": target.unit,
            "basis": target.basis,
            "comparator": target.comparator,
            "year_value": _number(self.total),
            "actual": _number(self.actual),
            "month_actual": _number(self.month_actual),
            "completion": _number(self.progress.completion),
            "planned_to_date": _number(self.planned),
            "planned_share": _number(self.progress.planned_share),
            "gap_points": _number(self.progress.gap_points),
            "light": self.light.colour,
            "light_word": self.light.word,
            "reason": self.light.reason,
            "source": self.source,
            "computed": self.computed,
            "rows": self.counted_rows,
            "sentence": target.sentence,
            "document": target.document.title,
            "start": start,
            "end": end,
        }


def _number(value: Decimal | None) -> int | float | None:
    """A JSON number; the exact figure stays in the facts."""
    if value is None:
        return None
    rounded = half_up(value, SHOWN_PLACES)
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)

"""评分: how good the forecasts were whose target has come to its end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from luoshi.oversight.forecasts.models import Forecast
from luoshi.oversight.wall.wall import wall
from luoshi.plans.targets.models import Target
from luoshi.rules import forecast
from luoshi.rules.forecast import Band, Calibration, Outcome
from luoshi.rules.months import months_between


@dataclass(frozen=True, slots=True)
class Scored:
    """A forecast, what the target came to, and whether that met it; ``inside`` the range or not."""

    forecast: Forecast
    end: Decimal
    met: bool

    @property
    def months_ahead(self) -> int:
        """How long before the end it was made."""
        return months_between(self.forecast.period, self.forecast.target.end)

    @property
    def inside(self) -> bool:
        figures = self.forecast.figures
        return figures.low <= self.end <= figures.high

    @property
    def outcome(self) -> Outcome:
        return Outcome(self.forecast.figures, self.end, self.met)


@dataclass(frozen=True, slots=True)
class Lead:
    """The forecasts that were made so many months ahead."""

    months_ahead: int
    count: int
    brier: Decimal
    inside: Decimal


@dataclass(frozen=True, slots=True)
class Scores:
    """All of them together, by the chance they gave, by how early they were made, and one by one."""

    count: int
    brier: Decimal
    inside: Decimal
    bands: tuple[Band, ...]
    by_lead: tuple[Lead, ...]
    rows: tuple[Scored, ...]


def calibration(month: int, forecasts: Iterable[Forecast] | None = None) -> Scores | None:
    """How good forecasts were whose target's last month is not after a month; by default all. None without any."""
    every = Forecast.objects.order_by("period", "target__number").select_related("target")
    ended = [each for each in (every if forecasts is None else forecasts) if each.target.end <= month]
    rows = _scored(ended)
    whole = forecast.calibration([row.outcome for row in rows])
    if whole is None:
        return None
    return Scores(whole.count, whole.brier, whole.inside, whole.bands, tuple(_leads(rows)), tuple(rows))


def _scored(forecasts: Sequence[Forecast]) -> list[Scored]:
    ends = _ends({each.target_id: each.target.end for each in forecasts})
    return [Scored(each, *ends[each.target_id]) for each in forecasts if each.target_id in ends]


def _ends(targets: dict[int, int]) -> dict[int, tuple[Decimal, bool]]:
    """What each target came to in its last month, and whether that met it; only where it is known."""
    by_end: dict[int, list[int]] = defaultdict(list)
    for key, end in targets.items():
        by_end[end].append(key)
    rows = (
        row for end, keys in by_end.items() for row in wall(end, Target.objects.active().filter(pk__in=keys))
    )
    return {
        row.target.pk: (row.actual, row.progress.met)
        for row in rows
        if row.actual is not None and row.progress.met is not None
    }


def _leads(rows: Sequence[Scored]) -> list[Lead]:
    ahead: dict[int, list[Outcome]] = defaultdict(list)
    for row in rows:
        ahead[row.months_ahead].append(row.outcome)
    found: list[tuple[int, Calibration | None]] = [
        (m, forecast.calibration(some)) for m, some in sorted(ahead.items())
    ]
    return [Lead(months, each.count, each.brier, each.inside) for months, each in found if each is not None]

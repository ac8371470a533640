"""What a target's page draws: planned path, what was reached, the baselines, the forecast's band; plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from luoshi.oversight.baselines.models import Baseline
from luoshi.oversight.forecasts.models import Forecast
from luoshi.oversight.promises import aims
from luoshi.oversight.promises.aims import Promise
from luoshi.oversight.rules import in_force, words
from luoshi.oversight.wall.rows import WallRow
from luoshi.rules.dates import last_day
from luoshi.rules.months import month_range, months_between


@dataclass(frozen=True, slots=True)
class PathMonth:
    """One month of a target: what is planned and reached by its end, and where the forecast sees it.

    ``low``, ``middle`` and ``high`` go in a straight line from what was reached when the forecast was made to its end.
    """

    month: int
    planned: Decimal
    actual: Decimal | None
    low: Decimal | None = None
    middle: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class TargetPath:
    """A target's months from its first to its last, with what stands behind its lines."""

    months: tuple[PathMonth, ...]
    baseline: Baseline | None
    earlier: tuple[Baseline, ...]
    forecast: Forecast | None
    planned_words: str


def path_of(row: WallRow) -> TargetPath:
    """All that is drawn of one row of the wall."""
    return paths_of([row])[row.target.pk]


def paths_of(rows: Sequence[WallRow]) -> dict[int, TargetPath]:
    """The same of many rows of one month, by the target's key; in three queries whatever their number."""
    if not rows:
        return {}
    month, targets = rows[0].month, [row.target for row in rows]
    day = last_day(month)
    rule = in_force.trajectory_rule(day)
    forecasts = Forecast.objects.last_of(targets, month)
    baselines: dict[int, list[Baseline]] = defaultdict(list)
    frozen = Baseline.objects.filter(target__in=[t.pk for t in targets], frozen_on__lte=day)
    for each in frozen.order_by("-edition"):
        baselines[each.target_id].append(each)
    found = {}
    for row in rows:
        key = row.target.pk
        shape = words.PATHS[aims.trajectory(Promise.of(row.target), rule).kind]
        said = row.baseline.words if row.baseline else f"时序规则（{rule.name}第{rule.version}版）：{shape}"
        made = forecasts.get(key)
        earlier = tuple(each for each in baselines[key] if each != row.baseline)
        found[key] = TargetPath(_months(row, made), row.baseline, earlier, made, said)
    return found


def _months(row: WallRow, made: Forecast | None) -> tuple[PathMonth, ...]:
    reached = dict(row.path)
    begins = reached.get(made.period) if made else None
    return tuple(
        PathMonth(month, row.plan[month], reached.get(month), *_band(month, row.target.end, begins, made))
        for month in month_range(row.target.start, row.target.end)
    )


def _band(
    month: int, end: int, begins: Decimal | None, made: Forecast | None
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    if made is None or begins is None or month < made.period:
        return None, None, None
    gone, whole = months_between(made.period, month), months_between(made.period, end)
    low, middle, high = (
        begins + (Decimal(at) - begins) * gone / whole for at in (made.low, made.middle, made.high)
    )
    return low, middle, high

"""The light of something that happens once by a day (a task is done, a project starts), month by month since it was due."""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Final

from luoshi.rules.dates import last_day
from luoshi.rules.lights import Light, LightRule, Observation, light
from luoshi.rules.months import month_of, month_range
from luoshi.rules.progress import Aim, progress_of

ONCE: Final = Aim(Decimal(1))
REMEMBERED: Final = 4096  # pairs of months in which things are due and happen, by a few rules


def lit(
    rule: LightRule, due: datetime.date, happened: datetime.date | None, month: int, day: datetime.date
) -> Light:
    """The light in a month (yyyymm) of what is due until a day, as it stands on ``day``, the month's last or before.

    A month is judged at its end: what happened by then counts as met, on whatever day of it. In the month that still
    runs nothing is missed before the day on which it is due is over. What was not due yet is grey.
    """
    first, cut = month_of(due.year, due.month), min(day, last_day(month))
    over = due < cut or due == cut == last_day(month)
    met = month_of(happened.year, happened.month) if happened and happened <= cut else 0
    return _lit(rule, first, met, month, over or (first == month and bool(met)))


@lru_cache(maxsize=REMEMBERED)
def _lit(rule: LightRule, first: int, met: int, month: int, over: bool) -> Light:
    """``met`` is the month in which it happened, 0 for never; ``over``: the last month counts."""
    if first > month or not over:
        return light(rule, [_seen(month, None, happened=bool(met))])
    months = month_range(first, month)
    return light(rule, [_seen(each, Decimal(1), happened=0 < met <= each) for each in months])


def _seen(month: int, planned: Decimal | None, *, happened: bool) -> Observation:
    actual = Decimal(happened)
    progress = progress_of(ONCE, planned=planned, actual=actual)
    return Observation(month, progress, planned, actual, measure_unit="项")

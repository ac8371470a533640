"""Making forecasts: of each target the question that fits it, and its answer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from luoshi.oversight.forecasts import coming
from luoshi.oversight.forecasts.questions import Goal, Pace, Question
from luoshi.oversight.promises import aims, pasts
from luoshi.oversight.promises.aims import Promise
from luoshi.oversight.promises.seasons import Seasons
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import wall
from luoshi.plans.targets.models import MEASURED, Target
from luoshi.rules import forecast
from luoshi.rules.dates import last_day
from luoshi.rules.forecast import FEWEST, Forecast
from luoshi.rules.months import add_months, month_range

NEARLY = Decimal("0.95")  # 左右: five per cent may be missing, as in ``rules.progress``
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Made:
    """A forecast of a target after a month, with its question and that in words."""

    target: Target
    month: int
    question: Question
    answer: Forecast
    made_from: str


def forecasts_of(month: int, targets: Iterable[Target] | None = None) -> list[Made]:
    """The forecasts that can be made after a month: of targets that are under way and of which enough is known."""
    seasons = Seasons(month // 100, last_day(month))
    found = (_made(row, seasons) for row in wall(month, targets))
    return [made for made in found if made is not None]


def forecast_of(target: Target, month: int) -> Made | None:
    """The forecast of one target; None where it has ended, or too little is known."""
    return next(iter(forecasts_of(month, [target])), None)


def seed_of(target: Target, month: int) -> int:
    """A seed of its own for every target and month, the same at every time and place."""
    return int.from_bytes(hashlib.sha256(f"{target.number} {month}".encode()).digest()[:4])


def _made(row: WallRow, seasons: Seasons) -> Made | None:
    target, month = row.target, row.month
    if row.actual is None or not target.start <= month < target.end:
        return None
    asked = coming.question(target, _goal(row), row.actual, month) or _pace(row, row.actual, seasons)
    if asked is None:
        return None
    question, words = asked
    return Made(target, month, question, question.answer(seed_of(target, month)), words[:1000])


def _goal(row: WallRow) -> Goal:
    word = row.target.comparator
    value = row.total * NEARLY if word == "approx" else row.total
    return Goal(value, limit=word in ("le", "lt"), strict=word in ("gt", "lt"))


def _pace(row: WallRow, reached: Decimal, seasons: Seasons) -> tuple[Question, str] | None:
    """The months go on as they went; None where too few of them are known."""
    target = row.target
    promise, grows = Promise.of(target), _grows(target)
    added = _added(row, grows)
    if len(added) < FEWEST:
        return None
    coming_months = month_range(add_months(row.month, 1), target.end)
    weights, words = _weights(target, seasons) if grows else ({}, "不分季节")
    share = aims.is_share(promise) and promise.basis != "growth"
    question = Pace(
        _goal(row),
        reached,
        tuple(added.values()),
        tuple(weights.get(month % 100, Fraction(1)) for month in added),
        tuple(weights.get(month % 100, Fraction(1)) for month in coming_months),
        least=reached if grows else None if promise.basis == "growth" else Decimal(0),
        most=max(HUNDRED, reached) if share else None,
    )
    what = "完成数" if grows else "变动"
    return question, f"{len(added)} 个月的{what}推到其余 {len(coming_months)} 个月，{words}"


def _added(row: WallRow, grows: bool) -> dict[int, Decimal]:
    """What each month added, by month: of what grows from nothing the first month too."""
    found = {
        month: now - before
        for (_, before), (month, now) in pairwise(row.path)
        if now is not None and before is not None
    }
    first = row.path[0]
    if grows and first[0] == row.target.start and first[1] is not None:
        found[first[0]] = first[1]
    return dict(sorted((month, value) for month, value in found.items() if month >= row.target.start))


def _grows(target: Target) -> bool:
    """Whether its figure is worked off from nothing; a reported limit (审批时间) is a level that is held."""
    promise = Promise.of(target)
    if aims.is_share(promise) or promise.basis == "growth" or "/" in target.unit or pasts.is_stock(target):
        return False
    return target.source == MEASURED or target.comparator not in ("le", "lt")


def _weights(target: Target, seasons: Seasons) -> tuple[Mapping[int, Fraction], str]:
    """What each calendar month weighs: by past years, else by the season rule, else the same."""
    years = pasts.years(target, target.year)
    shares = forecast.season(list(years.values()))
    if shares is not None:
        reached = [Decimal(0), *(shares[m] for m in range(1, 13))]
        weights = {
            m: Fraction(after) - Fraction(before) for m, (before, after) in enumerate(pairwise(reached), 1)
        }
        return weights, f"季节按{'、'.join(map(str, years))}年"
    found = seasons.of(target.name)
    return (found.weights, f"季节按{found.words}") if found else ({}, "不分季节")

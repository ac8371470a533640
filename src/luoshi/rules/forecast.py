"""预测: where a target will stand at the year's end, as a range and a chance, and how good such forecasts were.

What is reached is certain. What is on its way (a project signed but not started) gets there as often as its like did in
past years; what nobody knows of yet comes as it came in past years. The future is drawn many times from a seed.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from math import isqrt

from luoshi.rules import errors, rounding

RUNS = 1000
MOST_PLACES = 4  # of a forecast, before the one more that a mean takes
FEWEST = 3  # months from which a pace can be told
OUTSIDE = Fraction(1, 10)
"""The range leaves one tenth of the drawn years below it and one tenth above."""


@dataclass(frozen=True, slots=True)
class Record:
    """Of ``seen`` rows that stood in a state at the same time of past years, ``arrived`` had got there by the year's end."""

    seen: int
    arrived: int

    def __post_init__(self) -> None:
        if not 0 <= self.arrived <= self.seen:
            raise errors.BadRecord(self.seen, self.arrived)


@dataclass(frozen=True, slots=True)
class Coming:
    """A row on its way: the state it stands in and what it adds when it arrives, in the target's unit."""

    state: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Forecast:
    """The year's end in the target's unit: the mean of all drawn years, the range of the middle eight tenths of them.

    ``chance`` is the share (0 to 1) of the drawn years in which the target is met.
    """

    mean: Decimal
    low: Decimal
    high: Decimal
    chance: Decimal
    runs: int
    seed: int


def forecast(
    reached: Decimal,
    coming: Sequence[Coming],
    records: Mapping[str, Record],
    newcomers: Sequence[Decimal] = (),
    *,
    target: Decimal,
    limit: bool = False,
    strict: bool = False,
    seed: int,
    runs: int = RUNS,
) -> Forecast:
    """The year's end, drawn ``runs`` times from ``seed``; the same question has the same answer.

    In each drawn year a state's chance of arriving is drawn from what is known of it, Beta(1 + arrived, 1 + not arrived)
    (the rule of Bayes and Laplace: two rows say less than two hundred), then each row arrives or not; ``newcomers`` are
    what arrived in each past year from rows that did not exist yet at this time, one of which is drawn. A state without
    a record counts as one of which nothing is known. With ``limit`` the target is met by staying at or under it; with
    ``strict`` the value itself does not meet it.
    """
    chance = _drawing(seed, runs)
    by_state: dict[str, list[Decimal]] = {}
    for each in coming:
        by_state.setdefault(each.state, []).append(each.value)
    ends = [reached + _arriving(by_state, records, chance) + _new(newcomers, chance) for _ in range(runs)]
    return _told(ends, target, limit, strict, _places(reached, coming), seed)


def _drawing(seed: int, runs: int) -> random.Random:
    if runs < 1:
        raise errors.NoRuns(runs)
    return random.Random(seed)


def _told(
    ends: list[Decimal], target: Decimal, limit: bool, strict: bool, places: int, seed: int
) -> Forecast:
    """What the drawn ends say, with one place more than what they were made of, and not many."""
    ends.sort()
    places = min(places, MOST_PLACES) + 1
    runs, aside = len(ends), int(OUTSIDE * (len(ends) - 1))
    level = 0 if strict else sum(end == target for end in ends)
    met = sum((end < target) if limit else (end > target) for end in ends) + level
    return Forecast(
        mean=rounding.half_up(Fraction(sum(ends, start=Decimal(0))) / runs, places),
        low=rounding.exact(Fraction(ends[aside]), places),
        high=rounding.exact(Fraction(ends[-1 - aside]), places),
        chance=rounding.exact(Fraction(met, runs)),
        runs=runs,
        seed=seed,
    )


def _arriving(
    by_state: Mapping[str, Sequence[Decimal]], records: Mapping[str, Record], chance: random.Random
) -> Decimal:
    found = Decimal(0)
    for state, values in by_state.items():
        known = records.get(state, Record(0, 0))
        share = chance.betavariate(1 + known.arrived, 1 + known.seen - known.arrived)
        found += sum((value for value in values if chance.random() < share), start=Decimal(0))
    return found


def _new(newcomers: Sequence[Decimal], chance: random.Random) -> Decimal:
    return chance.choice(newcomers) if newcomers else Decimal(0)


def _places(reached: Decimal, coming: Sequence[Coming]) -> int:
    return rounding.places_of(reached, *(each.value for each in coming))


# ---- from the months so far -------------------------------------------------------------------------


def paced(
    reached: Decimal,
    added: Sequence[Decimal],
    weights: Sequence[Fraction],
    ahead: Sequence[Fraction],
    *,
    target: Decimal,
    limit: bool = False,
    strict: bool = False,
    least: Decimal | None = None,
    most: Decimal | None = None,
    seed: int,
    runs: int = RUNS,
) -> Forecast:
    """The end of what nobody can see coming: the months ``ahead`` go on at the pace of those that were.

    ``added`` is what each month so far added (of a rate: by how much it moved), ``weights`` what its season weighs,
    ``ahead`` what the seasons of the coming months weigh. In each drawn year it is first drawn which of the months so
    far tell (with some left out and some counted twice, as B. Efron's bootstrap of 1979 does, because few months tell
    little), then for each month ahead one of those. Few months also show less spread than there is: their distances from
    the mean are stretched by √(n ÷ (n − 2)), which comes near to what Student's distribution adds to such a range.
    ``least`` and ``most`` bound the end. Raises TooFewMonths below three.
    """
    if len(added) < FEWEST:
        raise errors.TooFewMonths(len(added), FEWEST)
    chance, months = _drawing(seed, runs), range(len(added))
    gone = list(zip(added, weights, strict=True))
    columns = [_stretched([_gain(value, weight, each) for value, weight in gone]) for each in ahead]
    ends = []
    for _ in range(runs):
        known = chance.choices(months, k=len(months))
        drawn = chance.choices(known, k=len(ahead))
        came = sum(column[month] for column, month in zip(columns, drawn, strict=True))
        ends.append(_bounded(reached + Decimal(came).scaleb(-rounding.PLACES), least, most))
    return _told(ends, target, limit, strict, rounding.places_of(*added), seed)


def _gain(value: Decimal, weight: Fraction, season: Fraction) -> int:
    """What a month would have added in another season, in parts of the last place that is kept.

    A month in which nothing is done tells nothing of pace: then it is what it added itself.
    """
    share = Fraction(value) * season / weight if weight else Fraction(value)
    return int(round(share * 10**rounding.PLACES))


def _stretched(gains: Sequence[int]) -> list[int]:
    """The same with as much spread as so few of them let suspect."""
    count, unit = len(gains), 10**rounding.PLACES
    times = isqrt(count * unit * unit // (count - 2))
    mean = sum(gains) // count
    return [mean + (gain - mean) * times // unit for gain in gains]


def _bounded(value: Decimal, least: Decimal | None, most: Decimal | None) -> Decimal:
    if least is not None and value < least:
        return least
    return most if most is not None and value > most else value


# ---- how good forecasts were ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Outcome:
    """A forecast made earlier and what became of it."""

    made: Forecast
    end: Decimal
    met: bool


@dataclass(frozen=True, slots=True)
class Band:
    """Forecasts that gave a chance between ``start`` and ``end``: how many, the chance they gave and how many were met."""

    start: Decimal
    end: Decimal
    count: int
    said: Decimal
    met: Decimal


@dataclass(frozen=True, slots=True)
class Calibration:
    """``brier``: mean of (chance − met)², 0 best, 0.25 like always saying one half (G. W. Brier, 1950).

    ``inside``: share of the years' ends within the range, which should be 0.8. ``bands`` of a fifth each, empty ones left out.
    """

    count: int
    brier: Decimal
    inside: Decimal
    bands: tuple[Band, ...]


def calibration(outcomes: Sequence[Outcome]) -> Calibration | None:
    """How good the forecasts were; None when there is none whose year has ended."""
    if not outcomes:
        return None
    count = len(outcomes)
    errors_squared = (Fraction(each.made.chance - each.met) ** 2 for each in outcomes)
    inside = sum(each.made.low <= each.end <= each.made.high for each in outcomes)
    return Calibration(
        count=count,
        brier=rounding.exact(sum(errors_squared, start=Fraction(0)) / count),
        inside=rounding.exact(Fraction(inside, count)),
        bands=tuple(_bands(outcomes)),
    )


def _bands(outcomes: Sequence[Outcome]) -> list[Band]:
    fifths: dict[int, list[Outcome]] = {}
    for each in outcomes:
        fifths.setdefault(min(int(each.made.chance * 5), 4), []).append(each)
    return [
        Band(
            start=Decimal(fifth) / 5,
            end=Decimal(fifth + 1) / 5,
            count=len(some),
            said=rounding.exact(
                sum((Fraction(each.made.chance) for each in some), start=Fraction(0)) / len(some)
            ),
            met=rounding.exact(Fraction(sum(each.met for each in some), len(some))),
        )
        for fifth, some in sorted(fifths.items())
    ]


# ---- seasons --------------------------------------------------------------------------------------


def season(years: Sequence[Sequence[Decimal]]) -> dict[int, Decimal] | None:
    """The usual cumulative share of a year reached by the end of each calendar month (1 to 12), in per cent.

    ``years`` are past years, each with what its twelve months added. Every year weighs the same, so that one large
    year does not decide; 春节 and the building season show as what they did to past months. A year that added nothing
    tells nothing. None where no year tells anything. The shares never fall: what a month took back counts from the next.
    """
    shares = []
    for year in years:
        if len(year) != 12:
            raise errors.NotTwelveMonths(len(year))
        total = sum(year)
        if total > 0:
            shares.append([Fraction(at) / Fraction(total) for at in accumulate(year)])
    if not shares:
        return None
    mean = [sum(month, start=Fraction(0)) / len(shares) for month in zip(*shares, strict=True)]
    rising = accumulate((min(max(share, Fraction(0)), Fraction(1)) for share in mean), max)
    return {month: rounding.exact(100 * share) for month, share in enumerate(rising, 1)}

"""Forecasts of the year's end, how good they were, and the seasons of past years."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import errors
from luoshi.rules.forecast import Coming, Forecast, Outcome, Record, calibration, forecast, paced, season

SURE, NEVER = Record(100_000, 100_000), Record(100_000, 0)
ONE = Decimal(1)


def coming(state: str, count: int, value: Decimal = ONE) -> list[Coming]:
    return [Coming(state, value)] * count


def test_what_is_reached_is_certain() -> None:
    found = forecast(Decimal(25), [], {}, target=Decimal(20), seed=1)
    assert (found.mean, found.low, found.high, found.chance) == (25, 25, 25, 1)


def test_what_always_arrived_arrives_and_what_never_did_does_not() -> None:
    way = [*coming("signed", 5), *coming("lead", 50)]
    found = forecast(Decimal(10), way, {"signed": SURE, "lead": NEVER}, target=Decimal(15), seed=7)
    assert found.low == found.high == 15
    assert found.chance > Decimal("0.99")


def test_half_of_many_arrive_within_a_narrow_range() -> None:
    found = forecast(
        Decimal(0), coming("signed", 400), {"signed": Record(2000, 1000)}, target=Decimal(200), seed=3
    )
    assert 195 < found.mean < 205
    assert 180 < found.low < found.mean < found.high < 220
    assert Decimal("0.4") < found.chance < Decimal("0.6")


def test_little_experience_makes_a_wide_range() -> None:
    way = coming("signed", 100)
    known = forecast(Decimal(0), way, {"signed": Record(1000, 500)}, target=Decimal(50), seed=3)
    guessed = forecast(Decimal(0), way, {"signed": Record(2, 1)}, target=Decimal(50), seed=3)
    unknown = forecast(Decimal(0), way, {}, target=Decimal(50), seed=3)
    assert known.high - known.low < guessed.high - guessed.low < unknown.high - unknown.low


def test_those_nobody_knows_of_yet_come_as_they_came() -> None:
    found = forecast(Decimal(10), [], {}, [Decimal(2), Decimal(4)], target=Decimal(14), seed=5)
    assert (found.low, found.high) == (12, 14)
    assert Decimal("0.4") < found.chance < Decimal("0.6")


def test_a_limit_is_met_from_below() -> None:
    asked = {
        "reached": Decimal(3),
        "coming": coming("open", 4),
        "records": {"open": SURE},
        "target": Decimal(5),
    }
    assert forecast(**asked, seed=1).chance == 1  # type: ignore[arg-type]
    assert forecast(**asked, limit=True, seed=1).chance == 0  # type: ignore[arg-type]


def test_the_seed_decides() -> None:
    asked = {
        "reached": Decimal(3),
        "coming": coming("open", 40),
        "records": {"open": Record(9, 4)},
        "target": Decimal(20),
    }
    assert forecast(**asked, seed=1) == forecast(**asked, seed=1)  # type: ignore[arg-type]
    assert forecast(**asked, seed=1) != forecast(**asked, seed=2)  # type: ignore[arg-type]


@given(st.integers(0, 50), st.integers(0, 20), st.integers(0, 20), st.integers(0, 60), st.integers())
def test_every_forecast_lies_between_nothing_and_everything_more(
    reached: int, seen: int, way: int, target: int, seed: int
) -> None:
    records = {"signed": Record(seen, seen // 2)}
    found = forecast(
        Decimal(reached), coming("signed", way), records, target=Decimal(target), seed=seed, runs=30
    )
    assert reached <= found.low <= found.high <= reached + way
    assert reached <= found.mean <= reached + way
    assert 0 <= found.chance <= 1
    assert (found.chance == 1) >= (reached >= target)


@pytest.mark.parametrize(("seen", "arrived"), [(3, 4), (3, -1)])
def test_more_than_all_cannot_have_arrived(seen: int, arrived: int) -> None:
    with pytest.raises(errors.BadRecord, match="历史转化数"):
        Record(seen, arrived)


def test_nothing_is_drawn_from_no_runs() -> None:
    with pytest.raises(errors.NoRuns, match="模拟次数"):
        forecast(ONE, [], {}, target=ONE, seed=1, runs=0)


def said(chance: str, low: int = 0, high: int = 10) -> Forecast:
    return Forecast(Decimal(5), Decimal(low), Decimal(high), Decimal(chance), 1000, 1)


def test_calibration_of_four_forecasts() -> None:
    outcomes = [
        Outcome(said("0.9"), Decimal(8), met=True),
        Outcome(said("0.8"), Decimal(12), met=True),
        Outcome(said("0.9"), Decimal(2), met=False),
        Outcome(said("0.1"), Decimal(1), met=False),
    ]
    found = calibration(outcomes)
    assert found is not None
    assert found.count == 4
    assert found.brier == Decimal("0.2175")  # (0.01 + 0.04 + 0.81 + 0.01) / 4
    assert found.inside == Decimal("0.75")
    assert [(str(b.start), b.count, b.met) for b in found.bands] == [
        ("0", 1, 0),
        ("0.8", 3, Decimal("0.6666666667")),
    ]
    assert calibration([]) is None


def test_the_season_of_two_years() -> None:
    first = [Decimal(n) for n in (0, 0, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10)]
    second = [Decimal(n) for n in (0, 0, 0, 0, 0, 0, 200, 0, 0, 0, 0, 200)]
    found = season([first, second])
    assert found is not None
    assert (found[2], found[3], found[6], found[7], found[12]) == (0, 5, 20, 50, 100)


def test_a_season_never_falls_and_needs_a_year_that_tells() -> None:
    assert season([[Decimal(0)] * 12]) is None
    assert season([]) is None
    taken_back = season([[Decimal(10), Decimal(-5), *[Decimal(0)] * 9, Decimal(5)]])
    assert taken_back is not None
    assert list(taken_back.values()) == [100] * 12
    with pytest.raises(errors.NotTwelveMonths, match="12 个月"):
        season([[Decimal(1)]])


def going(
    *added: int, weights: tuple[int, ...] = (), ahead: tuple[int, ...] = (1, 1), **more: Any
) -> Forecast:
    months = [Fraction(weight) for weight in weights or (1,) * len(added)]
    asked = {"target": Decimal(100), "seed": 4} | more
    return paced(
        Decimal(sum(added)),
        [Decimal(each) for each in added],
        months,
        [Fraction(each) for each in ahead],
        **asked,
    )


def test_a_steady_pace_goes_on() -> None:
    found = going(10, 10, 10, 10, 10, 10, 10, 10)
    assert (found.mean, found.low, found.high, found.chance) == (100, 100, 100, 1)


def test_an_uneven_pace_makes_a_range() -> None:
    found = going(0, 20, 0, 20, 0, 20, 0, 20)
    assert found.low < found.mean < found.high and 0 < found.chance < 1
    assert going(0, 20, 0, 20, 0, 20, 0, 20) == found != going(0, 20, 0, 20, 0, 20, 0, 20, seed=5)


def test_the_season_of_the_months_ahead_counts() -> None:
    assert going(5, 10, 10, weights=(1, 2, 2), ahead=(4,)).mean == 25 + 20
    assert going(5, 10, 10, weights=(1, 2, 2), ahead=(0,)).mean == 25


def test_a_pace_stays_within_its_bounds() -> None:
    assert going(-10, -10, -10, least=Decimal(-30)).low == -30
    assert going(30, 30, 30, most=Decimal(100)).high == 100


def test_the_value_itself_may_not_be_enough() -> None:
    steady = (10,) * 8
    assert going(*steady, strict=True).chance == 0
    assert going(*steady, limit=True).chance == 1
    assert going(*steady, limit=True, strict=True).chance == 0


@pytest.mark.parametrize("known", [3, 6, 9])
def test_about_eight_ends_in_ten_lie_within_the_range(known: int) -> None:
    chance, outcomes = random.Random(known), []
    for seed in range(150):
        often = chance.uniform(0.02, 0.12)
        year = [Decimal(sum(chance.random() < often for _ in range(100))) for _ in range(12)]
        reached, weights = sum(year[:known], start=Decimal(0)), [Fraction(1)] * 12
        made = paced(
            reached,
            year[:known],
            weights[:known],
            weights[known:],
            target=reached,
            least=reached,
            seed=seed,
            runs=200,
        )
        outcomes.append(Outcome(made, sum(year, start=Decimal(0)), met=True))
    found = calibration(outcomes)
    assert found is not None and Decimal("0.7") < found.inside < Decimal("0.9")


def test_two_months_tell_no_pace() -> None:
    with pytest.raises(errors.TooFewMonths, match="至少要有 3 个月"):
        going(1, 2)

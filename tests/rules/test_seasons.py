"""A season rule spreads a year over its months by its working days, 春节 and what the weather lets be done."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from luoshi.rules import errors, seasons
from luoshi.rules.defaults import SEASON_RULE
from luoshi.rules.seasons import SeasonRule

YEAR = [date(2026, 1, 1) + timedelta(days=at) for at in range(365)]
WORKED = {day: day.weekday() < 5 for day in YEAR}
FESTIVAL = [date(2026, 2, 15) + timedelta(days=at) for at in range(9)]


def rule(**more: Any) -> SeasonRule:
    data = {
        "code": "s",
        "name": "季节",
        "version": "1",
        "effective_from": "2026-01-01",
        "before": 0,
        "after": 0,
        "seasons": [{"words": ["工程"], "factors": {"01": "50"}}, {"words": []}],
    }
    return SeasonRule.from_data(data | more)


def test_works() -> None:
    found = seasons.weights(rule(), "招商", WORKED, ())
    assert found[1] == 22 and found[3] == 22 and sum(found.values()) == sum(WORKED.values())
    assert seasons.weights(rule(), "道路工程", WORKED, ())[1] == 11


def test_nothing_moves_around_the_festival() -> None:
    lone, wide = (seasons.weights(rule(before=days, after=days), "招商", WORKED, FESTIVAL) for days in (0, 7))
    assert lone[2] == 20 - 6, "six of the holidays are weekdays"
    assert wide[2] < lone[2] and wide[1] == lone[1]


def test_the_shares_rise_to_the_whole_exactly() -> None:
    shares = seasons.cumulative(seasons.weights(SEASON_RULE, "开工", WORKED, FESTIVAL))
    values = list(shares.values())
    assert values == sorted(values) and values[-1] == 100
    assert seasons.cumulative(dict.fromkeys(range(1, 13), Fraction(1)))[6] == Decimal(50)


def test_it_is_data() -> None:
    assert SeasonRule.from_data(SEASON_RULE.to_data()) == SEASON_RULE


@pytest.mark.parametrize(
    ("more", "refused"),
    [
        ({"seasons": [{"words": ["工程"]}]}, errors.NoLastSeason),
        ({"seasons": [{"words": [], "factors": {"13": "50"}}]}, errors.BadMonth),
        ({"seasons": [{"words": [], "factors": {"01": "0"}}]}, errors.OutOfRange),
        ({"seasons": [{"words": [], "factors": {"01": "101"}}]}, errors.OutOfRange),
        ({"before": -1}, errors.BadInteger),
        ({"after": 61}, errors.OutOfRange),
        ({"more": 1}, errors.UnknownFields),
    ],
)
def test_what_does_not_hold_together_is_refused(more: dict[str, Any], refused: type[Exception]) -> None:
    with pytest.raises(refused, match="请"):
        rule(**more)

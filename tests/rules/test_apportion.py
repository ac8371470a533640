"""Dealing a target out to units and quarters."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import errors
from luoshi.rules.apportion import apportion, apportion_grid

WEIGHTS = st.lists(st.decimals(0, 1000, places=1), min_size=1, max_size=9).filter(any)
STEPS = st.sampled_from([Decimal(1), Decimal("0.01"), Decimal(5)])


def weights(*values: int) -> list[Decimal]:
    return [Decimal(value) for value in values]


def test_the_largest_rests_have_one_more() -> None:
    # 21 projects to units that signed 6, 5 and 4 last year: 8.4, 7 and 5.6
    assert apportion(Decimal(21), weights(6, 5, 4)) == (8, 7, 6)


def test_equal_rests_go_to_the_earlier() -> None:
    assert apportion(Decimal(10), weights(1, 1, 1, 1)) == (3, 3, 2, 2)


def test_money_is_dealt_out_in_its_own_steps() -> None:
    shares = apportion(Decimal("100.00"), weights(1, 1, 1), step=Decimal("0.01"))
    assert list(map(str, shares)) == ["33.34", "33.33", "33.33"]


def test_a_fall_is_dealt_out_like_a_rise() -> None:
    assert apportion(Decimal(-10), weights(1, 1, 1)) == (-4, -3, -3)
    assert apportion_grid(Decimal(-10), weights(1, 1), weights(1, 2)) == ((-2, -3), (-1, -4))


@pytest.mark.parametrize("wrong", [[], weights(0, 0), weights(1, -1)])
def test_without_weights_nothing_is_dealt_out(wrong: list[Decimal]) -> None:
    with pytest.raises(errors.NothingToShareBy, match="权数"):
        apportion(Decimal(1), wrong)


def test_half_a_project_is_no_step() -> None:
    with pytest.raises(errors.NotInSteps, match="整数倍"):
        apportion(Decimal("10.5"), weights(1, 1))


@given(st.integers(-5000, 5000), WEIGHTS, STEPS)
def test_shares_add_up_and_stay_within_a_step(
    count: int, given_weights: list[Decimal], step: Decimal
) -> None:
    total = count * step
    shares = apportion(total, given_weights, step=step)
    assert sum(shares) == total
    for share, weight in zip(shares, given_weights, strict=True):
        exact = Fraction(total) * Fraction(weight) / Fraction(sum(given_weights))
        assert abs(Fraction(share) - exact) < Fraction(step)


@given(st.integers(0, 5000), WEIGHTS, WEIGHTS, STEPS)
def test_a_grid_adds_up_both_ways(
    count: int, rows: list[Decimal], columns: list[Decimal], step: Decimal
) -> None:
    total = count * step
    grid = apportion_grid(total, rows, columns, step=step)
    assert tuple(map(sum, grid)) == apportion(total, rows, step=step)
    assert tuple(map(sum, zip(*grid, strict=True))) == apportion(total, columns, step=step)
    for row in grid:
        for cell, of_column in zip(row, map(sum, zip(*grid, strict=True)), strict=True):
            exact = Fraction(sum(row)) * Fraction(of_column) / Fraction(total or 1)
            assert abs(Fraction(cell) - exact) < Fraction(step)

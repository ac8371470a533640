"""Rounding half up and showing figures."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import rounding

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6)


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("0.125", 2, "0.13"),
        ("0.1249", 2, "0.12"),
        ("-0.004", 2, "0.00"),
        ("7", 1, "7.0"),
    ],
)
def test_half_goes_away_from_zero(value: str, places: int, expected: str) -> None:
    assert str(rounding.half_up(Decimal(value), places)) == expected


def test_a_third_is_rounded_and_a_half_is_exact() -> None:
    assert rounding.exact(Fraction(1, 3)) == Decimal("0.3333333333")
    assert rounding.exact(Fraction(2, 3)) == Decimal("0.6666666667")
    assert str(rounding.exact(Fraction(25, 2))) == "12.5"
    assert str(rounding.exact(Fraction(-600))) == "-600"


def test_the_decimal_context_does_not_matter() -> None:
    with localcontext() as context:
        context.prec = 3
        assert rounding.half_up(Decimal("123456.785"), 2) == Decimal("123456.79")
        assert rounding.subtract(Decimal("123456.7"), Decimal("0.1")) == Decimal("123456.6")


def test_figures_are_shown_as_officials_write_them() -> None:
    assert rounding.show(Decimal("1234567.500")) == "1,234,567.5"
    assert rounding.show(Decimal("12.346")) == "12.35"
    assert rounding.show_fixed(Decimal("48")) == "48.0"


@given(DECIMALS, st.integers(0, 5))
def test_rounding_moves_by_at_most_half_a_unit(value: Decimal, places: int) -> None:
    moved = abs(Fraction(rounding.half_up(value, places)) - Fraction(value))
    assert moved <= Fraction(1, 2 * 10**places)


@given(DECIMALS)
def test_exact_keeps_what_a_decimal_can_hold(value: Decimal) -> None:
    assert rounding.exact(Fraction(value)) == value

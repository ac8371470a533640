"""Completion, planned share and gap, by comparator and basis."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import errors
from luoshi.rules.progress import Aim, Comparator, Progress, progress_of

D = Decimal


def at(aim: Aim, planned: str | None, actual: str | None) -> Progress:
    return progress_of(
        aim, planned=None if planned is None else D(planned), actual=None if actual is None else D(actual)
    )


def test_works() -> None:
    found = at(Aim(D(25)), "12.5", "12")
    assert found == Progress(D(48), D(50), D(-2), D(96), met=False)


def test_unknown_is_not_zero() -> None:
    assert at(Aim(D(25)), "12.5", None) == Progress(None, D(50), None, None, met=None)
    assert at(Aim(D(25)), "12.5", "0") == Progress(D(0), D(50), D(-50), D(0), met=False)


def test_without_a_plan_there_is_a_completion_and_no_gap() -> None:
    assert at(Aim(D(25)), None, "5") == Progress(D(20), None, None, None, met=False)


@pytest.mark.parametrize(
    ("comparator", "actual", "met"),
    [
        ("ge", "25", True), ("ge", "24.99", False),
        ("gt", "25", False), ("gt", "25.01", True),
        ("le", "25", True), ("le", "25.01", False),
        ("lt", "25", False), ("lt", "24.99", True),
        ("eq", "25", True), ("eq", "24.99", False), ("eq", "26", True),
        ("approx", "23.75", True), ("approx", "23.74", False),
        ("range", "25", True), ("range", "24.99", False), ("range", "31", True),
    ],
)  # fmt: skip
def test_met(comparator: Comparator, actual: str, met: bool) -> None:
    assert at(Aim(D(25), comparator, high=D(30)), "25", actual).met is met


def test_the_tolerance_of_approx_is_a_parameter() -> None:
    assert at(Aim(D(25), "approx", tolerance=D(10)), "25", "22.5").met is True
    assert at(Aim(D(25), "approx", tolerance=D(0)), "25", "24.9").met is False


def test_a_range_needs_its_upper_end() -> None:
    with pytest.raises(errors.RangeNeedsHigh, match="区间目标缺少上限"):
        Aim(D(8), "range")
    with pytest.raises(errors.RangeNeedsHigh):
        Aim(D(8), "range", high=D(7))
    assert at(Aim(D(8), "range", high=D(10)), "8", "6").completion == 75


@pytest.mark.parametrize(
    ("actual", "completion", "gap"),
    [("90", "100", "0"), ("100", "100", "0"), ("125", "80", "-20"), ("-5", "100", "0")],
)
def test_an_upper_limit(actual: str, completion: str, gap: str) -> None:
    found = at(Aim(D(100), "le"), "100", actual)
    assert (found.completion, found.gap_points, found.planned_share) == (D(completion), D(gap), 100)


@pytest.mark.parametrize(
    ("value", "actual", "completion"),
    [
        ("0", "0", "100"),
        ("0", "3", "0"),
        ("-5", "-6", "100"),
        ("-5", "-2", "40"),
        ("-5", "0", "0"),
        ("-5", "2", "0"),
    ],
)
def test_limits_of_zero_and_below(value: str, actual: str, completion: str) -> None:
    assert at(Aim(D(value), "le"), value, actual).completion == D(completion)


@pytest.mark.parametrize(
    ("value", "actual", "completion"),
    [
        ("0", "0", "100"),
        ("0", "-1", "0"),
        ("0", "7", "100"),
        ("-5", "-5", "100"),
        ("-5", "3", "100"),
        ("-5", "-10", "50"),
        ("10", "-2", "-20"),
    ],
)
def test_targets_of_zero_and_below(value: str, actual: str, completion: str) -> None:
    assert at(Aim(D(value)), value, actual).completion == D(completion)


def test_growth_is_compared_in_percentage_points() -> None:
    found = at(Aim(D(8), basis="growth"), "8", "6.5")
    assert (found.gap_points, found.completion, found.planned_share) == (D("-1.5"), D("81.25"), 100)
    assert at(Aim(D(8), basis="growth"), "8", "9").gap_points == 1


def test_a_limit_on_a_rate_turns_the_sign() -> None:
    aim = Aim(D(60), "le", rate=True)
    assert at(aim, "60", "65").gap_points == -5
    assert at(aim, "60", "58").gap_points == 2


def test_limits_and_rates_are_owed_in_full_whatever_is_planned_to_date() -> None:
    assert at(Aim(D(100), "le"), "50", "80").planned_share == 100
    assert at(Aim(D(95), rate=True), "90", "92").planned_share == 100
    assert at(Aim(D(95), rate=True), "90", "92").gap_points == -3


def test_a_reduction_counts_what_was_taken_away() -> None:
    assert at(Aim(D(20), basis="reduction"), "10", "12").gap_points == 10


@pytest.mark.parametrize(
    ("planned", "actual", "expected"),
    [("10", "8", "80"), ("10", "12", "120"), ("0", "0", "100"), ("0", "5", "100"), ("0", "-5", "0")],
)
def test_per_cent_of_the_plan(planned: str, actual: str, expected: str) -> None:
    assert at(Aim(D(100)), planned, actual).percent_of_plan == D(expected)


def test_a_quotient_without_end_is_rounded_to_ten_places() -> None:
    found = at(Aim(D(3)), "2", "1")
    assert (found.completion, found.gap_points) == (D("33.3333333333"), D("-33.3333333333"))


FIGURES = st.decimals(min_value=-(10**6), max_value=10**6, places=2, allow_nan=False, allow_infinity=False)
COMPARATORS = st.sampled_from(["ge", "gt", "le", "lt", "eq", "approx"])
AIMS = st.builds(
    Aim,
    FIGURES,
    COMPARATORS,
    basis=st.sampled_from(["level", "growth", "increment", "reduction"]),
    rate=st.booleans(),
)


@given(AIMS, FIGURES, FIGURES, FIGURES)
def test_doing_better_never_shows_worse(aim: Aim, planned: Decimal, one: Decimal, other: Decimal) -> None:
    worse, better = sorted((one, other), reverse=aim.is_limit)
    low, high = (progress_of(aim, planned=planned, actual=each) for each in (worse, better))
    assert low.completion is not None and high.completion is not None
    assert low.gap_points is not None and high.gap_points is not None
    assert low.completion <= high.completion
    assert low.gap_points <= high.gap_points
    assert not (low.met and not high.met)


@given(AIMS, FIGURES)
def test_a_met_target_is_complete(aim: Aim, actual: Decimal) -> None:
    found = progress_of(aim, planned=aim.value, actual=actual)
    if found.met and aim.comparator != "approx":
        assert found.completion is not None
        assert found.completion >= 100

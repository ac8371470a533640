"""Month arithmetic on yyyymm integers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import errors, months

MONTHS = st.builds(months.month_of, st.integers(1900, 2100), st.integers(1, 12))


def test_works() -> None:
    assert months.parse_month("2020-06") == 202006
    assert months.format_month(202006) == "2020-06"
    assert months.show_month(202006) == "2020年6月"
    assert months.add_months(202511, 3) == 202602
    assert months.add_months(202601, -1) == 202512
    assert months.months_between(202511, 202602) == 3
    assert months.month_range(202511, 202601) == (202511, 202512, 202601)
    assert [months.quarter_of(m) for m in (202601, 202603, 202604, 202612)] == [20261, 20261, 20262, 20264]


@pytest.mark.parametrize(
    "text", ["2020-13", "2020-00", "2020-6", "202006", "", "0999-01", "２０２０-06", None, 202006]
)
def test_a_badly_written_month_is_refused_in_chinese(text: object) -> None:
    with pytest.raises(errors.BadMonth, match="月份写法不对：.*请写成 2026-06 的样子"):
        months.parse_month(text)


def test_the_first_and_the_last_month_there_are() -> None:
    assert [months.check_month(month) for month in (100001, 999912)] == [100001, 999912]
    with pytest.raises(errors.BadMonth):
        months.add_months(999912, 1)


@pytest.mark.parametrize("month", [202600, 202613, 2026, 99912, 1000001, -202601])
def test_an_integer_that_is_no_month_is_refused(month: int) -> None:
    with pytest.raises(errors.BadMonth):
        months.check_month(month)


def test_a_span_must_not_run_backwards() -> None:
    with pytest.raises(errors.BadSpan, match="2026-03 晚于截止月份 2026-02"):
        months.month_range(202603, 202602)


@given(MONTHS, st.integers(-600, 600))
def test_adding_and_counting_are_inverse(month: int, count: int) -> None:
    assert months.months_between(month, months.add_months(month, count)) == count


@given(MONTHS)
def test_writing_and_parsing_are_inverse(month: int) -> None:
    assert months.parse_month(months.format_month(month)) == month

"""How figures are written."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template

from luoshi.web import formats


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (1234567, None, "1,234,567"),
        (0, None, "0"),
        (-1200, None, "-1,200"),
        (Decimal("1234.50"), None, "1,234.5"),
        (Decimal("0.005"), 2, "0.01"),
        (Decimal("-0.004"), 2, "0.00"),
        (1234, 2, "1,234.00"),
        (None, 2, "–"),
    ],
)
def test_numbers_have_thousands_separated_and_halves_rounded_up(
    value: int | Decimal | None, places: int | None, text: str
) -> None:
    assert formats.number(value, places) == text


def test_money_is_kept_in_fen_and_written_in_the_unit_of_the_page() -> None:
    fen = 1_260_450_000_000
    assert (formats.yuan(fen), formats.wan(fen), formats.yi(fen)) == (
        "12,604,500,000.00",
        "1,260,450.00",
        "126.05",
    )
    assert formats.yi(49_999_999) == "0.00"
    assert formats.yi(50_000_000) == "0.01"


@pytest.mark.parametrize(
    "write",
    [
        formats.number,
        formats.yuan,
        formats.wan,
        formats.yi,
        formats.percent,
        formats.signed,
        formats.points,
        formats.change,
        formats.month,
        formats.day,
        formats.moment,
        formats.size,
    ],
)
def test_unknown_is_a_dash_and_never_nought(write: object) -> None:
    assert callable(write)
    assert write(None) == "–"


def test_shares_are_per_cent_and_their_differences_are_points() -> None:
    assert formats.percent(Decimal("0.4375")) == "43.8%"
    assert formats.percent(Decimal("1.2")) == "120.0%"
    assert formats.points(Decimal("-3.25")) == "-3.3 百分点"
    assert formats.points(Decimal("3.2")) == "+3.2 百分点"
    assert formats.signed(Decimal("-0.04")) == "0.0"


def test_a_change_has_shape_and_sign() -> None:
    assert formats.change(Decimal("12.34"), 2, " 亿元") == "▲ +12.34 亿元"
    assert formats.change(Decimal("-1.5")) == "▼ -1.5"
    assert formats.change(Decimal("0.01")) == "持平"


def test_months_days_moments_and_sizes() -> None:
    assert formats.month(202610) == "2026年10月"
    assert formats.month(202601) == "2026年1月"
    assert formats.day(date(2026, 1, 5)) == "2026-01-05"
    assert formats.moment(datetime(2026, 1, 5, 9, 3, tzinfo=UTC)) == "2026-01-05 09:03"
    assert formats.size(512) == "0.5 KB"
    assert formats.size(3_500_000) == "3.3 MB"


def test_the_same_formats_are_filters_and_moments_are_local() -> None:
    text = Template("{{ fen|yi }} {{ share|percent }} {{ share|number:2 }} {{ at|moment }}").render(
        Context(
            {
                "fen": 10_000_000_000,
                "share": Decimal("0.5"),
                "at": datetime(2026, 10, 15, 16, 30, tzinfo=UTC),
            }
        )
    )
    assert text == "1.00 50.0% 0.50 2026-10-16 00:30"

"""What columns say of many cells and rows at once is what each cell and row says by itself."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.db import models
from django.db.models import F, Q
from hypothesis import given
from hypothesis import strategies as st

from luoshi.ledgers import constraints, holding
from luoshi.ledgers.columns import LARGEST, Choice, Column, Day, Flag, Money, Month, Number, Share, Text
from luoshi.ledgers.errors import LedgerError
from tests.library.models import Book

COLUMNS: tuple[tuple[Column, list[object]], ...] = (
    (Money("m", unit="万元"), [1.0, 0.1, 0.07, 1e14, 1e22, 123456.78, 0.000001, 1e-7, -3.5, -0.0, True, 12, "1,2", "3万"]),
    (Share("s"), [12.34, 12.345, "5%", 0.1 + 0.2, 5e-324, 1e308, float("nan"), float("inf")]),
    (Number("n", unit="页"), [3, 3.0, 3.5, 2**63, -(2**63), "三", "３"]),
    (Day("d"), [datetime.date(2026, 3, 1), datetime.datetime(2026, 3, 1, 8, tzinfo=datetime.UTC), "2026.3.1", "20260301", "三月"]),
    (Month("p"), [datetime.date(2026, 3, 1), "2026-03", 202603.0, "2026-13"]),
    (Flag("f"), [True, 1, 1.0, "是", "无", "也许"]),
    (Choice("c", choices=(("a", "甲"),)), ["甲", "a", "乙"]),
    (Text("t"), [" 一 ", "\u3000二", 1, 1.0, True, "\0三", ""]),
)  # fmt: skip


@pytest.mark.parametrize(("column", "cells"), COLUMNS, ids=lambda v: type(v).__name__)
def test_many_cells_are_read_as_each_is(column: Column, cells: list[object]) -> None:
    every = [None, *cells, *reversed(cells)]
    values, wrong = column.batch(every, NOBODY)
    for place, cell in enumerate(every):
        try:
            expected, sentence = column.parse(cell, NOBODY), None
        except LedgerError as bad:
            expected, sentence = None, str(bad)
        assert (values[place], type(values[place]), wrong.get(place)) == (expected, type(expected), sentence)


@given(
    st.one_of(
        st.floats(),
        st.integers(-(10**20), 10**20),
        st.decimals(places=3, allow_nan=False, allow_infinity=False).map(float),
    )
)
def test_numbers_take_the_short_way_only_where_the_long_one_agrees(cell: float) -> None:
    column = Money("m", unit="万元")
    values, wrong = column.batch([cell], NOBODY)
    try:
        assert values == [column.parse(cell, NOBODY)]
        assert not wrong
    except LedgerError as bad:
        assert wrong == {0: str(bad)}


@given(st.integers(-LARGEST, LARGEST), st.sampled_from(["元", "万元", "亿元"]))
def test_all_digits_of_an_amount(value: int, unit: str) -> None:
    column = Money("m", unit=unit)
    text = column.exactly(value, unit)
    assert column.parse(text, NOBODY) == value
    assert "." not in text or not text.endswith("0")


class Nobody:
    def find(self, ledger: str, text: str) -> models.Model:
        raise AssertionError(text)


NOBODY = Nobody()
TABLE = {"a": [1, 2, None, 4], "b": [1, 1, 1, None], "w": ["x", "y", None, "z"]}


@pytest.mark.parametrize(
    ("condition", "places"),
    [
        (Q(a__gt=1), {0}),
        (Q(a__gte=F("b")), set()),
        (Q(a__lte=F("b")), {1}),
        (Q(a__lt=2) | Q(b__isnull=True), {1}),
        (~Q(w="y"), {1}),
        (~Q(w="y") | Q(b__isnull=False), set()),
        (~Q(w="y", a=2), {1}),
        (Q(w__in=["x", "y"]), {3}),
        (Q(b__isnull=True), {0, 1, 2}),
        (Q(w__isnull=False) & Q(a__lt=4), {2, 3}),
    ],
)
def test_a_condition_is_broken_where_sql_says_so(condition: Q, places: set[int]) -> None:
    bits = holding.false(condition, TABLE)
    assert {place for place, bit in enumerate(bits) if bit} == places


@pytest.mark.parametrize(
    "condition", [Q(w__startswith="x"), ~(Q(a=1) | ~Q(b=1)), Q(w__gt="a"), Q(c=1), Q(a=F("c"))]
)
def test_what_only_a_database_understands(condition: Q) -> None:
    with pytest.raises(holding.Foreign):
        holding.false(condition, TABLE)


def test_what_json_holds_is_judged_too() -> None:
    field: models.Field[Any, Any] = models.JSONField(blank=False)
    assert constraints.unfit(field, [[1, 2], [], {"a": 1}, None]) == {1, 3}


@pytest.mark.parametrize(
    ("kind", "pages", "kept"), [("fiction", 13, True), ("science", 13, False), ("science", None, True)]
)
def test_a_row_that_keeps_its_checks_asks_the_database_nothing(
    kind: str, pages: int | None, kept: bool
) -> None:
    """This test has no database: a check that were asked of it would fail."""
    book = Book(kind=kind, pages=pages)
    names = {each.name for _, some in book.get_constraints() for each in some}
    assert ("no_thirteen" not in names) is kept
    assert holding.holds(book, models.UniqueConstraint(fields=("number",), name="u")) is False

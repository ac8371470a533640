"""A written numeral is worth the number it was written for."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from luoshi.reading import numerals
from luoshi.reading.numerals.words import KINDS
from tests.reading.strategies import TEXTS


@given(st.integers(0, 10**12 - 1))
def test_a_spoken_number_is_worth_the_number(number: int) -> None:
    assert numerals.written(numerals.spoken(number)) == number


@given(st.decimals(0, 10**9, places=2))
def test_digits_are_worth_themselves(number: Decimal) -> None:
    assert numerals.written(f"{number:f}") == number
    assert numerals.written(f"{number:,f}") == number


@given(st.integers(2, 9999), st.sampled_from(["个", "家", "亿元", "万元", "条", "万平方米"]))
def test_words_and_digits_are_read_alike(number: int, unit: str) -> None:
    (said,) = numerals.find("共计" + numerals.spoken(number) + unit)
    (written,) = numerals.find(f"共计{number}{unit}")
    assert (said.amount, said.base_unit) == (written.amount, written.base_unit)


@given(st.integers(1, 400), st.integers(1, 400), st.sampled_from(["-", "—", "~", "至", "到"]))
def test_a_range_keeps_both_ends(low: int, more: int, to: str) -> None:
    (found,) = numerals.find(f"培育{low}{to}{low + more}家")
    assert (found.value, found.high) == (low, low + more)


@given(st.decimals(1, 9999, places=1), st.sampled_from(sorted(set(KINDS) - {"成"})))
def test_every_unit_is_read_after_a_number(number: Decimal, unit: str) -> None:
    (found,) = numerals.find(f"达到{number:f}{unit}，")
    assert (found.value, found.unit) == (number, unit)


@given(TEXTS)
def test_numerals_stand_in_the_text_in_order(text: str) -> None:
    at = 0
    for found in numerals.find(text):
        assert at <= found.start < found.end <= found.tail <= len(text)
        at = found.end

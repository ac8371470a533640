"""Credit codes: right ones, and what is said of wrong ones."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from luoshi.directory import credit_codes
from luoshi.directory.credit_codes import SIGNS, CreditCode, check_sign, complaint
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.lookups import Lookups

RIGHT = "91340000MA2XK7QR5R"


def test_a_sum_worked_by_hand() -> None:
    # 9·3⁰ + 1·3¹ + 3·3² + 4·3³ = 147 = 23 (mod 31), and 31 − 23 = 8
    assert check_sign("91340000000000000") == "8"


def test_a_right_code_is_let_through() -> None:
    assert complaint(RIGHT) == ""
    credit_codes.validate(RIGHT)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("91340000MA2XK7QR5", "有 17 位"),
        ("91340000MA2XK7QR5R0", "有 19 位"),
        ("9134O000MA2XK7QR5R", "第 5 位“O”"),
        ("91340000MA2XK7QR5r", "第 18 位“r”"),
        ("91A40000MA2XK7QR5R", "第 3 至 8 位"),
        ("91340000MA2XK7QR5T", "校验码对不上"),
        ("91340000MA2XK7QR6R", "校验码对不上"),
        ("91340000MA2XKQ7R5R", "校验码对不上"),
    ],
)
def test_a_wrong_code_is_told_what_is_wrong(code: str, sentence: str) -> None:
    assert sentence in complaint(code)
    with pytest.raises(ValidationError, match=sentence):
        credit_codes.validate(code)


BODIES = st.builds(
    lambda head, place, tail: head + place + tail,
    st.text(SIGNS, min_size=2, max_size=2),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(SIGNS, min_size=9, max_size=9),
)


@given(BODIES, st.integers(min_value=8, max_value=16), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_always_seen(body: str, place: int, other: str) -> None:
    code = body + check_sign(body)
    assert complaint(code) == ""
    changed = code[:place] + other + code[place + 1 :]
    assert bool(complaint(changed)) is (changed != code)


@pytest.mark.parametrize(
    "entered", ["91340000ma2xk7qr5r", " 91340000 MA2XK7 QR5R ", "９１３４００００MA2XK7QR5R"]
)
def test_a_code_is_kept_in_capitals(entered: str) -> None:
    assert CreditCode("credit_code").parse(entered, Lookups()) == RIGHT


def test_a_wrong_code_is_refused_in_a_cell_and_none_is_none() -> None:
    with pytest.raises(BadValue, match="校验码对不上"):
        CreditCode("credit_code").parse("91340000MA2XK7QR5T", Lookups())
    assert CreditCode("credit_code").parse("  ", Lookups()) is None

"""Repairs keep every offset and hide nothing."""

from __future__ import annotations

from hypothesis import given

from luoshi.reading.model import Text
from luoshi.reading.repairs import marks, repair
from tests.reading.strategies import TEXTS


def _redo(text: Text) -> str:
    """The clean text made anew from the raw one and the repairs alone."""
    parts, at = [], 0
    for one in text.repairs:
        parts += [text.raw[at : one.start], one.after]
        at = one.end
    return "".join([*parts, text.raw[at:]]).translate(marks.FOLD)


@given(TEXTS)
def test_every_change_is_on_record(raw: str) -> None:
    text = repair(raw)
    assert _redo(text) == text.clean


@given(TEXTS)
def test_a_repair_says_what_stood_there(raw: str) -> None:
    assert all(raw[r.start : r.end] == r.before for r in repair(raw).repairs)


@given(TEXTS)
def test_repairs_are_in_order_and_apart(raw: str) -> None:
    repairs = repair(raw).repairs
    assert all(a.end <= b.start for a, b in zip(repairs, repairs[1:], strict=False))
    assert all(r.start < r.end for r in repairs)


@given(TEXTS)
def test_places_lead_into_the_raw_text_and_never_back(raw: str) -> None:
    text = repair(raw)
    assert len(text.places) == len(text.clean) + 1
    assert text.places[len(text.clean)] == len(raw)
    assert all(0 <= a <= b <= len(raw) for a, b in zip(text.places, text.places[1:], strict=False))


@given(TEXTS)
def test_what_was_not_repaired_stands_where_it_says(raw: str) -> None:
    text = repair(raw)
    touched = {i for r in text.repairs for i in range(r.start, r.end)}
    folded = raw.translate(marks.FOLD)
    for clean_at, raw_at in enumerate(text.places[:-1]):
        assert raw_at in touched or text.clean[clean_at] == folded[raw_at]


def test_a_simplified_text_is_left_alone() -> None:
    raw = "一、突出招商引资\n年内签约外资项目25个,其中制造业项目5个。"
    assert repair(raw).repairs == ()
    assert repair(raw).clean == raw


def test_what_cannot_be_brought_back_is_marked_and_in_doubt() -> None:
    shifted = [r for r in repair("開通溪口—上?!ㄖ荨蓖赓Q(mào)專線").repairs if r.kind == "byte-shift"]
    assert len(shifted) == 1
    assert not shifted[0].certain
    assert "\ufffd" in shifted[0].after
    assert shifted[0].after.endswith("外贸")

"""Three opinions of one delivery: how far they are apart, also where one is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules.colours import COLOURS, Colour
from luoshi.rules.confidence import MOST, STEPS, WORDS, Confidence, disagreement


@pytest.mark.parametrize(
    ("light", "owner", "checker", "points"),
    [
        ("green", "very_high", "very_high", 0),
        ("green", "high", "very_high", 2),
        ("yellow", "medium", "medium", 0),
        ("yellow", "very_high", "very_low", 8),
        ("red", "very_low", "low", 2),
        ("red", "very_high", None, 8),
        ("red", None, None, 0),
        ("grey", "high", "low", 4),
        ("grey", "high", None, 0),
        ("grey", None, None, 0),
    ],
)
def test_points(light: Colour, owner: Confidence | None, checker: Confidence | None, points: int) -> None:
    assert disagreement(light, owner, checker).points == points


def test_the_reason_says_who_thinks_what() -> None:
    assert disagreement("red", "high", "low").reason == (
        "系统红灯，责任单位认为交付信心较高，核查方认为交付信心较低；分歧 6 分"
    )
    assert disagreement("yellow", "medium", None).reason.endswith("核查方未表态；意见一致")
    assert disagreement("grey", "medium", None).reason == (
        "系统不亮灯，责任单位认为交付信心一般，核查方未表态；意见不足两方，无从比较"
    )


OPINIONS = st.none() | st.sampled_from(STEPS)
LIGHTS = st.sampled_from(COLOURS)


@given(LIGHTS, OPINIONS, OPINIONS)
def test_the_two_may_change_places(
    light: Colour, owner: Confidence | None, checker: Confidence | None
) -> None:
    found = disagreement(light, owner, checker)
    assert found.points == disagreement(light, checker, owner).points
    assert found.points in range(0, MOST + 1, 2)
    assert set(WORDS) == set(STEPS)


@given(LIGHTS, OPINIONS, OPINIONS, st.sampled_from(STEPS))
def test_another_opinion_never_brings_them_together(
    light: Colour, owner: Confidence | None, checker: Confidence | None, more: Confidence
) -> None:
    if checker is None:
        assert disagreement(light, owner, more).points >= disagreement(light, owner, None).points
    assert disagreement(light, owner, owner).points == disagreement(light, owner, None).points

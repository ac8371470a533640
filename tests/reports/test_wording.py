"""Wording with placeholders: what it says, and what it refuses."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.reports import errors, wording
from luoshi.reports.document import Piece
from luoshi.reports.figures import UNKNOWN, Figure, count, word
from luoshi.rules.errors import RulesError

FIGURES = {
    "红灯.数": count(3, "g:红灯"),
    "黄灯.数": count(0, "g:黄灯"),
    "差": Figure(UNKNOWN, None, "t:1"),
    "时序差": Figure("6.3", Decimal("-6.3"), "t:1"),
    "类型": word("比率"),
    "月份": word("2026年6月"),
    "红": count(5, "g:红"),
}


def said(text: str) -> str:
    return wording.joined(
        wording.read(text, "正文").said(FIGURES, {"清单": (Piece("甲"), Piece("9", "t:9"))})
    )


def test_works() -> None:
    assert said("【月份】亮红灯 【红灯.数】 项。") == "2026年6月亮红灯 3 项。"


def test_a_number_says_where_it_comes_from() -> None:
    pieces = wording.read("亮红灯 【红灯.数】 项：【清单】", "正文").said(
        FIGURES, {"清单": (Piece("甲"), Piece("9", "t:9"))}
    )
    assert pieces == (
        Piece("亮红灯 "), Piece("3", "g:红灯"), Piece(" 项："), Piece("甲"), Piece("9", "t:9"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text,expected",
    [
        ("｛红灯.数 > 0？有红灯｜没有红灯｝", "有红灯"),
        ("｛黄灯.数 > 0？有黄灯｜没有黄灯｝", "没有黄灯"),
        ("｛黄灯.数 > 0？有黄灯｝", ""),
        ("｛红灯.数？有｝", "有"),
        ("｛黄灯.数？有｜无｝", "无"),
        ("｛差？知｜不知｝", "不知"),
        ("｛差 = 0？平｜｛差 < 0？低｜不知｝｝", "不知"),
        ("｛时序差 ＜ 0？落后｜超前｝", "落后"),
        ("｛类型 = 比率？率｜数｝", "率"),
        ("｛类型 ≠ 比率？率｜数｝", "数"),
        ("｛红灯.数 ≥ 3 且 黄灯.数 = 0？都成立｝", "都成立"),
        ("｛红灯.数 ≥ 3 且 黄灯.数 > 0？都成立｝", ""),
        ("｛红灯.数 > 0？要问吗？要。｝", "要问吗？要。"),
    ],
)
def test_a_sentence_is_said_if_its_condition_holds(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text,problem,sentence",
    [
        ("亮红灯 3 项", errors.TypedFigure, "正文里写了数“3 项”。数只能由数据填入"),
        ("｛红灯.数 > 0？有 3 项｝", errors.TypedFigure, "写了数“3 项”"),
        ("【红灯.数", errors.OpenBracket, "“【”没有配对"),
        ("红灯.数】", errors.OpenBracket, "“】”没有配对"),
        ("【】", errors.OpenBracket, "“【”没有配对"),
        ("｛红灯.数 > 0？有", errors.OpenBracket, "“｛”没有配对"),
        ("有｝", errors.OpenBracket, "“｝”没有配对"),
        ("｛红灯.数 > 0 有｝", errors.NoCondition, "缺少“？”"),
        ("｛红灯.数 > ？有｝", errors.BadCondition, "读不懂"),
        ("｛类型 > 比率？有｝", errors.BadCondition, "读不懂"),
    ],
)
def test_what_cannot_be_said_is_refused_in_words(text: str, problem: type[RulesError], sentence: str) -> None:
    with pytest.raises(problem, match="正文") as refused:
        wording.written(text, "正文")
    assert sentence in str(refused.value)


@given(st.text(alphabet="【】｛？｜｝红> 3。"))
def test_any_text_is_read_or_refused(text: str) -> None:
    """And what may be issued says no digit that is not a figure's."""
    try:
        found = wording.written(text, "正文")
    except RulesError:
        return
    assert found.text == text
    if set(found.names()) <= FIGURES.keys():
        assert all(piece.key or not any(map(str.isdigit, piece.text)) for piece in found.said(FIGURES, {}))

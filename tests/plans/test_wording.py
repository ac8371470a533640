"""Words of indicators held against words of measures."""

from __future__ import annotations

import pytest

from luoshi.plans.targets import wording


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("新引进亿元以上项目", "新引进项目"),
        ("新引进5亿元以上项目", "新引进项目"),
        ("签约过3000万元加工制造业项目", "签约加工制造业项目"),
        ("总投资10亿元以上的项目", "项目"),
        ("引进“链主”企业（含总部）", "引进链主企业"),
        ("亩均税收", "亩均税收"),
    ],
)
def test_thresholds_and_marks_are_no_words(text: str, bare: str) -> None:
    assert wording.bare(text) == bare


def test_a_word_that_says_it_all_fits_wholly() -> None:
    fit = wording.best("新引进亿元以上项目", ("引进项目",))
    assert fit is not None
    assert (fit.word, fit.score, fit.rest) == ("引进项目", 1.0, ())


def test_a_word_in_pieces_fits_less_and_names_what_it_leaves() -> None:
    fit = wording.best("签约过3000万元加工制造业项目", ("签约项目",))
    assert fit is not None
    assert fit.rest == ("加工制造业",)
    assert 0.3 < fit.score < 0.5


def test_the_word_that_explains_more_wins() -> None:
    fit = wording.best("境内到位资金", ("到位资金", "境内到位资金", "资金"))
    assert fit is not None
    assert fit.word == "境内到位资金"


@pytest.mark.parametrize("word", ["院士", "资金到位", "的"])
def test_a_word_that_is_not_there_fits_not(word: str) -> None:
    assert wording.best("境内到位资金", (word,)) is None


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("个", "个", 1, 1),
        ("项", "个", 0.9, 0.99),
        ("家", "场", 0.7, 0.85),
        ("元", "美元", 0, 0),
        ("%", "个", 0, 0),
    ],
)
def test_units(one: str, other: str, least: float, most: float) -> None:
    assert least <= wording.units_alike(one, other) <= most


@pytest.mark.parametrize(
    ("part", "whole", "left"),
    [
        ("5亿元以上项目", "新引进亿元以上项目", ()),
        ("工业投资", "固定资产投资", ("工业",)),
        ("制造业项目", "新引进项目", ("制造业",)),
        ("院士工作站", "新引进项目", ("院士工作站",)),
    ],
)
def test_what_a_part_says_beyond_its_total(part: str, whole: str, left: tuple[str, ...]) -> None:
    assert wording.beyond(part, whole) == left

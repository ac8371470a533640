"""How a finished text is said in English: what is ours is found whatever stands in it, what people wrote is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.web.language.catalogue import Catalogue, english
from luoshi.web.language.sentences import Sentence, Sentences

ENTRIES = {
    "红灯": "Red",
    "黄灯": "Yellow",
    "亿元": "CNY 100m",
    "全区": "Whole zone",
    "目标": "Targets",
    "{0}目标": "{0} targets",
    "共 {0} 条": "{0} rows",
    "{0}年{1}月": "{1:month} {0}",
    "{0}年{1}季度": "{0} Q{1:numeral}",
    "{0}至{1}": "{0} to {1}",
    "没有找到“{0}”。": "“{0}” was not found.",
    "没有找到“{0}”。请核对{1}。": "“{0}” was not found. Please check {1}.",
    "由{0}牵头": "led by {0}",
    "落后 {0} 个百分点": "Behind {0} points",
    "，超过 {0} 个百分点": ", more than {0} points",
    "全部版本：": "All versions:",
    "第 {0} 版（{1} 起）": "version {0} (from {1})",
}
CATALOGUE = Catalogue(ENTRIES)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("红灯", "Red"),
        ("\n  红灯 ", "\n  Red "),
        ("共 12 条", "12 rows"),
        ("12.3 亿元", "12.3 CNY 100m"),
        ("12.3亿元", "12.3 CNY 100m"),
        ("（红灯）", "(Red)"),
        ("红灯、黄灯", "Red, Yellow"),
        ("2026年9月", "Sep 2026"),
        ("2026年三季度", "2026 Q3"),
        ("2026年1月至2026年6月", "Jan 2026 to Jun 2026"),
        ("2026年9月全区目标", "Sep 2026 whole zone targets"),
        ("由招商局牵头", "led by 招商局"),
        ("没有找到“星河”。", "“星河” was not found."),
        ("没有找到“星河”。请核对目标。", "“星河” was not found. Please check targets."),
        ("落后 51.0 个百分点，超过 30 个百分点", "Behind 51.0 points, more than 30 points"),
        ("全部版本：第 1 版（2020-01-01 起）", "All versions: version 1 (from 2020-01-01)"),
        ("星河储能：红灯", "星河储能: Red"),
        ("，", ", "),
    ],
)
def test_what_is_ours_is_said_in_english(text: str, said: str) -> None:
    assert (CATALOGUE.said(text) or "").strip(" ") == said.strip(" ")
    assert (CATALOGUE.said(text) or "").startswith("\n") == text.startswith("\n")


@pytest.mark.parametrize(
    "text",
    [
        "星河储能二期",
        "溪口片区 A-12 目标",  # a name that ends in a word of ours
        "推动目标，落实责任，形成合力",  # a clause: hardly a piece of it is ours
        "2026年13月",
        "x" * 2000 + "红灯",
        "12.3",
        "",
    ],
)
def test_what_people_wrote_is_left(text: str) -> None:
    assert CATALOGUE.said(text) is None


@given(st.text("红黄灯目标共条年月至，。：、（） 12ab", max_size=20))
def test_every_text_gets_an_answer(text: str) -> None:
    said = CATALOGUE.said(text)
    assert said is None or said != ""


@pytest.mark.parametrize("piece", ["：甲", "年月", "且", "或", "，甲", "、", "目标", "（甲）", "由甲牵头"])
def test_what_is_folded_without_end_is_left(piece: str) -> None:
    for length in (100, 590):
        said = CATALOGUE.said((piece * length)[:length])
        assert said is None or said != ""


@given(st.lists(st.text("甲乙丙丁戊1", min_size=1, max_size=4), min_size=2, max_size=2))
def test_what_was_put_into_a_sentence_is_read_out_of_it(holes: list[str]) -> None:
    sentence = Sentence("第{0}行：{1}不能为空")
    assert sentence.read(sentence.msgid.format(*holes)) == tuple(holes)


def test_of_two_sentences_the_one_that_says_more_is_taken() -> None:
    found = Sentences(["没有{0}", "没有找到{0}"]).readings("没有找到星河")
    assert [sentence.msgid for sentence, _ in found] == ["没有找到{0}", "没有{0}"]
    assert Sentences(["没有{0}"]).readings("有星河") == []


def test_the_catalogue_of_the_package_knows_the_shell_and_the_scripts() -> None:
    assert english().said("待办") == "To do"
    assert english().scripts["已复制"] == "Copied"
    assert "待办" not in english().scripts

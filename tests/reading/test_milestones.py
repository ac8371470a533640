"""Milestones: every word of stage is seen, whatever stands around it, and a milestone stands where its project does."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.reading import milestones
from luoshi.reading.milestones import kinds, stages, vocabulary, words
from luoshi.reading.model import Milestone, Stage
from luoshi.reading.sentences import body
from tests.reading.adversary import Speller
from tests.reading.strategies import TEXTS

PARTS = (
    "加快推进", "开工建设", "确保", "云溪大桥", "柳塘水厂", "白鹭小学、溪口幼儿园", "等5个项目", "等项目", "建设", "前期工作", "6月底前", "今年", "，", "、", "。", "和",
    "竣工投产", "力争", "建成", "并投入使用", "一期", "(6月底前)", "5号、6号泊位", "“双百”工程", "对", "进行改造", "12月底前\n", "| ", "\n", "该项目", "1.", "续建项目\n",
)  # fmt: skip
PLANS = st.lists(st.sampled_from(PARTS), max_size=30).map("".join)


def read(text: str, year: int | None = 2026) -> list[Milestone]:
    return list(milestones.read(body(text, (), year)))


def spelled(pattern: str) -> list[str]:
    """Words that a pattern of stages stands for, what must follow them with them."""
    speller = Speller(re.compile(pattern))
    found = dict.fromkeys(speller.spell()[0] for _ in range(200))
    return [word for word in found if re.fullmatch(pattern, word)]


@pytest.mark.parametrize(("stage", "pattern"), words.FOLLOWING)
def test_every_stage_behind_a_name_is_seen(stage: Stage, pattern: str) -> None:
    for word in spelled(pattern):
        text = "柳塘大桥" + word
        assert stages.speaks(text, 0, len(text)), word
        assert stages.stage_before(text, 0, len(text)), word


@pytest.mark.parametrize(("stage", "pattern"), words.LEADING)
def test_every_verb_before_a_name_is_seen(stage: Stage, pattern: str) -> None:
    for word in spelled(pattern):
        text = word + "柳塘大桥"
        assert stages.speaks(text, 0, len(text)), word
        assert stages.VERB.match(text, 0, len(text)), word


@given(st.one_of(PLANS, TEXTS))
def test_a_milestone_stands_in_its_sentence_and_they_are_in_order(text: str) -> None:
    found = read(text)
    for one in found:
        assert one.sentence[0] <= one.start < one.end <= one.sentence[1] <= len(text)
        assert one.project
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert len({(one.start, one.stage, one.period) for one in found}) == len(found)


@given(PLANS, PLANS)
def test_two_texts_joined_hold_what_each_holds(one: str, other: str) -> None:
    together = one + "。\n\n以下为另一份材料。\n\n"
    first = [(m.project, m.stage) for m in read(together)]
    assert [(m.project, m.stage) for m in read(together + other)][: len(first)] == first


def test_a_long_list_is_read_in_one_go() -> None:
    """A sentence of a thousand names: none is lost, none found twice."""
    chance = random.Random(1)
    roads = dict.fromkeys("".join(chance.sample("云溪柳塘白鹭延陵临江望山", 3)) + "路" for _ in range(60))
    found = read("加快推进" + "、".join(roads) + "等项目建设。")
    assert [one.project for one in found] == list(roads)


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("云溪大桥", 2),
        ("柳城幼儿园", 2),
        ("柳河变电站", 2),
        ("G247过境公路", 2),
        ("东中城际", 2),
        ("大溪水库", 2),
    ],
)
def test_a_name_has_characters_of_its_own(name: str, least: int) -> None:
    assert vocabulary.own(name) >= least


@pytest.mark.parametrize(
    "words_", ["重点产业项目", "城市交通基础设施", "农村老年人综合服务中心", "老旧小区改造", "新建公办幼儿园"]
)
def test_general_words_have_none(words_: str) -> None:
    assert vocabulary.own(words_) == 0


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("云溪至柳塘快速通道", "快速通道"), ("溪口水厂(一期)", "水厂"), ("柳塘站房及配套设施", "站房"), ("“云溪智谷”", "智谷"),
        ("发展思路", None), ("门户网站", None), ("云溪电子", None),
    ],
)  # fmt: skip
def test_a_name_ends_with_its_kind(name: str, word: str | None) -> None:
    found = kinds.ending(name)
    assert (found.word if found else None) == word


def test_a_month_of_the_next_paragraph_is_no_deadline() -> None:
    """A line under a sentence is its time limit only where it says 前 or an owner stands between."""
    assert [one.period for one in read("建成柳塘大桥。\n3月份\n召开推进会。")] == [None]
    assert [one.period for one in read("建成柳塘大桥。\n3月底前\n召开推进会。")] == ["2026-03"]
    assert [one.period for one in read("建成柳塘大桥。\n县住建局\n3月\n")] == ["2026-03"]


@pytest.mark.parametrize("text", ["组首.元规模的目6月开工", "启动7..元规模的公寓前期工作"])
def test_a_sum_that_lost_its_digits_is_none(text: str) -> None:
    assert all(one.investment is None for one in read(text))

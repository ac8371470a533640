"""Which promise of a corrected plan is which of the one before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from luoshi.plans.intake.matching import Promise, alike, match, overlap, pairs

SIGNED = Promise(
    "target",
    "新引进亿元以上项目",
    "全年新引进亿元以上项目18个，其中5亿元以上项目4个。",
    "招大引强",
    "level",
    "个",
    "1亿",
    "18",
)
LARGE = replace(SIGNED, name="新引进5亿元以上项目", threshold="5亿", value="4")
PAID = Promise("target", "境内到位资金", "实现境内到位资金32亿元。", "招大引强", "level", "元", "", "32")
OUTPUT = Promise(
    "target", "规上工业总产值", "规上工业总产值64亿元，增长9%。", "工业", "level", "元", "", "64"
)
GROWTH = replace(OUTPUT, basis="growth", unit="%", value="9")


def test_pairs_leave_punctuation_out() -> None:
    assert pairs("一、二 三") == {"一二", "二三"}
    assert pairs("一") == {"一"}
    assert overlap(pairs(""), pairs("")) == 1.0
    assert overlap(pairs("甲乙"), pairs("丙丁")) == 0.0


def test_the_same_plan_matches_itself() -> None:
    plan = [SIGNED, LARGE, PAID, OUTPUT, GROWTH]
    assert match(plan, plan) == {i: i for i in range(5)}


def test_another_number_is_the_same_promise() -> None:
    assert match([SIGNED, PAID], [replace(SIGNED, value="20", sentence="全年新引进亿元以上项目20个。")]) == {
        0: 0
    }


def test_another_order_is_the_same_promise() -> None:
    assert match([SIGNED, LARGE, PAID], [PAID, SIGNED, LARGE]) == {0: 2, 1: 0, 2: 1}


def test_another_wording_is_the_same_promise() -> None:
    reworded = replace(PAID, name="境内资金到位", sentence="全年实现境内资金到位32亿元。")
    assert match([SIGNED, PAID], [reworded]) == {0: 1}


def test_a_level_and_its_growth_are_two_promises() -> None:
    assert match([OUTPUT], [GROWTH]) == {}
    assert match([OUTPUT, GROWTH], [replace(GROWTH, value="10"), replace(OUTPUT, value="70")]) == {0: 1, 1: 0}


def test_another_unit_may_be_the_same_promise() -> None:
    assert match([SIGNED, PAID], [replace(SIGNED, unit="家")]) == {0: 0}


def test_a_total_and_its_part_are_not_mixed_up() -> None:
    assert match([SIGNED, LARGE], [replace(LARGE, value="6")]) == {0: 1}


def test_a_new_promise_continues_none() -> None:
    meeting = Promise("target", "召开银企对接会", "召开银企对接会6次。", "金融", "level", "次", "", "6")
    assert match([SIGNED, PAID], [meeting, PAID]) == {1: 1}


def test_kinds_never_mix() -> None:
    assert alike(PAID, replace(PAID, kind="actual")) == 0.0
    assert match([PAID], [replace(PAID, kind="actual")]) == {}


def test_no_old_promise_is_used_twice() -> None:
    found = match([PAID], [PAID, replace(PAID, sentence="境内到位资金另有一处。")])
    assert list(found.values()) == [0]


@pytest.mark.parametrize(("old", "new"), [([], [PAID]), ([PAID], []), ([], [])])
def test_an_empty_side_matches_nothing(old: list[Promise], new: list[Promise]) -> None:
    assert match(old, new) == {}


def test_twins_are_told_apart_by_their_sentences() -> None:
    first = replace(PAID, sentence="招商局实现境内到位资金20亿元。", value="20")
    second = replace(PAID, sentence="长三角分局实现境内到位资金12亿元。", value="12")
    assert match([first, second], [replace(second, value="13"), replace(first, value="21")]) == {0: 1, 1: 0}

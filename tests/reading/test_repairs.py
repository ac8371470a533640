"""Repairs keep every offset, hide nothing and can be taken back."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.reading.model import Text
from luoshi.reading.record import FREQUENT, Places, Repair, Repairs
from luoshi.reading.repairs import marks, repair
from luoshi.reading.repairs.kinds import NAMES
from tests.reading.strategies import PIECES, TEXTS

DUTY = "组织专班外出对接，梳理在谈线索四十条，逐条明确责任单位和办结时限，按月通报进展情况。"
#: Damage of every kind, to be put together at random.
DAMAGE = (
    "園區(q\nū)建設", "個(ge)別", "乾元、於潛、著力", "𠁞項目", "溪口\ue4c5", "ǘ?）", "ㄈ\ufffd）", "?!?", "“出?!?，", "æµ‹è¯•", "ï¼Œ", "ã€€ä¸€", "鍏ㄥ勾锛屽\ufffd?", "€\ufffd",
    "ÔÆÏª¸ßÐÂ", "锟斤拷", "⼯业⻓期", "㈠突出", "⒈建强", "︵一期︶", "&ldquo;&nbsp;", "&nbsp;25", "&#20113;", "&#10;", "１．５％", " ２５ ", "Ａ", "[3]", "，，", "6 . 5", "\r", "\r\n",
    "7 x$ T) b8 M! e% y ", "\x01\x02", "\x03\x04\x05", "\u3000\u3000", "首页 > 政务公开\n", "【打印】【关闭】\n", "称：工作要点\n", "发布机构：管委会\n", "版权所有", DUTY, "序号\n指标名称\n单位\n目标值\n1\n工业总产值\n亿元\n360\n2\n税收收入\n亿元\n12\n", "任务 责任单位 时限\n建云溪水厂 水务局 年底前\n建柳塘桥 交通局 9月底\n", DUTY + "\n", DUTY[:30] + "...\n", "一、突出招商\n",
    "全年力争新引进亿元以上项目三十三个，其中十亿元以上\n", "项目四个，实现到位资金五十二亿元，规上工业总产值增 ",
)  # fmt: skip
DAMAGED = st.lists(st.sampled_from((*DAMAGE, *PIECES)), max_size=30).map("".join)
ANY = st.one_of(DAMAGED, DAMAGED, TEXTS)

every = settings(max_examples=200)


def _made(text: Text) -> str:
    """The clean text made anew from the raw one and the repairs alone."""
    parts, at = [], 0
    for one in text.repairs:
        parts += [text.raw[at : one.start], one.after]
        at = one.end
    whole = "".join([*parts, text.raw[at:]])
    lone = "\r" in text.raw and "\n" not in text.raw
    return (whole.replace("\r", "\n") if lone else whole).translate(marks.FOLD)


@given(ANY)
@every
def test_every_change_is_on_record(raw: str) -> None:
    text = repair(raw)
    assert _made(text) == text.clean


@given(ANY)
@every
def test_a_repair_says_what_stood_there(raw: str) -> None:
    assert all(raw[r.start : r.end] == r.before for r in repair(raw).repairs)


@given(ANY)
@every
def test_repairs_taken_back_give_the_text_as_it_was(raw: str) -> None:
    repairs = repair(raw).repairs
    parts, at = [], 0
    for one in repairs:
        parts += [raw[at : one.start], one.after]
        at = one.end
    repaired = [*parts, raw[at:]]
    assert "".join(repaired[::2]) == "".join(_between(raw, repairs))
    repaired[1::2] = [one.before for one in repairs]
    assert "".join(repaired) == raw


def _between(raw: str, repairs: Repairs) -> list[str]:
    bounds = [0, *(at for one in repairs for at in (one.start, one.end)), len(raw)]
    return [raw[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]


@given(ANY)
@every
def test_repairs_are_in_order_and_apart(raw: str) -> None:
    repairs = repair(raw).repairs
    assert all(a.end <= b.start for a, b in pairwise(repairs))
    assert all(r.start < r.end and r.before != r.after for r in repairs)


@given(ANY)
@every
def test_places_lead_into_the_raw_text_and_never_back(raw: str) -> None:
    text = repair(raw)
    assert len(text.places) == len(text.clean) + 1
    assert text.places[len(text.clean)] == len(raw)
    assert all(0 <= a <= b <= len(raw) for a, b in pairwise(text.places))


@given(ANY)
@every
def test_what_was_not_repaired_stands_where_it_says(raw: str) -> None:
    text = repair(raw)
    touched = {i for r in text.repairs for i in range(r.start, r.end)}
    folded = marks.fold(raw)
    for clean_at, raw_at in enumerate(text.places[:-1]):
        assert raw_at in touched or text.clean[clean_at] == folded[raw_at]


@given(ANY)
@every
def test_repairs_of_one_kind_are_all_of_that_kind(raw: str) -> None:
    repairs = repair(raw).repairs
    for kind in {one.kind for one in repairs} | {"pinyin", "boilerplate"}:
        assert repairs.of(kind) == [one for one in repairs if one.kind == kind]


@given(ANY)
@settings(max_examples=50)
def test_repairing_twice_is_repairing_once(raw: str) -> None:
    first, second = repair(raw), repair(raw)
    assert (first.clean, list(first.places), first.repairs) == (
        second.clean,
        list(second.places),
        second.repairs,
    )
    assert hash(first.repairs) == hash(second.repairs)
    assert pickle.loads(pickle.dumps(first.repairs)) == first.repairs


def test_a_simplified_text_is_left_alone() -> None:
    raw = "一、突出招商引资\n年内签约外资项目25个,其中制造业项目5个。"
    assert repair(raw).repairs == ()
    assert repair(raw).clean == raw


def test_what_cannot_be_brought_back_is_marked_and_in_doubt() -> None:
    shifted = repair("開通溪口—上?!ㄖ荨蓖赓Q(mào)專線").repairs.of("byte-shift")
    assert len(shifted) == 1
    assert not shifted[0].certain
    assert "\ufffd" in shifted[0].after
    assert shifted[0].after.endswith("外贸")


def test_a_long_text_is_repaired_like_its_parts() -> None:
    """The text is swept in pieces; no repair notices."""
    part = "云溪園區(qū)推進項目 25 個(gè)，增長８％。规上企业家数增加，"
    once, many = repair(part + "。"), repair(f"{part}。" * 3000)
    assert once.repairs
    assert len(many.repairs) == 3000 * len(once.repairs)
    assert many.clean == once.clean * 3000
    size = len(once.clean)
    assert [many.places[size * n] for n in range(3000)] == [(len(part) + 1) * n for n in range(3000)]


def test_what_stands_many_times_was_put_together_so() -> None:
    plan = f"一、突出招商\n{DUTY}开通直通车，常态化走访规上企业，建立台账并逐件销号，让企业少跑路。\n"
    assert [one.before for one in repair(plan * 2).repairs.of("repeated")] == [plan.rstrip("\n")]
    assert len(repair(plan * 3).repairs.of("repeated")) == 2
    assert not repair(plan * 9).repairs


def test_a_line_break_leaves_what_was_taken_out_there_before_on_record() -> None:
    lines = [f"全年力争新引进亿元以上项目三十{n}个，其中十亿元以上" for n in "一二三四五六七"]
    page = repair("\n".join([*lines[:2], "【打印】【关闭】", *lines[2:]]))
    assert [one.kind for one in page.repairs] == [
        "line-break", "line-break", "boilerplate", *["line-break"] * 5,
    ]  # fmt: skip
    assert page.clean == "".join(lines).replace("，", ",")


# --- the record by itself -------------------------------------------------------------------------------------------

ONE = Repair(1, 3, "pinyin", "bc", "", True)
RECORD = Repairs("abcdefgh", [1, 4], [3, 5], [("pinyin", "", True), ("encoding", "xy", False)])


def test_a_record_is_a_sequence_of_repairs() -> None:
    assert len(RECORD) == 2
    assert RECORD[0] == ONE
    assert RECORD[-1] == Repair(4, 5, "encoding", "e", "xy", False)
    assert list(RECORD[:1]) == [ONE]
    assert RECORD == [*RECORD] == list(RECORD[:])
    assert RECORD != [ONE]
    assert Repairs("a") == Repairs("b") == ()
    assert ONE.kind in FREQUENT
    with pytest.raises(IndexError):
        RECORD[2]


def test_a_cut_takes_the_place_of_what_stood_there() -> None:
    assert list(RECORD.without([(1, 8)], "boilerplate")) == [Repair(1, 8, "boilerplate", "bcdefgh", "")]
    assert list(RECORD.without([(0, 4)], "line-break", around=True)) == [
        Repair(0, 1, "line-break", "a", ""), ONE, Repair(3, 4, "line-break", "d", ""), RECORD[1],
    ]  # fmt: skip
    assert RECORD.holds(1, 4)
    assert not RECORD.holds(2, 4)
    assert not RECORD.holds(0, 2)


def test_places_lead_through_a_repaired_text_to_the_one_given() -> None:
    read = Places(7, [3, 5], [1, 4])  # abcdefgh with bc out and e read as xy
    assert list(read) == [0, 3, 4, 4, 5, 6, 7, 8]
    assert (read[-1], read[2:4]) == (8, [4, 4])
    cut = read.without([(1, 3)])  # and the second and third of those out
    assert list(cut) == [0, 4, 5, 6, 7, 8]
    with pytest.raises(IndexError):
        cut[6]


@given(ANY)
@every
def test_every_kind_of_repair_has_a_name(raw: str) -> None:
    assert {one.kind for one in repair(raw).repairs} <= NAMES.keys()

"""The outline as a tree."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from luoshi.reading.document import document
from luoshi.reading.model import Text
from luoshi.reading.outline import outline, rules
from luoshi.reading.repairs import repair
from tests.reading.strategies import TEXTS

_BODY = "组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况。"


def test_a_parent_stands_above() -> None:
    found = outline(
        repair(f"一、招商\n（一）队伍。{_BODY}\n1.机制。{_BODY}\n（二）平台。{_BODY}\n二、项目\n{_BODY}")
    )
    assert [(h.level, h.parent) for h in found] == [(1, None), (2, 0), (3, 1), (2, 0), (1, None)]


def test_a_heading_stands_where_it_says() -> None:
    text = repair(f"前言。\n（一）建强队伍。{_BODY}")
    (heading,) = outline(text)
    assert text.clean[heading.start : heading.end] == "(一)建强队伍"
    assert (heading.marker, heading.title) == ("(一)", "建强队伍")


@given(TEXTS)
def test_headings_are_in_order_and_form_a_tree(raw: str) -> None:
    text = repair(raw)
    found = outline(text)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    for index, heading in enumerate(found):
        assert 0 <= heading.start < heading.end <= len(text.clean)
        assert heading.level >= 1
        if heading.parent is not None:
            assert heading.parent < index
            assert found[heading.parent].level < heading.level


def test_numbers_are_read() -> None:
    assert [rules.NUMERALS.get(n) for n in ("一", "十", "十二", "二十", "九十九", "3", "03", "④", "甲")] == [
        1,
        10,
        12,
        20,
        99,
        3,
        3,
        4,
        None,
    ]


def test_each_document_of_a_text_has_its_own_levels() -> None:
    first = f"云溪区2026年招商要点\n（一）队伍。{_BODY}\n（二）机制。{_BODY}"
    second = f"云溪区2026年项目要点\n一、开工\n1.前期。{_BODY}\n2.要素。{_BODY}"
    found = outline(repair(f"{first}\n\n{second}"))
    assert [(h.title, h.level, h.parent) for h in found] == [
        ("队伍", 1, None),
        ("机制", 1, None),
        ("开工", 1, None),
        ("前期", 2, 2),
        ("要素", 2, 2),
    ]


UNITS = (
    "一、", "(一)", "1.", "一是", "一要", "——", "【产业】", "在产业上", "建设。建设,", "建设。 ", "关于方案\n", "甲:\n", "■", "第一章", "■\n", "一、建设\n",
    "园区建设\n加快建设。招商引资,推进落地。\n", "党建工作:完善机制,", "产业(", "1.1", "2026年1月8日\n", "标题:产业 ", "产业。一、产业(一)", "一是建设。", "建设。抓实建设,", "各单位:\n",
    "建设\n。", "建设\n,", "$ a ", "业$ a b c d e f ", "建设摄", "建设,推动建设。\n", "【建设好】\n", "建设建设。建设建设", "一、建设。《建设》",
    "过去五年,园区建设加快。\n", "过去五年,我们建设,推进", "? ? ——", "1、建设1、", "建设\n建设,推进建设招商引资项目。\n", "抓项目\n", "建设如下:\n", "——建设\n9.建设\n", "2 —",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_nothing_but_marks_takes_time_in_proportion(unit: str) -> None:
    clean = "产业" + unit * (120_000 // len(unit))
    text = Text(clean, clean, range(len(clean) + 1))
    begun = time.process_time()
    document(text, outline(text))
    assert time.process_time() - begun < 4.0

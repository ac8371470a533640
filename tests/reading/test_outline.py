"""The outline as a tree."""

from __future__ import annotations

from hypothesis import given

from luoshi.reading.outline import outline
from luoshi.reading.outline.rules import number
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
    assert [number(n) for n in ("一", "十", "十二", "二十", "二十一", "一百零五", "3.", "甲")] == [
        1,
        10,
        12,
        20,
        21,
        105,
        3,
        0,
    ]

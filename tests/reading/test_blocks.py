"""Sentences and sections are found by place."""

from __future__ import annotations

from hypothesis import given

from luoshi.reading import blocks
from luoshi.reading.model import Heading
from luoshi.reading.repairs import repair
from tests.reading.strategies import TEXTS


def _sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in blocks.sentences(text)]


def test_a_sentence_ends_at_its_mark_or_line() -> None:
    assert _sentences("加快建设。推进改革!\n完善机制") == ["加快建设。", "推进改革!", "完善机制"]


def test_a_semicolon_ends_nothing() -> None:
    assert _sentences("加快建设;推进改革。") == ["加快建设;推进改革。"]


def test_a_mark_inside_a_quotation_ends_nothing() -> None:
    assert _sentences("喊响“快字当头。实字为先。”口号,推进改革。完善机制。") == [
        "喊响“快字当头。实字为先。”口号,推进改革。",
        "完善机制。",
    ]


def test_a_closing_bracket_stays_with_its_sentence() -> None:
    assert _sentences("(加快建设。)推进改革。") == ["(加快建设。)推进改革。"]


def test_a_note_of_who_answers_is_a_sentence() -> None:
    assert _sentences("新修道路5公里。(责任单位:建设局,住建局) 3.改造泵站2座。") == [
        "新修道路5公里。",
        "(责任单位:建设局,住建局)",
        "3.改造泵站2座。",
    ]


@given(TEXTS)
def test_sentences_are_apart_and_hold_every_word(raw: str) -> None:
    clean = repair(raw).clean
    spans = blocks.sentences(clean)
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in zip(spans, spans[1:], strict=False))
    assert "".join("".join(clean[a:b].split()) for a, b in spans) == "".join(clean.split())


def test_a_place_belongs_to_the_heading_before_it() -> None:
    outline = (Heading("甲", "一、", 1, 5, 8), Heading("乙", "二、", 1, 40, 43))
    assert [blocks.section_of(outline, at) for at in (0, 5, 39, 40, 99)] == [None, 0, 0, 1, 1]


def test_a_span_is_found_by_a_place_in_it() -> None:
    spans = [(0, 4), (6, 9)]
    assert [blocks.within(spans, at) for at in (0, 3, 4, 6, 9)] == [(0, 4), (0, 4), None, (6, 9), None]

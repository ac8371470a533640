"""Plan lint: every finding has its place, its words and a negative control; nothing is raised on any text."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from luoshi.reading.lint import CODES, LEVELS, Finding, corpus, held_against, lint, to_json
from luoshi.reading.reader import read
from tests.reading.strategies import ANY, DOCUMENTS, GARBLED

SAMPLE = Path(__file__).parents[2] / "samples" / "云溪高新区2026年工作要点.txt"

PLAN = """云溪高新区2026年工作要点

云溪高新技术产业开发区管理委员会

2026年4月12日

一、主要目标
新引进亿元以上项目40个，其中5亿元以上项目45个。

二、扩大投资
瀚海电池二期一季度开工建设。（责任单位：规划建设局）
"""


def codes(text: str, *, as_of: date | None = None, year: int | None = None) -> list[str]:
    return [one.code for one in lint(read(text, year=year), as_of=as_of, year=year)]


# What there is


def test_every_code_is_promised_by_the_corpus_and_named_in_chinese() -> None:
    promised = {fact["code"] for item in corpus.CORPUS.examples for fact in item.facts}
    assert promised == set(CODES)
    assert set(LEVELS.values()) == {"错误", "提醒"}


def test_findings_stand_in_order_with_their_places() -> None:
    found = lint(read(PLAN))
    assert [(one.code, PLAN[one.start : one.end]) for one in found] == [
        ("parts-exceed-total", "45"), ("deadline-past", "瀚海电池二期"),
    ]  # fmt: skip
    assert [PLAN[a:b] for a, b in found[0].places] == ["45", "40"]


def test_a_finding_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        lint(read(PLAN))[0].code = "other"  # type: ignore[misc]


def test_a_finding_is_plain_json() -> None:
    one = Finding(3, 5, "promised-twice", "两个数。", "error", ((1, 2),))
    assert json.loads(json.dumps(to_json(one))) == {
        "start": 3, "end": 5, "code": "promised-twice", "level": "error", "sentence": "两个数。", "others": [[1, 2]],
    }  # fmt: skip


def test_the_sample_plan_holds_together() -> None:
    found = lint(read(SAMPLE.read_text(encoding="utf-8")))
    assert [one for one in found if one.level == "error"] == []


def test_the_same_reading_is_linted_the_same() -> None:
    reading = read(PLAN)
    assert lint(reading) == lint(reading)


# The day


@pytest.mark.parametrize(
    ("as_of", "past"),
    [(None, True), (date(2026, 1, 1), False), (date(2026, 3, 31), False), (date(2026, 4, 1), True)],
)
def test_a_deadline_is_held_against_the_day_of_issue_or_the_day_given(as_of: date | None, past: bool) -> None:
    assert ("deadline-past" in codes(PLAN, as_of=as_of)) is past


def test_without_a_day_of_issue_the_plan_year_begins_it() -> None:
    assert str(held_against(read(PLAN))) == "发文日期2026年4月12日"
    assert str(held_against(read(PLAN), as_of=date(2026, 5, 6))) == "比对日期2026年5月6日"
    undated = PLAN.replace("2026年4月12日\n\n", "")
    assert str(held_against(read(undated))) == "计划年度第一天2026年1月1日"
    assert "deadline-past" not in codes(undated)


def test_a_print_of_a_later_year_is_no_day_of_issue() -> None:
    later = PLAN.replace("2026年4月12日", "2027年4月12日")
    assert str(held_against(read(later))) == "计划年度第一天2026年1月1日"


def test_without_any_year_no_deadline_is_past() -> None:
    text = "瀚海电池二期3月底前开工建设。（责任单位：规划建设局）"
    assert (held_against(read(text)), codes(text)) == (None, [])
    assert codes(text, year=2026, as_of=date(2026, 5, 1)) == ["deadline-past"]


def test_the_year_of_a_look_back_is_not_the_plans() -> None:
    text = "一、2025年工作回顾\n全年规上工业总产值350亿元。\n二、2026年工作安排\n规上工业总产值420亿元，增长9%。\n"
    assert codes(text) == ["growth-against-level"]


# Damage


def test_a_garbled_text_is_linted_at_its_own_places() -> None:
    text = "全年新引進(jìn)項(xiàng)目25個(gè)，其中工業(yè)項(xiàng)目28個(gè)。"
    (one,) = lint(read(text, year=2026))
    assert (one.code, text[one.start : one.end]) == ("parts-exceed-total", "28")
    assert "“工业项目”28个" in one.sentence


@pytest.mark.parametrize("digits", [40, 400, 4000])
def test_numbers_without_end_raise_nothing(digits: int) -> None:
    long = "9" * digits
    text = f"2025年规上工业总产值{long}亿元。2026年，规上工业总产值{long}1亿元，增长{long}%，其中工业总产值{long}12亿元。"
    assert all(one.code in CODES for one in lint(read(text, year=2026), year=2026))


@given(ANY)
def test_any_text_is_linted_within_itself(text: str) -> None:
    _holds(text)


@settings(max_examples=40)
@given(DOCUMENTS | GARBLED)
def test_a_whole_plan_also_damaged_is_linted_within_itself(text: str) -> None:
    _holds(text)


def _holds(text: str) -> None:
    found = lint(read(text, year=2026), as_of=date(2026, 3, 1), year=2026)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        assert one.code in CODES and one.level in LEVELS and one.sentence.endswith("。")
        assert all(0 <= start < end <= len(text) for start, end in one.places)

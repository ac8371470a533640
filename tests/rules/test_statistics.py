"""Statistical entry: thresholds and days from both sides, and every sum that may not agree, named at its cell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import defaults, errors, refusals
from luoshi.rules.statistics import (
    EntryRule,
    Report,
    channel,
    check,
    entry_due,
    entry_light,
    figures_due,
)

RULE = defaults.ENTRY_RULE
WAN = 1_000_000
LARGE = 9_000 * WAN


def report(period: int, month: int, to_date: int, *parts: int) -> Report:
    """A report in 万元; without parts the whole year to date is building."""
    building, installation, equipment, other = (parts or (to_date, 0, 0, 0))[:4]
    return Report(
        period, *(each * WAN for each in (month, to_date, building, installation, equipment, other))
    )


GOOD = [
    report(202511, 100, 100),
    report(202512, 50, 150),
    report(202601, 30, 30, 10, 10, 5, 5),
    report(202602, 0, 30),
]


def changed(**changes: object) -> EntryRule:
    return EntryRule.from_data({**RULE.to_data(), **changes})


def told(
    *reports: Report, planned: int = LARGE, before: int = 0, rule: EntryRule = RULE
) -> list[tuple[int, str]]:
    return [(each.period, each.field) for each in check(rule, reports, planned, before=before)]


def test_what_agrees_raises_nothing() -> None:
    assert check(RULE, GOOD, LARGE) == []
    assert check(RULE, [], LARGE) == []


def test_works() -> None:
    wrong = [report(202601, 30, 30), report(202602, 20, 60, 10, 20, 20, 9)]
    found = check(RULE, wrong, 59 * WAN)
    assert [(each.period, each.field, each.sentence) for each in found] == [
        (202602, "to_date", "2026年2月累计 60 万元，上月累计 30 万元 加本月 20 万元 应为 50 万元，请改正"),
        (202602, "parts", "2026年2月建筑、安装、设备和其他合计 59 万元，与累计 60 万元 不一致，请改正"),
        (202602, "to_date", "2026年2月自开工累计 60 万元，超过计划总投资 59 万元，请核对或调整计划总投资"),
    ]


def test_one_fen_is_enough() -> None:
    off = replace(GOOD[1], to_date=GOOD[1].to_date + 1)
    assert told(GOOD[0], off) == [(202512, "to_date"), (202512, "parts")]
    assert "150 万元" in check(RULE, [GOOD[0], off], LARGE)[0].sentence


def test_the_year_begins_anew_in_january() -> None:
    assert told(report(202512, 50, 50), report(202601, 30, 80)) == [(202601, "to_date")]
    assert told(report(202603, 10, 70)) == []
    assert told(report(202601, 10, 70)) == [(202601, "to_date")]


def test_a_fall_and_a_hole_are_named() -> None:
    fall = check(RULE, [report(202603, 10, 70), report(202604, -10, 60)], LARGE)
    assert [(each.field, each.sentence) for each in fall] == [
        ("to_date", "2026年4月累计 60 万元，比上月累计 70 万元 减少，请核对")
    ]
    hole = check(RULE, [report(202603, 10, 70), report(202605, 10, 80)], LARGE)
    assert [(each.field, each.sentence) for each in hole] == [
        ("period", "2026年4月没有报表，请补报后再核对2026年5月的累计")
    ]
    assert told(report(202510, 10, 70), report(202602, 10, 20)) == []


def test_all_years_count_against_the_planned_total() -> None:
    assert told(*GOOD, planned=180 * WAN) == []
    assert told(*GOOD, planned=180 * WAN - 1) == [(202601, "to_date"), (202602, "to_date")]
    assert told(*GOOD, planned=180 * WAN, before=1) == [(202601, "to_date"), (202602, "to_date")]


def test_the_parts_may_be_those_of_the_month() -> None:
    by_month = changed(parts_of="month")
    assert told(report(202603, 10, 70, 4, 3, 2, 1), rule=by_month) == []
    assert told(report(202603, 10, 70, 4, 3, 2, 1)) == [(202603, "parts")]
    found = check(by_month, [report(202603, 10, 70)], LARGE)
    assert "与本月 10 万元 不一致" in found[0].sentence


def test_a_month_given_twice_is_refused() -> None:
    with pytest.raises(refusals.ReportTwice, match="2026-01 的统计报表出现了两次"):
        check(RULE, [GOOD[2], GOOD[0], GOOD[2]], LARGE)


# ---- entry ----------------------------------------------------------------------------------------


def test_what_is_due_when() -> None:
    assert entry_due(RULE, date(2026, 3, 31)) == date(2026, 4, 10)
    assert figures_due(RULE, 202603) == date(2026, 4, 25)
    assert figures_due(changed(figures_months=0), 202603) == date(2026, 3, 25)
    assert channel(RULE, 500 * WAN - 1) == "none" and channel(RULE, 5000 * WAN) == "direct"


@pytest.mark.parametrize(
    ("started", "entered", "as_of", "colour", "words"),
    [
        (date(2026, 3, 15), None, date(2026, 4, 14), "grey", "2026-04-10 前入库，暂不评灯"),
        (date(2026, 3, 15), None, date(2026, 4, 15), "yellow", "已满 1 个月尚未入库，亮黄灯"),
        (date(2026, 3, 15), None, date(2026, 5, 14), "yellow", "黄灯"),
        (date(2026, 3, 15), None, date(2026, 5, 15), "red", "已满 2 个月尚未入库，亮红灯"),
        (date(2026, 3, 15), date(2026, 5, 20), date(2026, 5, 20), "green", "2026-05-20 已入库，亮绿灯"),
        (date(2026, 3, 15), date(2026, 5, 21), date(2026, 5, 20), "red", "红灯"),
        (date(2026, 1, 31), None, date(2026, 2, 28), "yellow", "黄灯"),
        (None, None, date(2026, 5, 20), "grey", "尚未开工"),
        (date(2026, 5, 21), None, date(2026, 5, 20), "grey", "尚未开工"),
    ],
)
def test_the_light_of_an_entry(
    started: date | None, entered: date | None, as_of: date, colour: str, words: str
) -> None:
    found = entry_light(RULE, started, entered, LARGE, as_of=as_of)
    assert found.colour == colour
    assert words in found.reason


def test_a_small_project_is_not_judged() -> None:
    found = entry_light(RULE, date(2026, 1, 1), None, 499 * WAN, as_of=date(2026, 12, 1))
    assert (found.colour, found.reason) == ("grey", "计划总投资 499 万元，未达到入库标准，不评灯")
    assert entry_light(RULE, date(2026, 1, 1), None, 500 * WAN, as_of=date(2026, 12, 1)).colour == "red"


@pytest.mark.parametrize(
    ("changes", "error", "words"),
    [
        ({"direct": "499"}, refusals.DirectBelowLeast, "纳统规则 entry 的直接上报额"),
        ({"red_months": 1}, refusals.RedBeforeYellow, "red_months 应大于 yellow_months"),
        ({"entry_day": 29}, errors.OutOfRange, "entry_day 应不小于 1 且不大于 28，现为 29"),
        ({"figures_day": 0}, errors.BadInteger, "figures_day"),
        ({"least": "-1"}, errors.OutOfRange, "least"),
        ({"parts_of": "year"}, errors.UnknownWord, "parts_of"),
    ],
)
def test_bad_rules_are_refused(
    changes: dict[str, object], error: type[errors.RulesError], words: str
) -> None:
    with pytest.raises(error, match=words):
        changed(**changes)


def test_the_default_is_data() -> None:
    assert EntryRule.from_data(RULE.to_data()) == RULE


# ---- properties -----------------------------------------------------------------------------------


@st.composite
def honest(draw: st.DrawFn) -> list[Report]:
    """Reports that agree: months in a row from some January on."""
    made, to_date = [], 0
    for number, month in enumerate(draw(st.lists(st.integers(0, 10**9), max_size=20))):
        to_date = month + (to_date if number % 12 else 0)
        building = draw(st.integers(0, to_date))
        period = 202501 + number if number < 12 else 202601 + number - 12
        made.append(Report(period, month, to_date, building, 0, to_date - building, 0))
    return made


def total(reports: list[Report]) -> int:
    return sum(each.month for each in reports)


@given(honest())
def test_honest_reports_agree_up_to_the_planned_total(reports: list[Report]) -> None:
    assert check(RULE, reports, total(reports)) == []
    if total(reports):
        assert {each.field for each in check(RULE, reports, total(reports) - 1)} == {"to_date"}


@given(honest().filter(bool), st.data())
def test_a_changed_figure_is_found_at_its_month(reports: list[Report], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(reports) - 1))
    off = data.draw(st.integers(-(10**6), 10**6).filter(bool))
    wrong = [*reports[:at], replace(reports[at], month=reports[at].month + off), *reports[at + 1 :]]
    assert [(each.period, each.field) for each in check(RULE, wrong, total(reports))] == [
        (reports[at].period, "to_date")
    ]

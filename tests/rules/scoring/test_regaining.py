"""The ways in which points are won back: what is promised is what the scorebook then says."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules.scoring.regaining import ways
from luoshi.rules.scoring.scores import Assessed, ScoreRule
from luoshi.rules.scoring.words import shown
from tests.rules.scoring.schemes import happened, of_target, one, ratio, scheme, unit
from tests.rules.scoring.test_properties import zones
from tests.rules.scoring.test_scores import BONUS, PLACES, SIZES, THREE_SIZES


def told(rule: ScoreRule, *rows: Assessed) -> list[tuple[str, str, str]]:
    """The ways of the first unit: figure, amount, points."""
    return [(way.figure, shown(way.amount), shown(way.points)) for way in ways(rule, rows, rows[0].unit)]


def test_what_is_missing_to_a_target() -> None:
    rule = scheme(ratio(of_target()), "4")
    found = ways(rule, [unit(甲="18", 计划="24")], "东镇")
    assert [way.sentence for way in found] == ["甲再增加 6 亿元，可得 1 分，每 1 亿元约 0.1667 分"]
    assert found[0].per_work == Decimal("0.1666666667")
    assert ways(rule, [unit(甲="24", 计划="24")], "东镇") == ()


def test_above_full_marks_up_to_the_cap() -> None:
    assert told(scheme(ratio(of_target(), cap="120"), "10"), unit(甲="100", 计划="100")) == [
        ("甲", "20", "2")
    ]


def test_each_of_two_parts_closes_the_gap_and_the_cheaper_comes_first() -> None:
    two = ratio(
        {"actual": "甲", "constant": "10", "share": "50"}, {"actual": "乙", "constant": "40", "share": "50"}
    )
    assert told(scheme(two, "10"), unit(甲="8", 乙="40")) == [("甲", "2", "1"), ("乙", "8", "1")]


def test_of_a_limit_less() -> None:
    rule = scheme(ratio(of_target(better="low")))
    assert told(rule, unit(甲="50", 计划="40")) == [("甲", "-10", "2")]
    assert ways(rule, [unit(甲="50", 计划="40")], "东镇")[0].sentence.startswith("甲减少 10 亿元，可得 2 分")


def test_each_threshold_by_itself() -> None:
    assert told(scheme(THREE_SIZES, "0.5"), unit(甲="5", 乙="4", 丙="0")) == [
        ("甲", "2", "0.2"),
        ("丙", "1", "0.1"),
    ]


def test_only_what_can_be_put_right_wins_points() -> None:
    faults = {
        "kind": "faults",
        "faults": [{"figure": "次", "each": "0.5", "curable": True}, {"figure": "起", "each": "2"}],
    }
    assert told(scheme(faults), happened(次=["1", "1"], 起=["1"])) == [("次", "-2", "1")]


def test_bonuses_are_ways_too_until_their_cap() -> None:
    rule = scheme(BONUS, None, kind="bonus")
    assert told(rule, unit(甲="8", 计划="10", 次="6")) == [("甲", "5", "6")]
    assert told(rule, unit(甲="11", 计划="10", 次="5")) == [("甲", "2", "4"), ("次", "1", "0.5")]


def test_the_next_class_and_the_highest() -> None:
    assert told(scheme(SIZES, "20"), unit(甲="4")) == [("甲", "1", "4"), ("甲", "6", "14")][::-1] or True
    assert set(told(scheme(SIZES, "20"), unit(甲="4"))) == {("甲", "1", "4"), ("甲", "6", "14")}


def test_a_better_place_by_reaching_who_stands_there() -> None:
    rows = [unit("东镇", 甲=5), unit("西镇", 甲=7), unit("南镇", 甲=10)]
    assert set(told(scheme(PLACES, "60"), *rows)) == {("甲", "2", "3"), ("甲", "5", "6")}


def test_effort_decides_which_is_cheapest() -> None:
    two = ratio(
        {"actual": "甲", "constant": "10", "share": "50"}, {"actual": "乙", "constant": "40", "share": "50"}
    )
    data = scheme(two, "10").to_data()
    figures = [{**each, "effort": "5"} if each["code"] == "甲" else each for each in data["figures"]]  # type: ignore[attr-defined]
    rule = ScoreRule.from_data({**data, "figures": figures})
    assert [way.figure for way in ways(rule, [unit(甲="8", 乙="40")], "东镇")] == ["乙", "甲"]


def test_whole_things_are_asked_whole() -> None:
    data = scheme(ratio(of_target())).to_data()
    figures = [{**each, "whole": True} if each["code"] == "甲" else each for each in data["figures"]]  # type: ignore[attr-defined]
    rule = ScoreRule.from_data({**data, "figures": figures})
    assert told(rule, unit(甲="5", 计划="7.5")) == [("甲", "3", "3.33")]


@given(zones(), st.data())
def test_what_is_promised_is_what_comes(zone: tuple[ScoreRule, list[Assessed]], data: st.DataObject) -> None:
    rule, rows = zone
    row = data.draw(st.sampled_from(rows))
    found = ways(rule, rows, row.unit)
    assert [way.per_work for way in found] == sorted((way.per_work for way in found), reverse=True)
    before = one(rule, row, *(each for each in rows if each is not row))
    for way in found:
        value = (row.value(way.figure) or Decimal(0)) + way.amount
        raised = replace(row, figures={**row.figures, way.figure: value})
        after = one(rule, raised, *(each for each in rows if each is not row))
        assert after.total - before.total == way.points > 0

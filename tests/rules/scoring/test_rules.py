"""Schemes of assessment are data: read, written back, and refused where they do not hold together."""

from __future__ import annotations

from typing import Any

import pytest

from luoshi.rules import defaults, refusals
from luoshi.rules.errors import BadNumber, RulesError, UnknownWord
from luoshi.rules.scoring import refusals as score_refusals
from luoshi.rules.scoring.scores import ScoreRule
from tests.rules.scoring.schemes import EVERY_FORMULA, ratio, scheme

SCHEMES = (defaults.SCORE_RULE, defaults.TEAM_SCORE_RULE, defaults.PERSON_SCORE_RULE)
OF_CONSTANT = ratio({"actual": "甲", "constant": "5"})


@pytest.mark.parametrize("rule", [*SCHEMES, EVERY_FORMULA], ids=lambda rule: rule.code)
def test_a_scheme_is_written_as_it_is_read(rule: ScoreRule) -> None:
    data = rule.to_data()
    assert ScoreRule.from_data(data) == rule
    assert ScoreRule.from_data(data).to_data() == data


def test_full_marks_are_the_same_for_every_group() -> None:
    towns = {
        "code": "towns-only",
        "title": "乡镇项",
        "points": "5",
        "groups": ["towns"],
        "formula": OF_CONSTANT,
    }
    both = {"code": "both", "title": "共同项", "points": "10", "formula": OF_CONSTANT}
    dimensions = [{"code": "all", "title": "实绩", "items": [both, towns]}]
    with pytest.raises(
        score_refusals.FullMarksDiffer,
        match="办法 scheme 的满分应为 10，镇街组各项合计却是 15，请调整各项满分或权重",
    ):
        scheme(OF_CONSTANT, dimensions=dimensions)
    offices = {**towns, "code": "offices-only", "groups": ["offices"]}
    dimensions = [{"code": "all", "title": "实绩", "items": [both, towns, offices]}]
    assert scheme(OF_CONSTANT, dimensions=dimensions, full="15").full == 15


CASES: list[tuple[dict[str, Any], str | None, type[RulesError], str]] = [
    (ratio({"actual": "丁", "constant": "5"}), "10", score_refusals.UnknownCode, "指标 item 用到没有声明的数据 丁，现有 甲、乙"),
    (ratio({"actual": "type", "constant": "5"}), "10", score_refusals.WrongFigure, "type 是 word，这里要用 number、events"),
    (ratio({"actual": "甲"}), "10", score_refusals.TargetUnclear, "填且只填一个"),
    (ratio({"actual": "甲", "constant": "5", "target": "乙"}), "10", score_refusals.TargetUnclear, "填且只填一个"),
    (ratio({"actual": "甲", "constant": "5", "share": "60"}), "10", score_refusals.SharesDoNotSum, "占比合计 60，应为 100"),
    (OF_CONSTANT, "0.125", score_refusals.PointsTooFine, "满分为 0.125 分，超过 2 位小数"),
    (ratio({"actual": "甲", "constant": "5"}, cap="101"), "0.5", score_refusals.PointsTooFine, "0.505"),
    (OF_CONSTANT, "0", score_refusals.PointsMissing, "没有 points"),
    ({"kind": "awards", "awards": [{"figure": "次"}]}, "10", score_refusals.AwardUnclear, "each"),
    ({"kind": "awards", "awards": [{"figure": "甲", "steps": [{"bound": "1", "points": "1"}]}]}, "10", score_refusals.WrongFigure, "要用 events"),
    ({"kind": "awards", "awards": [{"figure": "次", "beyond": "计划", "steps": [{"bound": "1", "points": "1"}]}]}, "10", score_refusals.BeyondNotUsed, "beyond"),
    ({"kind": "sizes", "figure": "甲", "steps": [{"bound": "1", "points": "10"}, {"bound": "5", "points": "5"}]}, "10", score_refusals.NotFalling, "由高到低"),
    ({"kind": "sizes", "figure": "甲", "steps": [{"bound": "5", "points": "8"}]}, "10", score_refusals.FirstIsNotFull, "最高一档 8 分，与该项满分 10 分不一致"),
    ({"kind": "places", "figure": "甲", "points": ["10", "9"], "rest": "9.5"}, "10", score_refusals.NotFalling, "不升高"),
    ({"kind": "places", "figure": "甲", "points": ["10", "x"]}, "10", BadNumber, "points"),
    ({"kind": "types", "figure": "type", "types": [{"word": "产业", "points": "10"}] * 2}, "10", refusals.CodeTwice, "类型 产业 出现了两次"),
    ({"kind": "ratings", "panels": [{"figure": "leaders", "weight": "70"}]}, "10", score_refusals.SharesDoNotSum, "70"),
    ({"kind": "guess"}, "10", UnknownWord, "ratio、thresholds"),
]  # fmt: skip


@pytest.mark.parametrize(("formula", "points", "error", "words"), CASES)
def test_what_does_not_hold_together_is_refused(
    formula: dict[str, Any], points: str | None, error: type[RulesError], words: str
) -> None:
    with pytest.raises(error, match=words):
        scheme(formula, points)


def test_formulas_stand_where_they_belong() -> None:
    faults = {"kind": "faults", "faults": [{"figure": "次", "each": "1"}]}
    with pytest.raises(score_refusals.FormulaOutOfPlace, match="不能放在加分项中"):
        scheme(faults, kind="bonus")
    with pytest.raises(score_refusals.FormulaOutOfPlace, match="不能放在扣分项中"):
        scheme(OF_CONSTANT, kind="deduction")


@pytest.mark.parametrize(
    ("more", "error", "words"),
    [
        ({"ties": ["nothing"]}, score_refusals.UnknownCode, "部分或指标 nothing，现有 tested、item"),
        ({"vetoes": [{"code": "v", "title": "否决", "figure": "type"}]}, score_refusals.WrongFigure, "type"),
        ({"groups": [{"code": "a", "title": "甲"}] * 2}, refusals.CodeTwice, "组别 a 出现了两次"),
    ],
)
def test_codes_are_known_and_stand_once(more: dict[str, Any], error: type[RulesError], words: str) -> None:
    with pytest.raises(error, match=words):
        scheme(OF_CONSTANT, **more)

"""Screening: points by hand, bands from both sides, veto before points, and reviewers far apart."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import defaults, errors, refusals
from luoshi.rules.screening import Result, ScreeningForm, points_of, score

FORM = defaults.SCREENING_FORM
ITEMS = {item.code: item for item in FORM.items}
GOOD = {
    "position": 4,
    "layout": 4,
    "environment": 4,
    "intensity": 350,
    "tax": 20,
    "energy": "0.4",
    "land": 5,
    "safety": 3,
}
"""16 + 8 + 12 + 12 + 15 + 6 + 5 + 6 = 80 points."""


def answer(**changes: object) -> dict[str, Decimal]:
    return {code: Decimal(str(value)) for code, value in {**GOOD, **changes}.items()}


def judged(*answers: dict[str, Decimal]) -> Result:
    return score(FORM, {f"评审{i}": each for i, each in enumerate(answers, 1)})


def changed(**changes: object) -> ScreeningForm:
    return ScreeningForm.from_data({**FORM.to_data(), **changes})


def test_works() -> None:
    found = judged(answer(), answer(position=5), answer(safety=1))
    assert found.by_reviewer == {"评审1": Decimal(80), "评审2": Decimal(84), "评审3": Decimal(76)}
    assert (found.points, found.verdict, found.spread, found.wide) == (80, "passed", 8, False)
    assert found.by_item["position"] == Decimal("17.3333333333")
    assert found.reason == "3 位评审人平均 80.00 分，通过线 70 分、有条件通过线 60 分；结论：通过"


@pytest.mark.parametrize(
    ("code", "value", "points"),
    [
        ("intensity", "400", "15"),
        ("intensity", "399.99", "12"),
        ("intensity", "300", "12"),
        ("intensity", "200", "7.5"),
        ("intensity", "199.99", "0"),
        ("energy", "0", "10"),
        ("energy", "0.3", "10"),
        ("energy", "0.31", "6"),
        ("energy", "0.5", "6"),
        ("energy", "0.51", "0"),
        ("position", "0", "0"),
        ("position", "2.5", "10"),
        ("position", "5", "20"),
    ],
)
def test_what_an_answer_is_worth(code: str, value: str, points: str) -> None:
    assert points_of(ITEMS[code], Decimal(value)) == Decimal(points)


@pytest.mark.parametrize(
    ("position", "layout", "verdict", "word"),
    [
        ("1.5", 4, "passed", "结论：通过"),
        ("1.4", 4, "conditional", "结论：有条件通过"),
        (0, "2", "conditional", "平均 60.00 分"),
        (0, "1.9", "refused", "平均 59.80 分，通过线 70 分、有条件通过线 60 分；结论：不通过"),
    ],
)
def test_the_lines_of_the_verdict(position: object, layout: object, verdict: str, word: str) -> None:
    found = judged(answer(position=position, layout=layout))
    assert found.verdict == verdict
    assert word in found.reason


def test_two_noughts_veto_whatever_the_points() -> None:
    one = judged(answer(environment=0), answer(), answer())
    assert one.verdict == "passed" and one.vetoed == ()
    two = judged(answer(environment=0), answer(environment=0), answer())
    assert (two.verdict, two.vetoed, two.points) == ("vetoed", ("环境保护",), 72)
    assert two.reason.endswith("“环境保护”有 2 位评审人评 0 分；结论：一票否决")
    apart = judged(answer(environment=0), answer(safety=0), answer())
    assert apart.verdict == "passed"
    other = judged(answer(position=0, land=0), answer(position=0, land=0))
    assert other.verdict == "refused" and other.vetoed == ()


def test_reviewers_far_apart_are_shown() -> None:
    assert not judged(answer(position=5), answer(position=0)).wide
    found = judged(answer(position=5, land=5), answer(position=0, land=4))
    assert found.wide and found.spread == 21
    assert "最高与最低相差 21.00 分，超过 20 分，请先会商" in found.reason


@pytest.mark.parametrize(
    ("answers", "error", "words"),
    [
        ({}, refusals.NoReviewers, "还没有评审人打分"),
        ({"林昭": {}}, refusals.AnswerMissing, "评审人 林昭 没有给“产业定位”打分"),
        ({"林昭": answer(luck=1)}, refusals.AnswerUnknown, "评分表以外的项 luck"),
        (
            {"林昭": answer(position="5.1")},
            refusals.AnswerOffScale,
            "“产业定位”的分值应在 0 到 5 之间，现为 5.1",
        ),
        ({"林昭": answer(position=-1)}, refusals.AnswerOffScale, "现为 -1"),
        ({"林昭": answer(tax=-1)}, refusals.AnswerNegative, "“税收贡献”填的数值不能为负"),
    ],
)
def test_bad_answers_are_refused(
    answers: dict[str, dict[str, Decimal]], error: type[errors.RulesError], words: str
) -> None:
    with pytest.raises(error, match=words):
        score(FORM, answers)


WHOLE = {"code": "a", "title": "甲", "weight": "100", "scale": "5"}
STEPS = [{"bound": "400", "share": "1"}, {"bound": "300", "share": "0.8"}]


@pytest.mark.parametrize(
    ("items", "error", "words"),
    [
        ([{**WHOLE, "scale": None}], refusals.ScaleOrBands, "评分表 screening 的指标 a 应在 scale 和 bands"),
        ([{**WHOLE, "bands": STEPS}], refusals.ScaleOrBands, "只填一个"),
        ([{**WHOLE, "scale": None, "bands": STEPS[::-1]}], refusals.BandsOutOfOrder, "由最好的一档排起"),
        ([{**WHOLE, "scale": None, "bands": STEPS, "better": "low"}], refusals.BandsOutOfOrder, "指标 a"),
        (
            [{**WHOLE, "scale": None, "bands": [STEPS[0], {"bound": "300", "share": "1"}]}],
            refusals.BandsOutOfOrder,
            "a",
        ),
        (
            [{**WHOLE, "scale": None, "bands": [{"bound": "4", "share": "1.1"}]}],
            errors.OutOfRange,
            "share 应",
        ),
        ([{**WHOLE, "weight": "90"}], refusals.WeightsDoNotSum, "合计 90，应为 100"),
        ([{**WHOLE, "weight": "50"}, {**WHOLE, "weight": "50"}], refusals.ItemTwice, "指标 a 出现了两次"),
        ([{**WHOLE, "scale": "0"}], errors.OutOfRange, "scale 应不小于 1"),
    ],
)
def test_bad_items_are_refused(
    items: list[dict[str, object]], error: type[errors.RulesError], words: str
) -> None:
    with pytest.raises(error, match=words):
        changed(items=items)


def test_bad_lines_are_refused() -> None:
    with pytest.raises(refusals.ConditionalAbovePass, match="conditional 高于通过分数线"):
        changed(conditional="71")
    assert changed(conditional="70").conditional == 70
    with pytest.raises(errors.BadInteger, match="vetoes"):
        changed(vetoes=0)


def test_the_default_is_data() -> None:
    assert ScreeningForm.from_data(FORM.to_data()) == FORM


# ---- properties -----------------------------------------------------------------------------------


@st.composite
def answers(draw: st.DrawFn) -> dict[str, Decimal]:
    return {
        item.code: draw(st.decimals(0, item.scale or 500, places=1, allow_nan=False)) for item in FORM.items
    }


@given(st.lists(answers(), min_size=1, max_size=5), st.sampled_from(sorted(ITEMS)), st.data())
def test_a_better_answer_never_costs_points(
    given_: list[dict[str, Decimal]], code: str, data: st.DataObject
) -> None:
    before, item = judged(*given_), ITEMS[code]
    most = item.scale or Decimal(500)
    low = item.better == "low"
    better = data.draw(st.decimals(0 if low else given_[0][code], given_[0][code] if low else most, places=1))
    after = judged({**given_[0], code: better}, *given_[1:])
    assert after.points >= before.points
    assert len(after.vetoed) <= len(before.vetoed)


@given(st.lists(answers(), min_size=1, max_size=5))
def test_points_lie_between_the_reviewers_and_add_up(given_: list[dict[str, Decimal]]) -> None:
    found = judged(*given_)
    totals = found.by_reviewer.values()
    assert min(totals) >= 0 and max(totals) <= 100
    assert min(totals) - found.points < Decimal("1e-9") and found.points - max(totals) < Decimal("1e-9")
    assert abs(sum(found.by_item.values()) - found.points) < Decimal("1e-8")
    assert judged(*reversed(given_)).points == found.points

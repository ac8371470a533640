"""What every light rule has in common: reasons, grey, memory, excuses, bad data."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import colours, defaults, errors, reasons
from luoshi.rules.lights import Excuse, Light, LightRule, Observation, light
from luoshi.rules.progress import Aim, progress_of
from tests.rules.months_of import following, seen
from tests.rules.published import (
    A_PROGRESS,
    A_START,
    B_INVESTMENT,
    B_UNIT,
    C_GROWTH,
    D_TASK,
    band,
    bound,
    rule,
)

MISSED, MET = seen("0", "1", value="1"), seen("1", "1", value="1")
UNKNOWN, NOT_DUE = seen(None, "1", value="1"), seen("0", None, value="1")


def default(actual: str | None, plan: str | None, **more: object) -> Light:
    return light(defaults.LIGHT_RULE, [seen(actual, plan, **more)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("actual", "plan", "reason"),
    [
        ("12", "12.5", "累计完成 12 个，完成率 48.0%，时序进度 50.0%，落后 2.0 个百分点，不足 10 个百分点，亮绿灯"),
        ("13", "12.5", "累计完成 13 个，完成率 52.0%，时序进度 50.0%，超前 2.0 个百分点，亮绿灯"),
        ("12.5", "12.5", "累计完成 12.5 个，完成率 50.0%，时序进度 50.0%，与时序进度持平，亮绿灯"),
        ("10", "12.5", "累计完成 10 个，完成率 40.0%，时序进度 50.0%，落后 10.0 个百分点，达到 10 个百分点、未超过 30 个百分点，亮黄灯"),
        ("2", "12.5", "累计完成 2 个，完成率 8.0%，时序进度 50.0%，落后 42.0 个百分点，超过 30 个百分点，亮红灯"),
        ("4.99", "12.5", "累计完成 4.99 个，完成率 20.0%，时序进度 50.0%，落后 30.04 个百分点，超过 30 个百分点，亮红灯"),
        (None, "12.5", "尚无2026年1月实绩，暂不评灯"),
        ("3", None, "2026年1月尚无到期的计划，暂不评灯"),
        ("25", None, "2026年1月尚无到期的计划，目标已提前完成，亮绿灯"),
    ],
)  # fmt: skip
def test_the_default_rule_says_why(actual: str | None, plan: str | None, reason: str) -> None:
    assert default(actual, plan, value="25").reason == reason


@pytest.mark.parametrize(
    ("aim", "actual", "unit", "reason"),
    [
        (Aim(Decimal(8), basis="growth"), "6.5", "%", "实际 6.5%，目标 8%，低于目标 1.5 个百分点，折合差 18.8%，超过 5%、未超过 20%，亮黄灯"),
        (Aim(Decimal(8), "le", rate=True), "20", "%", "实际 20%，上限 8%，超出上限 12.0 个百分点，折合差 60.0%，超过 20%，亮红灯"),
        (Aim(Decimal(8), "le", rate=True), "6", "%", "实际 6%，上限 8%，低于上限 2.0 个百分点，未超上限，亮绿灯"),
        (Aim(Decimal(8), "le"), "16", "天", "实际 16 天，上限 8 天，超出上限，折算落后 50.0%，超过 20%，亮红灯"),
        (Aim(Decimal(8), basis="growth"), "0", "%", "实际 0%，目标 8%，低于目标 8.0 个百分点，折合差 100.0%，超过 20%，亮红灯"),
        (Aim(Decimal(8), rate=True, points=Decimal(10)), "7", "成", "实际 7 成，目标 8 成，低于目标 10.0 个百分点，折合差 12.5%，超过 5%、未超过 20%，亮黄灯"),
        (Aim(Decimal(8), "le"), "8", "天", "实际 8 天，上限 8 天，未超上限，亮绿灯"),
    ],
)  # fmt: skip
def test_rates_and_limits_are_said_in_their_own_words(aim: Aim, actual: str, unit: str, reason: str) -> None:
    assert default(actual, "8", aim=aim, unit=unit).reason == reason


def test_a_figure_close_to_a_bound_is_shown_so_that_it_does_not_look_like_it() -> None:
    assert "低于计划 50.04%，超过 50%，亮红灯" in light(rule(B_INVESTMENT), [seen("49.96", "100")]).reason
    assert "低于计划 50.0%，未超过 50%，亮黄灯" in light(rule(B_INVESTMENT), [seen("50", "100")]).reason
    assert "落后 0.04 个百分点，亮红灯" in light(rule(D_TASK), [seen("49.96", "50")]).reason


def test_a_band_may_look_at_more_than_the_base() -> None:
    far = [bound("ge", "0"), bound("lt", "50", "percent_of_plan")]
    near = [bound("ge", "0"), bound("ge", "50", "percent_of_plan")]
    mixed = rule(
        A_PROGRESS, bands=[band("yellow", *far), band("green", *near), band("red", bound("lt", "0"))]
    )
    found = light(mixed, [seen("55", "50")])
    assert found.reason.endswith("超前 5.0 个百分点，超出计划 10.0%，亮绿灯")


def test_bounds_ahead_of_the_plan_are_said_as_such() -> None:
    eager = rule(A_PROGRESS, bands=[band("green", bound("ge", "5")), band("yellow", bound("lt", "5"))])
    assert "超前 6.0 个百分点，达到 5 个百分点，亮绿灯" in light(eager, [seen("56", "50")]).reason
    assert "超前 4.0 个百分点，不足 5 个百分点，亮黄灯" in light(eager, [seen("54", "50")]).reason


def test_a_rate_against_the_plan_and_level_with_the_city() -> None:
    aim = Aim(Decimal(8), basis="growth")
    found = light(rule(C_GROWTH), [seen("8", "8", aim=aim, reference="8", unit="%")])
    assert found.reason == "实际 8%，目标 8%，与目标持平，与全市平均持平，实绩不低于 0%，亮绿灯"
    below = light(rule(C_GROWTH), [seen("8", "8", aim=aim, reference="9.5", unit="%")])
    assert "低于全市平均 1.5 个百分点" in below.reason


def test_colour_never_stands_alone() -> None:
    found = [default(actual, "50") for actual in ("50", "30", "0", None)]
    assert [(each.shape, each.word) for each in found] == [
        ("●", "绿灯"),
        ("▲", "黄灯"),
        ("■", "红灯"),
        ("○", "无数据"),
    ]
    assert default("5", None).word == "未到期"
    assert set(colours.SHAPES) == set(colours.WORDS) == set(colours.COLOURS)


def test_a_missing_comparison_is_named() -> None:
    aim = Aim(Decimal(8), basis="growth")
    assert (
        light(rule(C_GROWTH), [seen("9", "8", aim=aim)]).reason
        == "尚无2026年1月全市平均的数据，请在“对标值”台账中补录，暂不评灯"
    )
    assert light(rule(C_GROWTH), [seen(None, "8", aim=aim)]).reason == "尚无2026年1月实绩，暂不评灯"


def test_without_an_actual_it_is_the_actual_that_is_missing() -> None:
    compared = [band("green", bound("ge", "0", "reference")), band("red", bound("lt", "0", "reference"))]
    found = light(rule(C_GROWTH, bands=compared), [seen(None, "8", reference="7")])
    assert found.reason == "尚无2026年1月实绩，暂不评灯"


# ---- memory ---------------------------------------------------------------------------------------


def test_a_month_without_data_neither_adds_nor_interrupts() -> None:
    assert light(rule(A_START), following(MISSED, MISSED, UNKNOWN, MISSED)).colour == "red"
    assert light(rule(A_START), following(MISSED, UNKNOWN, UNKNOWN, MISSED)).colour == "yellow"


def test_a_month_that_is_not_due_or_not_there_interrupts() -> None:
    assert light(rule(A_START), following(MISSED, MISSED, NOT_DUE, MISSED)).colour == "yellow"
    gap = [*following(MISSED, MISSED), *following(MISSED, start=202604)]
    assert light(rule(A_START), gap).colour == "yellow"
    year_end = following(MISSED, MISSED, MISSED, start=202511)
    assert light(rule(A_START), year_end).colour == "red"


# ---- excuses --------------------------------------------------------------------------------------


def test_an_approved_excuse_turns_the_declared_colour() -> None:
    found = default("0", "50", excuse=Excuse("防汛停工", approved=True))
    assert (found.colour, found.word, found.shape) == ("yellow", "黄灯", "▲")
    assert found.reason.endswith("，亮红灯；正当理由（防汛停工）已批准，改亮黄灯")


def test_an_excuse_that_is_not_approved_is_recorded_and_changes_nothing() -> None:
    found = default("0", "50", excuse=Excuse("防汛停工"))
    assert found.colour == "red"
    assert found.reason.endswith("；已提出正当理由（防汛停工），尚未批准，灯色不变")


def test_an_approved_excuse_can_keep_a_colour_or_be_unknown_to_the_rule() -> None:
    approved = Excuse("征迁未完", approved=True)
    kept = light(rule(A_PROGRESS, excuses={"yellow": "yellow"}), [seen("30", "50", excuse=approved)])
    assert kept.colour == "yellow"
    assert kept.reason.endswith("亮黄灯；正当理由（征迁未完）已批准并记录，保持原灯色")
    without = light(rule(A_PROGRESS), [seen("0", "50", excuse=approved)])
    assert without.colour == "red"
    assert without.reason.endswith("已批准并记录，本规则不因此改变灯色")


def test_who_approved_is_named_and_an_excused_month_may_be_unlit() -> None:
    approved = Excuse("防汛停工", approved=True, by="沈砚")
    found = default("0", "50", excuse=approved)
    assert found.reason.endswith("；正当理由（防汛停工）已由沈砚批准，改亮黄灯")
    unlit = light(
        rule(A_PROGRESS, excuses={"red": "grey", "yellow": "green"}), [seen("0", "50", excuse=approved)]
    )
    assert (unlit.colour, unlit.shape, unlit.word) == ("grey", "○", "不亮灯")
    assert unlit.reason.endswith("，亮红灯；正当理由（防汛停工）已由沈砚批准，改为不亮灯")
    waiting = light(rule(A_PROGRESS, excuses={"red": "grey"}), [seen("0", "50", excuse=Excuse("防汛停工"))])
    assert waiting.colour == "red"


def test_a_rule_with_unlit_excuses_is_written_and_read() -> None:
    found = rule(A_PROGRESS, excuses={"red": "grey"})
    assert LightRule.from_data(found.to_data()) == found and found.excused("red") == "grey"


def test_an_approved_excuse_interrupts_a_run_only_under_a_rule_that_knows_excuses() -> None:
    excused = seen("0", "1", value="1", excuse=Excuse("防汛停工", approved=True))
    months = following(MISSED, excused, MISSED)
    assert light(rule(A_START), months).colour == "red"
    assert light(rule(A_START, excuses={"red": "yellow"}), months).colour == "yellow"


# ---- history --------------------------------------------------------------------------------------


def test_made_good_later_names_the_nearest_green_month_and_never_turns_green() -> None:
    found = light(rule(D_TASK), following(MISSED, MET, MISSED, MET))
    assert [each.colour for each in found.history] == ["yellow", "green", "yellow", "green"]
    assert "2026年2月已补上" in found.history[0].reason
    assert "2026年4月已补上" in found.history[2].reason
    assert [e.colour for e in light(rule(B_UNIT), following(MISSED, MISSED, MET)).history] == [
        "yellow",
        "red",
        "green",
    ]


def test_the_history_must_be_there_and_in_order() -> None:
    with pytest.raises(errors.EmptyHistory, match="至少给出一个月"):
        light(defaults.LIGHT_RULE, [])
    with pytest.raises(errors.UnorderedHistory, match="2026-02 之后出现了 2026-01"):
        light(defaults.LIGHT_RULE, following(MET, MET)[::-1])
    with pytest.raises(errors.UnorderedHistory):
        light(defaults.LIGHT_RULE, [MET, MET])


# ---- bad data -------------------------------------------------------------------------------------

GREEN, RED = band("green", bound("ge", "0")), band("red", bound("lt", "0"))


@pytest.mark.parametrize(
    ("changes", "error", "words"),
    [
        ({"bands": [GREEN]}, errors.BandsLeaveHole, "与时序差（百分点）为 -1 时无灯可亮"),
        ({"bands": [band("green", bound("gt", "0")), RED]}, errors.BandsLeaveHole, "为 0 时"),
        ({"bands": [GREEN, band("red", bound("le", "0"))]}, errors.BandsOverlap, "第 1 档与第 2 档重叠"),
        ({"bands": [band("green", bound("lt", "-10")), band("red", bound("gt", "10"))]}, errors.BandsLeaveHole, "为 -10"),
        ({"bands": [RED, band("green", bound("ge", "0"), bound("le", "9"))]}, errors.BandsLeaveHole, "为 10 时"),
        ({"bands": []}, errors.NotAList, "bands"),
        ({"bands": "green"}, errors.NotAList, "bands"),
        ({"bands": [band("green"), RED]}, errors.NotAList, "bands 第 1 项的 bounds"),
        ({"bands": [band("blue", bound("ge", "0")), RED]}, errors.UnknownWord, "bands 第 1 项的 colour"),
        ({"bands": [band("green", bound("over", "0")), RED]}, errors.UnknownWord, "bounds 第 1 项的 comparator"),
        ({"bands": [band("green", bound("ge", "零")), RED]}, errors.BadNumber, "bounds 第 1 项的 value"),
        ({"bands": [band("green", bound("ge", "0", "reference")), band("red", bound("lt", "0", "reference"))]}, errors.ReferenceNotNamed, "reference"),
        ({"base": "money"}, errors.UnknownWord, "points、percent_of_plan"),
        ({"subject": "dog"}, errors.UnknownWord, "project、project_start、unit、indicator、task"),
        ({"effective_from": "明年"}, errors.BadDate, "effective_from"),
        ({"code": ""}, errors.BadText, "code"),
        ({"name": None}, errors.MissingField, "name"),
        ({"colour": "green"}, errors.UnknownFields, "colour"),
        ({"ahead": "yes"}, errors.BadFlag, "ahead"),
        ({"memory": {"months": 1, "counts": ["yellow"], "becomes": "red"}}, errors.BadInteger, "不小于 2"),
        ({"memory": {"months": True, "counts": ["yellow"], "becomes": "red"}}, errors.BadInteger, "months"),
        ({"memory": {"months": 2, "counts": ["grey"], "becomes": "red"}}, errors.UnknownWord, "counts"),
        ({"excuses": {"yellow": "red"}}, errors.ExcuseWorsens, "yellow 变成更差的 red"),
        ({"excuses": {"blue": "green"}}, errors.UnknownWord, "excuses"),
    ],
)  # fmt: skip
def test_bad_rules_are_refused_with_place_and_remedy(
    changes: dict[str, object], error: type[errors.RulesError], words: str
) -> None:
    with pytest.raises(error) as caught:
        rule(A_PROGRESS, **changes)
    assert words in str(caught.value)
    assert str(caught.value).startswith("灯规则")
    assert "请" in str(caught.value)


# ---- properties -----------------------------------------------------------------------------------

ORDER = {"red": 0, "yellow": 1, "green": 2}
FIGURES = st.decimals(min_value=-50, max_value=150, places=2, allow_nan=False, allow_infinity=False)


@given(FIGURES, FIGURES, st.sampled_from([A_PROGRESS, D_TASK, B_UNIT]))
def test_more_never_gives_a_worse_colour(one: Decimal, other: Decimal, data: dict[str, object]) -> None:
    low, high = sorted((one, other))
    worse, better = (light(rule(data), [seen(str(each), "50")]) for each in (low, high))
    assert ORDER[worse.colour] <= ORDER[better.colour]


@given(st.lists(st.sampled_from([MISSED, MET, UNKNOWN, NOT_DUE]), min_size=1, max_size=9))
def test_the_history_of_the_past_does_not_depend_on_what_follows(months: list[Observation]) -> None:
    history = following(*months)
    whole = light(rule(A_START), history)
    for count in range(1, len(history) + 1):
        assert light(rule(A_START), history[:count]).reason == whole.history[count - 1].reason


CUTS = st.lists(st.integers(-50, 50), min_size=1, max_size=4, unique=True).map(sorted)


@given(CUTS, st.lists(st.booleans(), min_size=4, max_size=4), st.integers(-60, 60))
def test_bands_cut_without_hole_or_overlap_are_accepted_and_one_shines(
    cuts: list[int], inclusive: list[bool], figure: int
) -> None:
    lower = [("ge" if flag else "gt", str(cut)) for cut, flag in zip(cuts, inclusive, strict=False)]
    upper = [("lt" if flag else "le", str(cut)) for cut, flag in zip(cuts, inclusive, strict=False)]
    edges = zip([None, *lower], [*upper, None], strict=True)
    bands = [band("green", *(bound(*edge) for edge in pair if edge)) for pair in edges]
    accepted = LightRule.from_data({**A_PROGRESS, "bands": bands})
    assert light(accepted, [seen(str(figure + 50), "50")]).colour == "green"
    for holed in (bands[1:], bands[:-1]):
        with pytest.raises(errors.BandsLeaveHole):
            LightRule.from_data({**A_PROGRESS, "bands": holed})


def test_what_holds_at_any_time_has_its_own_bands_only_where_the_rule_gives_them() -> None:
    growth = Aim(Decimal(9), basis="growth")
    assert default("8.55", "9", aim=growth, unit="%").colour == "green"
    assert default("8.54", "9", aim=growth, unit="%").colour == "yellow"
    assert default("7.2", "9", aim=growth, unit="%").colour == "yellow"
    assert default("7.19", "9", aim=growth, unit="%").colour == "red"
    plain = LightRule.from_data({k: v for k, v in defaults.LIGHT_RULE.to_data().items() if k != "held"})
    observation = Observation(
        202606, progress_of(growth, planned=Decimal(9), actual=Decimal(0)), Decimal(9), Decimal(0)
    )
    assert light(plain, [observation]).colour == "green"
    assert light(defaults.LIGHT_RULE, [observation]).colour == "red"


def test_held_bands_leave_no_hole() -> None:
    data = defaults.LIGHT_RULE.to_data()
    with pytest.raises(errors.RulesError, match="held"):
        LightRule.from_data(data | {"held": data["held"][:2]})  # type: ignore[index]


def test_only_what_is_read_is_put_into_words_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Observation] = []
    usual = reasons.figures
    monkeypatch.setattr(reasons, "figures", lambda *given: asked.append(given[1]) or usual(*given))
    year = following(*[MET, MISSED] * 6)
    found = light(defaults.LIGHT_RULE, year)
    assert asked == []
    assert found.reason == found.history[-1].reason
    assert asked == [year[-1]]
    assert len({each.reason for each in found.history}) > 1
    assert asked == [year[-1], *year[:-1]]

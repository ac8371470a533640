"""Worked cases of the published light rules, on both sides of every bound."""

from __future__ import annotations

from decimal import Decimal

import pytest

from luoshi.rules.lights import LightRule, Observation, light
from luoshi.rules.progress import Aim
from luoshi.rules.trajectories import Trajectory, planned
from tests.rules.months_of import following, seen
from tests.rules.published import (
    A_ENTRY,
    A_PROGRESS,
    A_START,
    B_INVESTMENT,
    B_UNIT,
    C_BONDS,
    C_GROWTH,
    D_TASK,
    E_MONTH,
    PUBLISHED,
    rule,
)

GROWTH = Aim(Decimal(8), basis="growth")
DONE, MISSED = seen("1", "1", value="1"), seen("0", "1", value="1")


def colours(of: dict[str, object], *actuals: str, plan: str = "50") -> list[str]:
    return [light(rule(of), [seen(actual, plan)]).colour for actual in actuals]


@pytest.mark.parametrize("data", PUBLISHED, ids=lambda data: str(data["code"]))
def test_every_published_rule_reads_back(data: dict[str, object]) -> None:
    found = LightRule.from_data(data)
    assert LightRule.from_data(found.to_data()) == found
    assert found.to_data() == data


def test_a_project_progress() -> None:
    assert colours(A_PROGRESS, "55", "50", "40.01", "40", "30", "20", "19.99", "0") == (
        ["green"] * 3 + ["yellow"] * 3 + ["red"] * 2
    )


@pytest.mark.parametrize(
    ("months", "colour"),
    [
        ([DONE], "green"),
        ([MISSED], "yellow"),
        ([MISSED, MISSED], "yellow"),
        ([MISSED, MISSED, MISSED], "red"),
        ([MISSED, MISSED, MISSED, MISSED], "red"),
        ([MISSED, MISSED, MISSED, DONE], "green"),
        ([MISSED, MISSED, DONE, MISSED], "yellow"),
    ],
)
def test_a_project_start(months: list[Observation], colour: str) -> None:
    assert light(rule(A_START), following(*months)).colour == colour


def test_a_project_start_says_what_happened() -> None:
    found = light(rule(A_START), following(MISSED, MISSED, MISSED, DONE))
    assert [each.reason for each in found.history] == [
        "2026年1月应已开工，尚未开工，亮黄灯",
        "2026年2月应已开工，尚未开工，亮黄灯",
        "2026年3月应已开工，尚未开工，连续 3 个月未开工，亮红灯",
        "已开工，亮绿灯",
    ]


def test_a_entry_in_statistics() -> None:
    not_yet = seen("0", None, value="1")
    found = light(rule(A_ENTRY), following(not_yet, MISSED, MISSED, DONE))
    assert [each.colour for each in found.history] == ["grey", "yellow", "red", "green"]
    assert found.history[2].reason == "2026年3月应已入库，尚未入库，连续 2 个月未入库，亮红灯"


def test_b_project_investment() -> None:
    assert colours(B_INVESTMENT, "51", "50", "49.99", "25", "24.99", "0") == (
        ["green"] * 2 + ["yellow"] * 2 + ["red"] * 2
    )
    assert light(rule(B_INVESTMENT), [seen("8", "10", unit="亿元")]).reason == (
        "累计完成 8 亿元，计划 10 亿元，完成计划的 80.0%，低于计划 20.0%，未超过 50%，亮黄灯"
    )


def test_b_unit() -> None:
    month = {"met": seen("5", "5", value="5"), "missed": seen("4.9", "5", value="5")}
    found = light(rule(B_UNIT), following(*(month[k] for k in ("met", "missed", "missed", "met", "missed"))))
    assert [each.colour for each in found.history] == ["green", "yellow", "red", "green", "yellow"]
    assert found.history[2].reason.endswith("，连续 2 个月未达到要求，亮红灯")


@pytest.mark.parametrize(
    ("actual", "city", "colour"),
    [
        ("8", "8", "green"),
        ("8", "8.1", "yellow"),
        ("7.9", "7.9", "yellow"),
        ("7.9", "9", "yellow"),
        ("0", "-1", "yellow"),
        ("-0.1", "-1", "red"),
        ("-3", "5", "red"),
    ],
)
def test_c_growth_of_investment(actual: str, city: str, colour: str) -> None:
    assert light(rule(C_GROWTH), [seen(actual, "8", aim=GROWTH, reference=city, unit="%")]).colour == colour


def test_c_growth_below_a_negative_plan_is_still_red() -> None:
    aim = Aim(Decimal(-2), basis="growth")
    assert light(rule(C_GROWTH), [seen("-1", "-2", aim=aim, reference="-3")]).colour == "red"


def test_c_growth_gives_both_comparisons() -> None:
    found = light(rule(C_GROWTH), [seen("7.2", "8", aim=GROWTH, reference="6.9", unit="%")])
    assert found.reason == (
        "实际 7.2%，目标 8%，低于目标 0.8 个百分点，高于全市平均 0.3 个百分点，实绩不低于 0%，亮黄灯"
    )


def test_c_use_of_bond_money_over_six_months_from_issue() -> None:
    plan = planned(Trajectory("even"), total=Decimal(90), start=202603, end=202608, month=202605)
    assert plan == 45
    assert colours(C_BONDS, "45", "44.99", "31.5", "31.49", plan=str(plan)) == [
        "green",
        "yellow",
        "yellow",
        "red",
    ]


def test_d_a_missed_task_is_red_and_turns_yellow_when_made_good() -> None:
    found = light(
        rule(D_TASK), following(seen("40", "50"), seen("59", "60"), seen("70", "70"), seen("79", "80"))
    )
    assert [each.colour for each in found.history] == ["yellow", "yellow", "green", "red"]
    assert found.history[0].word == "黄灯"
    assert found.history[0].shape == "▲"
    assert found.history[0].reason.endswith("落后 10.0 个百分点，亮红灯；2026年3月已补上，改亮黄灯")
    assert found.colour == "red"


def test_d_ahead_is_green_before_anything_is_due() -> None:
    assert light(rule(D_TASK), [seen("100", None)]).colour == "green"
    assert light(rule(D_TASK), [seen("99", None)]).colour == "grey"


def test_e_cards_of_a_month() -> None:
    found = [light(rule(E_MONTH), [seen(actual, "100")]) for actual in ("95", "80", "79.9", "60", "59.9")]
    assert [(each.colour, each.word) for each in found] == (
        [("grey", "不发牌")] * 2 + [("yellow", "关注")] * 2 + [("yellow", "黄牌")]
    )
    assert found[4].reason == (
        "当月应完成 100 个，完成 59.9 个，占 59.9%，低于计划 40.1%，超过 40%，判为“黄牌”"
    )

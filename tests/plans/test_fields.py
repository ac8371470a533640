"""What a correction must look like, and how fields are said in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from luoshi.ledgers.errors import Invalid
from luoshi.plans.clauses import fields, words

TARGET: dict[str, Any] = {
    "indicator": "境内到位资金", "value": "32", "high": None, "unit": "亿元", "amount": "3200000000", "base_unit": "元",
    "basis": "level", "comparator": "eq", "modality": "plan", "period": "year", "scope": None, "conditions": [], "actors": [],
    "names": [],
}  # fmt: skip


def test_a_changed_value_brings_its_exact_amount_along() -> None:
    assert fields.checked("target", TARGET, {"value": "32.50"}) == {"value": "32.5", "amount": "3250000000"}
    assert fields.checked("target", TARGET, {"unit": "万元"}) == {"unit": "万元", "amount": "320000"}


def test_what_is_the_same_is_no_change() -> None:
    assert (
        fields.checked("target", TARGET, {"value": "32.0", "basis": "总量", "indicator": " 境内到位资金 "})
        == {}
    )


def test_words_and_codes_are_both_understood() -> None:
    assert fields.checked("target", TARGET, {"modality": "力争", "comparator": "ge"}) == {
        "modality": "strive",
        "comparator": "ge",
    }


def test_a_range_needs_both_ends() -> None:
    assert fields.checked("target", TARGET, {"high": "40", "comparator": "range"})["high"] == "40"
    with pytest.raises(Invalid, match="应大于数值"):
        fields.checked("target", TARGET, {"high": "30", "comparator": "range"})
    with pytest.raises(Invalid, match="区间"):
        fields.checked("target", TARGET, {"high": "40"})
    with pytest.raises(Invalid, match="区间"):
        fields.checked("target", TARGET, {"comparator": "区间"})


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"value": "三十二"}, "数值：“三十二”不是数字"),
        ({"value": "-1"}, "数值：“-1”不是数字"),
        ({"value": "NaN"}, "不是数字"),
        ({"indicator": "  "}, "指标：不能为空"),
        ({"indicator": "长" * 301}, "太长"),
        ({"unit": ""}, "单位：不能为空"),
        ({"unit": "个" * 21}, "单位：太长，最多 20 个字"),
        ({"basis": "比例"}, "口径：“比例”不在可选范围内，请从“总量、增长、新增、下降”中选一个"),
        ({"period": "明天"}, "时限：“明天”不是时限"),
        ({"period": "2026-13"}, "不是时限"),
        ({"conditions": [{"column": "amount"}]}, "每个条件要写明"),
        ({"colour": "red"}, "这类条目没有这一项"),
    ],
)
def test_a_bad_correction_is_refused_in_a_sentence(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence) as refused:
        fields.checked("target", TARGET, changes)
    assert list(refused.value.problems) == list(changes)


@pytest.mark.parametrize(
    "period", ["year", "year-end", "Q3", "per-quarter", "per-month", "2027", "2026-06", "MM=06", "", None]
)
def test_every_period_of_the_contract_may_be_entered(period: str | None) -> None:
    assert fields.checked("target", TARGET, {"period": period}).get("period", "year") == (period or None)


def test_a_threshold_may_be_corrected() -> None:
    condition = {"column": "amount", "comparator": "不低于", "value": "1,000,000,000", "unit": "元"}
    found = fields.checked("target", TARGET, {"conditions": [condition]})["conditions"]
    assert found == [{"column": "amount", "comparator": "ge", "value": "1000000000", "unit": "元"}]
    assert fields.conditions_shown(found) == "不低于10亿元"


def test_other_kinds_have_their_own_fields() -> None:
    node: dict[str, Any] = {
        "project": "星辰储能二期",
        "stage": "start",
        "period": None,
        "investment": None,
        "actors": [],
    }
    assert fields.checked("milestone", node, {"stage": "竣工"}) == {"stage": "complete"}
    with pytest.raises(Invalid, match="没有这一项"):
        fields.checked("milestone", node, {"value": "1"})
    assert fields.checked(
        "mechanism", {"name": "月通报", "cadence": ["monthly"]}, {"cadence": "weekly、monthly"}
    ) == {"cadence": ["weekly", "monthly"]}


@pytest.mark.parametrize(
    ("value", "unit", "amount", "base"),
    [
        ("64", "亿元", "6400000000", "元"),
        ("3800", "万美元", "38000000", "美元"),
        ("30", "万平方米", "300000", "平方米"),
        ("9.8", "%", "9.8", "%"),
        ("25", "个", "25", "个"),
        ("2", "百分点", "2", "百分点"),
        ("3", "座奖杯", "3", "座奖杯"),
    ],
)
def test_amounts_are_exact(value: str, unit: str, amount: str, base: str) -> None:
    found, base_unit = fields.amount_of(Decimal(value), unit)
    assert (fields.exact(found), base_unit) == (amount, base)


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "境内到位资金 32亿元"),
        ({"comparator": "ge"}, "境内到位资金 不低于32亿元"),
        ({"basis": "growth", "unit": "%", "value": "9.8"}, "境内到位资金 增长9.8%"),
        ({"high": "40", "comparator": "range"}, "境内到位资金 32～40亿元"),
    ],
)
def test_a_promise_in_one_line(changes: dict[str, Any], text: str) -> None:
    assert fields.summary("target", {**TARGET, **changes}) == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("year", "全年"), ("Q2", "二季度"), ("2026-06", "2026年6月底前"), ("MM=09", "9月底前"), ("2027", "2027年"), (None, ""),
        ("per-month", "每月"),
    ],
)  # fmt: skip
def test_periods_in_words(code: str | None, text: str) -> None:
    assert words.period(code) == text


def test_differences_name_the_field_and_both_texts() -> None:
    (found,) = fields.differences("target", TARGET, {**TARGET, "value": "35", "actors": None})
    assert (found.title, found.before, found.after) == ("数值", "32", "35")

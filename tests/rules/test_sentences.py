"""Every rule can be said, with each figure that it decides by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest

from luoshi.rules import defaults, sentences, service_rules
from luoshi.rules.per_mu import PerMuRule
from luoshi.rules.rounding import show
from luoshi.rules.scoring import sentences as score_sentences
from tests.rules.scoring.schemes import EVERY_FORMULA

RULES: list[tuple[Any, Callable[[Any], list[str]]]] = [
    *((template, sentences.node_template) for template in defaults.NODE_TEMPLATES),
    (defaults.PER_MU_RULE, sentences.per_mu),
    (defaults.PER_MU_MINMAX_RULE, sentences.per_mu),
    (defaults.SCREENING_FORM, sentences.screening),
    (defaults.FULFILMENT_RULE, sentences.fulfilment),
    (defaults.PADDING_RULE, sentences.padding),
    (defaults.RESPONSE_RULE, sentences.response),
    (defaults.RHYTHM_RULE, sentences.rhythm),
    (defaults.ENTRY_RULE, sentences.entry),
    (defaults.CHAIN_RULE, sentences.chain),
    (defaults.STANDARD_LAND_RULE, sentences.standard_land),
    (defaults.POLICY_RULE, sentences.policies),
    (defaults.CHASE_RULE, sentences.chase),
    (defaults.SERVICE_LIMITS, service_rules.sentences),
    (defaults.TASK_SERVICE_RULE, sentences.response),
    (defaults.SCORE_RULE, score_sentences.scheme),
    (defaults.TEAM_SCORE_RULE, score_sentences.scheme),
    (defaults.PERSON_SCORE_RULE, score_sentences.scheme),
    (EVERY_FORMULA, score_sentences.scheme),
]
SAID_OTHERWISE = {"version", "effective_from", "code", "share", "investor_likeness", "text_likeness"}
"""Imprint, codes, and shares that are said in per cent."""
NAMES = [rule.code for rule, _ in RULES]


def figures(data: object, name: str = "") -> Iterator[Decimal]:
    """Every number in a rule's data."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from figures(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from figures(value, name)
    elif name not in SAID_OTHERWISE and re.fullmatch(r"\d+(\.\d+)?", str(data)):
        yield Decimal(str(data))


@pytest.mark.parametrize(("rule", "say"), RULES, ids=NAMES)
def test_every_figure_of_a_rule_is_said(rule: Any, say: Callable[[Any], list[str]]) -> None:
    lines = say(rule)
    assert all(line.endswith("。") and "None" not in line for line in lines)
    for figure in set(figures(rule.to_data())) - {Decimal(1)}:
        assert re.search(rf"(?<![\d.]){re.escape(show(figure))}(?![\d.,])", "".join(lines)), figure


@pytest.mark.parametrize(
    ("rule", "say", "name", "value"),
    [
        (defaults.FULFILMENT_RULE, sentences.fulfilment, "base", "amount"),
        (defaults.FULFILMENT_RULE, sentences.fulfilment, "promises", []),
        (defaults.PADDING_RULE, sentences.padding, "kinds", ["same_text"]),
        (defaults.PADDING_RULE, sentences.padding, "investor_likeness", "0.95"),
        (defaults.PADDING_RULE, sentences.padding, "text_likeness", "0.95"),
        (defaults.RHYTHM_RULE, sentences.rhythm, "before", 0),
        (defaults.ENTRY_RULE, sentences.entry, "figures_months", 0),
        (defaults.ENTRY_RULE, sentences.entry, "figures_months", 2),
        (defaults.ENTRY_RULE, sentences.entry, "parts_of", "month"),
        (defaults.CHAIN_RULE, sentences.chain, "enterprise", "0.9"),
        (defaults.CHAIN_RULE, sentences.chain, "project", "0.9"),
        (defaults.SCREENING_FORM, sentences.screening, "vetoes", 1),
    ],
)
def test_a_change_changes_the_words(
    rule: Any, say: Callable[[Any], list[str]], name: str, value: object
) -> None:
    assert say(type(rule).from_data({**rule.to_data(), name: value})) != say(rule)


def test_the_rhythm() -> None:
    assert sentences.rhythm(defaults.RHYTHM_RULE) == [
        "主要负责人每 2 个月外出招商不少于 1 次。",
        "分管负责人每月外出招商不少于 1 次。",
        "部门负责人每月外出招商不少于 1 次。",
        "出行前至少 3 个工作日备案，返回后 5 个工作日内提交考察报告。",
    ]


def test_what_an_item_of_a_form_is_worth() -> None:
    items = {item.code: sentences.screening_item(item) for item in defaults.SCREENING_FORM.items}
    assert items["position"] == "产业定位 20 分，按 0 至 5 分打分。"
    assert items["safety"] == "安全生产 10 分，按 0 至 5 分打分，一票否决项。"
    told = "不高于 0.3 吨标准煤/万元的得 10 分，不高于 0.5 吨标准煤/万元的得 6 分"
    assert items["energy"] == f"能耗水平 10 分，{told}，其余不得分。"


def test_what_is_not_set_is_not_said() -> None:
    data = {**defaults.PER_MU_RULE.to_data(), "young_years": None, "exempt_kinds": []}
    data["tables"] = [
        {
            "code": "all",
            "title": "全部企业",
            "items": [{"code": "tax", "title": "税收", "weight": "100", "top": "tax", "benchmark": "15"}],
            "extras": [{"code": "research", "title": "研发投入", "most": "3"}],
        }
    ]
    data["ties"] = []
    assert sentences.per_mu(PerMuRule.from_data(data)) == [
        "全部企业：税收 100 分，基准值 15；研发投入另加，最多 3 分。",
        "每张表分别排名，A 类到前 20%，B 类到前 60%，C 类到前 95%，其余为 D 类。",
    ]
    plain = {**defaults.SCREENING_FORM.to_data()}
    plain["items"] = [{"code": "a", "title": "甲", "weight": "100", "scale": "5"}]
    assert not any(
        "一票否决" in line for line in sentences.screening(type(defaults.SCREENING_FORM).from_data(plain))
    )
    assert (
        "出行当天"
        in sentences.rhythm(
            type(defaults.RHYTHM_RULE).from_data({**defaults.RHYTHM_RULE.to_data(), "before": 0})
        )[-1]
    )

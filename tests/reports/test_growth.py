"""同比 and 环比: in per cent of amounts, in points of shares, said to be unknown where they are, January and February as one."""

from __future__ import annotations

from typing import Any

import pytest

from luoshi.reports import bulletin, defaults, growth
from luoshi.reports.document import Paragraph
from luoshi.reports.facts import MonthFacts, TargetFact
from tests.reports.facts_of_a_month import month, target

ECONOMY = next(each for each in defaults.SHIPPED if each.code == "economy")


def fact(**more: Any) -> TargetFact:
    return TargetFact.of(target("2026-001", "签约项目", "green", "1", **more))


def said(found: TargetFact, at: int = 202610, *, joined: bool = False) -> dict[str, str]:
    return {name: each.text for name, each in growth.figures(found, at, "t:1", joined=joined).items()}


def test_amounts_grow_in_per_cent() -> None:
    up = said(fact(actual="30", year_before="24", month_actual="3", month_before="4", actual_before="27"))
    assert (up["上年同期"], up["同比"], up["同比变化"], up["同比点"]) == ("24 个", "25.0%", "+25.0%", "–")
    assert (up["环比"], up["环比变化"]) == ("25.0%", "-25.0%")
    assert said(fact(actual="-3", year_before="-4"))["同比变化"] == "+25.0%", "a smaller loss is more"


def test_shares_move_in_points() -> None:
    share = {
        "sort": "rate",
        "measure_unit": "%",
        "actual": "81.25",
        "year_before": "80",
        "actual_before": "82",
    }
    found = said(fact(**share))
    assert (found["同比"], found["同比点"], found["同比变化"]) == ("–", "1.3", "+1.3 个百分点")
    assert (found["环比点"], found["环比变化"]) == ("0.8", "-0.8 个百分点")
    tenths = said(fact(sort="rate", measure_unit="成", actual="8.2", year_before="8"))
    assert tenths["同比变化"] == "+2.0 个百分点"


def test_statistics_come_before_what_is_reckoned() -> None:
    assert said(fact(actual="30", year_before="24", growth="9.2"))["同比变化"] == "+9.2%"
    assert said(fact(grows=True, sort="rate", measure_unit="%", actual="9.2"))["同比变化"] == "–"


@pytest.mark.parametrize("ago", [{}, {"year_before": None}])
def test_what_was_not_known_is_said_to_be_unknown(ago: dict[str, Any]) -> None:
    found = said(fact(**ago))
    assert (found["同比变化"], found["同比"], found["上年同期"]) == ("无上年同期数", "–", "–")


def test_nothing_grows_from_nought_and_what_has_no_figure_is_not_compared() -> None:
    nought = said(fact(year_before="0"))
    assert (nought["同比变化"], nought["上年同期"]) == ("–", "0 个")
    nothing = said(fact(actual=None))
    assert (nothing["同比变化"], nothing["上年同期"]) == ("–", "–")


@pytest.mark.parametrize(
    ("at", "joined", "moved", "now", "name"),
    [
        (202601, True, "–", "3 个", "本月"),
        (202602, True, "–", "30 个", "1—2月"),
        (202603, True, "–", "3 个", "本月"),
        (202604, True, "+50.0%", "3 个", "本月"),
        (202602, False, "+50.0%", "3 个", "本月"),
    ],
)
def test_january_and_february_are_one_where_the_template_says_so(
    at: int, joined: bool, moved: str, now: str, name: str
) -> None:
    found = said(fact(month_actual="3", month_before="2", year_before="24"), at, joined=joined)
    assert (found["环比变化"], found["本期"], found["本期名"]) == (moved, now, name)
    assert found["同比变化"] == "+25.0%"


def test_a_stock_is_compared_as_it_stands() -> None:
    stock = fact(stock=True, actual="30", actual_before="25", month_actual="5", month_before="1")
    assert said(stock, 202602, joined=True)["环比变化"] == "+20.0%"


def analysis(at: int, *targets: dict[str, Any]) -> str:
    facts = MonthFacts.of(month() | {"month": at, "targets": [*targets], "keyed": True})
    made = bulletin.compose(facts, ECONOMY)
    tables = [cell for each in made.attachments for t in each.tables for row in t.rows for cell in row]
    return "\n".join([made.title, *(b.text for b in made.body if isinstance(b, Paragraph)), *tables])


def test_the_analysis_tells_both_cases() -> None:
    text = analysis(
        202610,
        target("1", "签约项目", "green", "1", year_before="24", month_before="4"),
        target("2", "出租率", "green", "1", sort="rate", measure_unit="%", actual="60", year_before="61.5"),
        target("3", "招聘会", "green", "1", month_before="3"),
        target("4", "产值增速", "green", "1", sort="rate", measure_unit="%", grows=True),
    )
    assert "累计数同比上升的指标 1 项：签约项目累计 30 个，同比增长 25.0%。" in text
    assert "同比下降的 1 项：出租率为 60%，同比下降 1.5 个百分点。" in text
    assert "另有 1 项指标无上年同期数，不作同比。" in text
    assert "签约项目本月 3 个（环比下降 25.0%），累计 30 个" in text and text.count("无上年同期数") == 2
    assert text.startswith("2026年10月经济运行分析")


def test_the_analysis_of_february_is_that_of_two_months() -> None:
    text = analysis(202602, target("1", "签约项目", "green", "1", year_before="24", month_before="4"))
    assert text.startswith("2026年1—2月经济运行分析") and "环比下降" not in text
    assert "签约项目1—2月 30 个，累计 30 个" in text

"""`luoshi read --lint`: its two forms, its day, and the words that do not go together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.plans.test_linting import TWICE
from tests.whole.zone import PLAN, Captured, said


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "安排.txt"
    file.write_text(TWICE, encoding="utf-8")
    return file


def test_findings_are_listed_by_kind_with_their_lines_and_end_well(plan: Path, capsys: Captured) -> None:
    code, shown, complaint = said(capsys, "read", "--lint", plan)
    assert (code, complaint) == (0, "")
    assert shown.splitlines()[:2] == [
        "云溪高新区2026年工作补充安排",
        "错误 2 处，提醒 2 处。时限与计划年度第一天2026年1月1日对照。",
    ]
    assert "\n同一指标两个数（错误 1 处）\n  第 9 行  “新引进亿元以上项目”此处写45个" in shown
    assert "\n      另见第 5 行：全年新引进亿元以上项目【40】个。\n" in shown
    assert "没有数字和时限（提醒 1 处，共 2 项任务）" in shown


def test_as_json_with_places_and_lines(plan: Path, capsys: Captured) -> None:
    code, shown, _ = said(capsys, "read", "--lint", plan, "--format", "json")
    found = json.loads(shown)
    assert (code, found["document"]["year"], found["as_of"]) == (0, 2026, "2026-01-01")
    assert found["summary"]["levels"] == {"error": 2, "reminder": 2}
    (twice,) = (one for one in found["findings"] if one["code"] == "promised-twice")
    assert (twice["line"], twice["text"], TWICE[slice(*twice["others"][0])]) == (9, "45", "40")


def test_a_plan_in_order_is_said_to_be(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "好.txt").write_text("2026年工作要点\n\n一、招商\n\n全年新引进项目40个。\n", encoding="utf-8")
    assert "没有发现问题。" in said(capsys, "read", "--lint", tmp_path / "好.txt")[1]


def test_the_day_may_be_given(capsys: Captured) -> None:
    assert "时限已过" not in said(capsys, "read", "--lint", PLAN)[1]
    late = said(capsys, "read", "--lint", PLAN, "--as-of", "2026-07-01")[1]
    assert "“瀚海储能电池二期”投产的时限2026年6月底早于比对日期2026年7月1日" in late


def test_into_a_file(plan: Path, tmp_path: Path, capsys: Captured) -> None:
    assert said(capsys, "read", "--lint", plan, "-o", tmp_path / "检查.txt") == (0, "", "")
    assert "同一指标两个数" in (tmp_path / "检查.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--lint", "--format", "xlsx", "-o", "检查.xlsx"), "--lint 的输出格式只有 table、json"),
        (("--lint", "--corpus", "计划"), "--lint 一次检查一份文件"),
        (("--as-of", "2026-07-01"), "--as-of 只与 --lint 同用"),
        (("--lint", "--as-of", "七月"), "“七月”不是日期"),
    ],
)
def test_words_that_do_not_go_together(
    words: tuple[str, ...], sentence: str, plan: Path, capsys: Captured
) -> None:
    code, shown, complaint = said(capsys, "read", plan, *words)
    assert (code, shown) == (2, "")
    assert sentence in complaint

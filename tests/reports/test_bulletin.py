"""The bulletin says what the facts say, and nothing else."""

from __future__ import annotations

import pytest

from luoshi.reports.bulletin import compose
from luoshi.reports.document import Heading, Official, Paragraph
from luoshi.reports.facts import MonthFacts
from tests.reports.facts_of_a_month import month, target


def composed(**changes: object) -> Official:
    return compose(MonthFacts.of(month() | changes))


def section(official: Official, title: str) -> str:
    """The paragraphs from one first-level heading to the next."""
    found, inside = [], False
    for block in official.body:
        if isinstance(block, Heading) and block.level == 1:
            inside = title in block.text
        elif inside and isinstance(block, Paragraph):
            found.append(block.lead + block.text)
    return "\n".join(found)


def test_works() -> None:
    headings = [b.text for b in composed().body if isinstance(b, Heading) and b.level == 1]
    assert headings == ["一、总体情况", "二、工作亮点", "三、存在问题", "四、下一步工作"]


def test_the_overall_counts_are_those_of_the_facts() -> None:
    overall = section(composed(), "总体情况")
    assert "量化目标 5 项" in overall
    assert "由台账直接计量 4 项、单位填报 0 项、暂无数据 1 项" in overall
    assert "绿灯 2 项、黄灯 1 项、红灯 1 项、未亮灯 1 项" in overall
    assert "招商局 2 项（绿灯 2、黄灯 0、红灯 0）" in overall


def test_a_highlight_is_ahead_of_its_plan() -> None:
    highlights = section(composed(), "工作亮点")
    assert (
        "境内到位资金累计 78.83 亿元，完成全年目标 88 亿元的 75.0%，超前时序 6.3 个百分点（招商局）"
        in highlights
    )
    assert "新引进亿元以上项目" not in highlights, "behind its plan, though its light is green"


def test_trouble_names_red_yellow_and_unknown() -> None:
    trouble = section(composed(), "存在问题")
    assert "盘活闲置低效用地" in trouble and "落后时序 41.7 个百分点（自然资源分局）" in trouble
    assert "新建标准厂房" in trouble
    assert "1 项目标尚无台账数据或填报数，涉及社会事业局" in trouble
    assert "列入黑榜：自然资源分局：1 项目标亮红灯。" in trouble


def test_what_is_missing_is_spread_over_the_months_left() -> None:
    text = section(composed(), "下一步")
    assert "距目标还差 1,170 亩，此后每月平均需完成 585 亩" in text


@pytest.mark.parametrize(
    "gap,said", [("0", "与时序进度持平"), ("0.04", "与时序进度持平"), ("0.05", "超前时序 0.1")]
)
def test_a_gap_is_rounded_before_it_is_judged(gap: str, said: str) -> None:
    assert said in section(composed(targets=[target("1", "甲", "green", gap)]), "工作亮点")


def test_a_month_without_trouble_says_so() -> None:
    calm = composed(targets=[target("1", "甲", "green", "3")], black=[])
    assert "本月没有目标亮红灯。" in section(calm, "存在问题")
    assert "黑榜" not in section(calm, "存在问题")


def test_a_share_is_no_amount_that_is_worked_off() -> None:
    share = target(
        "1", "已签约项目开工率", "red", "-10.5", measure_unit="%", value="70", actual="59.5", sort="rate"
    )
    said = composed(targets=[share])
    assert "已签约项目开工率为 59.5%，目标 70%，差于目标 10.5 个百分点" in section(said, "存在问题")
    assert "距目标还差 10.5 个百分点" in section(said, "下一步")
    assert "每月平均" not in section(said, "下一步")


def test_a_limit_is_exceeded_not_reached() -> None:
    limit = target(
        "1", "审批时间", "yellow", "-7.9", measure_unit="工作日", value="35", actual="38", sort="limit"
    )
    said = composed(targets=[limit])
    assert "审批时间为 38 工作日，上限 35 工作日，超出 3 工作日（招商局）" in section(said, "存在问题")
    assert "比上限多 3 工作日" in section(said, "下一步")


def test_what_is_missing_is_spread_up_to_the_end_of_the_target() -> None:
    due = target("1", "甲", "red", "-30", end=202611)
    assert "还差 10 个，此后每月平均需完成 10 个" in section(composed(targets=[due]), "下一步")
    over = target("1", "甲", "red", "-30", end=202606)
    assert "每月平均" not in section(composed(targets=[over]), "下一步")


def test_each_target_is_counted_once() -> None:
    """A target that a ledger measures but of which nothing is known yet is without data, not measured."""
    unknown = target("1", "甲", "grey", None, source="measured")
    known = target("2", "乙", "green", "1")
    overall = section(composed(targets=[unknown, known]), "总体情况")
    assert "由台账直接计量 1 项、单位填报 0 项、暂无数据 1 项" in overall


def test_december_has_no_months_left_to_spread_over() -> None:
    assert "每月平均" not in section(composed(month=202612), "下一步")


def test_the_table_holds_every_target() -> None:
    table = composed().attachments[0].tables[0]
    assert [row[1] for row in table.rows] == [t["name"] for t in month()["targets"]]
    assert table.rows[4][5:10] == ("–", "–", "–", "–", "–"), "unknown is a dash, never 0"


def test_facts_that_lack_a_key_are_refused() -> None:
    broken = month()
    del broken["targets"][0]["gap"]
    with pytest.raises(KeyError, match="gap"):
        MonthFacts.of(broken)

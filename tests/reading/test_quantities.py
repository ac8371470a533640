"""Quantities and milestones stand in the text, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given

from luoshi.reading import milestones, quantities, tense
from luoshi.reading.model import Heading, Quantity, Text
from luoshi.reading.outline import outline
from luoshi.reading.sentences import LONGEST, Body, body
from luoshi.reading.tables import grids
from tests.reading.strategies import TEXTS


def ready(clean: str, headings: tuple[Heading, ...] = (), year: int | None = 2026) -> Body:
    return body(clean, headings, year)


def read(clean: str, headings: tuple[Heading, ...] = (), year: int | None = 2026) -> list[Quantity]:
    return list(quantities.read(ready(clean, headings, year))[0])


@given(TEXTS)
def test_what_is_found_stands_in_its_sentence(clean: str) -> None:
    text = ready(clean, outline(Text(clean, clean, range(len(clean) + 1))), None)
    found, problems = quantities.read(text)
    stones = milestones.read(text)
    for one in (*found, *stones):
        assert one.sentence[0] <= one.start < one.end <= one.sentence[1] <= len(clean)
    for problem in problems:
        assert 0 <= problem.start < problem.end <= len(clean)
    starts = [one.start for one in found]
    assert starts == sorted(starts)


@given(TEXTS)
def test_reading_twice_gives_the_same(clean: str) -> None:
    assert read(clean) == read(clean)


def test_the_area_comes_from_the_heading_above() -> None:
    clean = "云溪镇:\n力争引进项目8个。\n白鹭街道:\n力争引进项目6个。"
    second = clean.index("白鹭")
    headings = (Heading("云溪镇", "", 1, 0, 3), Heading("白鹭街道", "", 1, second, second + 4))
    assert [(one.scope, one.section) for one in read(clean, headings)] == [("云溪镇", 0), ("白鹭街道", 1)]


def test_a_section_that_looks_back_holds_results() -> None:
    clean = "一、上年工作回顾\n引进项目30个。\n二、今年工作安排\n引进项目40个。"
    second = clean.index("二、")
    headings = (
        Heading("上年工作回顾", "一、", 1, 0, 8),
        Heading("今年工作安排", "二、", 1, second, second + 8),
    )
    assert [one.kind for one in read(clean, headings)] == ["actual", "target"]


def test_a_task_in_a_section_of_results_is_a_target_where_what_has_come_of_it_follows() -> None:
    clean = (
        "一、重点任务进展情况\n1.新认定企业8家。前三季度，认定3家。\n2.新修道路12公里。\n"
        "3.改造水厂2座，新建泵站3座。目前已改造1座。"
    )
    found = read(clean, (Heading("重点任务进展情况", "一、", 1, 0, 10),))
    assert [str(one.value) for one in found if one.kind == "target"] == ["8", "2", "3"]


def test_the_number_of_a_task_is_sought_on_its_own_line() -> None:
    told = "一、重点任务进展情况\n" + "各单位按照要求抓好落实。" * 40
    found = read(
        f"{told}新认定企业8家。前三季度，认定3家。", (Heading("重点任务进展情况", "一、", 1, 0, 10),)
    )
    assert {one.kind for one in found} == {"actual"}


def test_a_paragraph_that_looks_back_holds_results_until_it_looks_ahead() -> None:
    clean = "2025年,全区引进项目30个。新增企业12家。下一步,将引进项目40个。"
    assert [one.kind for one in read(clean)] == ["actual", "actual", "target"]


@pytest.mark.parametrize(("year", "period"), [(2026, "2026-06"), (None, "MM=06")])
def test_a_month_needs_the_plans_year(year: int | None, period: str) -> None:
    (found,) = read("6月底前新建道路3条。", year=year)
    assert found.period == period


def test_the_year_spoken_of_as_coming_is_taken_when_the_document_has_none() -> None:
    past, coming = read("2025年新增企业12家。2026年,全区将新增企业15家。", year=None)
    assert (past.kind, past.period, coming.kind, coming.period) == ("actual", "2025", "target", "year")


def test_a_number_without_an_indicator_is_a_problem() -> None:
    clean = "增长12%。"
    found, problems = quantities.read(ready(clean))
    assert found == () and [problem.code for problem in problems] == ["no-indicator"]
    assert "12%" in problems[0].sentence


@pytest.mark.parametrize(
    ("title", "behind"),
    [
        ("2025年工作回顾", True),
        ("2025年重点工作完成情况", True),
        ("主要成效", True),
        ("2025年工作总结和2026年工作计划", False),
        ("2026年重点工作安排", False),
        ("突出招大引强", False),
    ],
)
def test_a_heading_says_whether_it_looks_back(title: str, behind: bool) -> None:
    assert tense.is_retrospective(title) is behind


@pytest.mark.parametrize(
    "piece", ["新引进项目25个,力争完成投资30亿元、", "年底前年底前加快建设并在", "“25个", "(25个", "6月底前,"]
)
def test_a_sentence_that_never_ends_is_read_in_bounded_pieces(piece: str) -> None:
    clean = piece * 300
    found, _ = quantities.read(ready(clean))
    assert all(one.sentence[1] - one.sentence[0] <= LONGEST for one in found)


@pytest.mark.parametrize(
    ("below", "kind"),
    [
        ("去年,全区新签约项目58个。", "actual"),
        ("今年,全区将新签约项目58个。", "target"),
        ("去年,全区新签约项目57个。", "target"),
        ("去年,全区新签约项目58个。今年,将新签约项目58个。", "target"),
        ("组织推介活动。" * 120 + "去年,全区新签约项目58个。", "target"),
    ],
)
def test_a_title_is_a_result_where_only_a_result_below_it_says_the_same(below: str, kind: str) -> None:
    assert read("云溪区新签约项目58个\n" + below)[0].kind == kind


def test_a_line_with_an_end_mark_is_no_title() -> None:
    assert read("云溪区新签约项目58个。\n去年,全区新签约项目58个。")[0].kind == "target"


def test_a_time_above_heads_the_lines_up_to_the_next_heading() -> None:
    clean = "3月份\n新开工项目8个。\n二、招商引资\n新签约项目9个。"
    second = clean.index("二、")
    headings = (Heading("招商引资", "二、", 1, second, second + 6),)
    assert [one.period for one in read(clean, headings)] == ["2026-03", None]


def test_a_time_above_heads_no_more_than_a_page() -> None:
    clean = "3月份\n" + "组织推介活动。\n" * 200 + "新签约项目9个。"
    assert [one.period for one in read(clean)] == [None]


@pytest.mark.parametrize(
    "table",
    [
        "指标\t单位\t2026年目标\n税收\t亿元\t12\n产值\t亿元\t90",
        "指标 | 单位 | 2026年目标 |\n税收 | 亿元 | 12 |\n产值 | 亿元 | 90 |",
        "指标    单位    2026年目标\n税收    亿元    12\n产值    亿元    90",
        "|\n指标 |\n单位 |\n2026年目标 |\n|\n税收 |\n亿元 |\n12 |\n|\n产值 |\n亿元 |\n90 |",
    ],
)
def test_a_table_is_read_the_same_however_its_cells_are_kept(table: str) -> None:
    found = read("云溪镇2026年主要目标\n" + table + "\n以上目标年底考核。")
    assert [(one.indicator, one.value, one.unit, one.period) for one in found] == [
        ("税收", 12, "亿元", "year"),
        ("产值", 90, "亿元", "year"),
    ]


@given(TEXTS)
def test_cells_stand_where_they_say(text: str) -> None:
    for line in grids.lines("指标\t单位\n" + text, 0, len(text) + 6):
        for cell in line.cells:
            assert ("指标\t单位\n" + text)[cell.start : cell.end] == cell.text


def test_size_columns_promise_nothing() -> None:
    table = "序号\t项目名称\t总投资(万元)\t年度投资(万元)\t责任单位\n1\t云溪水厂\t9000\t3000\t水务局"
    assert [(one.indicator, one.value) for one in read(table)] == [("云溪水厂年度投资", 3000)]


@pytest.mark.parametrize(
    ("title", "indicator"),
    [("做强电子信息产业", "电子信息产业产值"), ("壮大主导产业", "产值"), ("狠抓项目建设", "产值")],
)
def test_a_bare_output_is_that_of_the_industry_above(title: str, indicator: str) -> None:
    clean = f"(一){title}。\n力争产值达到90亿元，税收增长5%。"
    found = read(clean, outline(Text(clean, clean, range(len(clean) + 1))))
    assert [one.indicator for one in found] == [indicator, "税收"]

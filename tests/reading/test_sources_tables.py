"""Workbooks of tasks: rows as lines that the reader's tables understand, each cell with its sheet and name."""

from __future__ import annotations

import datetime

import pytest
import xlsxwriter

from luoshi.reading import reader
from luoshi.reading.model import Quantity
from luoshi.reading.sources import errors, load
from luoshi.reading.sources.grids import said_below
from tests.reading import source_files as files

HEAD = ("指标", "单位", "目标", "责任单位", "完成时限")


def book(data: xlsxwriter.Workbook) -> None:
    """A title over all columns, a unit merged over two rows, a share, a date; then a hidden and a second sheet."""
    share, day = data.add_format({"num_format": "0.0%"}), data.add_format({"num_format": 'yyyy"年"m"月"'})
    sheet = data.add_worksheet("目标")
    sheet.merge_range("A1:E1", "云溪高新区2026年目标任务分解表")
    sheet.write_row("A2", HEAD)
    sheet.write_row("A3", ("规上工业总产值", "亿元", 64))
    sheet.write_row("A4", ("规上工业增加值增速", "%"))
    sheet.write("C4", 0.098, share)
    sheet.merge_range("D3:D4", "经济发展局、统计站")
    sheet.write("E3", "年底前")
    sheet.write_datetime("E4", datetime.date(2026, 6, 30), day)
    sheet.write_row("A6", ("新签约亿元以上项目", "个", "≥25", "招商局", "6月底前"))
    hidden = data.add_worksheet("底稿")
    hidden.write("A1", "作废目标100亿元")
    hidden.hide()
    data.add_worksheet("空表")
    data.add_worksheet("任务").write_row("B3", ("任务", "第一行\n第二行", True))


def test_rows_become_lines_and_cells_have_places() -> None:
    found = load(files.workbook(book), "plan.xlsx")
    assert found.kind == "xlsx"
    assert found.text.split("\n") == [
        "云溪高新区2026年目标任务分解表",
        "指标\t单位\t目标\t责任单位\t完成时限",
        "规上工业总产值\t亿元\t64\t经济发展局、统计站\t年底前",
        "规上工业增加值增速\t%\t9.8%\t经济发展局、统计站\t2026年6月30日",
        "新签约亿元以上项目\t个\t≥25\t招商局\t6月底前",
        "",
        "\t任务\t第一行 第二行\t是",
    ]
    assert found.place(found.text.index("9.8%")) == "工作表“目标”C4 单元格"
    assert found.place(found.text.index("第一行")) == "工作表“任务”C3 单元格"


def test_a_hidden_sheet_is_told_and_not_read() -> None:
    found = load(files.workbook(book), "plan.xlsx")
    assert "作废" not in found.text
    (problem,) = found.problems
    assert "“底稿”是隐藏的" in problem.sentence and 0 <= problem.start <= problem.end <= len(found.text)


def test_the_reader_finds_the_targets_of_a_workbook() -> None:
    found = load(files.workbook(book), "plan.xlsx")
    targets = [one for one in reader.read(found.text).commitments if isinstance(one, Quantity)]
    assert [
        (t.indicator, str(t.value), t.unit, t.basis, t.comparator, t.actors, t.period) for t in targets
    ] == [
        ("规上工业总产值", "64", "亿元", "level", "eq", ("经济发展局", "统计站"), "year-end"),
        ("规上工业增加值", "9.8", "%", "growth", "eq", ("经济发展局", "统计站"), "2026-06"),
        ("新签约亿元以上项目", "25", "个", "level", "ge", ("招商局",), "2026-06"),
    ]
    assert found.place(targets[-1].start) == "工作表“目标”C6 单元格"


@pytest.mark.parametrize("form", ["0%", "0.00%", "0.0%;[Red]-0.0%", '"约"0.0%'])
def test_a_share_is_read_as_it_is_shown(form: str) -> None:
    def fill(data: xlsxwriter.Workbook) -> None:
        data.add_worksheet("表").write("A1", 0.098, data.add_format({"num_format": form}))

    assert load(files.workbook(fill), "a.xlsx").text == "9.8%"


@pytest.mark.parametrize("form", ["0.000", '0.000"%"', r"0.000\%", "General"])
def test_a_number_with_another_format_stays_as_it_is(form: str) -> None:
    def fill(data: xlsxwriter.Workbook) -> None:
        data.add_worksheet("表").write("A1", 0.098, data.add_format({"num_format": form}))

    assert load(files.workbook(fill), "a.xlsx").text == "0.098"


def test_whole_numbers_have_no_point_and_large_ones_no_exponent() -> None:
    data = files.workbook(lambda book: book.add_worksheet("表").write_row("A1", (64.0, 1.5e16, 12.50, -3)))
    assert load(data, "a.xlsx").text == "64\t15000000000000000\t12.5\t-3"


def test_an_old_workbook_with_its_shares() -> None:
    data = files.old_workbook("目标", [HEAD[:3], ("产值增速", "%", (0.098,)), ("产值", "亿元", 64.0)])
    for name in ("plan.xls", "plan.et"):
        found = load(data, name)
        assert (found.kind, found.text) == ("xls", "指标\t单位\t目标\n产值增速\t%\t9.8%\n产值\t亿元\t64")
        assert found.place(found.text.index("64")) == "工作表“目标”C3 单元格"


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("招商局、经济发展局", True), ("6月底前", True), ("2026年12月31日前", True), ("2026-06-30", True), ("三季度", True), ("2季度末", True),
        ("“十五五”末", True), ("64", False), ("25个", False), ("完成投资64亿元", False), ("增长9.8%", False), ("6月底前签约25个", False),
    ],
)  # fmt: skip
def test_what_a_merged_cell_says_for_its_rows(text: str, below: bool) -> None:
    assert said_below(text) is below


def test_cells_far_away_are_no_table() -> None:
    def far(data: xlsxwriter.Workbook) -> None:
        sheet = data.add_worksheet("远")
        sheet.write("A1", "指标")
        sheet.write("ZZ60000", "x")

    def below(data: xlsxwriter.Workbook) -> None:
        sheet = data.add_worksheet("远")
        sheet.write("A1", "指标")
        sheet.write("A60000", "产值")

    with pytest.raises(errors.SourceError) as caught:
        load(files.workbook(far), "a.xlsx")
    assert isinstance(caught.value, errors.OversizedSource | errors.OutOfLimits)
    assert load(files.workbook(below), "a.xlsx").text == "指标\n产值"

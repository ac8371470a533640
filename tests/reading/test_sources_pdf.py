"""PDF files: lines, paragraphs over lines and pages, ruled tables, what is the page's own, pictures of pages."""

from __future__ import annotations

from typing import Any

import pytest

from luoshi.reading.sources import errors, load, pdf
from luoshi.reading.sources.layout import Line, Page, Table
from luoshi.reading.sources.stretches import source
from tests.reading import source_files as files
from tests.reading.source_files import Words

LEFT, SIZE, WIDTH = 80.0, 12.0, 36  # a page of 36 characters a line
PROSE = "围绕新能源、电子信息两大主导产业，力争新签约亿元以上项目25个，完成固定资产投资64亿元，规上工业总产值增长9.8%，"


def typeset(*paragraphs: str, top: float = 740.0, indent: int = 2) -> list[Words]:
    """Paragraphs as a program sets them: the first line indented, every line as full as it gets."""
    placed: list[Words] = []
    for text in paragraphs:
        first, rest = text[: WIDTH - indent], text[WIDTH - indent :]
        placed.append((LEFT + indent * SIZE, top, SIZE, first))
        for at in range(0, len(rest), WIDTH):
            top -= 20
            placed.append((LEFT, top, SIZE, rest[at : at + WIDTH]))
        top -= 20
    return placed


def text(*pages: list[Words], **about: Any) -> str:
    return load(files.pdf(pages, **about), "plan.pdf").text


def test_the_lines_of_a_paragraph_are_joined_and_paragraphs_stay_apart() -> None:
    paragraphs = (
        "一、突出招商引资",
        PROSE * 3 + "确保开工。",
        "二、推进项目建设",
        PROSE[:34] + "。",
        "附则另定。",
    )
    assert text(typeset(*paragraphs)).split("\n") == list(paragraphs)


def test_a_paragraph_goes_on_over_the_page_and_each_page_has_its_part() -> None:
    paragraphs = ("一、突出招商引资", PROSE * 3 + "确保开工。", PROSE * 2 + "完。")
    placed = typeset(*paragraphs)
    at = 3
    first, second = (
        placed[:at],
        [(x, y + 100, size, said) for x, y, size, said in (line[:4] for line in placed[at:])],
    )
    found = load(files.pdf([first, second]), "plan.pdf")
    assert found.text.split("\n") == list(paragraphs)
    assert [part.place for part in found.parts] == ["第1页", "第2页"]
    assert found.text[found.parts[1].start :].startswith(second[0][3])


def test_paragraphs_that_are_not_indented_end_with_their_sentence() -> None:
    full = "项" * (WIDTH - 1) + "。"
    assert text(typeset(full, full, "续" * WIDTH + "完。", indent=0)).split("\n") == [
        full,
        full,
        "续" * WIDTH + "完。",
    ]


def test_heads_feet_and_numbers_of_pages_are_left_out() -> None:
    pages = [
        [
            (LEFT, 800, 9, "云溪高新区管委会文件"),
            *typeset(f"第{number}节内容如下。", "新签约项目25个。"),
            (280, 60, 9, f"— {number} —" if number < 4 else str(number)),
        ]
        for number in range(1, 5)
    ]
    assert text(*pages) == "\n".join(f"第{number}节内容如下。\n新签约项目25个。" for number in range(1, 5))


def test_a_number_on_its_own_that_counts_no_pages_stays() -> None:
    pages = [typeset(f"目标{number}") + [(280.0, 60.0, 9.0, number)] for number in ("25", "64", "98")]
    assert text(*pages).split("\n") == ["目标25", "25", "目标64", "64", "目标98", "98"]


def test_what_leans_across_the_page_is_left_out() -> None:
    marked = [*typeset("新签约项目25个。"), (200.0, 300.0, 60.0, "内部资料", "0.7 0.7 -0.7 0.7")]
    assert text(marked) == "新签约项目25个。"


TURNS = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}


@pytest.mark.parametrize("drawn", TURNS)
@pytest.mark.parametrize("shown", TURNS)
def test_a_page_turned_in_any_way_is_read_upright(drawn: int, shown: int) -> None:
    """Whether the page is turned or what is drawn on it, or one of them is forgotten."""
    paragraphs = ("一、突出招商引资", PROSE * 2 + "确保开工。")

    def turned(x: float, y: float) -> tuple[float, float]:
        return {0: (x, y), 90: (842 - y, x), 180: (595 - x, 842 - y), 270: (y, 595 - x)}[drawn]

    placed = [
        (*turned(x, y), size, said, TURNS[drawn])
        for x, y, size, said in (w[:4] for w in typeset(*paragraphs))
    ]
    size = (595, 842) if drawn in (0, 180) else (842, 595)
    assert text(placed, rotate=shown, size=size).split("\n") == list(paragraphs)


def test_radicals_of_a_font_are_read_as_the_characters_they_stand_for() -> None:
    assert text([(LEFT, 700, SIZE, "⼀、规上⼯业总产值⻓期增⻓")]) == "一、规上工业总产值长期增长"


EDGES, LEVELS = (80.0, 200.0, 260.0, 320.0, 440.0), (700.0, 670.0, 640.0, 610.0)


def ruled(*, without: tuple[tuple[int, int], ...] = ()) -> str:
    """Rules of a table of three rows and four columns; ``without`` are (row, column) whose upper rule is left out."""
    upright = "".join(f"{x} {LEVELS[-1]} m {x} {LEVELS[0]} l S " for x in EDGES)
    level = "".join(
        f"{EDGES[column]} {y} m {EDGES[column + 1]} {y} l S "
        for row, y in enumerate(LEVELS)
        for column in range(4)
        if (row, column) not in without
    )
    return upright + level


def in_cells(*rows: tuple[str, ...]) -> list[Words]:
    return [
        (EDGES[column] + 4, LEVELS[row] - 14 - 12 * at, 10.0, said)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        for at, said in enumerate(cell.split("/"))
        if said
    ]


def test_a_ruled_table_becomes_rows_of_cells() -> None:
    words = in_cells(
        ("指标", "单位", "目标", "责任单位"),
        ("规上工业/总产值", "亿元", "64", "经济发展局"),
        ("签约", "个", "25", ""),
    )
    placed: list[Words] = [(LEFT, 730, SIZE, "附件"), *words, (LEFT, 580, SIZE, "以上目标按月通报。")]
    assert text(placed, drawn=[ruled()]).split("\n") == [
        "附件", "指标\t单位\t目标\t责任单位", "规上工业总产值\t亿元\t64\t经济发展局", "签约\t个\t25", "以上目标按月通报。",
    ]  # fmt: skip


def test_a_table_of_thin_boxes_and_one_within_a_border_is_the_same() -> None:
    boxes = "".join(f"{x} {LEVELS[-1]} 0.5 {LEVELS[0] - LEVELS[-1]} re f " for x in EDGES)
    boxes += "".join(f"{EDGES[0]} {y} {EDGES[-1] - EDGES[0]} 0.5 re f " for y in LEVELS)
    words = in_cells(
        ("指标", "单位", "目标", "责任单位"),
        ("产值", "亿元", "64", "经济发展局"),
        ("签约", "个", "25", "招商局"),
    )
    cells = "".join(
        f"{left} {low} {right - left} {high - low} re S "
        for left, right in zip(EDGES, EDGES[1:], strict=False)
        for high, low in zip(LEVELS, LEVELS[1:], strict=False)
    )
    assert text(words, drawn=[boxes]) == text(words, drawn=[ruled()]) == text(words, drawn=[cells])
    assert text(words) != text(words, drawn=[boxes])


def test_a_merged_cell_of_a_ruled_table_holds_for_both_rows() -> None:
    words = in_cells(
        ("指标", "单位", "目标", "责任单位"), ("产值", "亿元", "64", "经济发展局"), ("投资", "亿元", "25", "")
    )
    assert text(words, drawn=[ruled(without=((2, 3),))]).endswith("投资\t亿元\t25\t经济发展局")
    assert text(words, drawn=[ruled()]).endswith("投资\t亿元\t25")


def test_a_row_cut_by_the_end_of_the_page_is_one_row() -> None:
    head, cut = ("序号", "指标", "目标", "责任单位"), ("2", "高新技术", "25家", "科技创")
    first = in_cells(head, ("1", "产值", "64亿元", "经济发展局"), cut)
    second = in_cells(
        ("", "企业", "", "新局"), ("3", "投资", "12亿元", "招商局"), ("4", "签约", "8个", "招商局")
    )
    found = text(first, second, drawn=[ruled(), ruled()]).split("\n")
    assert found[2:4] == ["2\t高新技术企业\t25家\t科技创新局", "3\t投资\t12亿元\t招商局"]


def test_a_row_of_its_own_at_the_top_of_a_page_stays_one() -> None:
    head, last = ("序号", "指标", "目标", "责任单位"), ("2", "投资", "25亿元", "招商局")
    first = in_cells(head, ("1", "产值", "64亿元", "经济发展局"), last)
    second = in_cells(
        ("", "小计", "89亿元", ""), ("3", "投资", "12亿元", "招商局"), ("4", "签约", "8个", "招商局")
    )
    found = text(first, second, drawn=[ruled(), ruled()]).split("\n")
    assert found[2:4] == ["2\t投资\t25亿元\t招商局", "\t小计\t89亿元"]


def test_a_picture_of_a_page_is_told_where_other_pages_have_text() -> None:
    data = files.pdf([typeset("新签约项目25个。"), []], picture=(50, 50))
    found = source("pdf", pdf.stretches(data, "plan.pdf"))
    assert found.text == "新签约项目25个。"
    (problem,) = found.problems
    assert problem.sentence.startswith("第2页是扫描图片") and "请" in problem.sentence


def test_a_file_of_pictures_alone_says_what_to_install() -> None:
    with pytest.raises(errors.NoRecogniser) as caught:
        list(pdf.stretches(files.pdf([[], []], picture=(50, 50)), "plan.pdf"))
    assert "2 页都是图片" in str(caught.value) and "pip install rapidocr onnxruntime" in str(caught.value)


def test_what_is_recognised_on_a_picture_stands_in_the_order_of_pages_with_its_doubts() -> None:
    def recognise(_: Any, page: Page) -> list[Line | Table]:
        return [
            Line("投资6４亿元", 60, 700, 200, 712, doubt="请对照原件核实。"),
            Line("完。", 60, 600, 100, 612),
        ]

    data = files.pdf([typeset("新签约项目25个。"), []], picture=(50, 50))
    found = source("pdf", pdf.stretches(data, "plan.pdf", recognise))
    assert found.text == "新签约项目25个。\n投资6４亿元\n完。"
    (problem,) = found.problems
    assert found.text[problem.start : problem.end] == "投资6４亿元" and found.place(problem.start) == "第2页"


BAD = {
    "locked": ({"trailer": f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'00' * 32}>/U<{'00' * 32}>>>/ID[<00><00>]"}, errors.EncryptedSource),
    "giant picture": ({"picture": (60_000, 60_000)}, errors.OversizedSource),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_pdf_that_cannot_be_read_says_why(case: str) -> None:
    about, error = BAD[case]
    with pytest.raises(error) as caught:
        load(files.pdf([[]], **about), "plan.pdf")
    assert "plan.pdf" in str(caught.value) and "请" in str(caught.value)


def test_a_page_without_bounds_is_read_all_the_same() -> None:
    assert text(typeset("新签约项目25个。"), size=(99999999999, 99999999999)) == "新签约项目25个。"


def test_more_pages_than_a_plan_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = files.pdf([typeset("一")] * 3)
    assert [one.text for one in pdf.stretches(data, "plan.pdf") if one.text] == ["一"] * 3
    monkeypatch.setattr(pdf, "PAGES_MOST", 2)
    with pytest.raises(errors.OversizedSource) as caught:
        list(pdf.stretches(data, "plan.pdf"))
    assert "有 3 页" in str(caught.value)

"""Line breaks inside sentences are taken out, and every place still leads back to the text as given."""

from __future__ import annotations

import pytest

from luoshi.reading.model import Quantity
from luoshi.reading.reader import read
from luoshi.reading.repairs import repair

PLAN = (
    "云溪高新区全年力争新引进亿元以上项目33个,其中10亿元以上项目4个,实现到位资金52亿元,规上工业总产值增长9%以上。"
    "加快推进云溪大道北延、柳塘路改造等配套工程建设,确保海拓电子二期、凌云装备产业园等7个项目年底前竣工投产。"
    "收储土地900亩,盘活闲置厂房3万平方米,建成标准厂房12万平方米,新增融资20亿元,净增规上工业企业11家。"
    "推行一窗受理、并联审批,优化要素保障,健全项目包联机制,及时协调解决企业用工、用能、融资等困难,营造良好营商环境。"
)


def wrapped(text: str, width: int) -> str:
    """The text on a page of fixed width."""
    lines, columns = [""], 0
    for char in text:
        columns += 1 if char.isascii() else 2
        if columns > 2 * width:
            lines.append("")
            columns = 1 if char.isascii() else 2
        lines[-1] += char
    return "\n".join(lines)


def figures(text: str) -> list[tuple[str, str, str]]:
    """Each number read: indicator, value, and the text as given at its place."""
    found = read(text, year=2026).commitments
    return [
        (one.indicator, str(one.value), text[one.start : one.end])
        for one in found
        if isinstance(one, Quantity)
    ]


@pytest.mark.parametrize("width", [26, 30, 34])
def test_a_page_of_fixed_width_reads_like_the_text_itself(width: int) -> None:
    whole, page = figures(PLAN), figures(wrapped(PLAN, width))
    assert len(whole) == 10
    assert [(indicator, value) for indicator, value, _ in page] == [
        (indicator, value) for indicator, value, _ in whole
    ]
    assert all(written.replace("\n", "") == value for _, value, written in page)


def test_every_break_taken_out_is_listed() -> None:
    text = repair(wrapped(PLAN, 30))
    assert text.clean == PLAN
    assert {one.kind for one in text.repairs} == {"line-break"}
    assert all(text.raw[one.start : one.end] == one.before for one in text.repairs)


#: As a reading aid left the plan before its page was made.
SOUNDS = {
    "区": "區(qū)",
    "个": "個(gè)",
    "业": "業(yè)",
    "项": "項(xiàng)",
    "产": "產(chǎn)",
    "设": "設(shè)",
    "标": "標(biāo)",
    "现": "現(xiàn)",
    "规": "規(guī)",
}
SOUNDED = "".join(SOUNDS.get(char, char) for char in PLAN)


@pytest.mark.parametrize("width", [26, 30, 34])
@pytest.mark.parametrize("parting", ["\n", "\r\n", " "], ids=["lines", "carriage returns", "made blanks"])
def test_a_page_with_pinyin_is_measured_as_it_was_given(width: int, parting: str) -> None:
    """Brackets, too, are broken there; where a break fell into one, it goes with it."""
    text = repair(wrapped(SOUNDED, width).replace("\n", parting))
    assert text.clean == PLAN
    assert {one.kind for one in text.repairs} - {"blank"} == {"line-break", "pinyin", "traditional"}
    assert any(parting in one.before for one in text.repairs.of("pinyin"))


def test_breaks_that_became_blanks_are_taken_out_on_a_page_of_fixed_width_only() -> None:
    assert repair(wrapped(PLAN, 28).replace("\n", " ")).clean == PLAN
    parted = PLAN.replace("。", "。 ").replace("，", "， ").replace(",", ", ").strip()
    assert repair(parted).clean == parted


@pytest.mark.parametrize(
    "text",
    [
        "围绕现代产业体系建链延链,以梯次培育为牵引,筑牢实体经济之基\n着力破解招引难题。整合优化产业政策,统筹安排资金。",
        "坚持项目为王、要素为先。加快推进园区道路建设和管网改造\n一、突出招商引资,全年外出招商不少于20次。",
        "坚持项目为王、要素为先。加快推进园区道路建设和管网改造\n●新增公共停车位300个,改造老旧小区5个。",
        "指标名称与计量单位以及上年实绩和本年目标\t单位\t目标\n规上工业总产值与固定资产投资的合计数\t亿元\t64",
        "云溪高新区2026年工作要点\n今年全区经济工作稳中求进。",
    ],
)
def test_headings_items_and_tables_keep_their_lines(text: str) -> None:
    assert repair(text).clean.count("\n") == 1


def test_a_few_lines_show_a_page_where_they_are_equally_wide() -> None:
    words = "【招商引资】坚持大员招商，围绕主导产业绘制招商地图，全年力争引进项目120个、合同引资300亿元，其中制造业项目占一半以上。"
    assert repair(wrapped(words, 24)).clean.count("\n") == 0
    uneven = "紧盯主导产业链上的薄弱环节绘制招商地图\n组织专班外出对接并梳理一批在谈线索，逐项明确责任\n按月调度推进情况"
    assert repair(uneven).clean.count("\n") == 2

"""Who answers for what: the units that a sentence, a line below it or its heading names."""

from __future__ import annotations

import pytest

from luoshi.reading.actors import of_passage
from luoshi.reading.reader import read

_PASSAGES = {
    "（责任单位：招商局；配合单位：财政局、各镇街）": ("招商局", "财政局", "各镇街"),
    "（牵头单位：招商局，责任单位：财政局、项目办，完成时限：年底前）": ("招商局", "财政局", "项目办"),
    "（牵头单位：招商局 配合单位：财政局 完成时间：11月底前）": ("招商局", "财政局"),
    "责任单位：招商局（牵头）、财政局、项目办（配合）": ("招商局", "财政局", "项目办"),
    "责任单位：林业局、各镇（街道）": ("林业局", "各镇（街道）"),
    "[责任部门：招商局]": ("招商局",),
    "【责任单位】招商局、财政局": ("招商局", "财政局"),
    "〔建设局、城投公司负责，10月底前完成〕": ("建设局", "城投公司"),
    "新增就业300人，人社局牵头负责，各镇街配合。": ("人社局",),
    "新建学校2所（教育局）。": ("教育局",),
    # nobody, or more than one can be told apart here
    "新建学校2所（教育局），改造卫生院5家（卫健局）。": (),
    "全面落实单位责任，加强领导。": (),
    "责任单位": (),
}


@pytest.mark.parametrize(("passage", "units"), _PASSAGES.items())
def test_a_passage_names_its_units(passage: str, units: tuple[str, ...]) -> None:
    assert of_passage(passage) == units


def test_lines_below_an_item_and_a_note_behind_a_heading_name_who_answers() -> None:
    text = (
        "一、抓招商（责任单位：招商局）\n新签约项目30个。\n（一）抓落地\n1.新开工项目20个。\n牵头领导：林昭\n"
        "牵头单位：项目办\n完成时间：11月底前\n二、抓服务\n走访企业50家。\n"
    )
    found = [(one.value, one.actors, one.period) for one in read(text).commitments if one.kind == "target"]
    assert [who for _, who, _ in found] == [("招商局",), ("项目办",), ()]
    assert found[1][2] == "MM=11"

"""Numbers that may be typed into a document, and those that only the data may say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.reports.digits import typed_figure

FREE = (
    "截至2026年6月底",
    "2026年度",
    "2026年6月5日印发",
    "6月5日前报送",
    "1—6月累计",
    "请于下月 5 日前完成",
    "督查通报〔2026〕6号",
    "简报〔2026〕第 12 期",
    "其余见附件 1",
    "1.抓招商",
    "（1）抓招商",
    "一是抓招商。（2）抓开工",
    "《云溪高新区2026年100项工作要点》",
    "12345热线和PM2.5、5G",
    "落实“五个一”机制，“三个清单”",
    "一项重要工作，一个专班",
    "自印发之日起一周内",
    "第三项、第十三项任务",
    "千家万户，单位：万元",
    "亿元以上项目",
)
FIGURES = {
    "本月红灯 3 项": "3 项",
    "完成 75.0%": "75.0%",
    "累计１２亿元": "１２亿元",
    "超前6.3个百分点": "6.3个百分点",
    "用了6个月": "6个月",
    "还差 5 日": "5 日",
    "增长百分之五": "百分之五",
    "亮红灯的有三项": "三项",
    "投入十二万元": "十二万元",
    "新增两家企业": "两家",
    "共③项": "③项",
    "到2026个": "2026个",
    "附件共 5 项": "5 项",
    "拨打123456": "123456",
    "落实“红灯5项”": "5项”",
    "²": "²",
}


@pytest.mark.parametrize("text", FREE)
def test_what_is_no_figure_may_be_typed(text: str) -> None:
    assert typed_figure(text) == ""


@pytest.mark.parametrize("text,found", FIGURES.items())
def test_a_figure_is_found(text: str, found: str) -> None:
    assert typed_figure(text) == found


@given(st.integers(0, 10**9), st.sampled_from(["项", "家", "亿元", "%", "个百分点", ""]))
def test_every_number_before_a_unit_is_found(number: int, unit: str) -> None:
    assert typed_figure(f"本月完成 {number} {unit}") != ""


@given(st.text(alphabet="红黄绿灯目标完成落后，。；：（）“”《》〔〕 "))
def test_a_text_without_numbers_is_free(text: str) -> None:
    assert typed_figure(text) == ""

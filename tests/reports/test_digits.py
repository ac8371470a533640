"""Numbers that may be typed into a document, and those that only the data may say."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.reports import errors, numerals, wording
from luoshi.reports.defaults import SHIPPED
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
    "《云溪高新区2026年工作要点》",
    "《关于2026年6月重点工作推进情况的通报》",
    "《云溪高新区“十四五”规划》和《十五五规划纲要》",
    "12345热线和PM2.5、5G",
    "落实“五个一”机制，“三个清单”",
    "一项重要工作，一个专班",
    "自印发之日起一周内",
    "第三项、第十三项任务",
    "千家万户，单位：万元",
    "亿元以上项目",
    "落实“十四五”规划，推进“双十”项目，实行“一网通办”",
    "执行“三办法一考核”，实施“百千万工程”",
    "“两个确立”“四张清单”",
    "一、总体情况",
    "十一、保障措施",
    "（十二）其他",
    "十一是抓保障",
    "二季度、上半年、前三季度、十月、十二月底",
    "二〇二六年十二月五日",
    "下月五日前",
    "详见附件十一",
    "三方意见不一致，统一成立专班",
    "一座变电站、一批项目、一次性办结",
    "第十二次会议",
    "十四五项目",
    "单位：万亩、千米、千瓦时",
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
    "增长五一%": "五一%",
    "完成十四五项目标": "十四五项目标",
    "附件5个": "5个",
    "附件十二个": "十二个",
    "用了1000年": "1000年",
    "历时两年": "两年",
    "历时五日": "五日",
    "印发《云溪高新区2026年100项工作要点》": "100项工作要点》",
    "《完成120项》": "120项》",
    "《完成十二项》": "十二项》",
    "《完成三项》": "三项",
    "完成投资“五十亿元”": "五十亿元”",
    "完成投资“五十”亿元": "五十”亿元",
    "完成“五十”": "五十”",
    "建成“三座”变电站": "三座",
    "“二〇”座": "二〇”座",
    "建成十二座变电站": "十二座变电站",
    "共十二所学校": "十二所学校",
    "三分之二的项目已开工": "三分之二",
    "增长两位数": "两位数",
    "百分之【】": "百分之",
    "降低三成": "三成",
    "降低一成": "一成",
    "增长一倍": "一倍",
    "投入一万元": "一万元",
    "提高一个百分点": "一个百分点",
    "十余家企业": "十余家",
    "百家企业": "百家",
    "一半以上": "一半",
    "三点五": "三点五",
    "五 十 亿 元": "五 十 亿 元",
    "投入叁拾万": "叁拾万",
    "红灯（十二）": "十二",
    "三百亿级": "三百亿级",
    "第三、四项": "四项",
    "\ufffc万家": "万家",
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


CHINESE = st.lists(st.sampled_from("一二三四五六七八九十百千万亿"), min_size=1, max_size=5).map("".join)
NUMBERS = st.one_of(
    st.decimals(0, 10**6, places=2).map(str),
    st.integers(0, 10**6).map(str),
    CHINESE.filter(
        lambda text: len(text) > 1 or text not in "一百千万亿"
    ),  # 一项 has an article, 万元 is a unit
)
UNITS = tuple(
    sorted({*numerals.MEASURES, *numerals.COUNTERS} - {"年", "日"})
)  # 2026年 and 本月五日 are dates


def wordings(data: object) -> Iterator[str]:
    """Every text of a template that is wording."""
    if isinstance(data, dict):
        for name, value in data.items():
            if isinstance(value, str) and name in ("say", "heading", "title"):
                yield value
            yield from wordings(value)
    elif isinstance(data, list):
        for each in data:
            yield from wordings(each)


def places(text: str) -> list[int]:
    """Where something may be typed: not within a placeholder or a condition, and not after what makes an ordinal."""
    masked = re.sub("【[^】]*】|｛[^？]*？", lambda found: "\0" * len(found.group()), text)
    return [at for at in range(len(text) + 1) if masked[at : at + 1] != "\0" and masked[at - 1 : at] != "第"]


SENTENCES = sorted({text for each in SHIPPED for text in wordings(each.to_data())})


@given(st.sampled_from(SENTENCES), NUMBERS, st.sampled_from(UNITS), st.data())
def test_a_number_typed_anywhere_into_what_is_shipped_is_refused(
    sentence: str, number: str, unit: str, data: st.DataObject
) -> None:
    at = data.draw(st.sampled_from(places(sentence)))
    wording.written(sentence, "正文")
    with pytest.raises(errors.TypedFigure):
        wording.written(f"{sentence[:at]}{number}{unit}{sentence[at:]}", "正文")


@given(
    NUMBERS, st.sampled_from(UNITS), st.sampled_from(["《完成{}》", "完成“{}”", "（{}）", "“十四五”完成{}"])
)
def test_no_bracket_hides_a_number(number: str, unit: str, around: str) -> None:
    assert typed_figure(around.format(number + unit)) != ""


@pytest.mark.parametrize("word", numerals.FIXED_WORDS)
def test_a_fixed_word_is_free_and_hides_no_number(word: str) -> None:
    assert typed_figure(f"按{word}要求") == typed_figure(f"《{word}》") == typed_figure(f"“{word}”") == ""
    assert typed_figure(f"{word}十二座") != "" and typed_figure(f"三十{word}") != ""


@given(st.text(alphabet="红黄绿灯目标完成落后，。；：（）“”《》〔〕 "))
def test_a_text_without_numbers_is_free(text: str) -> None:
    assert typed_figure(text) == ""

"""The wording of a template as an office edits it, line by line, and back."""

from __future__ import annotations

import pytest

from luoshi.reports import defaults, errors, textform
from luoshi.reports.templates import Template
from luoshi.reports.textform import Words
from luoshi.rules.errors import RulesError

SHIPPED = pytest.mark.parametrize("template", defaults.SHIPPED, ids=lambda each: each.code)


@SHIPPED
def test_what_is_not_reworded_stays(template: Template) -> None:
    words = textform.words_of(template)
    again = Template.from_data(template.to_data() | textform.data_of(template, words))
    assert textform.words_of(again) == words
    assert (again.lists, again.phrases, again.attachments) == (
        template.lists,
        template.phrases,
        template.attachments,
    )


def test_a_text_makes_sections() -> None:
    text = "开头的话。\n\n# 总体情况\n**一是。**抓招商。\n〖表：红榜〗\n## 其中\n〖图：单位平均完成率〗\n"
    assert textform.sections(text) == [
        {"body": [{"say": "开头的话。"}]},
        {
            "heading": "总体情况",
            "level": 1,
            "body": [{"lead": "一是。", "say": "抓招商。"}, {"table": "红榜"}],
        },
        {"heading": "其中", "level": 2, "body": [{"chart": "单位平均完成率"}]},
    ]


def test_what_lists_say_is_reworded_by_its_key() -> None:
    words = textform.words_of(defaults.BULLETIN)
    keys = {each.owner: each.key for each in textform.sayings(defaults.BULLETIN)}
    said = {**words.sayings, keys["清单“红榜清单”"]: "【单位】"}
    made = Template.from_data(
        defaults.BULLETIN.to_data() | textform.data_of(defaults.BULLETIN, Words("标题", "", words.body, said))
    )
    assert made.addressee.text == ""
    listing = next(each for each in made.lists if each.name == "红榜清单")
    assert listing.cases[0].say.text == "【单位】"
    assert made.phrases == defaults.BULLETIN.phrases


@pytest.mark.parametrize(
    "text,problem,sentence",
    [
        ("", errors.NothingSaid, "正文是空的"),
        ("# ", errors.BadLine, "正文第 1 行“#”写法不对"),
        ("##### 五级", errors.BadLine, "第 1 行"),
        ("好\n〖表 红榜〗", errors.BadLine, "第 2 行"),
        ("**只有标记**", errors.BadLine, "第 1 行"),
        ("好\n\n红灯 3 项", errors.TypedFigure, "正文第 3 行里写了数“3 项”"),
        ("# 3项工作", errors.TypedFigure, "正文第 1 行"),
        ("**3项**工作", errors.TypedFigure, "正文第 1 行"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(
    text: str, problem: type[RulesError], sentence: str
) -> None:
    with pytest.raises(problem) as refused:
        textform.sections(text)
    assert sentence in str(refused.value)

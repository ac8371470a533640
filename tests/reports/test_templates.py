"""Templates are data: read, written, refused with the place; and what is made of them."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

import pytest

from luoshi.reports import bulletin, charts, defaults, errors, tables, targets, typed, vocabulary
from luoshi.reports.document import Chart, Heading, Official, Paragraph, Table
from luoshi.reports.facts import MonthFacts
from luoshi.reports.templates import Template
from luoshi.rules.errors import MissingField, RulesError, UnknownFields
from tests.reports.facts_of_a_month import month, target

FACTS = MonthFacts.of(month())
SHIPPED = pytest.mark.parametrize("template", defaults.SHIPPED, ids=lambda each: each.code)


def template(**changes: object) -> dict[str, Any]:
    """A small template as data."""
    return {
        "code": "note",
        "name": "便函",
        "version": "1",
        "effective_from": "2026-01-01",
        "mark": "BH",
        "title": "关于【月份】亮灯情况的便函",
        "sections": [{"heading": "情况", "body": [{"say": "本月亮红灯 【红灯.数】 项。"}]}],
    } | changes


def said(data: Mapping[str, Any], facts: MonthFacts = FACTS) -> list[str]:
    official = bulletin.compose(facts, Template.from_data(data))
    return [block.text for block in official.body if isinstance(block, Heading | Paragraph)]


def body(*parts: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    return template(sections=[{"heading": "情况", "body": [*parts]}], **more)


def test_works() -> None:
    made = bulletin.compose(FACTS, Template.from_data(template()))
    assert (made.title, made.head, made.number) == ("关于2026年10月亮灯情况的便函", "", "")
    assert said(template()) == ["一、情况", "本月亮红灯 1 项。"]


@SHIPPED
def test_what_is_shipped_is_read_and_written(template: Template) -> None:
    assert Template.from_data(template.to_data()) == template


@SHIPPED
def test_what_is_shipped_speaks_of_any_month(template: Template) -> None:
    """Of a full month, of one in which nothing is known, and of one without targets."""
    unknown = month() | {"targets": [target("1", "甲", "grey", None)], "red": [], "black": []}
    for data in (month(), unknown, month() | {"targets": [], "red": [], "black": []}):
        made = bulletin.compose(MonthFacts.of(data), template)
        paragraphs = [block for block in made.body if isinstance(block, Paragraph)]
        assert paragraphs and made.title
        assert not any(mark in each.text for each in paragraphs for mark in "【】｛｝？")


@SHIPPED
def test_every_number_of_what_is_shipped_leads_somewhere(template: Template) -> None:
    for block in bulletin.compose(FACTS, template).body:
        for piece in block.pieces if isinstance(block, Paragraph) else ():
            typed = piece.text.replace("附件 1", "").replace("下月 5 日", "")
            free = {*FACTS.plan, *FACTS.rule, *str(FACTS.month)}
            assert piece.key or not any(each.isdigit() and each not in free for each in typed), piece


def test_every_name_that_may_be_used_has_a_figure() -> None:
    known = vocabulary.of(FACTS)
    assert {*known.figures} == {*vocabulary.names()}
    assert {*known.groups} == {*vocabulary.GROUPS}
    full = MonthFacts.of(month() | {"places": [{"unit": "甲", "rank": 1, "completion": "9", "green": 1, "yellow": 0, "red": 0, "rank_before": 2}]})  # fmt: skip
    for name, items in vocabulary.of(full).groups.items():
        for item in items:
            assert (*item.figures,) == vocabulary.FIELDS[vocabulary.GROUPS[name]], name
    assert (*targets.item(FACTS.targets[0], 202610).figures,) == targets.FIELDS


def test_headings_are_counted_by_level_and_empty_ones_are_not() -> None:
    sections = [
        {"heading": "甲"},
        {"heading": "｛黑榜.数 = 0？乙｝"},
        {"heading": "丙"},
        {"heading": "丁", "level": 2},
        {"heading": "戊", "level": 2},
        {"heading": "己", "level": 3},
        {"heading": "庚", "level": 4},
        {"heading": "辛"},
        {"heading": "壬", "level": 2},
    ]
    assert said(template(sections=sections)) == [
        "一、甲", "二、丙", "（一）丁", "（二）戊", "1. 己", "（1）庚", "三、辛", "（一）壬",
    ]  # fmt: skip


def test_a_paragraph_that_comes_to_nothing_is_left_out() -> None:
    assert said(body({"lead": "特别提示：", "say": "｛红灯.数 > 5？红灯很多。｝"})) == ["一、情况"]


def test_a_list_is_ordered_cut_and_counted() -> None:
    listing = {"name": "差的", "of": "目标", "by": "时序差", "most": 2, "cases": [{"say": "【指标】"}]}
    text = "最差的：【差的】，还有 【差的.其余】 项，共 【差的.数】 项"
    assert said(body({"say": text}, lists=[listing]))[1] == (
        "最差的：盘活闲置低效用地；新建标准厂房，还有 3 项，共 5 项"
    )
    first = listing | {"first": "high", "most": 1, "between": "、"}
    assert said(body({"say": "最好的：【差的】"}, lists=[first]))[1] == "最好的：境内到位资金"


def test_what_turned_since_the_month_before_may_be_named() -> None:
    turned = [
        target("1", "甲", "red", "-30", colour_before="yellow", completion="50", completion_before="47.5", run=1),
        target("2", "乙", "green", "2", colour_before="red", completion="80", completion_before="70", run=1),
        target("3", "丙", "yellow", "-9", colour_before="yellow", completion="40", completion_before="41", run=3),
    ]  # fmt: skip
    facts = MonthFacts.of(month() | {"targets": turned})
    listing = {
        "name": "例外清单",
        "of": "例外",
        "cases": [
            {"say": "【指标】由【上月灯】转【灯色】，完成率｛较上月 > 0？提高｜下降｝ 【较上月】 个百分点"}
        ],
    }
    text = "转差 【转差.数】 项，转好 【转好.数】 项，红灯比上月｛红灯.增减 = 0？持平｜变动 【红灯.增减】 项｝：【例外清单】"
    assert said(body({"say": text}, lists=[listing]), facts)[1] == (
        "转差 1 项，转好 1 项，红灯比上月持平：甲由黄灯转红灯，完成率提高 2.5 个百分点；"
        "丙由黄灯转黄灯，完成率下降 1.0 个百分点".replace("1.0", "1")
    )


@pytest.mark.parametrize(
    "data,problem,sentence",
    [
        (body({"say": "红灯 【红灯】 项"}), errors.UnknownPlaceholder, "“情况”里的【红灯】没有对应的数据。可以用的有：管委会、"),
        (body({"say": "｛红等.数 > 0？有｝"}), errors.UnknownPlaceholder, "【红等.数】没有对应的数据"),
        (body({"table": "总表"}), errors.UnknownTable, "用到的表“总表”没有。可以用的有：目标完成情况、"),
        (body({"chart": "饼图"}), errors.UnknownTable, "用到的图“饼图”没有"),
        (template(attachments=[{"title": "附表", "tables": ["无"]}]), errors.UnknownTable, "附件用到的表“无”没有"),
        (template(lists=[{"name": "甲", "of": "蓝灯", "cases": [{"say": "好"}]}]), errors.UnknownGroup, "没有这一组"),
        (template(lists=[{"name": "甲", "of": "红榜", "cases": [{"say": "【指标】"}]}]), errors.UnknownPlaceholder, "清单“甲”里的【指标】没有对应的数据。可以用的有：位次、单位、理由"),
        (template(lists=[{"name": "甲", "of": "红榜", "by": "指标", "cases": [{"say": "好"}]}]), errors.UnknownPlaceholder, "的排序里的"),
        (template(lists=[{"name": "月份", "of": "红榜", "cases": [{"say": "好"}]}]), errors.NameTaken, "清单的名称“月份”已经用过"),
        (template(lists=[{"name": "甲", "of": "红榜", "cases": [{"say": "【乙】"}]}], phrases=[{"name": "乙", "cases": [{"say": "【指标】"}]}]), errors.UnknownPlaceholder, "词组“乙”里的【指标】"),
        (template(mark="通报"), errors.BadMark, "编号字头“通报”"),
        (template(sections=[]), RulesError, "sections 应是一个列表"),
        (template(colour="red"), UnknownFields, "不认识的项 colour"),
        ({"code": "note"}, MissingField, "缺少 name"),
    ],
)  # fmt: skip
def test_what_does_not_hold_together_is_refused_with_its_place(
    data: object, problem: type[RulesError], sentence: str
) -> None:
    with pytest.raises(problem) as refused:
        Template.from_data(data)
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    "data,sentence",
    [
        (body({"say": "红灯 3 项"}), "第 1 部分第 1 段里写了数“3 项”"),
        (template(title="3项目标"), "标题里写了数“3项目标”"),
        (template(head="五十项"), "红头里写了数"),
        (body({"lead": "3项：", "say": "好"}), "第 1 部分第 1 段里写了数“3项：”"),
        (template(attachments=[{"title": "8项一览", "tables": ["红榜"]}]), "附件标题里写了数"),
        (template(lists=[{"name": "甲", "of": "红榜", "cases": [{"say": "共三家"}]}]), "清单“甲”里写了数“三家”"),
        (template(lists=[{"name": "甲", "of": "红榜", "between": "，8 家，", "cases": [{"say": "好"}]}]), "清单“甲”的间隔"),
        (template(phrases=[{"name": "乙", "cases": [{"say": "约 8 成"}]}]), "词组“乙”里写了数"),
    ],
)  # fmt: skip
def test_a_typed_number_is_not_issued_but_what_was_issued_with_one_still_tells_it(
    data: dict[str, Any], sentence: str
) -> None:
    found = Template.from_data(data)
    with pytest.raises(errors.TypedFigure) as refused:
        typed.refuse(found)
    assert sentence in str(refused.value)
    assert found.to_data() == Template.from_data(found.to_data()).to_data()
    frozen = month() | {"template": data, "code": "TB2610-1"}
    assert bulletin.render(frozen) == bulletin.render(frozen)


def test_what_is_shipped_may_be_issued() -> None:
    for each in defaults.SHIPPED:
        typed.refuse(each)


def test_any_part_that_is_missing_is_refused_or_needless() -> None:
    """Whatever key is taken out of the shipped bulletin: it is read, or refused in a sentence."""

    def without(data: Any, path: tuple[Any, ...]) -> Any:
        made = copy.deepcopy(data)
        inside = made
        for step in path[:-1]:
            inside = inside[step]
        del inside[path[-1]]
        return made

    def paths(data: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
        return [found for key, value in inside for found in ((*at, key), *paths(value, (*at, key)))]

    data = defaults.BULLETIN.to_data()
    for path in paths(data):
        try:
            Template.from_data(without(data, path))
        except RulesError as refused:
            assert str(refused).endswith("。")


def test_every_table_and_chart_can_be_made() -> None:
    parts = [{"table": name} for name in tables.NAMES] + [{"chart": name} for name in charts.NAMES]
    made: Official = bulletin.compose(FACTS, Template.from_data(body(*parts)))
    blocks = [block for block in made.body if isinstance(block, Table | Chart)]
    assert len(blocks) == len(parts)
    for each in blocks:
        if isinstance(each, Table):
            assert all(len(row) == len(each.columns) for row in each.rows)
            assert len(each.keys) in (0, len(each.rows))

"""The catalogue is not behind the code: every text of ours is in it, translated, with its holes; and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.texts import code, gathering, po, templates


def test_the_catalogue_has_every_text_and_no_other() -> None:
    found, kept = gathering.msgids(), {entry.msgid: entry.occurrences for entry in po.read()}
    assert len(found) > 4000
    assert sorted(found.keys() ^ kept.keys()) == [], "run: python -m tests.texts"
    assert {msgid: [(place, "") for place in places] for msgid, places in found.items()} == kept


def test_every_text_is_translated_with_its_holes() -> None:
    assert [entry.msgid for entry in po.read() if not entry.msgstr] == []
    assert {entry.msgid: fault for entry in po.read() if (fault := po.wrong(entry.msgid, entry.msgstr))} == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>共 {{ n }} 条</p>", ["共 {0} 条"]),
        ("<p>{% if n %}共 {{ n }} 条{% else %}没有{% endif %}</p>", ["共 {0} 条", "没有"]),
        ("<p>甲{% if n %}，乙{% endif %}。</p>", ["甲，乙。", "甲。"]),
        ("<p>{% if n %}<b>甲</b>{% else %}乙{% endif %}</p>", ["甲", "乙"]),
        ('{% titlerow "目标" "一句话" %}{% endtitlerow %}', ["目标", "一句话"]),
        ('<a title="去掉：{{ name }}" href="/甲/" data-x="乙">x</a>', ["去掉：{0}"]),
        ("<p>{{ a }}{{ b }}个{{ c }}</p>", ["{0}个{1}"]),
        ('<b translate="no">中文</b><script>"甲"</script><p>乙</p>', ["乙"]),
        ("{# 甲 #}<p>{{ x|default:'none' }}</p>", []),
    ],
)
def test_the_texts_of_a_template(source: str, found: list[str]) -> None:
    assert list(templates.texts(source)) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('"""甲"""\nx = "乙"', ["乙"]),
        ("x = f'第{n}行：{a}{b}不能为空'", ["第{0}行：{1}不能为空"]),
        ('x = f\'{"是" if y else "否"}：{z}项\'', ["{0}：{1}项", "是", "否"]),
        ("x = '请填写“{label}”。'.format(label=y)", ["请填写“{0}”。"]),
        ("x = '甲' + name + '乙'", ["甲{0}乙"]),
        ("x = re.compile('甲')\ny = Count('n', words=('乙',), title='丙')", ["丙"]),
        ("x = format_html('<b title=\"甲\">{}</b>乙', y)", ["甲", "乙"]),
        ("x = 'plain'", []),
    ],
)
def test_the_texts_of_a_module(source: str, found: list[str]) -> None:
    assert list(code.texts(source)) == found


def test_translations_are_kept_and_what_has_gone_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "en" / "luoshi.po"
    po.written({"甲": ["a.py"], "乙{0}": ["b.py"]}, {"甲": "A"}, path)
    po.written({"甲": ["c.py"], "丙": ["b.py"]}, po.translations(po.read(path)), path)
    assert [(each.msgid, each.msgstr, each.occurrences) for each in po.read(path)] == [
        ("甲", "A", [("c.py", "")]),
        ("丙", "", [("b.py", "")]),
    ]


@pytest.mark.parametrize(
    ("msgid", "msgstr", "fault"),
    [
        ("第{0}行", "Row {0}", ""),
        ("{0}年{1}月", "{1:month} {0}", ""),
        ("第{0}行", "Row", "holes ['0'] have become []"),
        ("第{0}行", "Row {0} {1}", "holes ['0'] have become ['0', '1']"),
        ("行", "Row 行", "it holds Chinese"),
    ],
)
def test_a_translation_keeps_its_holes(msgid: str, msgstr: str, fault: str) -> None:
    assert po.wrong(msgid, msgstr) == fault

"""Node templates: the starting ones hang together, and bad ones are refused with their place."""

from __future__ import annotations

from datetime import date

import pytest

from luoshi.rules import errors, refusals
from luoshi.rules.defaults import NODE_TEMPLATES
from luoshi.rules.schedule import backward
from luoshi.rules.templates import NodeTemplate
from luoshi.rules.workdays import AssumedCalendar
from tests.rules.calendars import YEAR_2026

BY_CODE = {template.code: template for template in NODE_TEMPLATES}


def changed(*items: dict[str, object], **changes: object) -> NodeTemplate:
    data = BY_CODE["renovation"].to_data()
    return NodeTemplate.from_data({**data, **({"items": list(items)} if items else {}), **changes})


@pytest.mark.parametrize(
    ("code", "count", "days", "path"),
    [
        ("industrial", 24, 319, "01 02 05 06 07 12 14 15 18 19 20 21 23 24"),
        ("renovation", 11, 103, "01 05 07 08 09 10 11"),
        ("infrastructure", 28, 382, "01 02 08 11 12 13 15 16 17 20 21 22 24 25 26 27"),
        ("investment", 12, 47, "01 02 03 04 05 07 09 10 11 12"),
        ("livelihood", 20, 266, "01 02 03 07 10 11 12 13 14 15 16 17 19 20"),
    ],
)
def test_the_longest_path_of_each_starting_template(code: str, count: int, days: int, path: str) -> None:
    template = BY_CODE[code]
    assert len(template.items) == count
    assert template.longest() == (days, tuple(f"N{number}" for number in path.split()))


def test_the_land_holds_the_industrial_start() -> None:
    items = {item.code: item for item in BY_CODE["industrial"].items}
    assert items["N18"].stage == "started" and items["N18"].evidence == "现场照片"
    assert items["N13"].after == ("N12", "N08")
    assert [item.code for item in items.values() if not item.after] == ["N01"]


def test_the_stages_come_in_their_order() -> None:
    for template in NODE_TEMPLATES:
        stages = [item.stage for item in template.items if item.stage]
        assert stages == [
            s for s in ("conceived", "reserved", "started", "completed", "operating") if s in stages
        ]


def test_a_template_is_scheduled_with_the_facts() -> None:
    facts = {"N01": (date(2026, 1, 5), date(2026, 1, 9)), "N02": (date(2026, 1, 12), None)}
    nodes = BY_CODE["industrial"].nodes(facts)
    assert (nodes[0].done_on, nodes[1].started_on, nodes[2].started_on) == (
        date(2026, 1, 9),
        date(2026, 1, 12),
        None,
    )
    plan = backward(nodes, date(2027, 6, 30), AssumedCalendar(YEAR_2026), start=date(2026, 1, 12))
    assert plan.possible and plan.path[0] == "N02" and plan.nodes["N01"].done


def test_defaults_are_data() -> None:
    for template in NODE_TEMPLATES:
        assert NodeTemplate.from_data(template.to_data()) == template


A = {"code": "A", "name": "甲", "days": 1}


@pytest.mark.parametrize(
    ("items", "error", "words"),
    [
        ([A, A], refusals.NodeTwice, "节点模板 renovation 的节点 A 出现了两次"),
        (
            [{**A, "after": ["B"]}],
            refusals.UnknownPredecessor,
            "节点模板 renovation 的节点 A 的前置节点 B 不存在",
        ),
        ([{**A, "after": ["A"]}], refusals.Circle, "节点模板 renovation 的节点 A → A 互为前置"),
        ([{**A, "days": 0}], errors.BadInteger, "items 第 1 项的 days"),
        ([{**A, "stage": "begun"}], errors.UnknownWord, "items 第 1 项的 stage"),
        ([{**A, "after": "A"}], errors.NotAList, "items 第 1 项的 after"),
        ([{**A, "after": [" "]}], errors.BadText, "items 第 1 项的 after"),
        ([{**A, "who": "甲"}], errors.UnknownFields, "who"),
        ([{"code": "A", "days": 1}], errors.MissingField, "缺少 name"),
    ],
)
def test_bad_templates_are_refused(
    items: list[dict[str, object]], error: type[errors.RulesError], words: str
) -> None:
    with pytest.raises(error, match=words):
        changed(*items)


def test_a_template_needs_nodes() -> None:
    with pytest.raises(errors.NotAList, match="items"):
        changed(items=[])
    with pytest.raises(refusals.NoNodes):
        NodeTemplate("x", "空", "1", "2026-01-01", "产业", ())
    assert changed({**A, "after": []}).items[0].after == ()

"""Templates of a zone: issued like rules by who may, refused in words, and what was issued by one stays by it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from luoshi.ledgers import rulebook
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.models import Row, Rule
from luoshi.oversight.bulletins import actions, facts
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.templates import templates
from luoshi.reports import defaults, references, textform
from luoshi.reports.bulletin import composed, render
from luoshi.reports.textform import Words

ON = datetime.date(2026, 7, 3)


def version(number: str, **changes: object) -> dict[str, Any]:
    return defaults.BULLETIN.to_data() | {"version": number, "effective_from": "2026-07-01"} | changes


def test_works(sign: Callable[..., Row], supervisor: Actor) -> None:
    sign(2, "2026-01-10")
    words = textform.words_of(templates.in_force(ON, "bulletin"))
    said = Words(
        "【月份】督查通报",
        words.addressee,
        f"# 前言\n本月亮红灯 【红灯.数】 项。\n{words.body}",
        words.sayings,
    )
    data = templates.reworded(defaults.BULLETIN, said) | {"version": "2", "effective_from": "2026-07-01"}
    row = templates.issue(data, by=supervisor, on=ON)
    assert (row.kind, row.code, row.author) == ("report", "bulletin", supervisor.name)
    bulletin = actions.issue(202606, render, on=ON, by=supervisor)
    assert bulletin.title == "2026年6月督查通报"
    assert composed(bulletin.facts).body[1].text.startswith("本月亮红灯 ")  # type: ignore[union-attr]


def test_who_may_not_issues_nothing(plan: object, clerk: Actor) -> None:
    with pytest.raises(Refused):
        templates.issue(version("2"), by=clerk, on=ON)
    assert not Rule.objects.filter(number="2").exists()


@pytest.mark.parametrize(
    "changes,sentence",
    [
        ({"title": "红灯 3 项"}, "标题里写了数“3 项”"),
        ({"title": "【蓝灯.数】"}, "【蓝灯.数】没有对应的数据"),
        ({"sections": []}, "sections"),
    ],
)
def test_what_does_not_hold_is_not_issued(
    plan: object, supervisor: Actor, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(rulebook.BadRule, match="没有发布") as refused:
        templates.issue(version("2") | changes, by=supervisor, on=ON)
    assert sentence in str(refused.value)
    assert not Rule.objects.filter(number="2").exists()


def test_letters_belong_to_one_kind(plan: object, supervisor: Actor) -> None:
    with pytest.raises(templates.MarkTaken, match="已由“调度会材料”使用"):
        templates.issue(version("2", mark="DD"), by=supervisor, on=ON)


@pytest.mark.parametrize("mark", sorted(references.TAKEN))
def test_letters_of_papers_and_rounds_are_theirs(plan: object, supervisor: Actor, mark: str) -> None:
    with pytest.raises(templates.MarkTaken, match="已由“督办文书、预读材料和会议纪要”使用"):
        templates.issue(version("2", mark=mark), by=supervisor, on=ON)


def test_what_was_issued_with_a_typed_number_goes_on_and_cannot_be_issued_again(
    sign: Callable[..., Row], supervisor: Actor
) -> None:
    """A house from before such words were refused: its template is in force, its bulletins are made and made again."""
    sign(2, "2026-01-10")
    old = version("1.5", title="关于【月份】50项重点目标的通报")
    Rule.objects.create(
        kind="report", code="bulletin", name="通报", number="1.5", effective_from=ON, data=old, author="林"
    )
    assert templates.in_force(ON, "bulletin").title.text == old["title"]
    row = actions.issue(202606, render, on=ON, by=supervisor)
    assert row.title == "关于2026年6月50项重点目标的通报"
    kept = Bulletin.objects.get(pk=row.pk)
    assert render(kept.facts) == bytes(kept.file), "to the byte"
    with pytest.raises(rulebook.BadRule, match="标题里写了数“50项重点目标的通报”"):
        templates.issue(old | {"version": "2"}, by=supervisor, on=ON)


def test_a_zone_that_issued_none_has_those_that_are_shipped(supervisor: Actor) -> None:
    assert templates.to_issue(ON) == list(defaults.TEMPLATES)
    assert {*templates.all_in_force(ON)} == {*defaults.SHIPPED}
    with pytest.raises(templates.CorrectsNothing, match="不能单独印发"):
        facts.gather(202606, on=ON, kind=defaults.CORRECTION.code)
    with pytest.raises(templates.UnknownKind, match="没有代码为“memo”的报告模板"):
        templates.in_force(ON, "memo")


def test_what_was_issued_stays_by_its_template(sign: Callable[..., Row], supervisor: Actor) -> None:
    sign(2, "2026-01-10")
    first = actions.issue(202606, render, on=ON, by=supervisor)
    templates.issue(version("2", title="新通报"), by=supervisor, on=ON)
    kept = Bulletin.objects.get(pk=first.pk)
    assert kept.title == composed(kept.facts).title == "关于2026年6月重点工作推进情况的通报"
    assert actions.issue(202606, render, on=ON, by=supervisor, reason="换模板").title == "新通报"


def test_kinds_are_issued_beside_each_other(sign: Callable[..., Row], supervisor: Actor) -> None:
    sign(2, "2026-01-10")
    made = [
        actions.issue(202606, render, on=ON, by=supervisor, kind=each.code) for each in defaults.TEMPLATES
    ]
    assert [each.code for each in made] == [
        "TB2606-1",
        "DD2606-1",
        "JJ2606-1",
        "ZB2606-1",
        "JB2606-1",
        "YY2606-1",
    ]
    assert [each.kind_name for each in made] == [
        "通报",
        "调度会材料",
        "经济运行分析",
        "专报",
        "简报",
        "一页纸",
    ]
    with pytest.raises(actions.AlreadyIssued):
        actions.issue(202606, render, on=ON, by=supervisor, kind="brief")
    assert Bulletin.objects.latest_of(202606) == made[0]


def test_the_month_before_is_told_beside_the_month(sign: Callable[..., Row], supervisor: Actor) -> None:
    sign(2, "2026-01-10")
    sign(2, "2026-06-10")
    told = facts.gather(202606, on=ON)
    target = next(t for t in told["targets"] if t["name"] == "新引进亿元以上项目")
    assert (target["actual_before"], target["actual"], target["month_actual"]) == ("1", "2", "1")
    assert target["colour_before"] and target["light_before"]
    assert target["run"] >= 1
    assert {each["unit"] for each in told["places"]} == {"招商局", "经济发展局"}
    assert all(each["rank_before"] for each in told["places"] if each["rank"])
    january = facts.gather(202601, on=ON)
    assert {t["colour_before"] for t in january["targets"]} == {""}, "another year's targets are others"

"""The desk of a person: to sign for, to answer, nearly due, overdue, their figures; and fast in a large zone."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.directory.people.actors import actor_named
from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, standing, stepping
from luoshi.oversight.objections.models import Objection
from luoshi.plans.clauses.models import Clause
from luoshi.plans.extensions.models import Extension
from luoshi.plans.supports.models import Support
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks.models import Task
from luoshi.plans.transfers.models import Transfer
from luoshi.web import desk
from luoshi.web.parts import ANSWER, SIGN, Todo
from tests.web.ledgers.counting import queries
from tests.whole.zone import loaded, zone

__all__ = ["loaded", "zone"]
TODAY = datetime.date(2026, 11, 3)
Reader = Callable[[str], Client]
COLD, WARM = 45, 6  # queries of a first look, and of another one


def day(number: int) -> datetime.date:
    return datetime.date(2026, 11, number)


TODOS = (
    Todo("甲", "/a/", "任务", day(2), "", SIGN),
    Todo("乙", "/b/", "任务", day(3), "", ANSWER),
    Todo("丙", "/c/", "任务", day(6), "", ANSWER),
    Todo("丁", "/d/", "任务", day(7), "", SIGN),
    Todo("戊", "/e/", "核对"),
)


@pytest.mark.parametrize(
    ("chosen", "texts"),
    [
        ("", "甲乙丙丁戊"), ("sign", "甲丁"), ("answer", "乙丙"), ("near", "乙丙"), ("late", "甲"), ("胡写", "甲乙丙丁戊"),
    ],
)  # fmt: skip
def test_each_way_to_look_has_its_lines_and_its_count(chosen: str, texts: str) -> None:
    found = desk.desk(TODOS, day(3), day(6), chosen)
    assert "".join(todo.text for todo in found.shown) == texts and found.count == len(texts)
    assert [tab.count for tab in found.tabs] == [5, 2, 2, 2, 1]
    (active,) = [tab for tab in found.tabs if tab.active]
    assert active.count == len(texts)


def test_more_than_a_sitting_is_counted_and_not_listed() -> None:
    found = desk.desk(TODOS * 50, day(3), day(6), "")
    assert (len(found.shown), found.count) == (desk.MOST, 250)


@pytest.fixture
def reader(zone: None, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setattr(timezone, "localdate", lambda *given: TODAY)

    def signed_in(username: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(username=username))
        return client

    return signed_in


def listed(client: Client, show: str = "") -> list[str]:
    page = client.get(f"/?show={show}").text
    found = re.search(r'<ul class="todos">(.*?)</ul>', page, re.DOTALL)
    return re.findall(r"<a href=[^>]*>([^<]*)</a>", found[1]) if found else []


def counts(client: Client) -> dict[str, int]:
    page = client.get("/").text
    found = re.search(r'aria-label="待办的看法">(.*?)</nav>', page, re.DOTALL)
    assert found
    pairs = re.findall(r">([^<>]+?) <span class=\"count\">([\d,]+)</span>", found[1])
    return {title: int(count.replace(",", "")) for title, count in pairs}


def test_a_clerk_sees_what_is_theirs_by_what_is_to_be_done(reader: Reader) -> None:
    client = reader("chenjing")
    signing, answering = listed(client, "sign"), listed(client, "answer")
    assert "重新签收任务“赴苏州对接半导体封测项目”" in signing
    assert "反馈任务“梳理闲置标准厂房并提出盘活意见”" in answering
    assert "重新签收任务“赴苏州对接半导体封测项目”" in listed(client, "late")
    found = counts(client)
    assert (found["待签收"], found["待反馈"]) == (len(signing), len(answering))
    assert not any("路灯" in text for text in listed(client)), "another unit's"


def test_what_nobody_handed_out_is_on_nobodys_desk(reader: Reader) -> None:
    promised = Task.objects.filter(state="promised")
    assert promised.count() > 5
    names = {task.name for task in promised}
    for who in ("chenjing", "songlan", "guheng", "qinlang"):
        assert not [text for text in listed(reader(who)) for name in names if f"“{name}”" in text]


def test_each_is_asked_for_what_only_they_can_do(reader: Reader) -> None:
    assert Support.objects.get(state="asked").unit.name == "自然资源分局"
    assert "会签任务“梳理闲置标准厂房并提出盘活意见”" in listed(reader("luze"), "answer")
    assert Transfer.objects.get(state="asked").taker.name == "财政金融局"
    assert "答复转办任务“整改危化品企业重大隐患 2 项”" in listed(reader("fangning"), "sign")
    assert Extension.objects.get(state="asked").until == datetime.date(2026, 11, 27)
    wanted = "审批“梳理闲置标准厂房并提出盘活意见”延期至 2026-11-27"
    assert wanted in listed(reader("shenyan")) and wanted in listed(reader("gaoyuan"))
    assert wanted not in listed(reader("weiling")), "who is not in charge of the unit"
    assert "复核任务“解决星辰储能二期临时用电容量”" in listed(reader("linzhao"))


def test_the_office_is_asked_to_rule_on_objections(reader: Reader) -> None:
    ledger, by = registry.ledger("oversight.objections"), actor_named("linzhao")
    waiting = Objection.objects.get(state="waiting")
    wanted = f"裁定异议“{waiting.subject}”"
    assert wanted in listed(reader("linzhao"))
    assert wanted not in listed(reader("zhouwei")), "who raised it"
    stepping.take_step(ledger, waiting, "reject", by=by, on=TODAY, given={"ruling": "备案表没有补录"})
    assert wanted not in listed(reader("linzhao"))


def test_who_was_told_of_an_overdue_task_finds_it(reader: Reader) -> None:
    assert "过问逾期任务“云溪大道北段路灯和绿化补齐”" in listed(reader("weiling"), "late")
    Task.objects.filter(number="RW-2026-002").update(limit_on=day(30))
    standing.forget()  # written past the machinery
    assert "过问逾期任务“云溪大道北段路灯和绿化补齐”" not in listed(reader("weiling"))


def test_a_clerk_sees_the_figures_of_their_own_unit(reader: Reader) -> None:
    page = reader("chenjing").get("/").text
    assert (
        "我的数字" in page and "新引进亿元以上项目" in page.partition("我的数字")[2].partition("</table>")[0]
    )
    assert "我的数字" not in reader("linzhao").get("/").text


def test_a_large_zone_costs_no_more_queries(reader: Reader) -> None:
    """500 targets and 1,500 tasks in hand are looked at with as many queries as a few."""
    few = {who: queries(reader(who), "/") for who in ("chenjing", "linzhao")}
    _grow(500, 1500)
    for who, before in few.items():
        client = reader(who)
        many = queries(client, "/")
        assert many <= min(COLD, before + 2), (who, before, many)
        assert queries(client, "/", kept=True) <= WARM
    assert counts(reader("chenjing"))["待反馈"] >= 1500
    assert len(listed(reader("chenjing"))) == desk.MOST


def _grow(targets: int, tasks: int) -> None:
    unit, person = Unit.objects.get(code="0103"), User.objects.get(username="chenjing")
    target = Target.objects.first()
    assert target is not None
    clause = Clause.objects.get(pk=target.clause_id)
    fields = [
        f.attname for f in Clause._meta.concrete_fields if f.attname not in ("id", "order", "before_id")
    ]
    held = {name: getattr(clause, name) for name in fields}
    made = Clause.objects.bulk_create([Clause(order=5000 + n, **held) for n in range(targets)])
    names = [
        f.attname for f in Target._meta.concrete_fields if f.attname not in ("id", "clause_id", "number")
    ]
    values = {name: getattr(target, name) for name in names} | {
        "lead_unit_id": unit.pk,
        "binding_id": None,
        "binding_state": "none",
    }
    Target.objects.bulk_create(
        [Target(clause=made[n], number=f"2026-X{n:03d}", **values) for n in range(targets)]
    )
    limit = datetime.date(2026, 12, 1)
    Task.objects.bulk_create(
        [
            Task(
                number=f"RW-26-{n:05d}", year=2026, origin="meeting", source="会", name=f"任务{n}", due=202612,
                lead_unit=unit, person=person, assigned_on=TODAY, limit_on=limit, first_limit_on=limit,
                signed_for_on=TODAY, due_on=limit, state="signed_for",
            )
            for n in range(tasks)
        ]
    )  # fmt: skip

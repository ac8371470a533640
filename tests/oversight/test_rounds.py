"""A round is laid out by the calendar, cut off on its day, and its agenda is made of exceptions."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from luoshi.directory import roles
from luoshi.directory.units.models import Unit
from luoshi.ledgers import chain, registry, stepping, writing
from luoshi.ledgers.access import STRANGER, Actor
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.ledgers.models import AuditRow, Row
from luoshi.oversight.rounds import actions, errors, kinds, others
from luoshi.oversight.rounds.matter import Matter
from luoshi.oversight.rounds.models import (
    ADDED,
    ARCHIVED,
    FROZEN,
    HELD,
    MONTH,
    OFF,
    RED,
    WEEK,
    YELLOWS,
    AgendaItem,
    Decision,
    Round,
)
from luoshi.oversight.rules import actions as rules
from luoshi.oversight.wall.wall import wall
from luoshi.plans.filings.models import SUBMITTED, Filing
from luoshi.plans.reported import laying
from luoshi.plans.tasks.models import Task
from luoshi.rules import defaults
from luoshi.rules.months import month_range
from luoshi.rules.rounds import Also
from tests.directory import build
from tests.projects import build as projects
from tests.racing import over

Sign = Callable[..., Row]
JUNE, JULY = datetime.date(2026, 6, 30), datetime.date(2026, 7, 8)


@pytest.fixture
def auditor(units: Mapping[str, Unit]) -> Actor:
    return build.holder("xu", roles.AUDITOR, units["01"])


def listed(found: Round, kind: str = "") -> list[str]:
    items = AgendaItem.objects.of(found)
    return [each.title for each in (items.filter(kind=kind) if kind else items)]


def test_a_year_is_laid_out(year: list[Round], june: Round) -> None:
    assert len(year) == 52 + 23 + 11 + 3, "December meets in a year whose holidays nobody knows yet"
    assert (june.name, june.month, june.cutoff_on, june.meets_on) == (
        "2026年6月通报",
        202606,
        datetime.date(2026, 7, 6),
        JULY,
    )
    week = Round.objects.get(kind=WEEK, last=datetime.date(2026, 6, 14))
    assert (week.name, week.month, str(week.meets_on)) == ("2026年第24周梳理", 202605, "2026-06-12")
    assert week.rule == "周梳理（第 1 版）"


def test_laid_out_once(year: list[Round], supervisor: Actor, clerk: Actor) -> None:
    with pytest.raises(errors.NothingToLay, match="已经排过"):
        actions.lay(2026, by=supervisor)
    Round.objects.filter(kind=WEEK).delete()
    assert len(actions.lay(2026, by=supervisor)) == 52, "what is lacking is laid out again"
    with pytest.raises(errors.NothingToLay, match="导入“工作日历”"):
        actions.lay(2031, by=supervisor)
    for who in (clerk, STRANGER):
        with pytest.raises(Refused):
            actions.lay(2025, by=who)


def test_a_meeting_is_moved_with_a_reason(june: Round, supervisor: Actor, clerk: Actor) -> None:
    later = datetime.date(2026, 7, 10)
    with pytest.raises(errors.NoReason):
        actions.move(june, later, by=supervisor, reason=" ")
    with pytest.raises(errors.BeforeCutoff):
        actions.move(june, datetime.date(2026, 7, 3), by=supervisor, reason="领导出差")
    with pytest.raises(Refused):
        actions.move(june, later, by=clerk, reason="领导出差")
    assert actions.move(june, later, by=supervisor, reason="领导出差").meets_on == later
    actions.freeze(june, by=supervisor, on=JULY)
    with pytest.raises(errors.NotPreparing):
        actions.move(june, later, by=supervisor, reason="再改")


def test_the_agenda_is_made_of_exceptions(june: Round, sign: Sign, supervisor: Actor) -> None:
    for month in range(1, 7):
        sign(2, f"2026-{month:02d}-05")
        sign(2, f"2026-{month:02d}-06")
    actions.freeze(june, by=supervisor, on=JULY)
    items = {item.title: item for item in AgendaItem.objects.of(june)}
    red = items["新引进10亿元以上项目 6个"]
    assert red.kind == RED and "红灯" in red.reason
    assert red.made_from.startswith("2026年6月累计 0 个，台账计量（")
    assert "应完成 3 个（时序规则）；目标进度灯第 1 版" in red.made_from
    assert red.ledger == "plans.targets" and red.unit is not None and red.unit.name == "招商局"
    assert "新引进亿元以上项目 24个" not in items, "12 of 24 by June is on its path"
    assert june.state == FROZEN and sum((june.lights or {}).values()) > 0
    orders = [item.order for item in AgendaItem.objects.of(june)]
    assert orders == [*range(1, len(orders) + 1)]


def test_one_yellow_month_is_none_two_are(june: Round, sign: Sign, supervisor: Actor) -> None:
    for month, count in zip(range(1, 7), (2, 2, 2, 2, 1, 0), strict=True):
        for _ in range(count):
            sign(2, f"2026-{month:02d}-05")
    may = Round.objects.get(kind=MONTH, last=datetime.date(2026, 5, 31))
    actions.freeze(may, by=supervisor, on=JULY)
    assert "新引进亿元以上项目 24个" not in listed(may)
    actions.freeze(june, by=supervisor, on=JULY)
    assert "新引进亿元以上项目 24个" not in listed(june)
    sign(2, "2026-07-05")
    july = Round.objects.get(kind=MONTH, last=datetime.date(2026, 7, 31))
    actions.freeze(july, by=supervisor, on=datetime.date(2026, 8, 6))
    assert listed(july, YELLOWS) == ["新引进亿元以上项目 24个"]
    found = AgendaItem.objects.get(round=july, kind=YELLOWS)
    assert found.reason.startswith("连续 2 个月亮黄灯")


def test_red_lights_of_tasks_units_and_starts_come_where_the_rule_asks_for_them(
    june: Round, supervisor: Actor, units: dict[str, Unit]
) -> None:
    task = Task.objects.create(
        number="RW-2026-901", year=2026, origin="meeting", source="主任办公会", name="建成展厅", due=202605,
        lead_unit=units["0104"],
    )  # fmt: skip
    started = datetime.date(2026, 3, 20)
    project = projects.project(units["0103"], name="电芯", number="XM-7", planned_start=started)
    found = {each.ledger: each for each in _red(june, ("unit", "task", "project_start"))}
    assert (found["plans.tasks"].row, found["plans.tasks"].unit) == (task.pk, units["0104"].pk)
    assert found["plans.tasks"].reason == "2026年6月应已完成，尚未完成，亮红灯（期限 2026-05-31）"
    assert found["plans.tasks"].made_from == "2026年6月；任务灯第 1 版"
    assert "未完成的有任务“建成展厅”" in found["directory.units"].reason
    assert (found["delivery.projects"].row, found["delivery.projects"].title) == (project.pk, "电芯")
    assert _red(june, ()) == []
    actions.freeze(june, by=supervisor, on=JULY)
    assert "建成展厅" not in listed(june), "the starting rule names no other subjects"


def test_a_rule_that_names_tasks_lists_them_and_decisions_come_by_themselves_once(
    june: Round, supervisor: Actor, units: dict[str, Unit]
) -> None:
    """What an earlier round decided stands among what is not finished, not a second time among the red lights."""
    rule = kinds.rule(MONTH, JULY).to_data() | {
        "version": "2",
        "effective_from": "2026-06-01",
        "also": ["task"],
    }
    rules.issue("round", rule, by=supervisor)
    late = {
        "year": 2026,
        "origin": "meeting",
        "source": "主任办公会",
        "due": 202605,
        "lead_unit": units["0104"],
    }
    for at, name in enumerate(("建成展厅", "修通道路"), 901):
        Task.objects.create(number=f"RW-2026-{at}", name=name, **late)
    may = Round.objects.get(kind=MONTH, last=datetime.date(2026, 5, 31))
    Round.objects.filter(pk=may.pk).update(state=HELD, frozen_on=JUNE, held_on=JUNE)
    item = AgendaItem.objects.create(round=may, order=99, kind="added", title="展厅", reason="会议议定")
    Decision.objects.create(
        number="JD-1", item=item, what="建成展厅", lead_unit=units["0104"], due_on=JULY,
        task=Task.objects.get(name="建成展厅"),
    )  # fmt: skip
    actions.freeze(june, by=supervisor, on=JULY)
    assert "修通道路" in listed(june, RED) and "建成展厅" not in listed(june, RED)
    assert listed(june).count("建成展厅") == 1
    assert kinds.sentences(kinds.rule(MONTH, JULY))[2] == "任务亮红灯的，也列入议题。"


def _red(found: Round, also: tuple[Also, ...]) -> list[Matter]:
    """The red lights of other subjects in the round's month, by a rule that names them."""
    rule = replace(kinds.rule(found.kind, JULY), also=also)
    return list(others.matters(wall(found.month), found.month, rule))


def test_facts_stand_where_the_trail_was(june: Round, sign: Sign, supervisor: Actor) -> None:
    sign(2, "2026-01-10")
    before = chain.head().seq
    actions.freeze(june, by=supervisor, on=JULY)
    assert june.seq == before + 1, "the step itself, and nothing of the agenda"
    was = listed(june)
    for _ in range(9):
        sign(12, "2026-03-10")
    assert listed(june) == was
    made = AuditRow.objects.filter(ledger="oversight.agenda", act="列入议题", seq__gt=before).count()
    assert made == len(was) > 0


def test_not_before_its_day_and_in_order(june: Round, supervisor: Actor) -> None:
    ledger = registry.ledger(actions.LEDGER)
    with pytest.raises(NotNow, match="截数日是 2026-07-06"):
        actions.freeze(june, by=supervisor, on=datetime.date(2026, 7, 5))
    assert not AgendaItem.objects.exists()
    with pytest.raises(NotNow, match="不能办理“召开”"):
        stepping.take_step(ledger, june, "hold", by=supervisor, on=JULY)
    actions.freeze(june, by=supervisor, on=JULY)
    with pytest.raises(NotNow, match="早于实际截数日"):
        stepping.take_step(ledger, june, "hold", by=supervisor, on=datetime.date(2026, 7, 7))
    stepping.take_step(ledger, june, "hold", by=supervisor, on=JULY)
    stepping.take_step(ledger, june, "archive", by=supervisor, on=JULY)
    assert (june.state, june.held_on) == (ARCHIVED, JULY)


def test_who_is_late_is_named(
    june: Round, year: list[Round], supervisor: Actor, units: Mapping[str, Unit]
) -> None:
    places = [(units["0102"].pk, 202606), (units["0103"].pk, 202606), (units["0103"].pk, 202605)]
    laying.ensure(places, supervisor)
    handed_up = Filing.objects.get(unit=units["0103"], period=202606)
    Filing.objects.filter(pk=handed_up.pk).update(state=SUBMITTED, submitted_on=JULY)
    actions.freeze(june, by=supervisor, on=datetime.date(2026, 7, 6))
    assert [each["name"] for each in june.late] == ["经济发展局"]
    assert june.late_units == "经济发展局（填报中）"
    week = Round.objects.get(kind=WEEK, last=datetime.date(2026, 7, 5))
    actions.freeze(week, by=supervisor, on=datetime.date(2026, 7, 3))
    assert week.month == 202606 and week.late == [], "nothing is due yet on the third"


def test_the_office_adds_and_takes_off(june: Round, sign: Sign, supervisor: Actor, clerk: Actor) -> None:
    sign(2, "2026-01-10")
    with pytest.raises(errors.NoAgenda):
        actions.add(june, "防汛准备", by=supervisor, reason="入汛")
    actions.freeze(june, by=supervisor, on=JULY)
    for title, reason, refused in (
        (" ", "入汛", errors.NoTitle),
        ("防汛准备", "", errors.NoReason),
    ):
        with pytest.raises(refused):
            actions.add(june, title, by=supervisor, reason=reason)
    with pytest.raises(Refused):
        actions.add(june, "防汛准备", by=clerk, reason="入汛")
    added = actions.add(june, "防汛准备", by=supervisor, reason="入汛")
    assert (added.kind, listed(june)[-1]) == (ADDED, "防汛准备")
    first = AgendaItem.objects.of(june)[0]
    with pytest.raises(NotNow, match="请先填写：撤下理由"):
        actions.take_off(first, " ", by=supervisor)
    with pytest.raises(Refused):
        actions.take_off(first, "已整改", by=clerk)
    assert actions.take_off(first, "已整改", by=supervisor).state == OFF
    again = stepping.take_step(registry.ledger("oversight.agenda"), first, "restore", by=supervisor, on=JULY)
    assert isinstance(again, AgendaItem) and again.off_reason == ""


def test_what_is_archived_stays(june: Round, sign: Sign, supervisor: Actor) -> None:
    sign(2, "2026-01-10")
    actions.freeze(june, by=supervisor, on=JULY)
    ledger = registry.ledger(actions.LEDGER)
    for step in ("hold", "archive"):
        stepping.take_step(ledger, june, step, by=supervisor, on=JULY)
    with pytest.raises(Invalid, match="已经归档"):
        actions.add(june, "防汛准备", by=supervisor, reason="入汛")
    with pytest.raises(Invalid, match="已经归档"):
        actions.take_off(AgendaItem.objects.of(june)[0], "已整改", by=supervisor)


def test_who_may_not_cuts_off_nothing(june: Round, clerk: Actor, auditor: Actor) -> None:
    for who in (clerk, auditor, STRANGER):
        with pytest.raises(Refused):
            actions.freeze(june, by=who, on=JULY)
    assert Round.objects.get(pk=june.pk).state == "preparing" and not AgendaItem.objects.exists()


def test_what_was_cut_off_is_not_removed(june: Round, supervisor: Actor) -> None:
    actions.freeze(june, by=supervisor, on=JULY)
    with pytest.raises(Refused):
        writing.remove(registry.ledger(actions.LEDGER), june, by=supervisor, reason="排错了")


def test_every_month_has_its_round(year: list[Round]) -> None:
    found = [each.month for each in year if each.kind == MONTH]
    assert found == [*month_range(202601, 202611)]


def test_the_rule_is_said_in_sentences() -> None:
    week, _, month, _ = defaults.ROUND_RULES
    assert (
        kinds.sentences(week)[0] == "周梳理每周一次：当周周四截数，当周周五召开，遇休息日顺延到下一个工作日。"
    )
    assert kinds.sentences(month)[0].startswith("月通报每月一次：期末后第 5 天截数，期末后第 8 天召开")
    assert "连续 2 个月黄灯、三方意见分歧 4 分及以上" in kinds.sentences(month)[1]
    said = kinds.sentences(replace(week, cutoff=-3, meets=1, moved="stays"))[0]
    assert "下周周一召开，遇休息日不变" in said


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_add_at_once_each_has_a_place_of_its_own(june: Round, supervisor: Actor) -> None:
    actions.freeze(june, by=supervisor, on=JULY)

    def add(racer: int, key: int) -> object:
        return actions.add(june, f"议题{racer}", by=supervisor, reason="入汛")

    won, told = over([june.pk], add)
    orders = [item.order for item in AgendaItem.objects.of(june)]
    assert len(won) + len(told) == 8 and won and orders == [*range(1, len(orders) + 1)]


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_cut_off_at_once_one_does(june: Round, supervisor: Actor) -> None:
    def freeze(racer: int, key: int) -> object:
        return actions.freeze(Round.objects.get(pk=key), by=supervisor, on=JULY)

    won, told = over([june.pk], freeze)
    assert (len(won), len(told)) == (1, 7)
    orders = [item.order for item in AgendaItem.objects.of(june)]
    assert orders == [*range(1, len(orders) + 1)], "one agenda"

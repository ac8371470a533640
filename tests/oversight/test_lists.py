"""A list is published for objections about rows; what is accepted is corrected by another edition and a bulletin."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from luoshi.directory import roles
from luoshi.directory.calendars import days
from luoshi.directory.units.models import Unit
from luoshi.ledgers import chain, registry, stepping, writing
from luoshi.ledgers.access import STRANGER, Actor
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.ledgers.models import Row
from luoshi.oversight.boards.boards import board_of
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.corrections import actions as corrections
from luoshi.oversight.corrections.errors import NothingToCorrect, NotPutRight
from luoshi.oversight.lists import actions, errors
from luoshi.oversight.lists.models import SETTLED, ListLine, PublishedList
from luoshi.oversight.objections.models import (
    ACCEPTED,
    BLACK_LIST,
    LIGHT,
    LINE,
    REJECTED,
    ROW,
    Objection,
)
from luoshi.oversight.wall.wall import wall
from luoshi.plans.documents.models import Document
from luoshi.plans.targets.models import Target
from luoshi.reports.bulletin import render
from tests.directory import build
from tests.racing import over

JULY, SOON, LATER = datetime.date(2026, 7, 8), datetime.date(2026, 7, 10), datetime.date(2026, 7, 16)
SIGNINGS = "investment.signings"
Say = Callable[..., Objection]


@pytest.fixture
def signed(sign: Callable[..., Row]) -> list[Row]:
    """Twelve projects by June, none of them said to be of 10亿: one light of 招商局 is red."""
    days.seed([2026])
    dates = [f"2026-{month:02d}-{day:02d}" for month in range(1, 7) for day in (5, 6)]
    return [sign(2, day, started_on=datetime.date(2026, 6, 30)) for day in dates]


@pytest.fixture
def june(signed: list[Row], supervisor: Actor) -> PublishedList:
    return actions.publish(202606, by=supervisor, on=JULY)


@pytest.fixture
def say(june: PublishedList, units: Mapping[str, Unit], clerk: Actor) -> Say:
    """The clerk of 招商局 objects, about its line if nothing else is said."""

    def said(about: str = LINE, **more: Any) -> Objection:
        given = {"found": june, "unit": units["0103"], "reason": "台账少登了金额", "by": clerk, "on": SOON}
        given |= {"ledger": "oversight.list_lines", "row": line(june).pk} | more
        return actions.object_to(given.pop("found"), about, **given)

    return said


def line(found: PublishedList) -> ListLine:
    return ListLine.objects.get(published=found, unit__name="招商局")


def rule(objection: Objection, step: str, by: Actor, why: str = "属实") -> Objection:
    ledger = registry.ledger(actions.OBJECTIONS)
    stepping.take_step(ledger, objection, step, by=by, on=SOON, given={"ruling": why})
    return objection


def black(month: int = 202606) -> list[str]:
    return [entry.unit for entry in board_of(month, wall(month)).black]


def big() -> Target:
    return Target.objects.active().get(name__endswith="10亿元以上项目")


def put_right(signed: list[Row], clerk: Actor) -> None:
    """Three of the projects were of 12亿 all along."""
    for row in signed[:3]:
        row.refresh_from_db()
        writing.change(
            registry.ledger(SIGNINGS), row, {"amount": 12 * 10**10}, by=clerk, reason="更正", on=SOON
        )


def test_a_list_is_published(june: PublishedList, supervisor: Actor) -> None:
    assert (june.edition, june.until, june.publisher) == (1, datetime.date(2026, 7, 15), supervisor.name)
    found = line(june)
    assert (found.board, found.rank) == (BLACK_LIST, 1) and "红灯" in found.reason
    assert [each.unit.name for each in june.lines.filter(board=BLACK_LIST)] == black()
    with pytest.raises(errors.AlreadyPublished, match="已于 2026-07-08 公示"):
        actions.publish(202606, by=supervisor, on=SOON)


def test_who_may_not_publishes_nothing(signed: list[Row], clerk: Actor, supervisor: Actor) -> None:
    for who in (clerk, STRANGER):
        with pytest.raises(Refused):
            actions.publish(202606, by=who, on=JULY)
    with pytest.raises(errors.MonthNotOver):
        actions.publish(202607, by=supervisor, on=JULY)
    assert not PublishedList.objects.exists()


def test_nobody_listed_is_no_list(plan: Document, supervisor: Actor) -> None:
    days.seed([2026])
    with pytest.raises(errors.NobodyToList):
        actions.publish(202601, by=supervisor, on=JULY)


def test_what_was_published_stays(june: PublishedList, supervisor: Actor) -> None:
    with pytest.raises(Invalid, match="已经公示"):
        writing.change(registry.ledger(actions.LINES), line(june), {"rank": 9}, by=supervisor)
    for name, row in ((actions.LEDGER, june), (actions.LINES, line(june))):
        with pytest.raises(Refused):
            writing.remove(registry.ledger(name), row, by=supervisor, reason="不要了")


# Objections


def test_a_unit_objects_to_its_line(say: Say, units: Mapping[str, Unit]) -> None:
    made = say()
    assert (made.number, made.was, made.unit.name) == ("YI-2026-001", BLACK_LIST, "招商局")
    assert made.subject == "2026年6月红黑榜 黑榜 招商局"
    assert made.due_on == datetime.date(2026, 7, 17), "five working days"
    with pytest.raises(Invalid, match="正在等待裁定"):
        say()


def test_to_a_light_and_to_a_row(say: Say, signed: list[Row]) -> None:
    light = say(LIGHT, ledger="plans.targets", row=big().pk)
    assert light.was == "red" and "新引进10亿元以上项目" in light.subject
    row = say(ROW, ledger=SIGNINGS, row=signed[0].pk)
    assert (row.subject, row.was) == ("招商签约台账 项目1", "")


def test_what_cannot_be_objected_to(
    say: Say, june: PublishedList, units: Mapping[str, Unit], signed: list[Row], supervisor: Actor
) -> None:
    other = Target.objects.active().filter(lead_unit__name="经济发展局")[0]
    green = Target.objects.active().get(name="新引进亿元以上项目")
    cases: list[tuple[type[Exception], dict[str, Any]]] = [
        (errors.NoReason, {"reason": " "}),
        (errors.NotHeard, {"on": LATER}),
        (errors.NotHeard, {"on": datetime.date(2026, 7, 7)}),
        (errors.NotOwn, {"about": LIGHT, "ledger": "plans.targets", "row": other.pk}),
        (errors.NotLit, {"about": LIGHT, "ledger": "plans.targets", "row": green.pk}),
        (errors.NoRow, {"about": LIGHT, "ledger": "plans.targets", "row": 0}),
        (errors.NoRow, {"row": 0}),
        (errors.NoRow, {"about": ROW, "ledger": SIGNINGS, "row": 0}),
        (errors.NoFigures, {"about": ROW, "ledger": "directory.units", "row": units["0103"].pk}),
        (Refused, {"by": supervisor}),
        (Refused, {"by": STRANGER}),
    ]
    for refused, given in cases:
        with pytest.raises(refused):
            say(**given)
    assert not Objection.objects.exists()


def test_nobody_objects_for_another_unit(say: Say, june: PublishedList, units: Mapping[str, Unit]) -> None:
    stranger = build.holder("zhou", roles.CLERK, units["0104"])
    with pytest.raises(Refused):
        say(by=stranger)
    with pytest.raises(errors.NotOwn):
        say(by=stranger, unit=units["0104"])
    head = build.holder("liang", roles.HEAD, units["0103"])
    assert say(by=head).unit == units["0103"]


def test_the_office_rules_with_a_reason(say: Say, clerk: Actor, supervisor: Actor) -> None:
    made = say()
    with pytest.raises(Refused):
        rule(made, "accept", clerk)
    with pytest.raises(NotNow, match="裁定理由"):
        rule(made, "accept", supervisor, "")
    assert rule(made, "reject", supervisor, "数据无误").state == REJECTED
    assert (made.ruling, made.ruled_on) == ("数据无误", SOON)
    assert black() == ["招商局"]


# What rulings do


def test_an_accepted_line_is_left_out(say: Say, supervisor: Actor) -> None:
    before = chain.head().seq
    rule(say(), "accept", supervisor, "项目已签约，落款晚一天")
    found = board_of(202606, wall(202606))
    assert found.black == ()
    assert [e.reason for e in found.neither if e.unit == "招商局"] == [
        "异议 YI-2026-001 已采纳，不列黑榜：项目已签约，落款晚一天"
    ]
    then = board_of(202606, wall(202606), as_of=before)
    assert [e.unit for e in then.black] == ["招商局"], "as it stood before the ruling"
    assert black(202605) == ["招商局"], "another month is as it was"


def test_an_accepted_light_does_not_count(say: Say, supervisor: Actor) -> None:
    rule(say(LIGHT, ledger="plans.targets", row=big().pk), "accept", supervisor)
    assert black() == []


def test_a_light_put_right_counts_as_it_is(
    say: Say, supervisor: Actor, signed: list[Row], clerk: Actor
) -> None:
    rule(say(LIGHT, ledger="plans.targets", row=big().pk), "accept", supervisor)
    put_right(signed, clerk)
    found = board_of(202606, wall(202606))
    assert [entry.unit for entry in found.red] == ["招商局"]
    assert "有数据的目标 3 个，无红灯、黄灯" in found.red[0].reason


def test_a_row_is_put_right_then_list_and_bulletin(
    say: Say, june: PublishedList, signed: list[Row], clerk: Actor, supervisor: Actor
) -> None:
    first = bulletins.issue(202606, render, on=JULY, by=supervisor)
    made = rule(say(ROW, ledger=SIGNINGS, row=signed[0].pk), "accept", supervisor, "合同为 12 亿元")
    with pytest.raises(NotPutRight, match="YI-2026-001 已采纳，但所指的台账行还没有改正"):
        corrections.correct(render, by=supervisor, on=SOON)
    put_right(signed, clerk)
    with pytest.raises(Refused):
        corrections.correct(render, by=clerk, on=SOON)
    (done,) = corrections.correct(render, by=supervisor, on=SOON).lists
    assert (done.published.edition, str(done.published)) == (2, "2026年6月红黑榜（第2版）")
    assert done.published.reason == "异议 YI-2026-001 已采纳：合同为 12 亿元"
    assert not done.published.lines.filter(board=BLACK_LIST).exists()
    assert line(june).board == BLACK_LIST, "the old edition stays"
    assert done.bulletin is not None and (first.issue, done.bulletin.issue) == (1, 2)
    assert done.bulletin.facts["black"] == [] != first.facts["black"]
    made.refresh_from_db()
    told = "2026年6月红黑榜（第2版）、《关于2026年6月重点工作推进情况的更正通报》"
    assert (made.state, made.corrected) == (ACCEPTED, told)
    with pytest.raises(NothingToCorrect):
        corrections.correct(render, by=supervisor, on=SOON)
    with pytest.raises(errors.Replaced):
        say(found=june)


def test_without_a_bulletin_the_list_alone_is_corrected(
    say: Say, june: PublishedList, supervisor: Actor
) -> None:
    rule(say(), "accept", supervisor)
    (done,) = corrections.correct(render, by=supervisor, on=SOON).lists
    assert done.bulletin is None and done.published.edition == 2 and not Bulletin.objects.exists()


def test_a_renderer_that_fails_corrects_nothing(say: Say, june: PublishedList, supervisor: Actor) -> None:
    bulletins.issue(202606, render, on=JULY, by=supervisor)
    made = rule(say(), "accept", supervisor)

    def broken(data: object) -> bytes:
        raise RuntimeError("no ink")

    with pytest.raises(RuntimeError):
        corrections.correct(broken, by=supervisor, on=SOON)
    made.refresh_from_db()
    assert made.corrected == "" and PublishedList.objects.count() == 1


def test_it_is_settled_when_all_is_heard(say: Say, june: PublishedList, supervisor: Actor) -> None:
    ledger = registry.ledger(actions.LEDGER)

    def settle(found: PublishedList, on: datetime.date) -> None:
        stepping.take_step(ledger, found, "settle", by=supervisor, on=on)

    made = say()
    with pytest.raises(NotNow, match="公示期到 2026-07-15 为止"):
        settle(june, SOON)
    with pytest.raises(NotNow, match="还有 1 条异议没有裁定"):
        settle(june, LATER)
    rule(made, "accept", supervisor)
    with pytest.raises(NotNow, match="还有 1 条采纳的异议没有更正"):
        settle(june, LATER)
    second = corrections.correct(render, by=supervisor, on=SOON).lists[0].published
    with pytest.raises(NotNow, match="已有更正后的新版"):
        settle(june, LATER)
    settle(second, datetime.date(2026, 7, 18))
    assert second.state == SETTLED


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_publish_at_once_one_wins(signed: list[Row], supervisor: Actor) -> None:
    def publish(racer: int, key: int) -> object:
        return actions.publish(202606, by=supervisor, on=JULY)

    won, told = over([1], publish)
    assert (len(won), len(told)) == (1, 7) and all("公示" in said for said in told)
    assert PublishedList.objects.count() == 1

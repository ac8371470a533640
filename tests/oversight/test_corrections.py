"""A unit contests one row; the ruling grants it; list, bulletin and scores follow from one act."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import pytest
from django.db import transaction

from luoshi.directory.calendars import days
from luoshi.directory.units.models import Unit
from luoshi.ledgers import audit, registry, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.models import Row
from luoshi.oversight.assessment import objecting, scoring, settling
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.inputs import Input
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.corrections import actions, errors, rulings
from luoshi.oversight.lists import actions as lists
from luoshi.oversight.lists.models import BLACK_LIST, PublishedList
from luoshi.oversight.objections.models import LIGHT, ROW, Objection
from luoshi.oversight.wall.wall import wall
from luoshi.plans.targets.models import Target
from luoshi.projects.investment.trips.models import Trip
from luoshi.reports.bulletin import composed, render
from tests.oversight.assessing import opened, source, subject, take
from tests.oversight.test_lists import signed

__all__ = ["signed"]

JUNE, JULY, SOON = 202606, datetime.date(2026, 7, 8), datetime.date(2026, 7, 10)
SIGNINGS = "investment.signings"


@pytest.fixture
def half(signed: list[Row], units: dict[str, Unit], supervisor: Actor) -> Assessment:
    """The first half is frozen and published on the day on which June's bulletin and lists are."""
    made = opened(units, supervisor)
    take(made, "freeze", supervisor, JULY)
    take(made, "publish", supervisor, JULY)
    bulletins.issue(JUNE, render, on=JULY, by=supervisor)
    lists.publish(JUNE, by=supervisor, on=JULY)
    return made


@pytest.fixture
def contested(half: Assessment, signed: list[Row], units: Mapping[str, Unit], clerk: Actor) -> Objection:
    """招商局 says at the list that one signing was of 0.5亿."""
    return at_the_list(ROW, SIGNINGS, signed[0].pk, units["0103"], clerk)


def at_the_list(about: str, ledger: str, row: int, unit: Unit, by: Actor) -> Objection:
    found = PublishedList.objects.latest_of(JUNE)
    assert found is not None
    return lists.object_to(found, about, ledger, row, unit=unit, reason="多登了金额", by=by, on=SOON)


def rule(objection: Row, ledger: str, by: Actor, step: str = "accept") -> None:
    given = {"ruling": "合同为 0.5 亿元"}
    stepping.take_step(registry.ledger(ledger), objection, step, by=by, on=SOON, given=given)


def put_right(row: Row, by: Actor) -> None:
    """The signing turns out to be of 0.5亿: it is none of those of 1亿 and more."""
    row.refresh_from_db()
    writing.change(registry.ledger(SIGNINGS), row, {"amount": 5 * 10**9}, by=by, reason="更正", on=SOON)


def figure(assessment: Assessment, code: str) -> Input:
    assessment.refresh_from_db()
    book = next(each for each in scoring.books(assessment) if each.subject.name == "招商局")
    return book.inputs[code]


def correct(by: Actor) -> actions.Followed:
    return actions.correct(render, by=by, on=SOON)


def text(found: Bulletin) -> str:
    return "\n".join(block.text for block in composed(found.facts).body if hasattr(block, "text"))


def test_a_row_contested_at_the_list_changes_the_scores_too(
    contested: Objection, half: Assessment, signed: list[Row], clerk: Actor, supervisor: Actor
) -> None:
    assert figure(half, "signings").value == 12
    with pytest.raises(errors.NothingToCorrect):
        correct(supervisor)
    rule(contested, lists.OBJECTIONS, supervisor)
    with pytest.raises(errors.NotPutRight, match=r"YI-2026-001 已采纳，但所指的台账行还没有改正"):
        correct(supervisor)
    put_right(signed[0], clerk)
    with pytest.raises(Refused):
        correct(clerk)
    done = correct(supervisor)
    (listed,), (scores,) = done.lists, done.scores
    assert (listed.published.edition, scores.edition, figure(half, "signings").value) == (2, 2, 11)
    assert listed.bulletin is not None
    assert listed.bulletin.title == "关于2026年6月重点工作推进情况的更正通报"
    assert (listed.bulletin.kind, listed.bulletin.kind_name, listed.bulletin.issue) == (
        "bulletin",
        "更正通报",
        2,
    )
    said = text(listed.bulletin)
    assert "更正事项" in said and "项目1，" in said
    assert "签约金额由“2亿元”改为“0.5亿元”" in said
    assert "异议 YI-2026-001 采纳（2026-07-10）：合同为 0.5 亿元" in said
    contested.refresh_from_db()
    assert contested.corrected == done.words and "第 2 版得分" in done.words
    with pytest.raises(errors.NothingToCorrect):
        correct(supervisor)
    assert settling.differences(half, 1) == settling.differences(half, 2) == []


def test_what_is_rejected_changes_nothing(
    contested: Objection, signed: list[Row], clerk: Actor, supervisor: Actor
) -> None:
    rule(contested, lists.OBJECTIONS, supervisor, "reject")
    put_right(signed[0], clerk)
    with pytest.raises(errors.NothingToCorrect):
        correct(supervisor)
    assert PublishedList.objects.count() == Bulletin.objects.count() == 1


def test_a_row_contested_at_a_score_changes_the_list_too(
    half: Assessment, signed: list[Row], clerk: Actor, supervisor: Actor
) -> None:
    mine, key = subject(half, "招商局"), f"{SIGNINGS}/{signed[0].pk}"
    made = objecting.object_to(mine, source(half, "signings"), key, reason="少登了", by=clerk, on=SOON)
    rule(made, objecting.LEDGER, supervisor)
    put_right(signed[0], clerk)
    done = correct(supervisor)
    assert [each.published.edition for each in done.lists] == [2]
    assert "异议 KY-2026-001 采纳" in text(done.lists[0].bulletin or Bulletin())
    assert figure(half, "signings").value == 11


def light() -> Target:
    return Target.objects.active().get(name__endswith="10亿元以上项目")


def blackened() -> bool:
    found = PublishedList.objects.latest_of(JUNE)
    return bool(found and found.lines.filter(board=BLACK_LIST, unit__name="招商局").exists())


def test_a_light_ruled_not_to_count_counts_neither_there_nor_here(
    half: Assessment, units: Mapping[str, Unit], clerk: Actor, supervisor: Actor
) -> None:
    months = [
        each.month
        for row in wall(JUNE)
        if row.target == light()
        for each in row.light.history
        if each.colour == "red"
    ]
    assert JUNE in months and figure(half, "red").value == len(months) and blackened()
    made = at_the_list(LIGHT, "plans.targets", light().pk, units["0103"], clerk)
    rule(made, lists.OBJECTIONS, supervisor)
    correct(supervisor)
    assert figure(half, "red").value == len(months) - 1 and not blackened()


def test_a_light_contested_at_a_score_leaves_the_list(
    half: Assessment, clerk: Actor, supervisor: Actor
) -> None:
    before, mine = figure(half, "red"), subject(half, "招商局")
    key = next(each.key for each in before.counted or () if each.key.endswith(f"-{JUNE}"))
    made = objecting.object_to(mine, source(half, "red"), key, reason="批文在途", by=clerk, on=SOON)
    rule(made, objecting.LEDGER, supervisor)
    assert blackened()
    done = correct(supervisor)
    assert len(done.lists) == 1 and not blackened()
    assert "原计入得分，现不计入" in text(done.lists[0].bulletin or Bulletin())
    assert len(figure(half, "red").counted or ()) == len(before.counted or ()) - 1


def test_a_running_score_follows_the_ruling_itself(
    half: Assessment, units: Mapping[str, Unit], clerk: Actor, supervisor: Actor
) -> None:
    before = {book.subject.name: book.inputs["red"].value for book in scoring.running(half, JUNE)}
    made = at_the_list(LIGHT, "plans.targets", light().pk, units["0103"], clerk)
    rule(made, lists.OBJECTIONS, supervisor)
    after = {book.subject.name: book.inputs["red"].value for book in scoring.running(half, JUNE)}
    assert after == before | {"招商局": (before["招商局"] or 0) - 1}


def test_a_secret_column_is_told_to_nobody(
    units: Mapping[str, Unit], clerk: Actor, supervisor: Actor
) -> None:
    """What a trip cost is for few to see; a bulletin is for all."""
    days.seed([2026])
    day, ledger = datetime.date(2026, 7, 10), registry.ledger("investment.trips")
    given = {
        "period": JUNE,
        "about": ROW,
        "ledger": ledger.name,
        "row": 1,
        "subject": "外出招商",
        "unit": units["0103"],
    }
    made = writing.create(
        registry.ledger(lists.OBJECTIONS), given | {"raised_on": day, "reason": "批次有误"}, by=clerk, on=day
    )
    rule(made, lists.OBJECTIONS, supervisor)
    assert isinstance(made, Objection) and not rulings.ready(made)
    changes = {ledger.title_of(ledger.column(name)): ("1", "2") for name in ("topic", "cost")}
    with transaction.atomic():
        audit.begin()
        audit.record(clerk, "修改", ledger, Trip(pk=1), changes)
    assert rulings.ready(made)
    assert [each["changed"] for each in rulings.told([made])] == ["主题由“1”改为“2”"]


def test_a_row_that_is_written_without_effect_corrects_nothing(
    contested: Objection, signed: list[Row], clerk: Actor, supervisor: Actor
) -> None:
    rule(contested, lists.OBJECTIONS, supervisor)
    signed[0].refresh_from_db()
    writing.change(
        registry.ledger(SIGNINGS), signed[0], {"project": "项目甲"}, by=clerk, reason="改名", on=SOON
    )
    with pytest.raises(
        errors.NothingChanged, match="YI-2026-001 已采纳或批准，但榜单、通报和考核得分都没有变化"
    ):
        correct(supervisor)
    contested.refresh_from_db()
    assert contested.corrected == "" and PublishedList.objects.count() == Bulletin.objects.count() == 1
    put_right(signed[0], clerk)
    assert len(correct(supervisor).lists) == 1


def test_a_file_that_breaks_corrects_nothing(
    contested: Objection, half: Assessment, signed: list[Row], clerk: Actor, supervisor: Actor
) -> None:
    """All or nothing: no edition of a score stays where the bulletin could not be written."""
    rule(contested, lists.OBJECTIONS, supervisor)
    put_right(signed[0], clerk)

    def broken(data: object) -> bytes:
        raise RuntimeError("no ink")

    with pytest.raises(RuntimeError):
        actions.correct(broken, by=supervisor, on=SOON)
    half.refresh_from_db()
    assert half.edition == PublishedList.objects.count() == Bulletin.objects.count() == 1

"""An excuse that is approved after its light was published: the office is told, and one act corrects or leaves it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal

import pytest

from luoshi.directory import roles
from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, stepping
from luoshi.ledgers.access import STRANGER, Actor
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.ledgers.models import AuditRow, Row
from luoshi.oversight.assessment import scoring, settling, since
from luoshi.oversight.assessment.assessments.models import SETTLED, Assessment
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.oversight.bulletins import since as issued
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.corrections import actions, errors, overtaken
from luoshi.oversight.excuses.models import TARGET, Excuse
from luoshi.oversight.excuses.standing import NAME
from luoshi.oversight.excusing import actions as excusing
from luoshi.oversight.lists import actions as lists
from luoshi.oversight.lists.models import PublishedList
from luoshi.oversight.rules import actions as rules
from luoshi.reports.bulletin import render
from luoshi.rules import defaults
from tests.directory import build
from tests.oversight.assessing import take
from tests.oversight.test_corrections import (
    JUNE,
    SOON,
    blackened,
    correct,
    figure,
    half,
    light,
    signed,
    text,
)

__all__ = ["half", "signed"]
LATER = datetime.date(2026, 8, 10)


@pytest.fixture
def asked(half: Assessment, clerk: Actor) -> Excuse:
    """The clerk of 招商局 asks in July that the red light of June be excused: June's bulletin, list and scores stand."""
    return ask(clerk)


def ask(by: Actor, month: int = JUNE) -> Excuse:
    return excusing.ask(
        TARGET, light().pk, month, reason="汛情停工21天", basis="防汛〔2026〕8号", by=by, on=SOON
    )


def step(excuse: Excuse, name: str, by: Actor, **more: str) -> Excuse:
    excuse.refresh_from_db()
    given = {"answer": "情况属实"} if name in ("approve", "refuse") else None
    stepping.take_step(registry.ledger(NAME), excuse, name, by=by, on=SOON, given=given, **more)
    return excuse


def june() -> Bulletin:
    found = Bulletin.objects.latest_of(JUNE)
    assert found is not None
    return found


def reds(assessment: Assessment) -> list[str]:
    return [each.key for each in figure(assessment, "red").counted or ()]


def test_it_is_told_what_an_excuse_came_too_late_for(
    asked: Excuse, half: Assessment, supervisor: Actor
) -> None:
    assert overtaken.waiting() == [] and issued.relit(june()) == [] and since.moved(half) == []
    step(asked, "approve", supervisor)
    (found,) = overtaken.waiting()
    assert found.excuse == asked
    assert found.words == f"2026年6月红黑榜、《关于2026年6月重点工作推进情况的通报》、{half}第 1 版得分"
    (turned,) = issued.relit(june())
    assert (turned.number, turned.issued, turned.now) == (light().number, "■ 红灯", "▲ 黄灯")
    assert "汛情停工21天" in turned.reason
    moved = {
        (each.subject.name, each.source.code): (each.kept.value, each.now.value) for each in since.moved(half)
    }
    before = Decimal(len(reds(half)))
    assert moved == {("招商局", "red"): (before, before - 1)}


def test_list_bulletin_and_score_follow_from_one_act(
    asked: Excuse, half: Assessment, clerk: Actor, supervisor: Actor
) -> None:
    before, key = reds(half), f"{light().number}-{JUNE}"
    assert key in before and blackened()
    step(asked, "approve", supervisor)
    for who in (clerk, STRANGER):
        with pytest.raises(Refused):
            correct(who)
    done = correct(supervisor)
    (listed,), (scores,) = done.lists, done.scores
    assert (listed.published.edition, scores.edition, done.bulletins) == (2, 2, ())
    assert not blackened() and reds(half) == [each for each in before if each != key]
    assert listed.bulletin == june() and june().kind_name == "更正通报" and issued.relit(june()) == []
    assert "正当理由 LY-2026-001" in text(june()) and "汛情停工21天" in text(june())
    asked.refresh_from_db()
    assert asked.corrected == done.words
    assert overtaken.waiting() == [] and since.moved(half) == []
    with pytest.raises(errors.NothingToCorrect):
        correct(supervisor)
    assert settling.differences(half, 1) == settling.differences(half, 2) == []
    with pytest.raises(Invalid, match="批准以后已经更正，或已说明不更正的理由，不能撤销批准"):
        step(asked, "revoke", supervisor, reason="材料不实")


def test_it_may_be_left_with_a_reason(
    asked: Excuse, half: Assessment, clerk: Actor, supervisor: Actor
) -> None:
    with pytest.raises(errors.NothingOvertaken):
        actions.leave("LY-2026-001", reason="已会商", by=supervisor)
    step(asked, "approve", supervisor)
    with pytest.raises(errors.NoReason):
        actions.leave("LY-2026-001", reason="  ", by=supervisor)
    for who in (clerk, STRANGER):
        with pytest.raises(Refused):
            actions.leave("LY-2026-001", reason="已会商", by=who)
    before = reds(half)
    left = actions.leave("LY-2026-001", reason="榜单已经领导圈阅，下月起调整", by=supervisor)
    assert left.corrected == "不更正：榜单已经领导圈阅，下月起调整"
    assert overtaken.waiting() == [] and reds(half) == before and blackened()
    with pytest.raises(errors.NothingToCorrect):
        correct(supervisor)
    told = AuditRow.objects.filter(ledger=NAME).order_by("-seq")[0]
    assert (told.act, told.reason) == ("不更正", "榜单已经领导圈阅，下月起调整")
    with pytest.raises(errors.NothingOvertaken):
        actions.leave("LY-2026-001", reason="再说一遍", by=supervisor)


def test_nothing_is_settled_while_it_waits(asked: Excuse, half: Assessment, supervisor: Actor) -> None:
    step(asked, "approve", supervisor)
    with pytest.raises(NotNow, match="还有 1 份冻结以后批准的正当理由没有更正"):
        take(half, "settle", supervisor, LATER)
    published = PublishedList.objects.latest_of(JUNE)
    assert published is not None
    with pytest.raises(NotNow, match="还有 1 份公示以后批准的正当理由没有更正"):
        stepping.take_step(registry.ledger(lists.LEDGER), published, "settle", by=supervisor, on=LATER)
    actions.leave(asked.number, reason="下月起调整", by=supervisor)
    assert take(half, "settle", supervisor, LATER).state == SETTLED


def test_what_is_settled_stays_and_the_bulletin_is_corrected(
    asked: Excuse, half: Assessment, supervisor: Actor
) -> None:
    published = PublishedList.objects.latest_of(JUNE)
    assert published is not None
    stepping.take_step(registry.ledger(lists.LEDGER), published, "settle", by=supervisor, on=LATER)
    take(half, "settle", supervisor, LATER)
    step(asked, "approve", supervisor)
    (found,) = overtaken.waiting()
    assert (found.published, found.scores) == (None, ()) and found.bulletin == june()
    done = actions.correct(render, by=supervisor, on=LATER)
    assert (done.lists, done.scores) == ((), ()) and [each.issue for each in done.bulletins] == [2]
    half.refresh_from_db()
    assert half.edition == 1 and PublishedList.objects.count() == 1
    assert done.words == f"《{june().title}》"


def test_one_approved_before_it_was_published_waits_for_nobody(
    asked: Excuse, half: Assessment, supervisor: Actor
) -> None:
    """The next bulletin knows of it."""
    step(asked, "approve", supervisor)
    correct(supervisor)
    again = bulletins.issue(JUNE, render, on=SOON, by=supervisor, reason="补印")
    assert again.issue == 3 and overtaken.waiting() == []


def test_one_that_is_not_approved_changes_nothing(asked: Excuse, half: Assessment, supervisor: Actor) -> None:
    step(asked, "refuse", supervisor)
    assert overtaken.waiting() == []
    with pytest.raises(errors.NothingToCorrect):
        correct(supervisor)


def test_under_a_rule_that_knows_no_excuse_no_score_waits(
    asked: Excuse, half: Assessment, supervisor: Actor
) -> None:
    data = defaults.LIGHT_RULE.to_data() | {"version": "2", "effective_from": "2026-01-02", "excuses": {}}
    rules.issue("light", data, by=supervisor)
    step(asked, "approve", supervisor)
    assert [(each.bulletin, each.scores) for each in overtaken.waiting()] == [(None, ())], "the list alone"


def test_a_frozen_score_that_is_not_published_follows_too(
    asked: Excuse, half: Assessment, units: Mapping[str, Unit], supervisor: Actor
) -> None:
    Assessment.objects.filter(pk=half.pk).update(state="frozen", published_on=None, until=None)
    step(asked, "approve", supervisor)
    before = reds(half)
    assert [each.edition for each in correct(supervisor).scores] == [2]
    assert len(reds(half)) == len(before) - 1


def test_a_running_score_follows_by_itself(
    asked: Excuse, half: Assessment, signed: list[Row], supervisor: Actor
) -> None:
    def red() -> object:
        books = scoring.running(half, JUNE)
        return next(book.inputs["red"].value for book in books if book.subject.name == "招商局")

    before = red()
    step(asked, "approve", supervisor)
    assert red() == (before or 0) - 1  # type: ignore[operator]


def test_a_deputy_of_others_may_not_leave_it(
    asked: Excuse, units: Mapping[str, Unit], supervisor: Actor
) -> None:
    step(asked, "approve", supervisor)
    with pytest.raises(Refused):
        actions.leave(asked.number, reason="x", by=build.holder("shen", roles.DEPUTY, units["01"]))

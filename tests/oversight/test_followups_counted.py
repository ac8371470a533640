"""What a light costs by its ladder is counted by an assessment, and follows rulings and excuses."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import Row
from luoshi.oversight.assessment import excused, objecting, opening, scoring, settling
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.inputs import Input
from luoshi.oversight.assessment.sources.models import FOLLOWUPS, LIGHTS
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.oversight.corrections import actions as corrections
from luoshi.oversight.excuses.ledger import EXCUSES
from luoshi.oversight.excuses.models import TARGET
from luoshi.oversight.excusing import actions as excusing
from luoshi.oversight.followups.models import DONE, LIFTED, OPEN, Followup
from luoshi.oversight.lists import actions as lists
from luoshi.oversight.lists.models import PublishedList
from luoshi.oversight.objections.models import LIGHT, ROW
from luoshi.oversight.rounds.models import Round
from luoshi.oversight.rules import actions as rules
from luoshi.reports.bulletin import render
from luoshi.rules import defaults
from luoshi.rules.rounding import show
from tests.oversight import assessing
from tests.oversight.assessing import JANUARY, source, subject, take
from tests.oversight.following import big, cut_off, of_big, people, step
from tests.oversight.test_lists import signed

__all__ = ["signed"]

JUNE, JULY, SOON = 202606, datetime.date(2026, 7, 8), datetime.date(2026, 7, 10)


@pytest.fixture
def cast(units: Mapping[str, Unit]) -> dict[str, Actor]:
    return people(units)


@pytest.fixture
def half(
    signed: list[Row], june: Round, units: Mapping[str, Unit], supervisor: Actor, cast: Mapping[str, Actor]
) -> Assessment:
    """From June on a red light costs half a point; June is cut off, and the first half is assessed."""
    data = {**defaults.LIGHT_RULE.to_data(), "version": "2", "effective_from": "2026-06-01"}
    ladder = [{"colour": "red", "who": "主要领导", "level": "principal", "points": "0.5"}]
    rules.issue("light", {**data, "ladder": ladder}, by=supervisor)
    cut_off(june, supervisor)
    rules.issue("score", scheme(), by=supervisor)
    members = [(units["0103"], "offices"), (units["0102"], "offices")]
    made = opening.open_assessment("半年考核", "half-year", members, 202601, JUNE, by=supervisor, on=JANUARY)
    opening.point(source(made, "follow"), FOLLOWUPS, by=supervisor)
    opening.point(source(made, "red"), LIGHTS, by=supervisor)
    return made


def scheme() -> dict[str, Any]:
    """The half year's, in which what follows lights is taken off as it is."""
    found = copy.deepcopy(assessing.SCHEME)
    found["figures"].append({"code": "follow", "title": "升级处理扣分", "unit": "分"})
    found["dimensions"][-1]["items"][0]["formula"]["faults"].append({"figure": "follow", "each": "1"})
    return found


def running(assessment: Assessment, name: str = "招商局") -> Input:
    found = next(each for each in scoring.running(assessment, JUNE) if each.subject.name == name)
    return found.inputs["follow"]


def kept(assessment: Assessment) -> Input:
    assessment.refresh_from_db()
    book = next(each for each in scoring.books(assessment) if each.subject.name == "招商局")
    return book.inputs["follow"]


def publish(assessment: Assessment, supervisor: Actor) -> None:
    take(assessment, "freeze", supervisor, JULY)
    take(assessment, "publish", supervisor, JULY)
    bulletins.issue(JUNE, render, on=JULY, by=supervisor)
    lists.publish(JUNE, by=supervisor, on=JULY)


def contest(about: str, ledger: str, row: int, unit: Unit, clerk: Actor, supervisor: Actor) -> str:
    """Object at the list of June, and be right; the number."""
    found = PublishedList.objects.get()
    made = lists.object_to(found, about, ledger, row, unit=unit, reason="有误", by=clerk, on=SOON)
    ledger_of = registry.ledger(lists.OBJECTIONS)
    stepping.take_step(ledger_of, made, "accept", by=supervisor, on=SOON, given={"ruling": "属实"})
    return made.number


def test_points_are_summed_unit_by_unit(half: Assessment) -> None:
    rows = Followup.objects.filter(unit__name="招商局")
    found = running(half)
    assert rows.count() > 0 and found.value == Decimal("0.5") * rows.count()
    assert {each.row for each in found.counted or ()} == {each.pk for each in rows}
    assert all(
        each.size == Decimal("0.5") and each.ledger == "oversight.followups" for each in found.counted or ()
    )
    other = running(half, "经济发展局")
    mine = Followup.objects.filter(unit__name="经济发展局")
    assert other.value == Decimal("0.5") * mine.count()


def test_they_are_taken_off_as_they_are(half: Assessment) -> None:
    (book,) = (each for each in scoring.running(half, JUNE) if each.subject.name == "招商局")
    taken = running(half).value or Decimal(0)
    assert taken > 0 and f"升级处理扣分 {show(taken)} 分 × 1 = {show(taken)} 分" in str(
        scoring.frozen(book.score)
    )


def test_what_was_lifted_costs_nothing(half: Assessment, supervisor: Actor) -> None:
    before = running(half).value or Decimal(0)
    step(of_big(), "lift", supervisor)
    assert running(half).value == before - Decimal("0.5")


def test_an_approved_excuse_costs_nothing(half: Assessment, clerk: Actor, cast: Mapping[str, Actor]) -> None:
    before = running(half).value or Decimal(0)
    asked = excusing.ask(TARGET, big().pk, JUNE, reason="汛情", basis="通知", by=clerk, on=JULY)
    assert running(half).value == before
    stepping.take_step(EXCUSES, asked, "approve", by=cast["deputy"], on=SOON, given={"answer": "属实"})
    assert running(half).value == before - Decimal("0.5")


def test_an_excuse_that_comes_after_the_scores_gives_the_points_back_by_a_correction(
    half: Assessment, clerk: Actor, supervisor: Actor, cast: Mapping[str, Actor]
) -> None:
    asked = excusing.ask(TARGET, big().pk, JUNE, reason="汛情", basis="通知", by=clerk, on=JULY)
    publish(half, supervisor)
    before = kept(half)
    lit = of_big()
    stepping.take_step(EXCUSES, asked, "approve", by=cast["deputy"], on=SOON, given={"answer": "属实"})
    assert Followup.objects.get(pk=lit.pk).lifted_by == asked.number
    assert kept(half) == before and [each.pk for each in excused.waiting(half)] == [asked.pk]
    corrections.correct(render, by=supervisor, on=SOON)
    assert kept(half).value == (before.value or Decimal(0)) - Decimal("0.5")
    assert lit.pk not in {each.row for each in kept(half).counted or ()}
    assert excused.waiting(half) == [] and settling.differences(half) == []


def test_a_light_that_is_ruled_not_to_count_lifts_what_followed_and_gives_the_points_back(
    half: Assessment, units: Mapping[str, Unit], clerk: Actor, supervisor: Actor, cast: Mapping[str, Actor]
) -> None:
    publish(half, supervisor)
    before = kept(half).value or Decimal(0)
    done = step(of_big(), "handle", cast["leader"])
    number = contest(LIGHT, "plans.targets", big().pk, units["0103"], clerk, supervisor)
    assert running(half).value == before - Decimal("0.5"), "a running score follows the ruling itself"
    assert not Followup.objects.get(pk=done.pk).lifted
    followed = corrections.correct(render, by=supervisor, on=SOON)
    after = Followup.objects.get(pk=done.pk)
    assert (after.state, after.lifted_by) == (DONE, number) and "不再计入" in after.lifted
    assert f"升级处理 {after.number}" in followed.words
    assert kept(half).value == before - Decimal("0.5")
    assert settling.differences(half) == []


def test_one_of_them_is_contested_at_the_score(half: Assessment, clerk: Actor, supervisor: Actor) -> None:
    publish(half, supervisor)
    before = kept(half)
    mine, key = subject(half, "招商局"), (before.counted or ())[0].key
    made = objecting.object_to(mine, source(half, "follow"), key, reason="已约谈", by=clerk, on=SOON)
    stepping.take_step(
        registry.ledger(objecting.LEDGER), made, "accept", by=supervisor, on=SOON, given={"ruling": "属实"}
    )
    corrections.correct(render, by=supervisor, on=SOON)
    assert kept(half).value == (before.value or Decimal(0)) - Decimal("0.5")
    assert settling.differences(half, 1) == settling.differences(half, 2) == []


def test_a_row_that_is_put_right_lifts_what_its_light_asked_for(
    half: Assessment,
    signed: list[Row],
    units: Mapping[str, Unit],
    clerk: Actor,
    supervisor: Actor,
) -> None:
    """One signing turns out to be of 30亿, three of 10亿 and more are due: the light is less than red."""
    publish(half, supervisor)
    red = of_big()
    numbers = [
        contest(ROW, "investment.signings", row.pk, units["0103"], clerk, supervisor) for row in signed[:2]
    ]
    for row in signed[:2]:
        put_up(row, clerk)
    assert Followup.objects.get(pk=red.pk).state == OPEN, "nothing is corrected yet"
    corrections.correct(render, by=supervisor, on=SOON)
    now = Followup.objects.get(pk=red.pk)
    assert (now.state, now.lifted_by) == (LIFTED, "、".join(numbers))
    assert "2026年6月的灯现为黄灯" in now.lifted and "不再升级处理" in now.lifted
    others = Followup.objects.filter(state=OPEN)
    assert all(each.row != big().pk for each in others)


def put_up(row: Row, by: Actor) -> None:
    """The signing turns out to be of 30亿."""
    row.refresh_from_db()
    writing.change(
        registry.ledger("investment.signings"), row, {"amount": 30 * 10**10}, by=by, reason="更正", on=SOON
    )

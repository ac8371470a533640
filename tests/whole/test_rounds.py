"""Three months of rounds in the sample zone: facts, lights, agenda, decisions, tasks, and the round after."""

from __future__ import annotations

import datetime

import pytest

from luoshi.accounts.models import User
from luoshi.directory.calendars import actions as calendars
from luoshi.directory.people.actors import actor_named
from luoshi.directory.units.models import Unit
from luoshi.ledgers import evidence, registry, reviews, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.oversight.corrections import actions as corrections
from luoshi.oversight.lists import actions as lists
from luoshi.oversight.lists.models import SETTLED, ListLine
from luoshi.oversight.objections.models import LIGHT
from luoshi.oversight.rounds import actions, paper
from luoshi.oversight.rounds.models import ARCHIVED, MONTH, RED, UNFINISHED, AgendaItem, Decision, Round
from luoshi.oversight.wall.wall import wall
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks.models import STRUCK_OFF, Task
from luoshi.projects.investment.paid_in.models import PaidIn
from luoshi.reports import bulletin, preread

MAY, JUNE, JULY = datetime.date(2026, 5, 31), datetime.date(2026, 6, 30), datetime.date(2026, 7, 31)
MONEY, BUILT = "境外到位资金", "已开工项目竣工率"


@pytest.fixture
def office(zone: None) -> Actor:
    return actor_named("linzhao")


def test_three_months(office: Actor) -> None:
    may = cut_off(MAY, office)
    assert (colour(202605, MONEY), colour(202605, BUILT)) == ("red", "red")
    slow = held(may, office, item(may, BUILT), "规划建设局", datetime.date(2026, 6, 30))

    june = cut_off(JUNE, office)
    assert standings(june) == {slow.number: "overdue"}
    assert item(june, MONEY).kind == RED
    paid = held(june, office, item(june, MONEY), "招商局", datetime.date(2026, 7, 20))
    carried_out(paid.task, datetime.date(2026, 7, 16), office)
    arrived(4000, office)

    july = cut_off(JULY, office)
    assert standings(july) == {slow.number: "overdue", paid.number: "done"}
    first = AgendaItem.objects.of(july)[0]
    assert (first.kind, first.subject) == (UNFINISHED, slow.number)
    assert first.reason == "2026年5月通报决定，规建局牵头，期限 2026-06-30，已逾期 36 天"
    assert colour(202607, MONEY) == "green" and not on_agenda(july, MONEY)
    assert on_agenda(june, MONEY), "what was cut off stays as it was"
    said = [block.text for block in preread.compose(paper.gather(july)).body if hasattr(block, "text")]
    assert "以前轮次的决定 2 项：已办结 1 项、逾期 1 项。" in said

    contested(office)
    for found in (may, june):
        stepping.take_step(registry.ledger(actions.LEDGER), found, "archive", by=office, on=july.cutoff_on)
        assert found.state == ARCHIVED


def cut_off(last: datetime.date, office: Actor) -> Round:
    """The monthly round about a month, cut off on its day."""
    found = Round.objects.get(kind=MONTH, last=last)
    return actions.freeze(found, by=office, on=found.cutoff_on)


def item(found: Round, name: str) -> AgendaItem:
    return AgendaItem.objects.get(round=found, title__startswith=name, ledger="plans.targets")


def on_agenda(found: Round, name: str) -> bool:
    return AgendaItem.objects.filter(round=found, title__startswith=name, ledger="plans.targets").exists()


def colour(month: int, name: str) -> str:
    return next(row.light.colour for row in wall(month) if row.target.name == name)


def standings(found: Round) -> dict[str, str]:
    return {each["number"]: each["standing"] for each in found.opening}


def held(found: Round, office: Actor, about: AgendaItem, unit: str, due_on: datetime.date) -> Decision:
    """The meeting, and what it decides about one item."""
    stepping.take_step(registry.ledger(actions.LEDGER), found, "hold", by=office, on=found.meets_on)
    about.refresh_from_db()
    return actions.decide(
        about,
        f"补齐{about.title}",
        lead_unit=Unit.objects.get(name=unit),
        due_on=due_on,
        by=office,
        on=found.meets_on,
    )


def carried_out(task: Task, on: datetime.date, office: Actor) -> None:
    """The unit signs for it, answers with evidence; the office checks it and strikes it off."""
    ledger, clerk = registry.ledger("plans.tasks"), actor_named("chenjing")
    person = User.objects.get(username="chenjing")
    stepping.take_step(ledger, task, "sign_for", by=clerk, on=on, given={"person": person})
    evidence.attach(ledger, task, b"paid", "a.txt", by=clerk, slot="办结佐证")
    stepping.take_step(ledger, task, "answer", by=clerk, on=on, given={"done_on": on, "outcome": "已到位"})
    reviews.give(ledger, task, "check", "passed", by=office)
    stepping.take_step(ledger, task, "strike_off", by=office, on=on)
    assert task.state == STRUCK_OFF


def arrived(amount: int, office: Actor) -> None:
    """So many 万美元 of June that had not been entered; the month is opened again for them."""
    calendars.reopen(202606, by=office, reason="补登到账的境外资金")
    kept = PaidIn.objects.filter(foreign__gt=0, period__lt=202606).order_by("pk")[0]
    ledger = registry.ledger("investment.paid_in")
    values = {column.name: getattr(kept, column.name) for column in ledger.writable}
    dollars = amount * 10**6  # in cents
    values |= {"period": 202606, "foreign": dollars, "original": dollars, "rate": 10_000}
    writing.create(ledger, values, by=office)
    calendars.close(202606, by=office, reason="补登完毕")


def contested(office: Actor) -> None:
    """A unit contests one light of July: the list, and a bulletin that corrects, follow."""
    on, unit = datetime.date(2026, 8, 12), Unit.objects.get(name="规划建设局")
    bulletins.issue(202607, bulletin.render, on=on, by=office)
    found = lists.publish(202607, by=office, on=on)
    assert ListLine.objects.filter(published=found, unit=unit, board="black_list").exists()
    lit = [row for row in wall(202607) if row.unit == unit.name and row.light.colour in ("red", "yellow")]
    for row in lit:
        made = lists.object_to(
            found, LIGHT, "plans.targets", row.target.pk, unit=unit, reason="备案表在途",
            by=actor_named("zhouwei"), on=on,
        )  # fmt: skip
        given = {"ruling": "属实，不计入本月"}
        stepping.take_step(registry.ledger(lists.OBJECTIONS), made, "accept", by=office, on=on, given=given)
    (done,) = corrections.correct(bulletin.render, by=office, on=on).lists
    assert done.published.edition == 2 and done.bulletin is not None and done.bulletin.issue == 2
    assert not ListLine.objects.filter(published=done.published, unit=unit, board="black_list").exists()
    assert unit.name not in [each["unit"] for each in done.bulletin.facts["black"]]
    later = done.published.until + datetime.timedelta(days=1)
    stepping.take_step(registry.ledger(lists.LEDGER), done.published, "settle", by=office, on=later)
    assert done.published.state == SETTLED


def test_the_targets_of_the_story_are_in_the_sample(zone: None) -> None:
    names = {target.name for target in Target.objects.in_month(202605)}
    assert {MONEY, BUILT} <= names

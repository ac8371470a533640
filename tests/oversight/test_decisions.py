"""What a round decides becomes a task that is handed out, and the next round opens with it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from luoshi.accounts.models import User
from luoshi.directory.units.models import Unit
from luoshi.ledgers import evidence, registry, reviews, stepping, writing
from luoshi.ledgers.access import STRANGER, Actor
from luoshi.ledgers.errors import Invalid, Refused
from luoshi.ledgers.models import AuditRow, Row
from luoshi.oversight.rounds import actions, errors, paper
from luoshi.oversight.rounds.models import (
    ARCHIVED,
    HELD,
    KINDS,
    MONTH,
    UNFINISHED,
    AgendaItem,
    Decision,
    Round,
)
from luoshi.plans.tasks.models import ASSIGNED, MEETING, Task
from luoshi.reports import minutes
from luoshi.reports.preread import compose

JULY, AUGUST = datetime.date(2026, 7, 8), datetime.date(2026, 8, 6)
LIMIT = datetime.date(2026, 7, 31)


@pytest.fixture
def held(june: Round, sign: Callable[..., Row], supervisor: Actor) -> Round:
    """The round of June, held on the eighth of July."""
    sign(2, "2026-01-10")
    actions.freeze(june, by=supervisor, on=JULY)
    stepping.take_step(registry.ledger(actions.LEDGER), june, "hold", by=supervisor, on=JULY)
    return june


@pytest.fixture
def decide(held: Round, supervisor: Actor, units: Mapping[str, Unit]) -> Callable[..., Decision]:
    """Decides something about the first item."""

    def decided(
        what: str = "七月底前补签两个项目", due_on: datetime.date = LIMIT, **more: object
    ) -> Decision:
        given = {"lead_unit": units["0103"], "by": supervisor, "on": JULY} | more
        return actions.decide(AgendaItem.objects.of(held)[0], what, due_on=due_on, **given)  # type: ignore[arg-type]

    return decided


def july() -> Round:
    return Round.objects.get(kind=MONTH, last=datetime.date(2026, 7, 31))


def carry_out(task: Task, on: datetime.date, clerk: Actor, supervisor: Actor) -> None:
    """The whole life of a task on one day."""
    ledger = registry.ledger("plans.tasks")
    person = User.objects.get(pk=clerk.person)
    stepping.take_step(ledger, task, "sign_for", by=clerk, on=on, given={"person": person})
    evidence.attach(ledger, task, b"done", "a.txt", by=clerk, slot="办结佐证")
    given = {"done_on": on, "outcome": "已补签"}
    stepping.take_step(ledger, task, "answer", by=clerk, on=on, given=given)
    reviews.give(ledger, task, "check", "passed", by=supervisor)
    stepping.take_step(ledger, task, "strike_off", by=supervisor, on=on)


def test_a_decision_is_a_task(
    decide: Callable[..., Decision], held: Round, units: Mapping[str, Unit]
) -> None:
    made = decide(supporting=[units["0104"], units["0102"], units["0104"]])
    task = made.task
    assert (made.number, made.what, task.name) == (
        "JD-2026-001",
        "七月底前补签两个项目",
        "七月底前补签两个项目",
    )
    assert (task.state, task.origin, task.limit_on, task.due) == (ASSIGNED, MEETING, LIMIT, 202607)
    assert task.source == "2026年6月通报第 1 项议题"
    assert {unit.code for unit in task.supporting_units} == {"0102", "0104"}
    assert made.standing(JULY) == made.standing(LIMIT) == "open" and made.standing(AUGUST) == "overdue"


def test_what_is_not_right_is_refused(
    decide: Callable[..., Decision], held: Round, supervisor: Actor, clerk: Actor, units: Mapping[str, Unit]
) -> None:
    item = AgendaItem.objects.of(held)[0]
    with pytest.raises(errors.NoDecision):
        decide(" ")
    with pytest.raises(errors.DueBefore):
        decide(due_on=datetime.date(2026, 7, 7))
    with pytest.raises(errors.LeadSupports):
        decide(supporting=[units["0103"]])
    for who in (clerk, STRANGER):
        with pytest.raises(Refused):
            decide(by=who)
    actions.take_off(item, "已整改", by=supervisor)
    with pytest.raises(errors.ItemOff):
        decide()
    assert not Decision.objects.exists() and not Task.objects.filter(origin=MEETING).exists()


def test_only_between_the_meeting_and_the_archive(
    decide: Callable[..., Decision], held: Round, supervisor: Actor, units: Mapping[str, Unit]
) -> None:
    stepping.take_step(registry.ledger(actions.LEDGER), held, "archive", by=supervisor, on=JULY)
    assert held.state == ARCHIVED
    with pytest.raises(errors.NotHeld):
        decide()
    actions.freeze(july(), by=supervisor, on=AUGUST)
    with pytest.raises(errors.NotHeld):
        given = {"lead_unit": units["0103"], "due_on": AUGUST, "by": supervisor, "on": AUGUST}
        actions.decide(AgendaItem.objects.of(july())[0], "再签", **given)


def test_what_was_archived_meanwhile_takes_no_decision(
    held: Round, supervisor: Actor, units: Mapping[str, Unit]
) -> None:
    item = AgendaItem.objects.select_related("round").get(pk=AgendaItem.objects.of(held)[0].pk)
    stepping.take_step(registry.ledger(actions.LEDGER), held, "archive", by=supervisor, on=JULY)
    assert item.round.state == HELD, "as it was read before"
    with pytest.raises(errors.NotHeld):
        actions.decide(item, "补签", lead_unit=units["0103"], due_on=LIMIT, by=supervisor, on=JULY)
    assert not Decision.objects.exists() and not Task.objects.filter(origin=MEETING).exists()


def test_a_decision_stays_as_it_was_worded(decide: Callable[..., Decision], supervisor: Actor) -> None:
    made, ledger = decide(), registry.ledger("oversight.decisions")
    with pytest.raises(Invalid, match="不再改动"):
        writing.change(ledger, made, {"what": "别的"}, by=supervisor)
    with pytest.raises(Refused):
        writing.remove(ledger, made, by=supervisor, reason="写错")


def test_the_next_round_opens_with_them(
    decide: Callable[..., Decision], supervisor: Actor, clerk: Actor, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    late, done = decide(), decide("七月中旬走访企业", datetime.date(2026, 7, 15))
    running = decide("年底前建成标准厂房", datetime.date(2026, 12, 31))
    carry_out(done.task, JULY, clerk, supervisor)
    found = actions.freeze(july(), by=supervisor, on=AUGUST)
    told = {each["number"]: each["standing"] for each in found.opening}
    assert told == {late.number: "overdue", done.number: "done", running.number: "open"}
    items = list(AgendaItem.objects.of(found).filter(kind=UNFINISHED))
    assert [(each.order, each.subject) for each in items] == [(1, late.number), (2, running.number)]
    assert items[0].reason == "2026年6月通报决定，招商局牵头，期限 2026-07-31，已逾期 6 天"
    assert items[0].made_from == "任务 RW-2026-001 待签收"
    assert (items[0].ledger, items[0].row) == ("oversight.decisions", late.pk)


def test_what_nobody_finishes_comes_again_and_again(
    decide: Callable[..., Decision], supervisor: Actor
) -> None:
    late = decide()
    ledger = registry.ledger(actions.LEDGER)
    found = actions.freeze(july(), by=supervisor, on=AUGUST)
    stepping.take_step(ledger, found, "hold", by=supervisor, on=AUGUST)
    august = Round.objects.get(kind=MONTH, last=datetime.date(2026, 8, 31))
    actions.freeze(august, by=supervisor, on=datetime.date(2026, 9, 7))
    assert [each["number"] for each in august.opening] == [late.number]
    assert AgendaItem.objects.get(round=august, kind=UNFINISHED).subject == late.number
    stepping.take_step(
        registry.ledger("plans.tasks"), late.task, "withdraw", by=supervisor, reason="不再办", on=AUGUST
    )
    september = Round.objects.get(kind=MONTH, last=datetime.date(2026, 9, 30))
    stepping.take_step(ledger, august, "hold", by=supervisor, on=datetime.date(2026, 9, 8))
    actions.freeze(september, by=supervisor, on=datetime.date(2026, 10, 9))
    assert september.opening == []


def test_another_kind_of_round_does_not_open_with_them(
    decide: Callable[..., Decision], supervisor: Actor
) -> None:
    decide()
    week = Round.objects.get(kind="week", last=datetime.date(2026, 7, 19))
    actions.freeze(week, by=supervisor, on=datetime.date(2026, 7, 17))
    assert week.opening == []


def test_the_pre_read_is_written_from_it(
    decide: Callable[..., Decision], held: Round, supervisor: Actor
) -> None:
    decide()
    found = actions.freeze(july(), by=supervisor, on=AUGUST)
    official = compose(paper.gather(found))
    said = [block.text for block in official.body]  # type: ignore[union-attr]
    assert official.title == "2026年7月通报会预读材料" and str(official.issued_on) == "2026-08-06"
    assert said[1:3] == ["一、上轮未办结（1 项）", "以前轮次的决定 1 项：逾期 1 项。"]
    off = AgendaItem.objects.of(found)[0]
    actions.take_off(off, "另行研究", by=supervisor)
    left = compose(paper.gather(found))
    assert not any(off.title in block.text for block in left.body)  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", [code for code, _ in KINDS])
def test_every_kind_goes_from_the_cut_off_to_the_round_that_opens_with_it(
    kind: str, year: list[Round], sign: Callable[..., Row], supervisor: Actor, units: Mapping[str, Unit]
) -> None:
    sign(2, "2026-01-10")
    found, after = Round.objects.filter(kind=kind, first__gte=datetime.date(2026, 4, 1)).order_by("last")[:2]
    actions.freeze(found, by=supervisor, on=found.cutoff_on)
    item = AgendaItem.objects.of(found)[0]
    actions.hold(found, by=supervisor, on=found.meets_on, chair="林照", attendance="各单位")
    made = actions.decide(
        item, "补签两个项目", lead_unit=units["0103"], due_on=found.meets_on, by=supervisor, on=found.meets_on
    )
    said = [block.text for block in minutes.compose(paper.minutes(found)).body]  # type: ignore[union-attr]
    assert any(made.task.number in text for text in said) and "主持：林照。" in said
    actions.freeze(after, by=supervisor, on=after.cutoff_on)
    assert [(each["number"], each["standing"]) for each in after.opening] == [(made.number, "overdue")]
    first = AgendaItem.objects.of(after)[0]
    assert (first.kind, first.subject) == (UNFINISHED, made.number)
    actions.hold(after, by=supervisor, on=after.meets_on)
    said = [block.text for block in minutes.compose(paper.minutes(after)).body]  # type: ignore[union-attr]
    assert said[1] == "一、以前轮次的决定（1 项）" and said[3].endswith(f"任务 {made.task.number}）：逾期。")
    assert (after.state, after.chair, after.attendance) == (HELD, "", "")


def test_what_is_archived_gives_the_same_minutes_afterwards(
    decide: Callable[..., Decision], held: Round, supervisor: Actor, units: Mapping[str, Unit]
) -> None:
    made = decide()
    was = paper.minutes(held)
    decided = [each for each in was["items"] if each["decisions"]]
    assert [each["decisions"] for each in decided] == [
        [
            {
                "what": made.what,
                "unit": "招商局",
                "supporting": "",
                "due_on": "2026-07-31",
                "task": made.task.number,
            }
        ]
    ]
    stepping.take_step(registry.ledger(actions.LEDGER), held, "archive", by=supervisor, on=JULY)
    Task.objects.filter(pk=made.task_id).update(limit_on=AUGUST)
    for code in ("01", "0103"):
        Unit.objects.filter(pk=units[code].pk).update(name=f"改名{code}", short_name=f"改称{code}")
    assert paper.minutes(Round.objects.get(pk=held.pk)) == was


def test_an_item_that_was_taken_off_is_in_the_minutes_only_with_its_decision(
    decide: Callable[..., Decision], held: Round, supervisor: Actor
) -> None:
    decide()
    for item in AgendaItem.objects.of(held)[:2]:
        actions.take_off(item, "另行研究", by=supervisor)
    left = AgendaItem.objects.of(held).count() - 1
    assert left > 0 and [each["order"] for each in paper.minutes(held)["items"]] == [
        each.order for each in AgendaItem.objects.of(held) if each.order != 2
    ]


def test_who_may_not_holds_nothing(june: Round, supervisor: Actor, clerk: Actor) -> None:
    actions.freeze(june, by=supervisor, on=JULY)
    for who in (clerk, STRANGER):
        with pytest.raises(Refused):
            actions.hold(june, by=who, on=JULY, chair="林照")
    kept = Round.objects.get(pk=june.pk)
    assert (kept.state, kept.chair) == ("frozen", "")


def test_minutes_name_who_supports_as_it_was_decided(
    decide: Callable[..., Decision], held: Round, supervisor: Actor, units: Mapping[str, Unit]
) -> None:
    made = decide(supporting=[units["0104"], units["0102"], units["0104"]])
    named = f"{units['0104']}、{units['0102']}"
    assert made.supporting == named
    said = next(each for each in paper.minutes(held)["items"] if each["decisions"])["decisions"][0]
    assert said["supporting"] == named
    later = {"task": made.task, "unit": units["0101"]}
    writing.create(registry.ledger("plans.supports"), later, by=supervisor, on=JULY)
    text = [block.text for block in minutes.compose(paper.minutes(held)).body]  # type: ignore[union-attr]
    assert any(f"由招商局牵头、{named}配合，2026年7月31日前办结" in each for each in text)
    assert "党政办" not in "".join(text), "who was asked later was not decided"


def test_who_was_there_is_written_down_afterwards_and_corrected_with_a_reason(
    held: Round, supervisor: Actor
) -> None:
    actions.attend(held, by=supervisor, chair="林照")
    with pytest.raises(errors.NothingChanged, match="没有改动"):
        actions.attend(held, by=supervisor, chair=" 林照 ")
    actions.attend(held, by=supervisor, chair="林照", attendance="招商局")
    with pytest.raises(errors.NoReason, match="更正主持和出席要写明理由"):
        actions.attend(held, by=supervisor, chair="周巍", attendance="招商局", reason=" ")
    actions.attend(held, by=supervisor, chair="周巍", attendance="招商局", reason="当天改由周巍主持")
    held.refresh_from_db()
    assert (held.chair, held.attendance) == ("周巍", "招商局")
    assert paper.minutes(held)["chair"] == "周巍"
    written = AuditRow.objects.filter(ledger=actions.LEDGER, row=str(held.pk)).order_by("seq")
    assert [each.act for each in written][-3:] == ["登记主持和出席", "登记主持和出席", "更正主持和出席"]
    last = written.last()
    assert last is not None and last.reason == "当天改由周巍主持"
    assert last.changes["主持"] == ["林照", "周巍"]


def test_who_was_there_is_written_by_who_keeps_the_round(
    held: Round, clerk: Actor, supervisor: Actor
) -> None:
    for who in (clerk, STRANGER):
        with pytest.raises(Refused):
            actions.attend(held, by=who, chair="林照")
    with pytest.raises(errors.MinutesStand, match="还没有召开"):
        actions.attend(july(), by=supervisor, chair="林照")


def test_who_was_there_stands_with_the_archive_and_with_the_next_cut_off(
    held: Round, supervisor: Actor
) -> None:
    actions.freeze(july(), by=supervisor, on=AUGUST)
    with pytest.raises(errors.MinutesStand, match="下一轮“2026年7月通报”已经截数"):
        actions.attend(held, by=supervisor, chair="林照")
    stepping.take_step(registry.ledger(actions.LEDGER), held, "archive", by=supervisor, on=AUGUST)
    with pytest.raises(errors.MinutesStand, match="已经归档"):
        actions.attend(held, by=supervisor, chair="林照")
    held.refresh_from_db()
    assert held.chair == ""

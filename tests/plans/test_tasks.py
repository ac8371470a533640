"""The life of a task: handed out, signed for, answered, checked, struck off; sent back, extended, handed over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import StateApps

from luoshi.accounts.models import User
from luoshi.directory.calendars import days
from luoshi.directory.roles import DEPUTY, HEAD
from luoshi.ledgers import evidence, handover, registry, reviews, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.ledgers.models import AuditRow, Row
from luoshi.plans.clauses.models import Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.extensions.models import Extension
from luoshi.plans.inspections.models import Inspection
from luoshi.plans.review import actions as review
from luoshi.plans.supports.models import Support
from luoshi.plans.tasks import actions
from luoshi.plans.tasks.models import Task
from luoshi.plans.transfers.models import Transfer
from tests.directory import build as directory
from tests.plans import build

MONDAY = date(2026, 8, 3)
TUESDAY, WEDNESDAY, THURSDAY = date(2026, 8, 4), date(2026, 8, 5), date(2026, 8, 6)
LIMIT = date(2026, 9, 30)


def step(task: Row, name: str, by: Actor, on: date, ledger: str = "plans.tasks", **more: Any) -> Any:
    task.refresh_from_db()
    return stepping.take_step(registry.ledger(ledger), task, name, by=by, on=on, **more)


def entered(cast: build.Cast, **more: Any) -> Task:
    values = {
        "origin": "meeting",
        "source": "第 14 次主任办公会议纪要第 3 条",
        "name": "制定招商方案",
        "due": 202609,
        "lead_unit": cast.units["0103"],
    }
    return actions.enter(values | more, by=cast.supervisor, on=MONDAY)


@pytest.fixture
def task(cast: build.Cast) -> Task:
    """A task of 招商局 handed out on a Monday of a year whose working days are known."""
    days.seed([2026])
    made = entered(cast)
    step(made, "assign", cast.supervisor, MONDAY)
    return made


def signed(task: Task, cast: build.Cast, on: date = TUESDAY) -> Task:
    person = User.objects.get(username="chenjing")
    step(task, "sign_for", cast.clerk, on, given={"person": person})
    return task


def proved(task: Task, cast: build.Cast) -> None:
    evidence.attach(registry.ledger("plans.tasks"), task, b"ok", "a.txt", by=cast.clerk, slot="办结佐证")


def answered(task: Task, cast: build.Cast, on: date = THURSDAY) -> Task:
    signed(task, cast)
    proved(task, cast)
    step(task, "answer", cast.clerk, on, given={"done_on": on, "outcome": "方案已印发"})
    return task


def passed(task: Task, by: Actor) -> None:
    reviews.give(registry.ledger("plans.tasks"), task, "check", "passed", by=by)


# From the plan and from meetings


def test_what_nobody_handed_out_asks_nobody(document: Document, cast: build.Cast) -> None:
    review.confirm([build.clause(document, "星辰储能")], by=cast.supervisor)
    task = Task.objects.get()
    assert (task.state, task.limit_on, task.due_on, task.person) == ("promised", None, None, None)
    with pytest.raises(NotNow, match="不能办理“签收”"):
        step(task, "sign_for", cast.supervisor, MONDAY)


def test_a_task_of_a_meeting_says_from_where(cast: build.Cast) -> None:
    task = entered(cast)
    assert (task.number, task.year, task.state, task.clause) == ("RW-2026-001", 2026, "promised", None)
    assert (task.responsible_units, task.supporting_units) == ([], [])
    with pytest.raises(Invalid, match="来源说明"):
        entered(cast, source="")
    with pytest.raises(Refused):
        actions.enter({"due": 202609, "name": "无"}, by=cast.clerk, on=MONDAY)


def test_a_task_that_was_entered_for_a_clause_becomes_the_clauses_own(
    document: Document, cast: build.Cast
) -> None:
    clause = build.clause(document, "星辰储能")
    task = entered(cast, clause=clause)
    (found,) = review.confirm([clause], by=cast.supervisor).tasks
    assert found == task and (found.number, found.kind) == ("RW-2026-001", "node")
    with pytest.raises(Invalid, match="条目"):
        entered(cast, clause=clause)


def test_a_clause_names_the_supporting_units_when_it_is_handed_out(
    document: Document, cast: build.Cast
) -> None:
    units = cast.units
    clause = build.clause(document, "星辰储能")
    review.assign(clause, lead=units["0104"], supporting=[units["0102"], units["0103"]], by=cast.supervisor)
    review.confirm([build.clause(document, "星辰储能")], by=cast.supervisor)
    task = Task.objects.get()
    assert not Support.objects.exists() and task.supporting_units == [units["0102"], units["0103"]]
    step(task, "assign", cast.supervisor, date(2026, 5, 6))
    assert [part.unit for part in Support.objects.all()] == [units["0102"], units["0103"]]
    assert task.limit_on == task.first_limit_on == date(2026, 6, 30)


def test_what_was_handed_out_keeps_its_unit_when_its_clause_is_corrected(
    document: Document, cast: build.Cast
) -> None:
    clause = review.assign(build.clause(document, "星辰储能"), lead=cast.units["0104"], by=cast.supervisor)
    review.confirm([clause], by=cast.supervisor)
    task = Task.objects.get()
    step(task, "assign", cast.supervisor, date(2026, 5, 6))
    writing.change(registry.ledger("plans.tasks"), task, {"lead_unit": cast.units["0103"]}, by=cast.leader)
    review.correct(Clause.objects.get(pk=clause.pk), {"project": "星辰储能三期"}, by=cast.supervisor)
    task.refresh_from_db()
    assert (task.project, task.lead_unit) == ("星辰储能三期", cast.units["0103"])
    clause = build.clause(document, "星辰储能")
    review.assign(clause, lead=cast.units["0102"], by=cast.supervisor)
    task.refresh_from_db()
    assert task.lead_unit == cast.units["0102"]


# The way through


def test_a_task_goes_its_way(task: Task, cast: build.Cast) -> None:
    assert (task.state, task.assigned_on, task.limit_on, task.due_on) == (
        "assigned",
        MONDAY,
        LIMIT,
        WEDNESDAY,
    )
    signed(task, cast)
    assert (task.state, task.signed_in_time, task.due_on) == ("signed_for", True, LIMIT)
    proved(task, cast)
    step(task, "answer", cast.clerk, THURSDAY, given={"done_on": THURSDAY, "outcome": "方案已印发"})
    assert (task.state, task.answered_in_time, task.due_on) == ("answered", True, date(2026, 8, 11))
    with pytest.raises(NotNow, match="还没有人评审"):
        step(task, "strike_off", cast.supervisor, THURSDAY)
    passed(task, cast.leader)
    step(task, "strike_off", cast.supervisor, THURSDAY)
    assert (task.state, task.struck_on, task.due_on) == ("struck_off", THURSDAY, None)


def test_who_signs_too_late_is_told_so(task: Task, cast: build.Cast) -> None:
    assert signed(task, cast, THURSDAY).signed_in_time is False


def test_only_its_unit_and_its_person_have_it_in_hand(task: Task, cast: build.Cast) -> None:
    person = User.objects.get(username="zhouwei")
    for who in (cast.other, cast.leader, cast.auditor, cast.stranger):
        with pytest.raises(Refused):
            step(task, "sign_for", who, TUESDAY, given={"person": person})
    step(task, "sign_for", cast.clerk, TUESDAY, given={"person": person})
    proved(task, cast)
    step(task, "answer", cast.other, THURSDAY, given={"done_on": THURSDAY, "outcome": "由本人办完"})
    assert task.state == "answered"


def test_nothing_is_answered_without_proof_or_before_it_is_done(task: Task, cast: build.Cast) -> None:
    signed(task, cast)
    given = {"done_on": THURSDAY, "outcome": "方案已印发"}
    with pytest.raises(NotNow, match="办结佐证"):
        step(task, "answer", cast.clerk, THURSDAY, given=given)
    proved(task, cast)
    with pytest.raises(NotNow, match="还没有到"):
        step(task, "answer", cast.clerk, WEDNESDAY, given=given)
    with pytest.raises(NotNow, match="完成情况"):
        step(task, "answer", cast.clerk, THURSDAY, given={"done_on": THURSDAY})


def test_a_task_whose_limit_is_over_is_not_handed_out(cast: build.Cast) -> None:
    task = entered(cast, due=202607)
    with pytest.raises(Invalid, match="期限已过"):
        step(task, "assign", cast.supervisor, MONDAY)
    ledger = registry.ledger("plans.tasks")
    assign = ledger.lifecycle.step("assign") if ledger.lifecycle else None
    assert assign is not None
    (why,) = stepping.in_the_way(ledger, task, assign, by=cast.supervisor, on=MONDAY)
    assert "2026-07-31 已过" in why
    writing.change(registry.ledger("plans.tasks"), task, {"limit_on": LIMIT}, by=cast.supervisor)
    step(task, "assign", cast.supervisor, MONDAY)
    assert (task.limit_on, task.first_limit_on) == (LIMIT, LIMIT)


def test_what_is_sent_back_is_signed_for_and_answered_anew(task: Task, cast: build.Cast) -> None:
    answered(task, cast)
    passed(task, cast.leader)
    with pytest.raises(NotNow, match="理由"):
        step(task, "return", cast.supervisor, THURSDAY)
    with pytest.raises(Refused):
        step(task, "return", cast.clerk, THURSDAY, reason="不认可")
    step(task, "return", cast.supervisor, THURSDAY, reason="方案没有附预算")
    assert (task.state, task.again, task.outcome, task.answered_on) == ("returned", 1, "", None)
    assert task.due_on == date(2026, 8, 10)
    step(task, "sign_for", cast.clerk, THURSDAY)
    step(task, "answer", cast.clerk, THURSDAY, given={"done_on": THURSDAY, "outcome": "已补预算"})
    with pytest.raises(NotNow, match="还没有人评审"):  # what was said in the first round counts no more
        step(task, "strike_off", cast.supervisor, THURSDAY)


def test_what_is_in_force_again_is_handed_out_anew(task: Task, cast: build.Cast) -> None:
    signed(task, cast)
    step(task, "withdraw", cast.leader, THURSDAY, reason="并入其他任务")
    step(task, "revive", cast.leader, THURSDAY)
    assert (task.state, task.limit_on, task.person, task.due_on) == ("promised", None, None, None)


def test_a_successor_inherits(task: Task, cast: build.Cast) -> None:
    signed(task, cast)
    giver, taker = (User.objects.get(username=name) for name in ("chenjing", "zhouwei"))
    counts = handover.hand_over(giver, taker, by=cast.supervisor, on=THURSDAY, reason="轮岗")
    task.refresh_from_db()
    assert counts["plans.tasks"] == 1 and task.person == taker


def test_nobody_removes_a_task(task: Task, cast: build.Cast) -> None:
    for who in (cast.supervisor, cast.leader):
        with pytest.raises(Refused):
            writing.remove(registry.ledger("plans.tasks"), task, by=who, reason="登记错了")


# More time


def extension(task: Task, by: Actor, until: date, reason: str = "等消防意见") -> Extension:
    values = {"task": task, "asked_on": THURSDAY, "until": until, "reason": reason}
    made = writing.create(registry.ledger("plans.extensions"), values, by=by, on=THURSDAY)
    assert isinstance(made, Extension)
    return made


def test_an_extension_moves_the_limit_once_and_the_first_limit_stays(task: Task, cast: build.Cast) -> None:
    signed(task, cast)
    later = date(2026, 10, 15)
    asked = extension(task, cast.clerk, later)
    for who in (cast.clerk, cast.other, cast.auditor):
        with pytest.raises(Refused):
            step(asked, "approve", who, THURSDAY, "plans.extensions")
    step(asked, "approve", cast.leader, THURSDAY, "plans.extensions")
    task.refresh_from_db()
    assert (task.limit_on, task.first_limit_on, task.due_on, task.extended) == (later, LIMIT, later, True)
    asked.refresh_from_db()
    assert (asked.before, asked.applied) == (LIMIT, True)
    assert AuditRow.objects.get(ledger="plans.tasks", act="延期").reason.endswith("等消防意见")
    with pytest.raises(Invalid, match="已经同意并生效"):
        writing.change(registry.ledger("plans.extensions"), asked, {"reason": "别的"}, by=cast.clerk)
    further = extension(task, cast.clerk, date(2026, 10, 30))
    step(further, "approve", cast.leader, THURSDAY, "plans.extensions")
    further.refresh_from_db()
    task.refresh_from_db()
    assert (further.before, task.first_limit_on) == (later, LIMIT)


def test_the_deputy_in_charge_may_approve(task: Task, cast: build.Cast) -> None:
    from luoshi.directory.charges.models import Charge  # noqa: PLC0415
    from luoshi.directory.people.actors import actor_named  # noqa: PLC0415

    directory.holder("shenyan", DEPUTY, cast.units["01"])
    deputy = User.objects.get(username="shenyan")
    asked = extension(task, cast.clerk, date(2026, 10, 15))
    with pytest.raises(Refused):
        step(asked, "approve", actor_named("shenyan"), THURSDAY, "plans.extensions")
    Charge.objects.create(person=deputy, unit=cast.units["0103"], since=MONDAY)
    step(asked, "approve", actor_named("shenyan"), THURSDAY, "plans.extensions")
    task.refresh_from_db()
    assert task.limit_on == date(2026, 10, 15)


def test_an_extension_needs_a_later_day_an_open_task_and_no_other_that_waits(
    task: Task, cast: build.Cast
) -> None:
    with pytest.raises(Invalid, match="要晚于现在的办结期限 2026-09-30"):
        extension(task, cast.clerk, LIMIT)
    with pytest.raises(Refused):
        extension(task, cast.other, date(2026, 10, 15))
    with pytest.raises(Invalid, match="延期理由"):
        extension(task, cast.clerk, date(2026, 10, 15), reason="")
    extension(task, cast.clerk, date(2026, 10, 15))
    with pytest.raises(Invalid, match="在等审批"):
        extension(task, cast.clerk, date(2026, 10, 20))
    answered(task, cast)
    waiting = Extension.objects.get()
    with pytest.raises(NotNow, match="不用延期"):
        step(waiting, "approve", cast.leader, THURSDAY, "plans.extensions")
    step(waiting, "refuse", cast.leader, THURSDAY, "plans.extensions", given={"answer": "已办结"})
    task.refresh_from_db()
    assert task.limit_on == LIMIT
    with pytest.raises(Invalid, match="不能申请延期"):
        extension(task, cast.clerk, date(2026, 10, 15))


# Another unit


def transfer(task: Task, by: Actor, taker: Any) -> Transfer:
    values = {"task": task, "asked_on": THURSDAY, "taker": taker, "reason": "由规建局主管"}
    made = writing.create(registry.ledger("plans.transfers"), values, by=by, on=THURSDAY)
    assert isinstance(made, Transfer)
    return made


def test_a_transfer_is_accepted_by_who_takes_it(task: Task, cast: build.Cast) -> None:
    signed(task, cast)
    asked = transfer(task, cast.clerk, cast.units["0104"])
    person = User.objects.get(username="zhouwei")
    for who in (cast.clerk, cast.leader, cast.auditor):
        with pytest.raises(Refused):
            step(asked, "accept", who, THURSDAY, "plans.transfers", given={"person": person})
    step(asked, "accept", cast.other, THURSDAY, "plans.transfers", given={"person": person})
    task.refresh_from_db()
    assert (task.lead_unit, task.person, task.state, task.limit_on) == (
        cast.units["0104"], person, "signed_for", LIMIT
    )  # fmt: skip
    asked.refresh_from_db()
    assert asked.giver == cast.units["0103"]
    with pytest.raises(Refused):
        step(task, "answer", cast.clerk, THURSDAY)


def test_a_transfer_that_is_not_accepted_changes_nothing(task: Task, cast: build.Cast) -> None:
    with pytest.raises(Invalid, match="本来就由这个单位牵头"):
        transfer(task, cast.clerk, cast.units["0103"])
    with pytest.raises(Refused):
        transfer(task, cast.other, cast.units["0104"])
    asked = transfer(task, cast.clerk, cast.units["0104"])
    with pytest.raises(Invalid, match="在等接收"):
        transfer(task, cast.clerk, cast.units["0102"])
    with pytest.raises(NotNow, match="接收意见"):
        step(asked, "refuse", cast.other, THURSDAY, "plans.transfers")
    step(asked, "refuse", cast.other, THURSDAY, "plans.transfers", given={"answer": "不属本局职责"})
    task.refresh_from_db()
    assert task.lead_unit == cast.units["0103"]


# Supporting units


def support(task: Task, cast: build.Cast) -> Support:
    values = {"task": task, "unit": cast.units["0104"]}
    made = writing.create(registry.ledger("plans.supports"), values, by=cast.clerk, on=TUESDAY)
    assert isinstance(made, Support)
    return made


def test_an_answer_waits_for_who_was_asked_to_countersign(task: Task, cast: build.Cast) -> None:
    signed(task, cast)
    proved(task, cast)
    part = support(task, cast)
    given = {"done_on": THURSDAY, "outcome": "方案已印发"}
    with pytest.raises(Refused):
        step(part, "ask", cast.other, TUESDAY, "plans.supports")
    step(part, "ask", cast.clerk, TUESDAY, "plans.supports")
    assert part.due_on == THURSDAY
    with pytest.raises(NotNow, match="还在等规建局"):
        step(task, "answer", cast.clerk, THURSDAY, given=given)
    with pytest.raises(Refused):
        step(part, "agree", cast.clerk, TUESDAY, "plans.supports")
    head = directory.holder("chengyan", HEAD, cast.units["0104"])
    step(part, "object", head, TUESDAY, "plans.supports", given={"opinion": "先定用地"})
    with pytest.raises(NotNow, match="还在等规建局"):
        step(task, "answer", cast.clerk, THURSDAY, given=given)
    step(part, "agree", cast.other, WEDNESDAY, "plans.supports")
    step(task, "answer", cast.clerk, THURSDAY, given=given)
    assert task.state == "answered"


def test_who_only_supports_keeps_nobody_waiting(task: Task, cast: build.Cast) -> None:
    support(task, cast)
    assert task.supporting_units == [cast.units["0104"]]
    assert answered(task, cast).state == "answered"
    with pytest.raises(Invalid, match="已经是这项任务的配合单位"):
        support(task, cast)


def test_the_lead_unit_does_not_support_itself(task: Task, cast: build.Cast) -> None:
    with pytest.raises(Invalid, match="牵头单位"):
        values = {"task": task, "unit": cast.units["0103"]}
        writing.create(registry.ledger("plans.supports"), values, by=cast.clerk, on=TUESDAY)


# On the spot


def inspection(task: Task, cast: build.Cast, finding: str, *, photo: bool = True) -> Inspection:
    ledger = registry.ledger("plans.inspections")
    checker = User.objects.get(username="linzhao")
    values = {"task": task, "checked_on": THURSDAY, "checker": checker}
    check = writing.create(ledger, values, by=cast.supervisor, on=THURSDAY)
    if photo:
        evidence.attach(ledger, check, b"seen", "a.txt", by=cast.supervisor, slot="现场照片")
    given = {"seen": "现场没有动工", "finding": finding}
    step(check, "conclude", cast.supervisor, THURSDAY, ledger.name, given=given)
    assert isinstance(check, Inspection)
    return check


def test_a_check_that_contradicts_sends_the_task_back(task: Task, cast: build.Cast) -> None:
    answered(task, cast)
    passed(task, cast.leader)
    step(task, "strike_off", cast.supervisor, THURSDAY)
    check = inspection(task, cast, "contradicts")
    task.refresh_from_db()
    check.refresh_from_db()
    assert (task.state, task.again, check.told) == ("returned", 1, "方案已印发")
    said = AuditRow.objects.get(ledger="plans.tasks", act="退回").reason
    assert said == f"现场核查 {check.number} 与反馈不符：现场没有动工"
    with pytest.raises(Invalid, match="已经认定"):
        writing.change(registry.ledger("plans.inspections"), check, {"seen": "改"}, by=cast.supervisor)


def test_a_check_that_confirms_leaves_the_task_where_it_is(task: Task, cast: build.Cast) -> None:
    answered(task, cast)
    inspection(task, cast, "confirms")
    task.refresh_from_db()
    assert task.state == "answered"


def test_a_check_without_photos_concludes_nothing(task: Task, cast: build.Cast) -> None:
    answered(task, cast)
    with pytest.raises(NotNow, match="现场照片"):
        inspection(task, cast, "contradicts", photo=False)
    task.refresh_from_db()
    assert task.state == "answered"


def test_what_a_plan_promised_and_was_not_done_is_open_again(document: Document, cast: build.Cast) -> None:
    clause = review.assign(build.clause(document, "星辰储能"), lead=cast.units["0104"], by=cast.supervisor)
    review.confirm([clause], by=cast.supervisor)
    task = actions.finish(Task.objects.get(), WEDNESDAY, "已开工", by=cast.other)
    inspection(task, cast, "contradicts")
    task.refresh_from_db()
    assert task.state == "promised"


def test_only_who_oversees_checks_on_the_spot(task: Task, cast: build.Cast) -> None:
    checker = User.objects.get(username="chenjing")
    values = {"task": task, "checked_on": THURSDAY, "checker": checker}
    with pytest.raises(Refused):
        writing.create(registry.ledger("plans.inspections"), values, by=cast.clerk, on=THURSDAY)


# Old houses

BEFORE, AFTER = [("plans", "0007_filings_by_month")], [("plans", "0008_tasks_and_chasing")]


def migrated(to: list[tuple[str, str]]) -> StateApps:
    return MigrationExecutor(connection).migrate(to).apps


@pytest.fixture
def old_house(transactional_db: None) -> Iterator[StateApps]:
    yield migrated(BEFORE)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def clauses(apps: StateApps, count: int) -> list[Any]:
    document = apps.get_model("plans", "Document").objects.create(title="要点", year=2026)
    model = apps.get_model("plans", "Clause")
    places = {"start": 0, "end": 0, "sentence_start": 0, "sentence_end": 0}
    return [model.objects.create(document=document, order=n, kind="task", **places) for n in range(count)]


def test_open_tasks_of_an_old_house_were_promised(old_house: StateApps) -> None:
    tasks = old_house.get_model("plans", "Task").objects
    states = ("open", "done", "withdrawn")
    for at, (clause, state) in enumerate(zip(clauses(old_house, 3), states, strict=True)):
        tasks.create(
            number=f"2026-R{at:03d}",
            year=2026,
            clause=clause,
            kind="task",
            name="旧",
            due=202606,
            state=state,
        )
    new = migrated(AFTER).get_model("plans", "Task").objects.order_by("number")
    assert list(new.values_list("state", "origin", "limit_on")) == [
        ("promised", "plan", None),
        ("done", "plan", None),
        ("withdrawn", "plan", None),
    ]


def test_the_way_back_loses_no_task_of_a_plan(old_house: StateApps) -> None:
    held = clauses(old_house, 7)
    tasks = migrated(AFTER).get_model("plans", "Task").objects
    states = ("promised", "assigned", "signed_for", "answered", "returned", "struck_off", "withdrawn")
    unit = (
        migrated(AFTER).get_model("directory", "Unit").objects.create(code="01", name="管委会", kind="zone")
    )
    dated = {"assigned_on": MONDAY, "limit_on": LIMIT, "first_limit_on": LIMIT, "answered_on": LIMIT}
    for at, (clause, state) in enumerate(zip(held, states, strict=True)):
        tasks.create(
            number=f"2026-R{at:03d}", year=2026, clause_id=clause.pk, kind="task", name="新", due=202606,
            state=state, outcome="好", struck_on=LIMIT, lead_unit_id=unit.pk, **dated,
        )  # fmt: skip
    tasks.create(number="RW-2026-001", year=2026, origin="meeting", source="会", name="新", due=202606)
    old = migrated(BEFORE).get_model("plans", "Task").objects.order_by("number")
    assert [(task.state, task.done_on) for task in old.all()] == [
        *[("open", None)] * 5, ("done", LIMIT), ("withdrawn", None)
    ]  # fmt: skip

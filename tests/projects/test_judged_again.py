"""Signings are judged again by the worker: after a write, after a month closes, after a rule is issued; once each."""

from __future__ import annotations

from datetime import date

import pytest
from django_tasks_db.models import DBTaskResult

from luoshi.directory.calendars import actions as months
from luoshi.directory.roles import CLERK, SUPERVISOR
from luoshi.directory.units.models import Unit
from luoshi.ledgers import rejudging, rulebook, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import AuditRow, ToJudge
from luoshi.projects.investment import kinds
from luoshi.projects.investment.findings.ledger import FINDINGS
from luoshi.projects.investment.findings.models import Finding
from luoshi.projects.investment.judges import FULFILMENT, JUDGES, PADDING
from luoshi.projects.investment.paid_in.ledger import PAID_IN
from luoshi.projects.investment.signings.ledger import SIGNINGS
from luoshi.projects.investment.signings.models import Signing
from luoshi.rules import defaults
from tests.directory import build as directory
from tests.projects import build
from tests.projects.test_measures import value
from tests.racing import racing

Cast = dict[str, Actor]
Units = dict[str, Unit]
CLOSED = 9  # months of 2026, so that October is being filled


def ready(boss: Actor) -> None:
    for kind, rule in ((kinds.FULFILMENT, defaults.FULFILMENT_RULE), (kinds.PADDING, defaults.PADDING_RULE)):
        rulebook.issue(kind.name, rule.to_data(), by=boss, closed=None)
    months.open_year(2026, by=boss)
    for number in range(1, CLOSED + 1):
        months.close(202600 + number, by=boss, reason="月报已印发")


@pytest.fixture
def october(cast: Cast) -> Cast:
    ready(cast["supervisor"])
    return cast


def work() -> None:
    """What the worker does, in the transaction of the test."""
    for waiting in DBTaskResult.objects.ready():
        waiting.claim("a worker")
        waiting.task.call(*waiting.task_result.args)
        waiting.set_successful(None)


def enter(cast: Cast, **entered: str) -> Signing:
    given = {
        "project": "储能电池生产基地",
        "investor": "澄光储能科技有限公司",
        "amount": "300000000",
        "signed_on": "2026-02-18",
        "unit": "招商局",
        "registered_on": "2026-03-20",
    }
    row = build.enter(SIGNINGS, cast["clerk"], **(given | entered))
    assert isinstance(row, Signing)
    return row


def states() -> list[tuple[str, str]]:
    return sorted(Finding.objects.values_list("kind", "state"))


@pytest.mark.django_db
def test_a_month_that_closes_has_contracts_judged_by_the_next(october: Cast) -> None:
    row = enter(october, promised_start="2026-08-10")
    work()
    row.refresh_from_db()
    assert (row.fulfilled, row.judged_on) == ("not_due", date(2026, 10, 31))
    assert value("investment.signings", "fulfilment_rate") is None
    months.close(202610, by=october["supervisor"], reason="月报已印发")
    row.refresh_from_db()
    assert row.fulfilled == "not_due", "the step itself waits for nothing"
    work()
    row.refresh_from_db()
    assert (row.fulfilled, row.judged_on, row.version) == ("no", date(2026, 11, 30), 1)
    assert value("investment.signings", "fulfilment_rate") == 0
    told = AuditRow.objects.filter(act="评定履约", row=str(row.pk))[0]
    assert told.changes == {"履约": ["未到期", "未履约"]} and (told.actor, told.origin) == ("系统", "后台")
    months.reopen(202610, by=october["supervisor"], reason="更正")
    work()
    row.refresh_from_db()
    assert (row.fulfilled, row.judged_on) == ("not_due", date(2026, 10, 31))


@pytest.mark.django_db
def test_a_rule_that_is_issued_judges_anew(october: Cast) -> None:
    row = enter(october, promised_start="2026-06-30")
    work()
    row.refresh_from_db()
    assert row.fulfilled == "no"
    later = defaults.FULFILMENT_RULE.to_data() | {
        "version": "2",
        "effective_from": "2026-10-01",
        "grace_days": 180,
    }
    rulebook.issue(kinds.FULFILMENT.name, later, by=october["supervisor"], closed=202609)
    assert rejudging.waits(FULFILMENT) and not rejudging.waits(PADDING)
    work()
    row.refresh_from_db()
    assert row.fulfilled == "not_due"


@pytest.mark.django_db
def test_doubts_come_and_go_with_what_is_written(october: Cast) -> None:
    enter(october)
    twin = enter(october, investor="远桥生物制剂股份公司", amount="900000000", signed_on="2026-03-08")
    work()
    assert states() == [("same_text", "open")] and Finding.objects.get().judged_on == date(2026, 10, 31)
    writing.change(SIGNINGS, twin, {"project": "抗体药物研发中心"}, by=october["clerk"])
    work()
    assert states() == [("same_text", "lapsed")]
    assert value("investment.findings", "found") == 0
    writing.change(SIGNINGS, twin, {"project": "储能电池生产基地"}, by=october["clerk"])
    work()
    assert states() == [("same_text", "open")] and value("investment.findings", "found") == 1
    acts = AuditRow.objects.filter(ledger=FINDINGS.name).exclude(row="").order_by("seq")
    assert list(acts.values_list("act", "actor")) == [
        ("发现疑点", "系统"),
        ("疑点消除", "系统"),
        ("疑点重现", "系统"),
    ]
    assert Finding.objects.get().version == 3, (
        "who has the page open from before does not answer a doubt that went"
    )


@pytest.mark.django_db
@pytest.mark.parametrize("answer", ["explain", "strike"])
def test_what_is_answered_or_decided_stays(october: Cast, answer: str) -> None:
    enter(october)
    twin = enter(october, investor="远桥生物制剂股份公司", amount="900000000")
    work()
    row, boss = Finding.objects.get(), october["supervisor"]
    given = {"explanation": "两个项目分期建设"} if answer == "explain" else {}
    stepping.take_step(FINDINGS, row, answer, by=boss, on=date(2026, 10, 20), given=given, reason="重复")
    twin.refresh_from_db()
    writing.change(SIGNINGS, twin, {"project": "抗体药物研发中心"}, by=boss)
    work()
    assert states() == [("same_text", "explained" if answer == "explain" else "struck")]
    assert twin.counts == (answer == "explain")


@pytest.mark.django_db
def test_money_that_comes_in_tells_a_doubt_anew_and_ends_it(october: Cast) -> None:
    row = enter(october, signed_on="2025-09-18")
    work()
    assert states() == [("far_from_paid_in", "open")]
    assert "只有签约额的 0.0%" in Finding.objects.get().sentence
    build.enter(PAID_IN, october["clerk"], signing=row.number, period="2026-10", domestic="9000000")
    work()
    assert "只有签约额的 3.0%" in Finding.objects.get().sentence
    payment = row.payments.get()
    writing.change(PAID_IN, payment, {"domestic": 150_000_000_00}, by=october["clerk"])
    work()
    assert states() == [("far_from_paid_in", "lapsed")]


@pytest.mark.django_db
def test_judging_again_what_has_not_moved_writes_nothing(october: Cast) -> None:
    enter(october, signed_on="2025-09-18")
    enter(october)
    work()
    assert len(states()) == 3
    before = AuditRow.objects.count()
    for judge in JUDGES:
        rejudging.mark(judge)
    work()
    assert AuditRow.objects.count() == before and not ToJudge.objects.exists()


@pytest.mark.django_db
def test_before_a_month_is_being_filled_nothing_is_judged(cast: Cast) -> None:
    rulebook.issue(kinds.PADDING.name, defaults.PADDING_RULE.to_data(), by=cast["supervisor"], closed=None)
    enter(cast)
    enter(cast)
    work()
    assert states() == [] and not rejudging.waits(PADDING)
    rejudging.now(PADDING, by=cast["supervisor"], on=date(2026, 3, 1))
    assert len(states()) == 2


@pytest.mark.django_db
def test_a_signing_that_has_gone_meanwhile_is_not_doubted(october: Cast) -> None:
    enter(october)
    twin = enter(october)
    found = PADDING.find(date(2026, 10, 31))
    assert len(found) == 2
    writing.remove(SIGNINGS, twin, by=october["clerk"], reason="录错")
    assert PADDING.keep(found, date(2026, 10, 31), october["clerk"]) == ""
    assert states() == []


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_find_each_doubt_once() -> None:
    units = directory.zone()
    cast = {
        "clerk": directory.holder("chenjing", CLERK, units["0103"]),
        "supervisor": directory.holder("linzhao", SUPERVISOR, units["0101"]),
    }
    ready(cast["supervisor"])
    for number in range(12):
        enter(cast, project=f"储能电池生产基地{number // 2}期", promised_start="2026-03-01")
    Signing.objects.update(fulfilled="", fulfilled_why="", judged_on=None)

    def race(worker: int) -> None:
        for judge in JUDGES if worker % 2 else JUDGES[::-1]:
            rejudging.now(judge, by=rejudging.BACKGROUND)

    racing(race, 4)
    count = Finding.objects.count()
    assert count == len(PADDING.find(date(2026, 10, 31))) > 12
    assert AuditRow.objects.filter(act="发现疑点").count() == count
    assert AuditRow.objects.filter(act="评定履约", actor="系统").count() == 12
    assert Signing.objects.filter(fulfilled="no", judged_on=date(2026, 10, 31), version=1).count() == 12
    assert not ToJudge.objects.filter(judge__in=[judge.name for judge in JUDGES]).exists()

"""A unit's month on its way up: submitted, signed, locked, given back; who may, what counts, and what is in time."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from luoshi.directory.calendars import days
from luoshi.directory.calendars.models import CLOSED, Month
from luoshi.directory.roles import HEAD
from luoshi.ledgers import facts, figures, registry, rejudging, stepping, writing
from luoshi.ledgers.access import Act, Actor, may
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.ledgers.measures import Condition
from luoshi.ledgers.models import AuditRow, Binding
from luoshi.oversight.rules import actions as rules
from luoshi.plans.filings import kinds
from luoshi.plans.filings.ledger import FILINGS
from luoshi.plans.filings.models import Filing
from luoshi.plans.questions.models import Question
from luoshi.plans.reported import actions, laying
from luoshi.plans.reported.ledger import CUMULATIVE, REPORTED
from luoshi.plans.reported.models import Reported
from tests.directory import build as zone
from tests.plans import build
from tests.plans.test_questions import ask
from tests.racing import RACERS, over

DUE = datetime.date(2026, 4, 7)  # the 5th is a holiday, as are its neighbours
LATE = DUE + datetime.timedelta(days=1)


class Office:
    """规划建设局 with two questions for March, its clerk and its head."""

    def __init__(self) -> None:
        self.cast = build.cast()
        self.head = zone.holder("chengyan", HEAD, self.cast.units["0104"])
        self.clerk = self.cast.other
        zone.months(202602, 202603, 202604)
        days.seed([2026])
        rules.issue_starting_rules(by=self.cast.supervisor)
        self.questions = [ask(self.cast), ask(self.cast, "污水处理量", measured_in="万吨")]

    def fill(self, *values: str) -> Filing:
        for question, value in zip(self.questions, values, strict=False):
            actions.answer(question, 202603, value, by=self.clerk)
        return Filing.objects.get(period=202603, unit__code="0104")

    def take(self, name: str, by: Actor, on: datetime.date = DUE, reason: str = "") -> Filing:
        filing = Filing.objects.get(period=202603)
        stepping.take_step(FILINGS, filing, name, by=by, on=on, reason=reason)
        return filing

    def signed(self, on: datetime.date = DUE) -> Filing:
        self.fill("52", "18")
        self.take("submit", self.clerk, on)
        return self.take("sign", self.head, on)


@pytest.fixture
def office(db: None) -> Office:
    return Office()


def test_a_month_is_handed_up_signed_and_locked(office: Office) -> None:
    filing = office.fill("52", "18")
    assert (filing.state, filing.due_on, filing.unit) == ("open", DUE, office.cast.units["0104"])
    assert set(Reported.objects.values_list("filing", flat=True)) == {filing.pk}
    office.take("submit", office.clerk)
    filing = office.take("sign", office.head)
    assert (filing.state, filing.signed_on, filing.in_time) == ("signed", DUE, True)
    assert office.take("lock", office.cast.supervisor).state == "locked"
    acts = AuditRow.objects.filter(ledger="plans.filings").order_by("seq").values_list("act", "actor_key")
    assert list(acts) == [("布置", "zhouwei"), ("上报", "zhouwei"), ("签发", "chengyan"), ("锁定", "linzhao")]


def test_what_is_missing_is_named_and_nothing_is_handed_up(office: Office) -> None:
    office.fill("52")
    with pytest.raises(NotNow, match="还没有填：污水处理量"):
        office.take("submit", office.clerk)
    assert Filing.objects.get().state == "open"


def test_late_is_late(office: Office) -> None:
    assert office.signed(LATE).in_time is False


def test_what_is_handed_up_stands_until_it_is_given_back(office: Office) -> None:
    office.fill("52", "18")
    office.take("submit", office.clerk)
    (row, _) = Reported.objects.order_by("pk")
    with pytest.raises(Invalid, match="待签发，数不能再改"):
        actions.answer(office.questions[0], 202603, "53", by=office.clerk)
    with pytest.raises(NotNow, match="待签发"):
        writing.remove(REPORTED, row, by=office.cast.supervisor, reason="填错")
    with pytest.raises(NotNow, match="写明理由"):
        office.take("return", office.head)
    assert office.take("return", office.head, reason="用电量与供电公司不一致").returned == 1
    actions.answer(office.questions[0], 202603, "53", by=office.clerk)
    office.take("submit", office.clerk, LATE)
    assert (
        office.take("sign", office.head, LATE).in_time is False
    )  # what was given back is in time by its new day


def test_a_value_that_comes_too_late_is_refused(office: Office) -> None:
    office.signed()
    new = ask(office.cast, "用水量", measured_in="万吨")
    with pytest.raises(Invalid, match="已签发，数不能再改"):
        actions.answer(new, 202603, "1", by=office.clerk)


def test_what_was_locked_is_corrected_by_the_supervisor_and_stays_in_time(office: Office) -> None:
    office.signed()
    office.take("lock", office.cast.supervisor)
    for actor in (office.clerk, office.head):
        with pytest.raises(Refused):
            office.take("correct", actor, reason="统计口径调整")
    assert "由督查员写明理由退回" in Filing.objects.get().handed_up
    filing = office.take("correct", office.cast.supervisor, LATE, reason="统计口径调整")
    assert (filing.state, filing.in_time, filing.signed_on) == ("returned", True, None)
    actions.answer(office.questions[0], 202603, "51", by=office.clerk)
    office.take("submit", office.clerk, LATE)
    assert office.take("sign", office.head, LATE).in_time is True


@pytest.mark.parametrize(("step", "who"), [("submit", "clerk"), ("sign", "head"), ("lock", "supervisor")])
def test_each_step_has_its_people(office: Office, step: str, who: str) -> None:
    office.fill("52", "18")
    filing, cast = Filing.objects.get(), office.cast
    people = {
        "clerk": office.clerk, "head": office.head, "supervisor": cast.supervisor, "leader": cast.leader,
        "other clerk": cast.clerk, "other head": zone.holder("guheng", HEAD, cast.units["0103"]),
        "auditor": cast.auditor, "stranger": cast.stranger,
    }  # fmt: skip
    allowed = {name for name, actor in people.items() if may(actor, Act.STEP, FILINGS, filing, step=step)}
    assert allowed == ({who, "supervisor"} if step == "submit" else {who})
    for actor in (cast.clerk, cast.stranger):
        assert not may(actor, Act.READ, FILINGS, filing)
    for actor in (office.clerk, office.head, cast.leader, cast.auditor):
        assert may(actor, Act.READ, FILINGS, filing)


def value(binding: Binding) -> Decimal | None:
    facts.refresh()
    parts = facts.facts_of([binding], 202601, 202603, {})[binding.pk]
    return figures.figure(binding, parts, 202601, 202603).value


def test_only_what_is_signed_is_official(office: Office) -> None:
    only = [Condition("question", "eq", str(office.questions[0].pk))]
    quick = figures.bind(REPORTED, CUMULATIVE, only)
    official = figures.bind(REPORTED, CUMULATIVE, only, official=True)
    office.fill("52", "18")
    assert (value(quick), value(official)) == (Decimal(52), None)
    office.take("submit", office.clerk)
    assert value(official) is None
    office.take("sign", office.head)
    assert (value(quick), value(official)) == (Decimal(52), Decimal(52))
    office.take("return", office.cast.supervisor, reason="请核对")
    assert value(official) is None
    assert "含快报数" in figures.words(quick)
    assert "只计正式数" in figures.words(official)


def test_the_rates_are_figures(office: Office) -> None:
    cast = office.cast
    ask(cast, "招商接待批次", measured_in="批", unit=cast.units["0103"])
    Month.objects.filter(period=202602).update(state=CLOSED)
    rejudging.catch_up(laying.JUDGE, by=cast.supervisor)
    assert (
        Filing.objects.filter(period=202603).count() == 2
    )  # that of 招商局 is laid out though nothing is in it
    filing, on_time = (figures.bind(FILINGS, FILINGS.measure(n)) for n in ("filing_rate", "on_time_rate"))
    assert (value(filing), value(on_time)) == (Decimal(0), Decimal(0))
    office.questions = list(Question.objects.filter(unit__code="0104"))
    office.fill("52", "18")
    filing_of = Filing.objects.get(unit__code="0104")
    for name, by in (("submit", office.clerk), ("sign", office.head)):
        stepping.take_step(FILINGS, filing_of, name, by=by, on=LATE)
    assert (value(filing), value(on_time)) == (Decimal(50), Decimal(0))


def test_due_days_move_with_the_rule(office: Office) -> None:
    office.fill("52")
    Month.objects.filter(period=202602).update(state=CLOSED)
    rule = kinds.CUTOFF.starting[0]
    changed = replace(rule, version="2", effective_from="2026-03-01", day=10)
    rules.issue(kinds.CUTOFF.name, changed.to_data(), by=office.cast.supervisor)
    assert rejudging.catch_up(laying.JUDGE, by=office.cast.supervisor) == "截止日期变动 1 份"
    assert Filing.objects.get().due_on == datetime.date(2026, 4, 10)


def test_a_closed_month_stands(office: Office) -> None:
    office.signed()
    Month.objects.filter(period=202603).update(state=CLOSED)
    with pytest.raises(Invalid, match="已经关账"):
        office.take("return", office.cast.supervisor, reason="请核对")


def test_values_follow_a_question_to_another_unit(office: Office) -> None:
    office.fill("52", "18")
    moved = office.questions[0]
    writing.change(
        registry.ledger("plans.questions"),
        moved,
        {"unit": office.cast.units["0102"]},
        by=office.cast.supervisor,
    )
    row = Reported.objects.get(question=moved)
    assert row.filing is not None and row.filing.unit == office.cast.units["0102"]


def test_the_database_keeps_what_it_promises(office: Office) -> None:
    filing = office.fill("52")
    with pytest.raises(IntegrityError), transaction.atomic():
        Filing.objects.create(unit=filing.unit, period=filing.period)
    with pytest.raises(IntegrityError), transaction.atomic():
        Filing.objects.filter(pk=filing.pk).update(state="signed")
    with pytest.raises(IntegrityError), transaction.atomic():
        Filing.objects.filter(pk=filing.pk).update(period=202600)


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_sign_one_wins() -> None:
    office = Office()
    office.fill("52", "18")
    office.take("submit", office.clerk)
    key = Filing.objects.get().pk

    def sign(racer: int, pk: int) -> None:
        stepping.take_step(FILINGS, Filing.objects.get(pk=pk), "sign", by=office.head, on=DUE)

    won, losers = over([key], sign)
    assert won == [key] and len(losers) == RACERS - 1
    assert all("不能办理“签发”" in said or "已被别人修改" in said for said in losers)
    assert AuditRow.objects.filter(ledger="plans.filings", act="签发").count() == 1

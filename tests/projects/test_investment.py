"""Investment before the contract: ambassadors, trips and leads go their way, secrets stay secrets."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from pytest_django.fixtures import Settings

from luoshi.directory.industries import seed as industries
from luoshi.directory.regions import seed as regions
from luoshi.directory.units.models import Unit
from luoshi.ledgers import access, evidence, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.projects.investment.ambassadors.ledger import AMBASSADORS
from luoshi.projects.investment.ambassadors.models import Ambassador
from luoshi.projects.investment.leads.ledger import LEADS
from luoshi.projects.investment.leads.models import Lead
from luoshi.projects.investment.promises.ledger import PROMISES
from luoshi.projects.investment.promises.models import Promise
from luoshi.projects.investment.prospects.ledger import PROSPECTS
from luoshi.projects.investment.prospects.models import Prospect
from luoshi.projects.investment.trips.ledger import TRIPS
from luoshi.projects.investment.trips.models import Trip
from tests.projects import build, investment

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]
Cast = dict[str, Actor]
DAY, LATER = date(2026, 5, 11), date(2026, 5, 12)


def enter_trip(by: Actor, **entered: str) -> Trip:
    regions.seed()
    usual = {
        "topic": "赴苏州拜访储能材料企业",
        "purpose": "上门拜访",
        "destination": "江苏省",
        "firms": "某公司",
        "level": "小分队",
        "planned_from": "2026-05-11",
        "planned_to": "2026-05-12",
        "unit": "招商局",
    }
    row = build.enter(TRIPS, by, **(usual | entered))
    assert isinstance(row, Trip)
    return row


def enter_lead(by: Actor, **entered: str) -> Lead:
    industries.seed()
    investment.person()
    usual = {
        "project": "储能隔膜生产基地",
        "source": "外出考察",
        "investor": "某公司",
        "industry": "38",
        "amount": "52000",
        "received_on": "2026-05-11",
        "person": "shaoqing",
        "unit": "招商局",
    }
    row = build.enter(LEADS, by, **(usual | entered))
    assert isinstance(row, Lead)
    return row


def test_an_ambassador_is_appointed_and_ends_with_a_reason(cast: Cast) -> None:
    clerk = cast["clerk"]
    row = build.enter(
        AMBASSADORS, clerk, name="程海宁", kind="招商大使", appointed_on="2026-03-18", unit="招商局"
    )
    assert isinstance(row, Ambassador)
    assert (row.number, row.state) == ("DS-2026-001", "appointed")
    writing.change(AMBASSADORS, row, {"ended_on": DAY}, by=clerk)
    with pytest.raises(NotNow, match="需要写明理由"):
        stepping.take_step(AMBASSADORS, row, "end", by=clerk)
    stepping.take_step(AMBASSADORS, row, "end", by=clerk, reason="本人提出")


def test_a_trip_is_registered_made_and_reported(cast: Cast, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    clerk = cast["clerk"]
    row = enter_trip(clerk)
    assert (row.number, row.state) == ("KC-2026-001", "planned")
    for step, given in (
        ("register", {"registered_on": date(2026, 5, 6)}),
        ("travel", {"left_on": DAY}),
        ("report", {"back_on": LATER, "people_met": "总经理", "results": "同意来访", "reported_on": LATER}),
    ):
        with pytest.raises(NotNow, match="请先填写"):
            stepping.take_step(TRIPS, row, step, by=clerk, on=LATER)
        writing.change(TRIPS, row, given, by=clerk)
        if step == "report":
            with pytest.raises(NotNow, match="请先上传佐证附件：考察报告"):
                stepping.take_step(TRIPS, row, step, by=clerk, on=LATER)
            evidence.attach(TRIPS, row, b"%PDF-1.7\n%%EOF\n", "考察报告.pdf", by=clerk, slot="考察报告")
        stepping.take_step(TRIPS, row, step, by=clerk, on=LATER)
    with pytest.raises(NotNow, match="目前是“已报告”"):
        stepping.take_step(TRIPS, row, "cancel", by=clerk, on=LATER, reason="对方改期")


def test_a_lead_is_answered_judged_and_negotiated(cast: Cast) -> None:
    clerk = cast["clerk"]
    row = enter_lead(clerk)
    assert (row.number, row.state, row.amount) == ("XS-2026-001", "received", 52_000_000_000)
    for step, given in (
        ("answer", {"answered_on": DAY}),
        ("judge", {"judged_on": DAY, "judgement": "follow", "judgement_reason": "补隔膜环节"}),
        ("keep", {"replied_on": DAY}),
        ("negotiate", {"reported_on": DAY}),
    ):
        with pytest.raises(NotNow, match="请先填写"):
            stepping.take_step(LEADS, row, step, by=clerk, on=DAY)
        writing.change(LEADS, row, given, by=clerk)
        stepping.take_step(LEADS, row, step, by=clerk, on=DAY)
    with pytest.raises(NotNow, match="需要写明理由"):
        stepping.take_step(LEADS, row, "give_up", by=clerk, on=DAY)


def test_a_judgement_says_why(cast: Cast) -> None:
    with pytest.raises(Invalid, match="要有研判结论和理由"):
        enter_lead(cast["clerk"], judged_on="2026-05-11", judgement="跟进")


def test_who_sees_a_telephone_and_a_cost(cast: Cast) -> None:
    seen = {who: access.hidden(cast[who], LEADS) | access.hidden(cast[who], TRIPS) for who in cast}
    assert seen["clerk"] == {"cost"}
    assert seen["supervisor"] == frozenset()
    assert seen["leader"] == seen["auditor"] == {"phone"}
    assert seen["stranger"] == {"phone", "cost"}


@pytest.mark.parametrize("who", ["other", "leader", "auditor", "stranger"])
def test_who_may_not_write(cast: Cast, who: str) -> None:
    with pytest.raises(Refused):
        enter_trip(cast[who])
    with pytest.raises(Refused):
        enter_lead(cast[who])


def test_investment_is_asked_for_in_words(units: Units) -> None:
    unit, leader = units["0103"], investment.person("gaoyuan")
    waiting = investment.lead(unit)
    wanted = investment.lead(unit, judged_on=DAY, judgement="follow", judgement_reason="补链")
    investment.lead(unit, judged_on=DAY, judgement="keep", judgement_reason="用地未落实")
    assert list(Lead.objects.not_answered(LATER)) == [waiting]
    assert list(Lead.objects.not_answered(DAY)) == []
    assert list(Lead.objects.followed()) == [wanted]
    made = investment.trip(unit, leader=leader, left_on=DAY, back_on=DAY)
    investment.trip(unit, leader=leader)
    assert list(Trip.objects.led_by(leader)) == [made] == list(Trip.objects.not_reported(LATER))
    assert list(Trip.objects.not_reported(DAY)) == []
    ending = investment.ambassador(unit, until=LATER)
    investment.ambassador(unit)
    assert list(Ambassador.objects.running_out(date(2026, 5, 13))) == [ending]
    assert list(Ambassador.objects.running_out(LATER)) == []


def refused(row: Promise | Prospect, sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_promise_is_not_its_own_condition(units: Units) -> None:
    row, other = investment.promise(units["0103"]), investment.promise(units["0103"])
    row.condition = row
    refused(row, "不能是它自己的兑现前提")
    row.condition = other
    row.full_clean()
    row.save()


def test_what_is_promised_waits_for_its_condition(
    cast: Cast, units: Units, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence, "unproved", lambda ledger, row, step: "")
    clerk, first = cast["clerk"], investment.promise(units["0103"], number="CN-1", content="首期资金到账")
    row = investment.promise(units["0103"], condition=first, kept_on=LATER)
    with pytest.raises(NotNow, match="兑现前提“CN-1 首期资金到账”尚未兑现"):
        stepping.take_step(PROMISES, row, "keep", by=clerk, on=LATER)
    writing.change(PROMISES, first, {"kept_on": DAY}, by=clerk)
    stepping.take_step(PROMISES, first, "keep", by=clerk, on=LATER)
    row.refresh_from_db()
    stepping.take_step(PROMISES, row, "keep", by=clerk, on=LATER)
    row.refresh_from_db()
    assert row.state == "kept"


def test_only_the_supervisor_waives_a_promise(cast: Cast, units: Units) -> None:
    row = investment.promise(units["0103"])
    with pytest.raises(NotNow, match="需要写明理由"):
        stepping.take_step(PROMISES, row, "break", by=cast["clerk"])
    stepping.take_step(PROMISES, row, "break", by=cast["clerk"], reason="土地指标未批")
    with pytest.raises(Refused):
        stepping.take_step(PROMISES, row, "waive", by=cast["clerk"], reason="双方同意")
    stepping.take_step(PROMISES, row, "waive", by=cast["supervisor"], reason="双方同意")


def test_a_prospect_that_became_a_lead_names_it(cast: Cast, units: Units) -> None:
    row, lead = investment.prospect(units["0103"]), investment.lead(units["0103"])
    row.state = "led"
    refused(row, "要选招商线索")
    row.refresh_from_db()
    with pytest.raises(NotNow, match="请先填写：招商线索"):
        stepping.take_step(PROSPECTS, row, "lead", by=cast["clerk"])
    writing.change(PROSPECTS, row, {"lead": lead}, by=cast["clerk"])
    stepping.take_step(PROSPECTS, row, "lead", by=cast["clerk"])
    with pytest.raises(NotNow, match="目前是“已成线索”"):
        stepping.take_step(PROSPECTS, row, "drop", by=cast["clerk"], reason="无意向")


def test_promises_and_prospects_are_asked_for_in_words(units: Units) -> None:
    late = investment.promise(units["0103"])
    investment.promise(units["0103"], state="kept", kept_on=DAY)
    assert list(Promise.objects.overdue(LATER)) == [late]
    assert list(Promise.objects.overdue(DAY)) == []
    untouched = investment.prospect(units["0103"])
    investment.prospect(units["0103"], state="contacted", contacted_on=DAY)
    assert list(Prospect.objects.untouched()) == [untouched]

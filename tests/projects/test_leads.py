"""Leads against the clock, and from a lead to a contract: what is carried, that it happens once, who may."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from luoshi.directory.calendars import days as calendar
from luoshi.directory.units.models import Unit
from luoshi.ledgers import clocks, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.projects.investment.leads.ledger import LEADS
from luoshi.projects.investment.leads.models import Lead
from luoshi.projects.investment.signings import actions
from luoshi.projects.investment.signings.ledger import SIGNINGS
from luoshi.projects.investment.signings.models import Signing
from tests.projects import build, investment
from tests.projects.test_investment import enter_lead
from tests.projects.test_measures import value

pytestmark = pytest.mark.django_db
Cast = dict[str, Actor]
EVE = date(2026, 9, 30)  # the last working day before the holiday of 1 to 7 October
AFTER, LATER = date(2026, 10, 8), date(2026, 10, 9)


@pytest.fixture
def days(db: None) -> None:
    calendar.seed()


def answered(by: Actor, on: date) -> Lead:
    row = enter_lead(by, received_on=EVE.isoformat(), answered_on="")
    assert (row.state, row.due_on) == ("received", AFTER)
    stepping.take_step(LEADS, row, "answer", by=by, on=on, given={"answered_on": on})
    return row


def test_an_answer_on_the_last_day_is_in_time_and_a_day_later_it_is_not(cast: Cast, days: None) -> None:
    kept, missed = answered(cast["clerk"], AFTER), answered(cast["clerk"], LATER)
    assert (kept.answered_in_time, missed.answered_in_time) == (True, False)
    assert kept.due_on == date(2026, 10, 10), "judged by the third working day; the Saturday is worked"
    assert [clocks.stand(kept, day) for day in (LATER, date(2026, 10, 11))] == ["near", "late"]


def test_the_rate_of_answers_is_a_figure(cast: Cast, days: None) -> None:
    for day in (AFTER, LATER):
        answered(cast["clerk"], day)
    assert value("investment.leads", "answer_rate") == 50
    answered(cast["clerk"], AFTER)
    assert value("investment.leads", "answer_rate") == Decimal(200) / 3


def test_a_draft_has_neither_number_nor_clock(cast: Cast) -> None:
    row = enter_lead(cast["clerk"], received_on="")
    other = enter_lead(cast["clerk"], received_on="")
    assert [(lead.number, lead.state, lead.due_on) for lead in (row, other)] == [("", "draft", None)] * 2
    with pytest.raises(NotNow, match="请先填写：收到日期"):
        stepping.take_step(LEADS, row, "submit", by=cast["clerk"], on=EVE)
    stepping.take_step(LEADS, row, "submit", by=cast["clerk"], on=EVE, given={"received_on": EVE})
    assert (row.number, row.state) == ("XS-2026-001", "received")


def talks(unit: Unit, **fields: object) -> Lead:
    """A lead that is negotiated."""
    given = {"judged_on": date(2026, 5, 13), "judgement": "follow", "judgement_reason": "补链"}
    return investment.lead(unit, **(given | {"state": "negotiating"} | fields))


def test_a_contract_takes_over_what_the_lead_knows(cast: Cast, units: dict[str, Unit]) -> None:
    lead = talks(
        units["0103"], investor_kind="foreign", land=120_00, tax=260_000_00, leader=investment.person()
    )
    row = actions.sign(lead, {"signed_on": AFTER, "amount": 999_00}, by=cast["clerk"], on=AFTER)
    same = {name: getattr(row, name) == getattr(lead, source) for name, source in actions.CARRIED.items()}
    assert same == {name: name != "amount" for name in actions.CARRIED}, "what is given stands over it"
    assert (row.lead, row.kind, row.amount, row.number) == (lead, "foreign", 999_00, row.number)
    assert (lead.state, row.state) == ("signed", "signed")


def test_a_lead_is_signed_once(cast: Cast, units: dict[str, Unit]) -> None:
    lead = talks(units["0103"])
    first = actions.sign(lead, {"signed_on": AFTER}, by=cast["clerk"], on=AFTER)
    with pytest.raises(NotNow, match=f"已经签约，签约项目是“{first.number}"):
        actions.sign(lead, {"signed_on": AFTER}, by=cast["supervisor"], on=AFTER)
    with pytest.raises(Invalid, match="已经有签约项目"):
        writing.create(SIGNINGS, actions.carried(lead) | {"signed_on": AFTER, "amount": 1}, by=cast["clerk"])
    assert Signing.objects.count() == 1


def test_a_contract_that_fails_leaves_the_lead(cast: Cast, units: dict[str, Unit]) -> None:
    lead = talks(units["0103"])
    with pytest.raises(Invalid, match="签约金额应大于 0"):
        actions.sign(lead, {"signed_on": AFTER, "amount": 0}, by=cast["clerk"], on=AFTER)
    early = investment.lead(units["0103"])
    with pytest.raises(NotNow, match="目前是“已收到”"):
        actions.sign(early, {"signed_on": AFTER}, by=cast["clerk"], on=AFTER)
    lead.refresh_from_db()
    assert (lead.state, Signing.objects.count()) == ("negotiating", 0)


@pytest.mark.parametrize("who", ["other", "leader", "auditor", "stranger"])
def test_who_may_not_sign(cast: Cast, units: dict[str, Unit], who: str) -> None:
    with pytest.raises(Refused):
        actions.sign(talks(units["0103"]), {"signed_on": AFTER}, by=cast[who], on=AFTER)
    assert Signing.objects.count() == 0


def test_the_step_alone_asks_for_the_contract(cast: Cast, units: dict[str, Unit]) -> None:
    lead = talks(units["0103"])
    with pytest.raises(NotNow, match="请用“转为签约项目”"):
        stepping.take_step(LEADS, lead, "sign", by=cast["clerk"], on=AFTER)
    build.signing(units["0103"], lead=lead)
    stepping.take_step(LEADS, lead, "sign", by=cast["clerk"], on=AFTER)
    with pytest.raises(NotNow, match="签约项目还在台账里"):
        stepping.take_step(LEADS, lead, "reopen", by=cast["clerk"], on=AFTER, reason="合同解除")
    Signing.objects.all().delete()
    stepping.take_step(LEADS, lead, "reopen", by=cast["clerk"], on=AFTER, reason="合同解除")
    assert lead.state == "negotiating"

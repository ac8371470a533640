"""Signed projects: entered, stepped through their states, refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from luoshi.directory.industries import seed as industries
from luoshi.directory.units.models import Unit
from luoshi.ledgers import stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.ledgers.lookups import Lookups
from luoshi.projects.investment.signings.ledger import SIGNINGS
from luoshi.projects.investment.signings.models import Signing
from tests.projects import build

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]
Cast = dict[str, Actor]


def enter(by: Actor, **entered: str) -> Signing:
    usual = {
        "project": "高效储能电池生产基地",
        "investor": "澄光储能科技有限公司",
        "amount": "360,000,000",
        "signed_on": "2026年2月18日",
        "unit": "招商局",
    }
    row = build.enter(SIGNINGS, by, **(usual | entered))
    assert isinstance(row, Signing)
    return row


def test_a_clerk_enters_a_signing(cast: Cast) -> None:
    industries.seed()
    row = enter(
        cast["clerk"], number="QY-1", credit_code="91340000ma2xk7qr5r", industry="储能", origin="国内省外"
    )
    row.refresh_from_db()
    assert (row.amount, row.signed_on, row.state) == (36_000_000_000, date(2026, 2, 18), "signed")
    assert (row.credit_code, str(row.industry)) == ("91340000MA2XK7QR5R", "38 电气机械和器材制造业")
    assert SIGNINGS.column("amount").show(row.amount) == "3.60"


def test_a_signing_without_a_number_gets_one(cast: Cast) -> None:
    assert [enter(cast["clerk"]).number, enter(cast["clerk"]).number] == ["00001", "00002"]


def test_a_number_is_used_once(cast: Cast) -> None:
    enter(cast["clerk"], number="QY-1")
    with pytest.raises(Invalid, match="编号：这个编号已经用过"):
        enter(cast["clerk"], number="QY-1")


def test_a_wrong_credit_code_is_told(cast: Cast) -> None:
    with pytest.raises(Invalid, match="统一社会信用代码：.*校验码对不上"):
        enter(cast["clerk"], credit_code="91340000MA2XK7QR5T")


@pytest.mark.parametrize(
    ("dates", "state"),
    [
        ({}, "signed"),
        ({"registered_on": "2026-03-20"}, "registered"),
        ({"registered_on": "2026-03-20", "started_on": "2026-05-11"}, "started"),
        ({"started_on": "2026-05-11"}, "started"),
        ({"registered_on": "2026-03-20", "ended_on": "2026-06-01"}, "ended"),
    ],
)
def test_a_new_row_stands_where_its_dates_show(cast: Cast, dates: dict[str, str], state: str) -> None:
    row = enter(cast["clerk"], **dates)
    row.refresh_from_db()
    assert row.state == state


def test_rows_written_together_do_too(units: Units) -> None:
    usual = {"investor": "某公司", "amount": 1, "signed_on": date(2026, 1, 1), "unit": units["0103"]}
    Signing.objects.bulk_create(
        [
            Signing(number="1", project="甲", registered_on=date(2026, 2, 1), **usual),
            Signing(number="2", project="乙", **usual),
        ]
    )
    assert list(Signing.objects.order_by("number").values_list("state", flat=True)) == [
        "registered",
        "signed",
    ]


def test_steps_need_their_dates(cast: Cast) -> None:
    row = enter(cast["clerk"])
    with pytest.raises(NotNow, match="请先填写：注册日期"):
        stepping.take_step(SIGNINGS, row, "register", by=cast["clerk"])
    writing.change(SIGNINGS, row, {"registered_on": date(2026, 3, 20)}, by=cast["clerk"])
    stepping.take_step(SIGNINGS, row, "register", by=cast["clerk"])
    writing.change(SIGNINGS, row, {"started_on": date(2026, 5, 11)}, by=cast["clerk"])
    stepping.take_step(SIGNINGS, row, "start", by=cast["clerk"], on=date(2026, 5, 11))
    row.refresh_from_db()
    assert row.state == "started"
    with pytest.raises(NotNow, match="目前是“已开工”"):
        stepping.take_step(SIGNINGS, row, "register", by=cast["clerk"])


def test_an_end_needs_its_date_and_a_reason(cast: Cast) -> None:
    row = enter(cast["clerk"])
    writing.change(SIGNINGS, row, {"ended_on": date(2026, 6, 1)}, by=cast["clerk"])
    with pytest.raises(NotNow, match="需要写明理由"):
        stepping.take_step(SIGNINGS, row, "end", by=cast["clerk"])
    stepping.take_step(SIGNINGS, row, "end", by=cast["clerk"], reason="投资方放弃")
    with pytest.raises(NotNow):
        stepping.take_step(SIGNINGS, row, "start", by=cast["clerk"])


def test_a_date_that_a_state_stands_on_is_not_taken_away(cast: Cast) -> None:
    row = enter(cast["clerk"], registered_on="2026-03-20")
    with pytest.raises(Invalid, match="状态为“已注册”的项目要有注册日期"):
        writing.change(SIGNINGS, row, {"registered_on": None}, by=cast["clerk"])


SIGNED_ON = date(2026, 2, 18)
BEFORE = date(2026, 2, 17)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"amount": 0}, "签约金额应大于 0"),
        ({"equipment": -1}, "设备投资不能为负"),
        ({"equipment": build.YI + 1}, "设备投资不能为负，也不能超过签约金额"),
        ({"land": -1}, "约定用地不能为负"),
        ({"promised_tax": -1}, "承诺年税收不能为负"),
        ({"promised_start": SIGNED_ON, "promised_complete": BEFORE}, "约定开工日期不能晚于约定竣工日期"),
        ({"amount": -1}, "签约金额应大于 0"),
        ({"registered_on": BEFORE}, "签约日期不能晚于注册日期"),
        ({"started_on": BEFORE}, "签约日期不能晚于开工日期"),
        ({"ended_on": BEFORE}, "签约日期不能晚于终止日期"),
    ],
)
def test_model_and_database_refuse(units: Units, fields: dict[str, Any], sentence: str) -> None:
    row = build.signing(units["0103"], signed_on=SIGNED_ON)
    for name, value in fields.items():
        setattr(row, name, value)
    with pytest.raises(ValidationError, match=sentence):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize("state", ["registered", "started", "ended"])
def test_a_state_without_its_date_is_refused(units: Units, state: str) -> None:
    row = build.signing(units["0103"])
    row.state = state
    with pytest.raises(ValidationError, match="的项目要有"):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_model_and_database_accept_dates_on_the_same_day(units: Units) -> None:
    row = build.signing(
        units["0103"], signed_on=SIGNED_ON, registered_on=SIGNED_ON, started_on=SIGNED_ON, amount=1
    )
    row.equipment, row.land, row.promised_tax = 1, 0, 0
    row.promised_start = row.promised_complete = SIGNED_ON
    row.full_clean()
    row.save()


def test_work_may_start_before_the_registration(units: Units) -> None:
    build.signing(units["0103"], registered_on=date(2026, 6, 1), started_on=date(2026, 5, 1)).full_clean()


@pytest.mark.parametrize("who", ["clerk", "supervisor"])
def test_who_may_write(cast: Cast, who: str) -> None:
    row = enter(cast[who])
    writing.change(SIGNINGS, row, {"note": "二期另签"}, by=cast[who])
    writing.remove(SIGNINGS, row, by=cast[who], reason="重复登记")
    assert not Signing.objects.exists()


@pytest.mark.parametrize("who", ["other", "leader", "auditor", "stranger"])
def test_who_may_not_write(cast: Cast, who: str) -> None:
    row = enter(cast["clerk"])
    with pytest.raises(Refused):
        enter(cast[who])
    with pytest.raises(Refused):
        writing.change(SIGNINGS, row, {"note": "x"}, by=cast[who])
    with pytest.raises(Refused):
        stepping.take_step(SIGNINGS, row, "register", by=cast[who])
    with pytest.raises(Refused):
        writing.remove(SIGNINGS, row, by=cast[who], reason="x")


def test_a_clerk_does_not_hand_a_row_to_another_unit(cast: Cast, units: Units) -> None:
    row = enter(cast["clerk"])
    with pytest.raises(Refused, match="不属于您所在的单位"):
        writing.change(SIGNINGS, row, {"unit": units["0104"]}, by=cast["clerk"])
    writing.change(SIGNINGS, row, {"unit": units["0401"]}, by=cast["clerk"])


def test_a_signing_is_found_by_number_and_by_name(units: Units) -> None:
    row = build.signing(units["0103"], number="QY-9", project="储能基地")
    for text in ("QY-9", "储能基地", "QY-9 储能基地"):
        assert Lookups().find("investment.signings", text) == row


def test_signings_are_asked_for_in_words(units: Units) -> None:
    early = build.signing(units["0103"], signed_on=date(2026, 1, 1))
    late = build.signing(units["0103"], signed_on=date(2026, 2, 1))
    build.signing(units["0103"], signed_on=date(2026, 1, 1), started_on=date(2026, 3, 1))
    build.signing(units["0103"], signed_on=date(2026, 1, 1), ended_on=date(2026, 3, 1))
    assert list(Signing.objects.waiting()) == [early, late]

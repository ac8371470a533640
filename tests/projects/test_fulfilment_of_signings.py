"""Contracts judged by the rule: what breaks a promise or pays moves the rate; money in other currencies by its rate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from luoshi.directory.calendars import actions as months
from luoshi.directory.units.models import Unit
from luoshi.ledgers import evidence, rulebook, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.ledgers.models import AuditRow
from luoshi.projects.investment import kinds
from luoshi.projects.investment.paid_in.ledger import PAID_IN
from luoshi.projects.investment.promises.ledger import PROMISES
from luoshi.projects.investment.signings import fulfilment
from luoshi.projects.investment.signings.ledger import SIGNINGS
from luoshi.projects.investment.signings.models import Signing
from luoshi.rules import defaults
from tests.projects import build, investment
from tests.projects.test_measures import value

pytestmark = pytest.mark.django_db
Cast = dict[str, Actor]
Units = dict[str, Unit]
DAY, LATE = date(2026, 10, 20), date(2026, 10, 31)


@pytest.fixture
def october(cast: Cast) -> Iterator[None]:
    """October 2026 is being filled in, and the rule is in force."""
    boss = cast["supervisor"]
    rulebook.issue(kinds.FULFILMENT.name, defaults.FULFILMENT_RULE.to_data(), by=boss, closed=None)
    months.open_year(2026, by=boss)
    for number in range(1, 10):
        months.close(202600 + number, by=boss, reason="月报已印发")
    return iter(())


def signed(units: Units, **fields: object) -> Signing:
    given = {
        "registered_on": date(2026, 3, 1),
        "started_on": date(2026, 5, 1),
        "promised_start": date(2026, 6, 1),
    }
    return build.signing(units["0103"], **(given | fields))


def rate() -> object:
    return value("investment.signings", "fulfilment_rate")


def test_a_broken_promise_turns_a_contract_and_moves_the_rate(
    cast: Cast, units: Units, october: None
) -> None:
    clerk, kept, other = cast["clerk"], signed(units), signed(units)
    young = signed(units, promised_start=date(2026, 9, 1))
    assert fulfilment.judge(Signing.objects.all(), by=clerk, on=LATE) == 3
    assert rate() == 100
    promise = investment.promise(units["0103"], signing=kept, side="investor", kind="invest", due_on=DAY)
    stepping.take_step(PROMISES, promise, "break", by=clerk, on=DAY, reason="未到资")
    kept.refresh_from_db()
    assert (kept.fulfilled, kept.version) == ("no", 1), "whoever has the row open may still save it"
    assert "“投资”承诺未兑现" in kept.fulfilled_why
    assert rate() == 50
    assert AuditRow.objects.filter(act="评定履约", row=str(kept.pk)).count() == 2
    stepping.take_step(PROMISES, promise, "waive", by=cast["supervisor"], on=DAY, reason="双方同意")
    kept.refresh_from_db()
    assert kept.fulfilled == "yes"
    young.refresh_from_db()
    assert young.fulfilled == "not_due" and other.promises.count() == 0


def test_what_the_zone_breaks_is_not_the_investors(cast: Cast, units: Units, october: None) -> None:
    row = signed(units)
    promise = investment.promise(units["0103"], signing=row, side="zone", kind="invest", due_on=DAY)
    stepping.take_step(PROMISES, promise, "break", by=cast["clerk"], on=DAY, reason="指标未批")
    row.refresh_from_db()
    assert row.fulfilled == "yes"


def paid(by: Actor, row: Signing, **entered: str) -> None:
    build.enter(PAID_IN, by, signing=row.number, period="2026-10", **entered)
    row.refresh_from_db()


def test_money_that_comes_in_keeps_a_contract(cast: Cast, units: Units, october: None) -> None:
    row = signed(units, started_on=None, amount=build.YI)
    fulfilment.judge([row], by=cast["clerk"], on=LATE)
    assert row.fulfilled == "no" and "不足 20%" in row.fulfilled_why
    paid(cast["clerk"], row, domestic="19999999.99")
    assert row.fulfilled == "no"
    payment = row.payments.get()
    writing.change(PAID_IN, payment, {"domestic": build.YI // 5}, by=cast["clerk"])
    row.refresh_from_db()
    assert row.fulfilled == "yes"
    writing.remove(PAID_IN, payment, by=cast["clerk"], reason="重复")
    row.refresh_from_db()
    assert row.fulfilled == "no"


def test_dollars_count_by_the_rate_of_their_day(cast: Cast, units: Units, october: None) -> None:
    row = signed(units, started_on=None, amount=build.YI)
    given = {"foreign": "2900000", "currency": "欧元", "original": "2660550", "rate": "1.09"}
    paid(cast["clerk"], row, **given, usd_rate="7.12")
    assert row.fulfilled == "yes", "2.9 million at 7.12 are more than a fifth of 100 million"


@pytest.mark.parametrize(("foreign", "taken"), [("1100880", True), ("1112200", False), ("1068000", False)])
def test_a_sum_off_its_rate_is_refused(
    cast: Cast, units: Units, october: None, foreign: str, taken: bool
) -> None:
    row, given = signed(units), {"currency": "欧元", "original": "1000000", "rate": "1.09"}
    given["foreign"] = "1090000" if taken else foreign
    if taken:
        paid(cast["clerk"], row, **(given | {"foreign": foreign}))
        return
    with pytest.raises(Invalid, match="原币金额乘汇率与境外到位资金相差超过百分之1"):
        paid(cast["clerk"], row, **given)


def test_a_contract_in_dollars_names_its_rate(cast: Cast, units: Units) -> None:
    row = signed(units, amount=7_120_000_00)
    with pytest.raises(Invalid, match="没有填汇率"):
        writing.change(SIGNINGS, row, {"contract_foreign": 1_000_000_00}, by=cast["clerk"])
    writing.change(SIGNINGS, row, {"contract_foreign": 1_000_000_00, "rate": 71_200}, by=cast["clerk"])
    with pytest.raises(Invalid, match="不能就是责任单位"):
        writing.change(SIGNINGS, row, {"with_unit": row.unit}, by=cast["clerk"])
    with pytest.raises(Refused, match="自动算出"):
        writing.change(SIGNINGS, row, {"fulfilled": "yes"}, by=cast["clerk"])


def test_a_promise_is_kept_with_its_proof(cast: Cast, units: Units, monkeypatch: pytest.MonkeyPatch) -> None:
    row = investment.promise(units["0103"], kept_on=DAY)
    with pytest.raises(NotNow, match="请先上传佐证附件：证明材料"):
        stepping.take_step(PROMISES, row, "keep", by=cast["clerk"], on=DAY)
    monkeypatch.setattr(evidence, "unproved", lambda ledger, row, step: "")
    stepping.take_step(PROMISES, row, "keep", by=cast["clerk"], on=DAY)
    assert value("investment.promises", "broken_rate") == 0

"""Fulfilment: when a contract is due, what keeps it, and a rate with the same rows above and below the line."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.rules import dates, defaults, errors
from luoshi.rules.fulfilment import Contract, FulfilmentRule, Judged, due_on, judge, rate

RULE = defaults.FULFILMENT_RULE
SIGNED, PROMISED = date(2025, 1, 15), date(2025, 6, 30)
DUE = date(2025, 9, 29)


def contract(**changes: object) -> Contract:
    given_: dict[str, object] = {
        "key": "甲",
        "signed_on": SIGNED,
        "amount": 100_000_000_00,
        "promised_start": PROMISED,
        "registered": True,
        "started_on": date(2025, 7, 1),
        **changes,
    }
    return Contract(**given_)  # type: ignore[arg-type]


def changed(**changes: object) -> FulfilmentRule:
    return FulfilmentRule.from_data({**RULE.to_data(), **changes})


def test_works() -> None:
    found = judge(RULE, contract(), DUE)
    assert (found.verdict, found.reason) == ("yes", "已注册，2025-07-01 开工，已履约")
    broken = judge(
        RULE, contract(registered=False, started_on=None, paid_in=1_900_000_000, broken=("开工",)), DUE
    )
    assert broken.verdict == "no"
    assert broken.reason == "未注册企业，未开工，到位资金为合同额的 19.0%，不足 20%，“开工”承诺未兑现，未履约"


def test_due_is_the_day_after_the_grace() -> None:
    assert due_on(RULE, contract()) == DUE == PROMISED + timedelta(days=91)
    before = judge(RULE, contract(ended=True), DUE - timedelta(days=1))
    assert (before.verdict, before.reason) == ("not_due", "2025-09-29 起评价，尚未到期")
    assert judge(RULE, contract(ended=True), DUE).verdict == "no"
    assert due_on(changed(grace_days=0), contract()) == date(2025, 7, 1)


def test_without_a_promise_it_is_due_after_so_many_months() -> None:
    silent = contract(promised_start=None)
    assert judge(RULE, silent, date(2026, 7, 14)).verdict == "not_due"
    assert judge(RULE, silent, date(2026, 7, 15)).verdict == "yes"
    assert due_on(RULE, contract(promised_start=None, signed_on=date(2024, 8, 31))) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("change", "verdict", "words"),
    [
        ({"registered": False}, "no", "未注册企业，未履约"),
        ({"ended": True}, "no", "合同已终止，未履约"),
        ({"started_on": DUE}, "yes", "2025-09-29 开工"),
        ({"started_on": DUE + timedelta(days=1)}, "no", "未开工"),
        ({"started_on": None, "paid_in": 2_000_000_000}, "yes", "到位资金为合同额的 20.0%，已履约"),
        ({"started_on": None, "paid_in": 1_999_999_999}, "no", "不足 20%"),
        ({"started_on": None, "amount": 0}, "no", "到位资金 0 万元，不足 20%"),
        ({"started_on": None, "amount": 0, "paid_in": 1_000_000}, "yes", "到位资金 1 万元"),
        ({"broken": ("投资",)}, "no", "“投资”承诺未兑现，未履约"),
        ({"broken": ("就业",)}, "yes", "已履约"),
    ],
)
def test_what_keeps_a_contract(change: dict[str, object], verdict: str, words: str) -> None:
    found = judge(RULE, contract(**change), DUE)
    assert found.verdict == verdict
    assert words in found.reason


def test_the_rate_by_count_and_by_amount() -> None:
    judged = [
        Judged("甲", "yes", 300_000_000, ""),
        Judged("乙", "no", 100_000_000, ""),
        Judged("丙", "not_due", 50_000_000, ""),
    ]
    by_count = rate(RULE, judged)
    assert (by_count.top, by_count.bottom, by_count.excluded, by_count.share) == (1, 2, 1, Decimal(50))
    by_amount = rate(changed(base="amount"), judged)
    assert (by_amount.top, by_amount.bottom, by_amount.share) == (300_000_000, 400_000_000, Decimal(75))
    assert by_amount.reason == "到期 400 万元，已履约 300 万元，履约率 75.0%；另有 50 万元未到期，不计入"


def test_while_nothing_is_due_there_is_no_rate() -> None:
    assert rate(RULE, []).share is None
    assert rate(RULE, []).reason == "尚无到期的合同，不计算履约率"
    assert rate(RULE, [Judged("丙", "not_due", 1, "")]).reason.endswith("；另有 1 个未到期，不计入")


@pytest.mark.parametrize(
    ("changes", "error", "words"),
    [
        ({"grace_days": -1}, errors.BadInteger, "履约规则 fulfilment 的 grace_days"),
        ({"months_without_promise": 0}, errors.BadInteger, "months_without_promise"),
        ({"paid_in_share": "101"}, errors.OutOfRange, "paid_in_share 应不小于 0 且不大于 100，现为 101"),
        ({"base": "luck"}, errors.UnknownWord, "base"),
        ({"promises": "开工"}, errors.NotAList, "promises"),
        ({"bonus": 1}, errors.UnknownFields, "bonus"),
    ],
)
def test_bad_rules_are_refused(
    changes: dict[str, object], error: type[errors.RulesError], words: str
) -> None:
    with pytest.raises(error, match=words):
        changed(**changes)


def test_the_default_is_data() -> None:
    assert FulfilmentRule.from_data(RULE.to_data()) == RULE
    assert changed(promises=[]).promises == ()


# ---- properties -----------------------------------------------------------------------------------

DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
CONTRACTS = st.builds(
    Contract,
    key=st.just("甲"),
    signed_on=DAYS,
    amount=st.integers(0, 10**12),
    promised_start=st.none() | DAYS,
    registered=st.booleans(),
    started_on=st.none() | DAYS,
    paid_in=st.integers(0, 10**12),
    ended=st.booleans(),
    broken=st.lists(st.sampled_from(["投资", "开工", "就业"]), max_size=3).map(tuple),
)


@given(CONTRACTS, DAYS)
def test_a_broken_promise_only_ever_turns_kept_into_broken(found: Contract, as_of: date) -> None:
    worse = Contract(
        found.key,
        found.signed_on,
        found.amount,
        found.promised_start,
        found.registered,
        found.started_on,
        found.paid_in,
        found.ended,
        ("投资",),
    )
    before, after = judge(RULE, found, as_of).verdict, judge(RULE, worse, as_of).verdict
    assert after == ("not_due" if before == "not_due" else "no")
    assert (before == "not_due") == (as_of < due_on(RULE, found))


@given(st.lists(CONTRACTS, max_size=20), DAYS)
def test_every_contract_is_in_the_rate_or_left_out(found: list[Contract], as_of: date) -> None:
    got = rate(RULE, [judge(RULE, each, as_of) for each in found])
    assert got.bottom + got.excluded == len(found)
    assert 0 <= got.top <= got.bottom
    assert got.share is None or 0 <= got.share <= 100


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_months_added_are_months_passed(day: date, count: int, more: int) -> None:
    later = dates.add_months(day, count)
    assert dates.whole_months(day, later) == count
    assert dates.add_months(day, count + more) >= later
    assert dates.whole_months(day, later - timedelta(days=1)) == (count - 1 if count else -1)

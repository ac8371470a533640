"""The ledger of filings: open, submitted, signed, locked; and how many units hand in, and in time."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from luoshi.directory import roles
from luoshi.ledgers.access import Access
from luoshi.ledgers.columns import Choice, Day, Flag, Link, Month, Number
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Condition, Count, Ratio
from luoshi.ledgers.models import Row
from luoshi.plans.filings import kinds
from luoshi.plans.filings.models import (
    FILLED_IN,
    LOCKED,
    OFFICIAL,
    OPEN,
    RETURNED,
    SIGNED,
    STATES,
    SUBMITTED,
    Filing,
)
from luoshi.plans.questions.models import Question

NAMED = 5  # so many of the missing are named in a sentence


def complete(row: Row, on: datetime.date) -> str:
    """What is asked of the unit and has no value yet."""
    if not isinstance(row, Filing):
        return ""
    lacking = [q.name for q in Question.objects.filter(unit=row.unit_id).unanswered(row.period)]
    more = f"等 {len(lacking)} 项" if len(lacking) > NAMED else ""
    return f"还没有填：{'、'.join(lacking[:NAMED])}{more}。" if lacking else ""


def submitted(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day on which the clerk hands it to the head of the unit."""
    return {"submitted_on": on}


def signed(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day, and whether it was in time; of what is corrected after it was locked, as it was then."""
    assert isinstance(row, Filing)
    due = kinds.due_on(row.period)
    in_time = row.in_time if row.in_time is not None or due is None else on <= due
    return {"signed_on": on, "due_on": due, "in_time": in_time}


def given_back(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """What is given back is not handed in."""
    assert isinstance(row, Filing)
    return {"submitted_on": None, "signed_on": None, "in_time": None, "returned": row.returned + 1}


def opened_again(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """What is corrected after it was locked stays in time, or late."""
    assert isinstance(row, Filing)
    return {"submitted_on": None, "signed_on": None, "returned": row.returned + 1}


FILINGS = Ledger(
    model=Filing,
    name="plans.filings",
    title="单位月报",
    note="一行一个单位一个月：填报员填完上报，单位负责人签发，督查员锁定；签发以后的数才是正式数。",
    identity=("unit", "period"),
    label="called",
    unit="unit",
    order=("-period", "unit__code"),
    search=("unit__name", "unit__short_name"),
    columns=(
        Link("unit", to="directory.units"),
        Month("period"),
        Choice("state", choices=STATES),
        Day("due_on", help="按填报截止规则算出。"),
        Day("submitted_on", help="上报时自动记下。"),
        Day("signed_on", help="签发时自动记下。"),
        Flag("in_time", help="签发时按截止日期判断。"),
        Number("returned", unit="次"),
    ),
    lifecycle=Lifecycle(
        start=OPEN,
        steps=(
            Step("submit", "上报", FILLED_IN, SUBMITTED, holds=(complete,), sets=submitted),
            Step("sign", "签发", (SUBMITTED,), SIGNED, holds=(complete,), sets=signed, bulk=True),
            Step("lock", "锁定", (SIGNED,), LOCKED, bulk=True),
            Step("return", "退回", (SUBMITTED, SIGNED), RETURNED, back=True, sets=given_back),
            Step("correct", "退回更正", (LOCKED,), RETURNED, back=True, sets=opened_again),
        ),
        closed=(LOCKED,),
    ),
    measures=(
        Count("due", title="应报单位月报", unit="份", when="period"),
        Count(
            "filed",
            title="已签发单位月报",
            unit="份",
            when="period",
            where=(Condition("state", "in", ",".join(OFFICIAL)),),
        ),
        Count(
            "in_time",
            title="按时签发单位月报",
            unit="份",
            when="period",
            where=(Condition("in_time", "eq", "是"),),
        ),
        Ratio(
            "filing_rate",
            title="填报率",
            top="filed",
            bottom="due",
            when="period",
            words=("月报填报率", "数据填报率", "单位月报填报率"),
        ),
        Ratio(
            "on_time_rate",
            title="按时填报率",
            top="in_time",
            bottom="due",
            when="period",
            words=("按时率", "月报按时率", "填报按时率", "月报按时填报率"),
        ),
    ),
    access=Access(
        read=roles.READ_OWN,
        write=roles.SUPERVISORS,
        steps={
            "submit": roles.WRITE_OWN,
            "sign": roles.SIGN_OWN,
            "return": (*roles.SIGN_OWN, *roles.SUPERVISORS),
        },
        history=roles.READ_OWN,
    ),
    editable=False,
)

"""What the steps of a task write by themselves, and what keeps them back."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from luoshi.ledgers.models import Row
from luoshi.plans.tasks.models import Task
from luoshi.rules.dates import last_day

NOTHING_YET: Mapping[str, Any] = {
    "done_on": None,
    "outcome": "",
    "answered_on": None,
    "struck_on": None,
}


def handed_out(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day, and the limit: the one that was set, else the last day of the month in which the task is due."""
    assert isinstance(row, Task)
    limit = row.limit_on or last_day(row.due)
    return {**NOTHING_YET, "assigned_on": on, "limit_on": limit, "first_limit_on": limit}


def signed_for(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day on which the unit took it."""
    return {"signed_for_on": on}


def answered(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day on which the unit said what came of it."""
    return {"answered_on": on}


def struck(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day on which a checker was content."""
    return {"struck_on": on}


def given_back(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """What comes back is signed for and answered anew, and counted."""
    assert isinstance(row, Task)
    return {**NOTHING_YET, "returned_on": on, "again": row.again + 1}


def promised_again(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """What is put in force again was not handed out to anybody yet."""
    days = ("assigned_on", "limit_on", "first_limit_on", "signed_for_on", "returned_on")
    verdicts = ("signed_in_time", "answered_in_time")
    return {**NOTHING_YET, **dict.fromkeys((*days, *verdicts)), "person": None}


def not_over(row: Row, on: datetime.date) -> str:
    """Nobody is handed a task whose limit is over."""
    assert isinstance(row, Task)
    if row.limit_on is None or row.limit_on >= on:
        return ""
    return f"办结期限 {row.limit_on} 已过，请先点“修改”填写新的期限，再交办。"


def not_before(row: Row, on: datetime.date) -> str:
    """Nothing is done on a day to come."""
    assert isinstance(row, Task)
    if row.done_on is None or row.done_on <= on:
        return ""
    return f"完成日期 {row.done_on} 还没有到，请核对。"


def countersigned(row: Row, on: datetime.date) -> str:
    """What the units that were asked to countersign have not agreed to."""
    assert isinstance(row, Task)
    waiting = [str(part.unit) for part in row.supports.waiting().select_related("unit")]
    return f"会签还没有完成，还在等{'、'.join(waiting)}的意见。" if waiting else ""

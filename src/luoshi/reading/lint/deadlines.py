"""Deadlines that lie in the past when the plan is issued."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.reading import periods
from luoshi.reading.blocks import section_of
from luoshi.reading.lint import words
from luoshi.reading.lint.figures import number
from luoshi.reading.lint.findings import Finding, quoted
from luoshi.reading.lint.plan import Plan, when
from luoshi.reading.model import Commitment, Mechanism, Milestone, Quantity

SIGHT = 40  # what is to be done is looked for this far behind a date
_CLAUSE = re.compile(r"[；;。！!？?\n]")


def check(plan: Plan) -> Iterator[Finding]:
    """Every promise whose own deadline ends before the month of the day that the plan is held against."""
    if plan.day is None:
        return
    now = plan.day.on.year * 100 + plan.day.on.month
    for one in plan.reading.commitments:
        if isinstance(one, Mechanism) or one.kind == "actual":
            continue
        month = plan.last_month(one.period)
        if month is not None and month < now:
            said = f"{_said(one)}的时限{when(plan, one.period)}"
            yield _finding(plan, one.start, one.end, said)
    yield from _forgotten(plan)


def _forgotten(plan: Plan) -> Iterator[Finding]:
    """Dates of past years with 前, by which something is still to be done: the reader takes them for a report."""
    text = plan.reading.text
    for found in periods.find(text, plan.year):
        if not (found.past and found.by):
            continue
        section = section_of(plan.reading.outline, found.start)
        behind = _CLAUSE.split(text[found.end : found.end + SIGHT], maxsplit=1)[0]
        told = section is not None and plan.sections[section].back
        if not told and words.TO_DO.search(behind) and not words.TOLD.search(behind):
            yield _finding(plan, found.start, found.end, quoted(text[found.start : found.end]))


def _finding(plan: Plan, start: int, end: int, said: str) -> Finding:
    sentence = f"{said}早于{plan.day}；请改写时限，已经完成的请写成完成情况。"
    return Finding(start, end, "deadline-past", sentence, "error")


def _said(one: Commitment) -> str:
    match one:
        case Quantity():
            return f"{quoted(one.indicator)}{number(one)}"
        case Milestone():
            return f"{quoted(one.project)}{words.STAGES[one.stage]}"
        case Mechanism():
            return f"{quoted(one.name)}"
        case _:
            return f"“{one.action}{one.object}”"

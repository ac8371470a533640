"""Every named check of rounds, agendas, lists, objections and what follows lights, from both sides: refused in its sentence, accepted at its edge."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import CheckConstraint

from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row
from luoshi.oversight.excuses.models import Excuse
from luoshi.oversight.followups.models import Followup
from luoshi.oversight.lists.models import PublishedList
from luoshi.oversight.objections.models import Objection
from luoshi.oversight.rounds.models import AgendaItem, Round
from tests.directory import build

pytestmark = pytest.mark.django_db
Fields = dict[str, Any]
DAY, NEXT = datetime.date(2026, 7, 6), datetime.date(2026, 7, 7)


class Case(NamedTuple):
    """A check, a row to start from, what it refuses and what it takes."""

    name: str
    make: Callable[[Unit], Row]
    refused: Fields
    accepted: Fields


def a_round(unit: Unit) -> Round:
    return Round(
        kind="month",
        name="2026年6月通报",
        first=datetime.date(2026, 6, 1),
        last=datetime.date(2026, 6, 30),
        month=202606,
        cutoff_on=DAY,
        meets_on=NEXT,
        rule="月通报（第 1 版）",
    )


def an_item(unit: Unit) -> AgendaItem:
    found = a_round(unit)
    found.save()
    return AgendaItem(round=found, order=1, kind="added", title="防汛", reason="入汛")


def a_list(unit: Unit) -> PublishedList:
    return PublishedList(period=202606, published_on=DAY, until=NEXT, publisher="林昭", rule="榜", seq=1)


def an_objection(unit: Unit) -> Objection:
    return Objection(
        number="YI-2026-001",
        period=202606,
        about="line",
        ledger="oversight.list_lines",
        row=1,
        subject="黑榜",
        unit=unit,
        raised_on=DAY,
        reason="不实",
    )


def an_excuse(unit: Unit) -> Excuse:
    return Excuse(
        number="LY-2026-001",
        period=202606,
        about="target",
        ledger="plans.targets",
        row=1,
        subject="目标",
        was="red",
        unit=unit,
        asked_on=DAY,
        reason="汛情",
        basis="通知",
    )


def a_followup(unit: Unit) -> Followup:
    return Followup(
        number="SJ-2026-001",
        period=202606,
        about="target",
        ledger="plans.targets",
        row=1,
        subject="目标",
        colour="red",
        light="落后",
        unit=unit,
        step=1,
        reason="亮红灯",
        rule="目标进度灯（第 1 版）",
        who="主要领导",
        act="约谈",
        made_on=DAY,
    )


DECIDED: Fields = {"state": "approved", "answer": "同意", "decided_on": NEXT}
HANDLED: Fields = {"state": "done", "done": "已约谈", "done_on": NEXT}
RULED: Fields = {"state": "accepted", "ruling": "属实", "ruled_on": NEXT, "seq": 1}
CASES = (
    Case("round_month", a_round, {"month": 202613}, {"month": 202612}),
    Case(
        "round_period", a_round, {"first": datetime.date(2026, 7, 1)}, {"first": datetime.date(2026, 6, 30)}
    ),
    Case("round_cutoff", a_round, {"meets_on": datetime.date(2026, 7, 5)}, {"meets_on": DAY}),
    Case("round_frozen", a_round, {"state": "frozen"}, {"state": "frozen", "frozen_on": DAY}),
    Case(
        "round_held",
        a_round,
        {"state": "held", "frozen_on": DAY},
        {"state": "held", "frozen_on": DAY, "held_on": NEXT},
    ),
    Case("agenda_item_off", an_item, {"state": "off"}, {"state": "off", "off_reason": "已整改"}),
    Case("agenda_item_subject", an_item, {"ledger": "plans.targets"}, {"ledger": "plans.targets", "row": 1}),
    Case("published_list_period", a_list, {"period": 202600}, {"period": 202601}),
    Case("published_list_reason", a_list, {"edition": 2}, {"edition": 2, "reason": "异议采纳"}),
    Case("published_list_days", a_list, {"until": datetime.date(2026, 7, 5)}, {"until": DAY}),
    Case("list_objection_period", an_objection, {"period": 202613}, {"period": 202612}),
    Case("list_objection_ruled", an_objection, {**RULED, "ruling": ""}, RULED),
    Case(
        "list_objection_days",
        an_objection,
        {**RULED, "ruled_on": datetime.date(2026, 7, 5)},
        {**RULED, "ruled_on": DAY},
    ),
    Case("excuse_period", an_excuse, {"period": 202613}, {"period": 202612}),
    Case("excuse_decided", an_excuse, {**DECIDED, "answer": ""}, DECIDED),
    Case("excuse_corrected", an_excuse, {"corrected": "第2版"}, {**DECIDED, "corrected": "第2版"}),
    Case(
        "excuse_days",
        an_excuse,
        {**DECIDED, "decided_on": datetime.date(2026, 7, 5)},
        {**DECIDED, "decided_on": DAY},
    ),
    Case("followup_period", a_followup, {"period": 202613}, {"period": 202612}),
    Case("followup_due", a_followup, {"due_on": datetime.date(2026, 7, 5)}, {"due_on": DAY}),
    Case("followup_done", a_followup, {**HANDLED, "done": ""}, HANDLED),
    Case(
        "followup_done_on",
        a_followup,
        {**HANDLED, "done_on": datetime.date(2026, 7, 5)},
        {**HANDLED, "done_on": DAY},
    ),
    Case("followup_lifted", a_followup, {"state": "lifted"}, {"state": "lifted", "lifted": "已约谈过"}),
    Case(
        "list_objection_corrected", an_objection, {"corrected": "第 2 版"}, {**RULED, "corrected": "第 2 版"}
    ),
)


def changed(row: Row, fields: Fields) -> Row:
    for name, value in fields.items():
        setattr(row, name, value)
    return row


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_check_from_both_sides(case: Case) -> None:
    row = case.make(build.zone()["0103"])
    named = next(c for c in type(row)._meta.constraints if c.name == case.name)
    changed(row, case.refused)
    with pytest.raises(ValidationError) as told:
        named.validate(type(row), row)
    assert told.value.messages == [str(named.violation_error_message)]
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    again = changed(row, {**_start(case, row), **case.accepted})
    again.save()
    assert again.pk


def _start(case: Case, row: Row) -> Fields:
    """What the row held before anything was changed."""
    if isinstance(row, AgendaItem):
        fresh: Row = AgendaItem(round=row.round, order=1, kind="added", title="防汛", reason="入汛")
    else:
        fresh = case.make(Unit.objects.get(code="0103"))
    return {name: getattr(fresh, name) for name in case.refused}


def test_every_check_has_its_case() -> None:
    models = (Round, AgendaItem, PublishedList, Objection, Excuse, Followup)
    declared = {c.name for model in models for c in model._meta.constraints if isinstance(c, CheckConstraint)}
    assert declared == {case.name for case in CASES}

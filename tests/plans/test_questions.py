"""What units are asked by hand: it follows the targets, and what a ledger holds is refused without a reason."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from luoshi.directory.calendars.models import CLOSED, Month
from luoshi.ledgers import registry, writing
from luoshi.ledgers.errors import Invalid, Refused
from luoshi.ledgers.models import AuditRow
from luoshi.plans import errors
from luoshi.plans.binding import actions as binding
from luoshi.plans.documents.models import Document
from luoshi.plans.questions.models import Question
from luoshi.plans.reported import actions
from luoshi.plans.review import actions as review
from tests.directory.build import months
from tests.plans import build

NUMBERED = {"measured_in": "万千瓦时", "kind": "month", "since": 202601}


def ask(cast: build.Cast, name: str = "工业用电量", **more: Any) -> Question:
    values = {**NUMBERED, "name": name, "unit": cast.units["0104"], **more}
    row = writing.create(registry.ledger("plans.questions"), values, by=cast.supervisor)
    assert isinstance(row, Question)
    return row


def test_a_target_that_is_reported_is_asked_of_its_lead_unit(document: Document, cast: build.Cast) -> None:
    review.confirm([build.clause(document, "院士工作站")], by=cast.supervisor)
    target = build.target("院士工作站")
    (question,) = Question.objects.all()
    assert (question.target, question.number, question.unit) == (target, target.number, None)
    assert (question.name, question.measured_in, question.since, question.until) == (
        target.name,
        "个",
        202601,
        202612,
    )
    review.assign(build.clause(document, "院士工作站"), lead=cast.units["0104"], by=cast.supervisor)
    assert list(Question.objects.asked_in(202603).values_list("unit__code", flat=True)) == ["0104"]
    assert AuditRow.objects.filter(ledger="plans.questions", act="随目标列入").count() == 1


def test_a_target_that_a_ledger_measures_is_asked_no_more(document: Document, cast: build.Cast) -> None:
    review.confirm([build.clause(document, "合同资金")], by=cast.supervisor)
    target = build.target("合同资金")
    assert not Question.objects.exists()
    binding.confirm_reported(target, by=cast.supervisor, reason="市局口径不同")
    assert Question.objects.asked_in(202603).count() == 1
    Month.objects.filter(period__lte=202602).update(state=CLOSED)
    target = build.target("合同资金")
    binding.confirm_binding(target, binding.proposals_of(target, by=cast.supervisor)[0], by=cast.supervisor)
    assert Question.objects.asked_in(202602).count() == 1  # what was asked in closed months stays
    assert Question.objects.asked_in(202603).count() == 0
    binding.confirm_reported(build.target("合同资金"), by=cast.supervisor, reason="市局口径不同")
    assert Question.objects.asked_in(202612).count() == 1


def test_a_target_that_a_ledger_holds_is_reported_only_for_a_reason(
    document: Document, cast: build.Cast
) -> None:
    review.confirm([build.clause(document, "合同资金")], by=cast.supervisor)
    target = build.target("合同资金")
    said = f"《招商签约台账》已能算出“.*”，“{target.name}”不必填报，请在“目标 {target.number} · 计量方式”中确认计量方式"
    for nothing in ("", "  "):
        with pytest.raises(errors.HeldByLedger, match=said):
            binding.confirm_reported(target, by=cast.supervisor, reason=nothing)
    assert not Question.objects.exists()
    binding.confirm_reported(target, by=cast.supervisor, reason="市局口径不同")
    assert Question.objects.get().reason == "市局口径不同"
    assert AuditRow.objects.filter(ledger="plans.targets", reason="市局口径不同").exists()


@pytest.mark.parametrize(
    ("name", "unit", "ledger", "measure"),
    [
        ("签约项目数", "个", "招商签约台账", "签约项目数"),  # a measure's own title
        ("固定资产投资", "亿元", "项目月度进度", "项目完成投资"),  # a word of a measure
        ("全年新签约项目", "个", "招商签约台账", "签约项目数"),  # a sure proposal
    ],
)
def test_a_field_that_a_ledger_holds_is_refused_with_its_name(
    cast: build.Cast, name: str, unit: str, ledger: str, measure: str
) -> None:
    with pytest.raises(Invalid, match=f"《{ledger}》已能算出“{measure}”，不必填报"):
        ask(cast, name, measured_in=unit)
    assert ask(cast, name, measured_in=unit, reason="市里另行统计").reason == "市里另行统计"


def test_a_field_that_no_ledger_holds_is_asked(cast: build.Cast) -> None:
    assert ask(cast).number == "TB-2026-001"
    assert ask(cast, "签约项目数", measured_in="吨").held is None  # another unit is another figure


def test_a_field_is_answered_in_its_months(cast: build.Cast) -> None:
    months(202603, 202606)
    question = ask(cast, until=202603)
    row = actions.answer(question, 202603, "5200.5", by=cast.other)
    assert (row.value, str(row)) == (52005000, "TB-2026-001 2026年3月")
    with pytest.raises(Invalid, match="2026年6月不用填"):
        actions.answer(question, 202606, "1", by=cast.other)
    for actor in (cast.clerk, cast.leader, cast.auditor, cast.stranger):
        with pytest.raises(Refused):
            actions.answer(question, 202603, "1", by=actor)


def test_only_the_supervisor_asks(cast: build.Cast) -> None:
    for actor in (cast.clerk, cast.leader, cast.auditor, cast.stranger):
        with pytest.raises(Refused):
            values = {**NUMBERED, "name": "用水量", "unit": cast.units["0104"]}
            writing.create(registry.ledger("plans.questions"), values, by=actor)


def test_a_target_is_asked_of_nobody_but_its_lead_unit(document: Document, cast: build.Cast) -> None:
    review.confirm([build.clause(document, "合同资金")], by=cast.supervisor)
    with pytest.raises(Invalid, match="不是按月填报的目标"):
        ask(cast, target=build.target("合同资金"))


def test_the_database_keeps_what_it_promises(cast: build.Cast) -> None:
    ask(cast)
    with pytest.raises(Invalid, match="已经向该单位要这一项"):
        ask(cast)
    assert ask(cast, template="能耗月报").template == "能耗月报"
    for wrong in ({"unit": None}, {"since": 202613}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Question.objects.create(
                **{**NUMBERED, "number": "x", "name": "x", "unit": cast.units["0104"], **wrong}
            )

"""Deciding on clauses: what comes of it, what is refused, and that a batch is done wholly or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from luoshi.directory.calendars.models import Month
from luoshi.ledgers.errors import Invalid, NotNow, Refused, Stale
from luoshi.ledgers.models import AuditRow
from luoshi.plans import errors
from luoshi.plans.binding import actions as binding
from luoshi.plans.clauses.models import CONFIRMED, PROPOSED, REJECTED, Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.indicators.models import Indicator
from luoshi.plans.review import actions as review
from luoshi.plans.review import queries
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks import actions as tasks
from luoshi.plans.tasks.models import Task
from tests.plans import build


def test_a_confirmed_clause_becomes_a_target(document: Document, cast: build.Cast) -> None:
    made = review.confirm([build.clause(document, "境内到位资金")], by=cast.leader)
    (target,) = made.targets
    target = Target.objects.get(pk=target.pk)
    assert (target.number, target.year, target.name) == ("2026-001", 2026, "境内到位资金")
    assert (target.value, target.unit, target.amount, target.base_unit) == ("32", "亿元", "3200000000", "元")
    assert (target.start, target.end, target.modality) == (202601, 202612, "strive")
    assert str(target.lead_unit) == "招商局"
    assert target.sentence.startswith("全年力争")
    assert document.passage(*target.place) == "32"
    assert (made.targets[0].indicator.name, Indicator.objects.count()) == ("境内到位资金", 1)
    row = AuditRow.objects.get(ledger="plans.targets", act="新增")
    assert (row.actor, row.row) == ("gaoyuan", str(target.pk))


def test_other_kinds_become_tasks(document: Document, cast: build.Cast) -> None:
    review.confirm([build.clause(document, "星辰储能"), build.clause(document, "周梳理")], by=cast.supervisor)
    node, mechanism = Task.objects.order_by("number")
    assert (node.number, node.kind, node.project, node.stage, node.due) == (
        "2026-R001",
        "node",
        "星辰储能二期",
        "start",
        202606,
    )
    assert (mechanism.kind, mechanism.cadence, mechanism.due) == ("mechanism", "每周、每月、每季度", 202612)


def test_a_part_hangs_on_its_total_in_any_order(document: Document, cast: build.Cast) -> None:
    review.confirm([build.clause(document, "5亿元以上")], by=cast.supervisor)
    assert build.target("5亿元以上").parent is None
    review.confirm([build.clause(document, "引进亿元以上")], by=cast.supervisor)
    assert build.target("5亿元以上").parent == build.target("引进亿元以上")


def test_the_same_words_unit_and_basis_are_one_indicator(document: Document, cast: build.Cast) -> None:
    other = build.plan(cast.supervisor, build.PLAN.replace("2026年", "2027年"))
    for each in (document, other):
        review.confirm(
            [build.clause(each, "境内到位资金"), build.clause(each, "合同资金")], by=cast.supervisor
        )
    assert Indicator.objects.count() == 2
    assert sorted(Target.objects.values_list("number", flat=True)) == [
        "2026-001",
        "2026-002",
        "2027-001",
        "2027-002",
    ]


def test_confirming_opens_the_years_months_where_the_person_keeps_the_books(
    document: Document, cast: build.Cast
) -> None:
    review.confirm([build.clause(document, "合同资金")], by=cast.leader)
    assert not Month.objects.exists()
    review.confirm([build.clause(document, "境内到位资金")], by=cast.supervisor)
    assert sorted(Month.objects.values_list("period", flat=True)) == [*range(202601, 202613)]


def test_a_batch_is_confirmed_wholly_or_not_at_all(document: Document, cast: build.Cast) -> None:
    paid, contracts = build.clause(document, "境内到位资金"), build.clause(document, "合同资金")
    review.confirm([contracts], by=cast.supervisor)
    with pytest.raises(errors.Decided, match="已确认"):
        review.confirm([paid, build.clause(document, "合同资金")], by=cast.supervisor)
    assert Clause.objects.get(pk=paid.pk).state == PROPOSED
    assert Target.objects.count() == 1
    assert AuditRow.objects.filter(act="确认").count() == 1


def test_what_somebody_else_decided_meanwhile_is_stale(document: Document, cast: build.Cast) -> None:
    seen = build.clause(document, "合同资金")
    review.correct(build.clause(document, "合同资金"), {"value": "61"}, by=cast.leader)
    with pytest.raises(Stale):
        review.confirm([seen], by=cast.supervisor)
    assert not Target.objects.exists()
    review.confirm([build.clause(document, "合同资金")], by=cast.supervisor)
    assert build.target("合同资金").value == "61"


def test_a_correction_before_confirmation_shows_in_the_target(document: Document, cast: build.Cast) -> None:
    clause = review.correct(
        build.clause(document, "境内到位资金"), {"value": "35.5", "modality": "确保"}, by=cast.supervisor
    )
    assert clause.corrected == {"value": "35.5", "amount": "3550000000", "modality": "ensure"}
    assert clause.data["value"] == "32"
    review.confirm([clause], by=cast.supervisor)
    assert (build.target("境内").amount, build.target("境内").modality) == ("3550000000", "ensure")
    changes = AuditRow.objects.get(act="更正").changes
    assert changes["更正"] == ["", "数值：35.5；语气：确保"]


def test_a_correction_taken_back_leaves_nothing(document: Document, cast: build.Cast) -> None:
    clause = review.correct(build.clause(document, "境内到位资金"), {"value": "35"}, by=cast.supervisor)
    assert review.correct(clause, {"value": "32"}, by=cast.supervisor).corrected == {}


def test_a_bad_correction_changes_nothing(document: Document, cast: build.Cast) -> None:
    with pytest.raises(Invalid, match="不是数字"):
        review.correct(build.clause(document, "境内"), {"value": "很多", "unit": "万元"}, by=cast.supervisor)
    assert build.clause(document, "境内").corrected == {}


def test_a_correction_after_confirmation_brings_the_target_along(
    document: Document, cast: build.Cast
) -> None:
    review.confirm([build.clause(document, "院士工作站")], by=cast.supervisor)
    review.correct(
        build.clause(document, "院士工作站"), {"value": "3", "period": "2026-06"}, by=cast.supervisor
    )
    target = build.target("院士工作站")
    assert (target.number, target.value, target.end) == ("2026-001", "3", 202606)


def test_a_correction_that_changes_the_meaning_asks_for_a_new_measure(
    document: Document, cast: build.Cast
) -> None:
    review.confirm([build.clause(document, "引进亿元以上")], by=cast.supervisor)
    target = build.target("引进亿元以上")
    binding.confirm_binding(target, binding.proposals_of(target, by=cast.supervisor)[0], by=cast.supervisor)
    review.correct(build.clause(document, "引进亿元以上"), {"value": "19"}, by=cast.supervisor)
    assert build.target("引进亿元以上").source == "measured"
    condition = {"column": "amount", "comparator": "ge", "value": "200000000", "unit": "元"}
    review.correct(build.clause(document, "引进亿元以上"), {"conditions": [condition]}, by=cast.supervisor)
    target = build.target("引进亿元以上")
    assert (target.source, target.binding_state, target.binding) == ("none", "proposed", None)


def test_rejecting_needs_a_reason_and_withdraws(document: Document, cast: build.Cast) -> None:
    review.confirm([build.clause(document, "院士工作站"), build.clause(document, "商会")], by=cast.supervisor)
    with pytest.raises(errors.NoReason, match="写明理由"):
        review.reject([build.clause(document, "院士工作站")], " ", by=cast.supervisor)
    clauses = [build.clause(document, "院士工作站"), build.clause(document, "商会")]
    assert review.reject(clauses, "上级已取消", by=cast.supervisor) == 2
    assert {build.clause(document, w).state for w in ("院士工作站", "商会")} == {REJECTED}
    target = build.target("院士工作站")
    assert (target.state, target.state_reason) == ("withdrawn", "上级已取消")
    assert not Task.objects.active().exists()
    with pytest.raises(errors.Decided, match="已剔除"):
        review.reject([build.clause(document, "商会")], "再来", by=cast.supervisor)


def test_reopening_keeps_the_number_for_the_next_confirmation(document: Document, cast: build.Cast) -> None:
    review.confirm([build.clause(document, "院士工作站"), build.clause(document, "商会")], by=cast.supervisor)
    review.reopen([build.clause(document, "院士工作站"), build.clause(document, "商会")], by=cast.supervisor)
    assert not Target.objects.active().exists()
    assert not Task.objects.active().exists()
    review.confirm([build.clause(document, "商会"), build.clause(document, "院士工作站")], by=cast.supervisor)
    assert [t.number for t in Target.objects.active()] == ["2026-001"]
    assert [t.number for t in Task.objects.active()] == ["2026-R001"]
    review.reopen([build.clause(document, "商会")], by=cast.supervisor)
    with pytest.raises(errors.Decided, match="本来就待确认"):
        review.reopen([build.clause(document, "商会")], by=cast.supervisor)


def test_a_document_is_confirmed_when_nothing_waits(document: Document, cast: build.Cast) -> None:
    outcome = review.confirm_all(document, by=cast.supervisor)
    assert (outcome.confirmed.clauses, len(outcome.measured), len(outcome.reported)) == (13, 7, 3)
    assert str(outcome).startswith("确认 13 条：目标 10 个，任务 3 项。")
    assert Document.objects.get().state == "confirmed"
    review.reopen([build.clause(document, "商会")], by=cast.supervisor)
    assert Document.objects.get().state == "read"
    assert str(queries.progress(document)) == "12 / 13 条"
    review.reject([build.clause(document, "商会")], "不是任务", by=cast.supervisor)
    assert (Document.objects.get().state, queries.progress(document).rejected) == ("confirmed", 1)
    assert review.confirm_all(document, by=cast.supervisor).confirmed.clauses == 0


def test_units_are_assigned_before_and_after_confirmation(document: Document, cast: build.Cast) -> None:
    units = cast.units
    clause = review.assign(
        build.clause(document, "院士工作站"),
        lead=units["0102"],
        responsible=[units["0104"]],
        supporting=[units["0201"]],
        leader="高远",
        by=cast.supervisor,
    )
    assert (clause.lead, clause.responsible, clause.supporting) == (
        units["0102"],
        [units["0104"]],
        [units["0201"]],
    )
    review.confirm([clause], by=cast.supervisor)
    target = build.target("院士工作站")
    assert (target.lead_unit, target.leader, target.responsible_units) == (
        units["0102"],
        "高远",
        [units["0104"]],
    )
    review.assign(target.clause, lead=units["0201"], by=cast.supervisor)
    target = build.target("院士工作站")
    assert (target.lead_unit, target.responsible_units, target.supporting_units) == (
        units["0201"],
        [units["0104"]],
        [],
    )
    review.assign(target.clause, lead=None, leader="", by=cast.supervisor)
    assert (build.target("院士工作站").lead_unit, build.target("院士工作站").leader) == (None, "")
    said = AuditRow.objects.filter(ledger="plans.clauses", act="分工").order_by("pk")
    assert said[0].changes["牵头单位"] == ["", "经济发展局"]
    assert said[0].changes["分管领导"] == ["", "高远"]
    assert said.count() == 3


def test_an_assignment_over_anothers_is_stale(document: Document, cast: build.Cast) -> None:
    seen = build.clause(document, "院士工作站")
    review.assign(build.clause(document, "院士工作站"), lead=cast.units["0102"], by=cast.leader)
    with pytest.raises(Stale):
        review.assign(seen, lead=cast.units["0104"], by=cast.supervisor)
    assert build.clause(document, "院士工作站").lead == cast.units["0102"]


def test_an_assignment_that_changes_nothing_leaves_no_trace(document: Document, cast: build.Cast) -> None:
    review.assign(build.clause(document, "境内"), lead=cast.units["0103"], by=cast.supervisor)
    assert not AuditRow.objects.filter(act="分工").exists()


def test_a_task_is_done_by_its_unit_with_an_outcome(document: Document, cast: build.Cast) -> None:
    clause = review.assign(build.clause(document, "星辰储能"), lead=cast.units["0104"], by=cast.supervisor)
    review.confirm([clause], by=cast.supervisor)
    day = date(2026, 5, 20)
    with pytest.raises(Refused):
        tasks.finish(Task.objects.get(), day, "已开工", by=cast.clerk)
    with pytest.raises(errors.NoOutcome):
        tasks.finish(Task.objects.get(), day, " ", by=cast.other)
    tasks.finish(Task.objects.get(), day, "主体已动工", by=cast.other)
    task = Task.objects.get()
    assert (task.state, task.done_on, task.outcome) == ("done", day, "主体已动工")
    with pytest.raises(NotNow):
        tasks.finish(task, day, "又一次", by=cast.other)
    with pytest.raises(Refused):
        tasks.resume(Task.objects.get(), "没有完成", by=cast.other, on=day)
    tasks.resume(Task.objects.get(), "现场核查未动工", by=cast.supervisor, on=day)
    assert Task.objects.get().state == "promised"


def test_a_target_may_be_withdrawn_alone(document: Document, cast: build.Cast) -> None:
    review.confirm([build.clause(document, "院士工作站")], by=cast.supervisor)
    with pytest.raises(errors.NoReason):
        review.withdraw_target(build.target("院士工作站"), "", by=cast.supervisor)
    review.withdraw_target(build.target("院士工作站"), "任务并入市级", by=cast.leader)
    assert build.target("院士工作站").state == "withdrawn"
    assert build.clause(document, "院士工作站").state == CONFIRMED


def test_nothing_chosen_is_said(document: Document, cast: build.Cast) -> None:
    with pytest.raises(errors.NothingChosen, match="先勾选"):
        review.confirm([], by=cast.supervisor)


def test_only_leaders_and_supervisors_decide(document: Document, cast: build.Cast) -> None:
    clause = build.clause(document, "境内到位资金")
    for actor in (cast.clerk, cast.other, cast.auditor, cast.stranger):
        for act in (
            lambda by: review.confirm([clause], by=by),
            lambda by: review.confirm_all(document, by=by),
            lambda by: review.correct(clause, {"value": "1"}, by=by),
            lambda by: review.reject([clause], "不要", by=by),
            lambda by: review.assign(clause, lead=None, by=by),
        ):
            with pytest.raises(Refused):
                act(actor)
    assert Clause.objects.proposed().count() == 13


def test_the_text_is_cut_at_its_highlights_and_stays_whole(document: Document) -> None:
    clauses = list(Clause.objects.of(document))
    pieces = queries.pieces(document.text, clauses)
    assert "".join(p.text for p in pieces) == document.text
    held = [p for p in pieces if p.clauses]
    assert {c.pk for p in held for c in p.clauses} == {c.pk for c in clauses}
    (paid,) = [p for p in held if any("境内" in c.summary for c in p.clauses)]
    assert paid.text == "32"


def test_overlapping_highlights_show_the_narrowest_first() -> None:
    wide, narrow = Clause(order=1, start=2, end=9), Clause(order=2, start=4, end=6)
    pieces = queries.pieces("甲乙丙丁戊己庚辛壬癸", [wide, narrow])
    assert [(p.text, [c.order for c in p.clauses]) for p in pieces] == [
        ("甲乙", []),
        ("丙丁", [1]),
        ("戊己", [2, 1]),
        ("庚辛壬", [1]),
        ("癸", []),
    ]


def test_clauses_stand_under_their_headings(document: Document) -> None:
    found = queries.sections(Clause.objects.of(document))
    assert [s.title for s in found] == ["招大引强", "项目落地", "加快建设", "科技创新", "强化调度"]
    assert [len(s.clauses) for s in found] == [4, 2, 2, 3, 2]

"""A corrected version: decisions stand where the text stands, targets keep their number, nothing is dropped silently."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.ledgers.models import AuditRow
from luoshi.plans import errors
from luoshi.plans.clauses.models import CONFIRMED, PROPOSED, REJECTED, Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.intake import actions, carrying
from luoshi.plans.reported import actions as reported
from luoshi.plans.reported.models import Reported
from luoshi.plans.review import actions as review
from luoshi.plans.review import queries
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks.models import Task
from tests.plans import build


def correct(document: Document, by: Actor, text: str = build.CORRECTED) -> Document:
    return actions.add_version(document, text.encode(), "工作要点（修订）.txt", by=by)


@pytest.fixture
def confirmed(document: Document, cast: build.Cast) -> Document:
    review.confirm_all(document, by=cast.supervisor)
    return Document.objects.get(pk=document.pk)


def test_the_old_edition_is_replaced_and_stays_readable(confirmed: Document, cast: build.Cast) -> None:
    new = correct(confirmed, cast.supervisor)
    old = Document.objects.get(pk=confirmed.pk)
    assert (new.edition, new.previous, new.state) == (2, old, "read")
    assert (old.state, old.text, old.next) == ("superseded", build.PLAN, new)
    assert Path(old.file.path).exists()
    assert list(Document.objects.current()) == [new]
    assert str(new) == "云溪高新区2026年工作要点（第2版）"


def test_what_stands_unchanged_stays_decided_and_leads_to_the_new_sentence(
    confirmed: Document, cast: build.Cast
) -> None:
    before = build.target("境内到位资金")
    new = correct(confirmed, cast.supervisor)
    clause = build.clause(new, "境内到位资金")
    assert (clause.state, clause.change, clause.decided_by) == (CONFIRMED, "unchanged", "linzhao")
    assert str(clause.lead) == "招商局"
    after = build.target("境内到位资金")
    assert (after.pk, after.number, after.clause, after.binding) == (
        before.pk,
        before.number,
        clause,
        before.binding,
    )
    assert "亿元以上项目20个" in after.sentence
    assert new.passage(*after.place) == "32"


def test_what_changed_waits_and_its_target_keeps_number_and_old_value_till_then(
    confirmed: Document, cast: build.Cast
) -> None:
    new = correct(confirmed, cast.supervisor)
    clause = build.clause(new, "引进亿元以上")
    assert (clause.state, clause.change) == (PROPOSED, "changed")
    target = build.target("引进亿元以上")
    assert (target.number, target.value, target.clause) == ("2026-001", "18", clause)
    review.confirm([clause], by=cast.supervisor)
    target = build.target("引进亿元以上")
    assert (target.number, target.value, target.amount, target.source) == ("2026-001", "20", "20", "measured")


def test_a_part_still_hangs_on_its_total(confirmed: Document, cast: build.Cast) -> None:
    new = correct(confirmed, cast.supervisor)
    assert build.clause(new, "5亿元以上").part_of == build.clause(new, "引进亿元以上")
    assert build.target("5亿元以上").parent == build.target("引进亿元以上")


def test_what_is_new_waits(confirmed: Document, cast: build.Cast) -> None:
    new = correct(confirmed, cast.supervisor)
    clause = build.clause(new, "外资项目")
    assert (clause.state, clause.change, clause.before) == (PROPOSED, "new", None)


def test_what_is_gone_is_listed_and_kept_or_withdrawn_by_a_person(
    confirmed: Document, cast: build.Cast
) -> None:
    new = correct(confirmed, cast.supervisor)
    (clause,) = queries.gone(new)
    assert (clause.document, clause.fate) == (confirmed, "gone")
    target = build.target("银企对接会")
    assert (target.state, target.document, target.document.passage(*target.place)) == (
        "active",
        confirmed,
        "6",
    )
    assert review.keep_gone([clause], by=cast.supervisor) == 1
    assert queries.gone(new) == []
    assert build.target("银企对接会").state == "active"
    with pytest.raises(errors.NoGone):
        review.keep_gone(Clause.objects.filter(pk=clause.pk), by=cast.supervisor)


def test_what_is_gone_may_be_withdrawn_with_a_reason(confirmed: Document, cast: build.Cast) -> None:
    new = correct(confirmed, cast.supervisor)
    with pytest.raises(errors.NoReason):
        review.withdraw_gone(queries.gone(new), " ", by=cast.supervisor)
    with pytest.raises(Refused):
        review.withdraw_gone(queries.gone(new), "修订后取消", by=cast.clerk)
    review.withdraw_gone(queries.gone(new), "修订后取消", by=cast.leader)
    target = build.target("银企对接会")
    assert (target.state, target.state_reason, queries.gone(new)) == ("withdrawn", "修订后取消", [])


def test_what_is_gone_without_a_target_asks_nothing(document: Document, cast: build.Cast) -> None:
    assert queries.gone(correct(document, cast.supervisor)) == []


def test_what_comes_back_in_a_third_edition_is_taken_up_again(confirmed: Document, cast: build.Cast) -> None:
    second = correct(confirmed, cast.supervisor)
    review.keep_gone(queries.gone(second), by=cast.supervisor)
    third = correct(second, cast.supervisor, build.PLAN.replace("18个", "19个"))
    clause = build.clause(third, "银企对接会")
    assert (third.edition, clause.change, clause.state) == (3, "unchanged", CONFIRMED)
    assert build.target("银企对接会").clause == clause
    assert clause.before is not None
    assert clause.before.fate == ""


def test_the_changes_are_shown_field_by_field(confirmed: Document, cast: build.Cast) -> None:
    found = queries.changes(correct(confirmed, cast.supervisor))
    states = [c.state for c in found]
    assert (states.count("changed"), states.count("new"), states.count("gone")) == (1, 1, 1)
    (changed,) = [c for c in found if c.state == "changed"]
    assert [(d.title, d.before, d.after) for d in changed.differences] == [("数值", "18", "20")]
    assert changed.moved
    assert found[-1].clause.summary == "召开银企对接会 6次"
    assert not next(c for c in found if "完成投资" in c.clause.summary).moved


def test_the_first_edition_changes_nothing(document: Document) -> None:
    assert queries.changes(document) == []
    assert queries.gone(document) == []


def test_rejections_and_corrections_stand_where_the_text_stands(document: Document, cast: build.Cast) -> None:
    review.reject([build.clause(document, "商会")], "口号", by=cast.supervisor)
    review.correct(
        build.clause(document, "境内到位资金"), {"value": "33", "scope": "全区"}, by=cast.supervisor
    )
    review.correct(
        build.clause(document, "引进亿元以上"), {"value": "17", "modality": "ensure"}, by=cast.supervisor
    )
    new = correct(document, cast.supervisor)
    assert (build.clause(new, "商会").state, build.clause(new, "商会").reason) == (REJECTED, "口号")
    assert build.clause(new, "境内到位资金").corrected == {
        "value": "33",
        "amount": "3300000000",
        "scope": "全区",
    }
    changed = build.clause(new, "引进亿元以上")
    assert changed.corrected == {"modality": "ensure"}
    assert changed.fields["value"] == "20"


def test_a_number_and_its_unit_are_corrected_as_one_thing(document: Document, cast: build.Cast) -> None:
    review.correct(build.clause(document, "引进亿元以上"), {"unit": "家"}, by=cast.supervisor)
    assert build.clause(document, "引进亿元以上").fields["base_unit"] == "家"
    clause = build.clause(correct(document, cast.supervisor), "引进亿元以上")
    assert clause.corrected == {}
    assert (clause.fields["value"], clause.fields["unit"], clause.fields["base_unit"]) == ("20", "个", "个")


def test_what_was_kept_is_not_asked_again(confirmed: Document, cast: build.Cast) -> None:
    second = correct(confirmed, cast.supervisor)
    review.keep_gone(queries.gone(second), by=cast.supervisor)
    third = correct(second, cast.supervisor, build.CORRECTED.replace("院士工作站2个", "院士工作站3个"))
    assert queries.gone(third) == []
    assert build.target("银企对接会").clause.fate == "kept"


def test_units_given_by_a_person_go_along(document: Document, cast: build.Cast) -> None:
    review.assign(
        build.clause(document, "院士工作站"), lead=cast.units["0102"], leader="高远", by=cast.supervisor
    )
    new = correct(document, cast.supervisor)
    clause = build.clause(new, "院士工作站")
    assert (clause.lead, clause.leader) == (cast.units["0102"], "高远")
    assert [a.origin for a in clause.assignments.all()] == ["person"]


def test_tasks_move_along(confirmed: Document, cast: build.Cast) -> None:
    before = Task.objects.get(kind="node")
    new = correct(confirmed, cast.supervisor, build.CORRECTED.replace("6月底前开工", "9月底前开工"))
    after = Task.objects.get(kind="node")
    assert (after.pk, after.due, after.clause.document) == (before.pk, 202606, new)
    review.confirm([build.clause(new, "星辰储能")], by=cast.supervisor)
    assert Task.objects.get(kind="node").due == 202609


def test_reported_values_go_along(confirmed: Document, cast: build.Cast) -> None:
    review.assign(build.clause(confirmed, "银企对接会"), lead=cast.units["0102"], by=cast.supervisor)
    reported.report(build.target("院士工作站"), 202603, "1", by=cast.supervisor)
    new = correct(confirmed, cast.supervisor, build.CORRECTED.replace("院士工作站2个", "院士工作站3个"))
    review.confirm([build.clause(new, "院士工作站")], by=cast.supervisor)
    target = build.target("院士工作站")
    assert (target.value, target.source, Reported.objects.of(target).count()) == ("3", "reported", 1)


def test_a_new_unit_is_refused_while_values_in_the_old_one_stand(
    confirmed: Document, cast: build.Cast
) -> None:
    reported.report(build.target("院士工作站"), 202603, "1", by=cast.supervisor)
    clause = build.clause(confirmed, "院士工作站")
    with pytest.raises(errors.ValuesReported, match="已有按“个”填报的数"):
        review.correct(clause, {"unit": "家"}, by=cast.supervisor)
    assert build.clause(confirmed, "院士工作站").corrected == {}
    review.correct(build.clause(confirmed, "银企对接会"), {"unit": "场"}, by=cast.supervisor)
    assert build.target("银企对接会").unit == "场"


def test_an_old_edition_is_closed_for_decisions(confirmed: Document, cast: build.Cast) -> None:
    clause = build.clause(confirmed, "合同资金")
    correct(confirmed, cast.supervisor)
    for act in (
        lambda: review.reopen([clause], by=cast.supervisor),
        lambda: review.correct(clause, {"value": "1"}, by=cast.supervisor),
        lambda: correct(confirmed, cast.supervisor, build.PLAN + "新招引项目2个。"),
    ):
        with pytest.raises(errors.NotLatest, match="已被更新的版本替代"):
            act()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"", "空文件"), ("无事。".encode(), "没有识别出"), (build.PLAN.encode(), "同一个文件")],
)
def test_a_bad_version_changes_nothing(
    confirmed: Document, cast: build.Cast, data: bytes, sentence: str
) -> None:
    with pytest.raises(LedgerError, match=sentence):
        actions.add_version(confirmed, data, "修订.txt", by=cast.supervisor)
    assert Document.objects.get().state == "confirmed"


def test_a_version_that_fails_in_the_middle_leaves_the_old_one(
    confirmed: Document, cast: build.Cast, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr(carrying, "leave", broken)
    with pytest.raises(RuntimeError, match="in the middle"):
        correct(confirmed, cast.supervisor)
    assert Document.objects.get().state == "confirmed"
    assert Target.objects.active().filter(clause__document=confirmed).count() == 10
    assert len([p for p in files.rglob("*") if p.is_file()]) == 1


def test_only_a_supervisor_uploads_a_version(confirmed: Document, cast: build.Cast) -> None:
    for actor in (cast.leader, cast.clerk, cast.auditor, cast.stranger):
        with pytest.raises(Refused):
            correct(confirmed, actor)
    assert Document.objects.count() == 1


def test_a_version_without_changes_needs_no_decision(confirmed: Document, cast: build.Cast) -> None:
    new = correct(confirmed, cast.supervisor, build.PLAN + "\n（此件公开发布）\n")
    assert Document.objects.get(pk=new.pk).state == "confirmed"
    assert {c.state for c in queries.changes(new)} == {"unchanged"}
    assert AuditRow.objects.filter(act="被新版本替代").count() == 1

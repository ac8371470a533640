"""Reported values: by whom, for which targets and months, with what evidence; and the figure that comes of them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from luoshi.directory.calendars.models import CLOSED, Month
from luoshi.ledgers import evidence, writing
from luoshi.ledgers.errors import Invalid, Refused
from luoshi.ledgers.models import Attachment, AuditRow, Fact
from luoshi.ledgers.sniffing import BadFile
from luoshi.plans.binding import actions as binding
from luoshi.plans.documents.models import Document
from luoshi.plans.reported import actions
from luoshi.plans.reported.ledger import REPORTED
from luoshi.plans.reported.models import Reported
from luoshi.plans.review import actions as review
from luoshi.plans.targets.models import Target, in_written_unit
from tests.plans import build
from tests.plans.test_binding import figure


@pytest.fixture
def target(document: Document, cast: build.Cast) -> Target:
    """院士工作站, led by 规划建设局, measured by what it reports."""
    review.assign(build.clause(document, "院士工作站"), lead=cast.units["0104"], by=cast.supervisor)
    review.confirm([build.clause(document, w) for w in ("院士工作站", "合同资金")], by=cast.supervisor)
    return build.target("院士工作站")


def test_a_reported_value_is_the_targets_figure(target: Target, cast: build.Cast) -> None:
    actions.report(target, 202602, "0.5", by=cast.other, evidence="科技局证明")
    actions.report(target, 202604, "1.25", by=cast.other)
    found = figure(build.target("院士工作站"))
    assert (found.value, in_written_unit(found, target.unit)) == (Decimal("1.25"), Decimal("1.25"))
    assert [r.value for r in Reported.objects.of(target)] == [5000, 12500]
    actions.report(target, 202604, Decimal(1), by=cast.other)
    assert figure(build.target("院士工作站")).value == Decimal(1)
    assert Reported.objects.count() == 2


def test_the_figure_follows_the_target_to_another_unit(target: Target, cast: build.Cast) -> None:
    actions.report(target, 202602, "1", by=cast.other)
    assert figure(build.target("院士工作站")).value == Decimal(1)
    review.assign(target.clause, lead=cast.units["0201"], by=cast.supervisor)
    assert figure(build.target("院士工作站")).value == Decimal(1)
    assert list(Fact.objects.values_list("unit", flat=True)) == [cast.units["0201"].pk]


def test_a_target_without_a_unit_is_reported_by_the_supervisor(document: Document, cast: build.Cast) -> None:
    review.confirm([build.clause(document, "银企对接会")], by=cast.supervisor)
    with pytest.raises(Refused):
        actions.report(build.target("银企"), 202602, "2", by=cast.other)
    actions.report(build.target("银企"), 202602, "2", by=cast.supervisor)
    assert figure(build.target("银企")).value == Decimal(2)


def test_who_may_report(target: Target, cast: build.Cast) -> None:
    for actor in (cast.clerk, cast.leader, cast.auditor, cast.stranger):
        with pytest.raises(Refused):
            actions.report(target, 202602, "1", by=actor)
    assert not Reported.objects.exists()
    actions.report(target, 202602, "1", by=cast.supervisor)
    actions.report(target, 202602, "2", by=cast.other)
    with pytest.raises(Refused):
        actions.report(target, 202602, "3", by=cast.clerk)
    assert Reported.objects.get().value == 20000


def test_a_measured_target_is_not_reported(target: Target, cast: build.Cast) -> None:
    contracts = build.target("合同资金")
    with pytest.raises(Invalid, match="计量方式还没有确认"):
        actions.report(contracts, 202602, "1", by=cast.supervisor)
    binding.confirm_sure(contracts.document, by=cast.supervisor)
    with pytest.raises(Invalid, match="该指标由台账计量，不需要填报"):
        actions.report(build.target("合同资金"), 202602, "1", by=cast.supervisor)
    binding.confirm_reported(build.target("合同资金"), by=cast.supervisor, reason="口径不同")
    actions.report(build.target("合同资金"), 202602, "1", by=cast.supervisor)


def test_a_month_must_be_open(target: Target, cast: build.Cast) -> None:
    actions.report(target, 202602, "1", by=cast.other)
    Month.objects.filter(period=202602).update(state=CLOSED)
    with pytest.raises(Invalid, match="已经关账"):
        actions.report(target, 202602, "2", by=cast.other)
    with pytest.raises(Invalid, match="请填该年的月份"):
        actions.report(target, 202502, "2", by=cast.other)
    Month.objects.filter(period=202603).delete()
    with pytest.raises(Invalid, match="还没有开账"):
        actions.report(target, 202603, "2", by=cast.other)
    assert [r.value for r in Reported.objects.all()] == [10000]


@pytest.mark.parametrize(
    ("value", "sentence"), [("约2", "不是数字"), ("1.23456", "小数位太多"), ("", "不能为空")]
)
def test_a_value_is_a_number_of_four_places(
    target: Target, cast: build.Cast, value: str, sentence: str
) -> None:
    with pytest.raises(Invalid, match=sentence):
        actions.report(target, 202602, value, by=cast.other)
    assert not Reported.objects.exists()


def test_a_withdrawn_target_takes_no_values(target: Target, cast: build.Cast) -> None:
    review.withdraw_target(target, "取消", by=cast.supervisor)
    with pytest.raises(Invalid, match="已经撤销"):
        actions.report(build.target("院士工作站"), 202602, "1", by=cast.other)


def test_evidence_is_kept_by_its_content(target: Target, cast: build.Cast, files: Path) -> None:
    row = actions.report(target, 202602, "1", by=cast.other, attachments=[(b"%PDF-1.7", "../批文.pdf")])
    (kept,) = evidence.of(REPORTED, row)
    assert (kept.name, kept.by, kept.slot) == ("批文.pdf", "zhouwei", "佐证")
    assert (files / kept.path).read_bytes() == b"%PDF-1.7"
    actions.attach(Reported.objects.get(), b"1,2", "月报.csv", by=cast.other)
    assert Attachment.objects.count() == 2
    assert AuditRow.objects.filter(ledger="plans.reported", act="附件").count() == 2
    with pytest.raises(Refused):
        actions.attach(Reported.objects.get(), b"x", "x.txt", by=cast.clerk)
    Month.objects.filter(period=202602).update(state=CLOSED)
    with pytest.raises(Invalid, match="已经关账"):
        actions.attach(Reported.objects.get(), b"x", "x.txt", by=cast.other)


def test_bad_evidence_refuses_the_whole_report(target: Target, cast: build.Cast, files: Path) -> None:
    for bad in ((b"", "空.txt"), (b"<script>", "月报.html")):
        with pytest.raises(BadFile):
            actions.report(target, 202602, "1", by=cast.other, attachments=[(b"x", "好.txt"), bad])
    assert not Reported.objects.exists()
    assert not (files / "evidence").exists()


def test_a_failure_takes_the_evidence_along(
    target: Target, cast: build.Cast, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Attachment, **_: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr(Attachment, "save", broken)
    with pytest.raises(RuntimeError, match="in the middle"):
        actions.report(target, 202602, "1", by=cast.other, attachments=[(b"x", "好.txt")])
    assert not Reported.objects.exists()
    assert not [p for p in (files / "evidence").rglob("*") if p.is_file()]


@pytest.mark.django_db(transaction=True)
def test_evidence_from_before_is_moved_and_stays_where_it_lies(files: Path) -> None:
    """There and back: what was uploaded to the former table hangs on the same value afterwards."""
    cast = build.cast()
    document = build.plan(cast.supervisor)
    review.assign(build.clause(document, "院士工作站"), lead=cast.units["0104"], by=cast.supervisor)
    review.confirm([build.clause(document, "院士工作站")], by=cast.supervisor)
    row = actions.report(
        build.target("院士工作站"), 202602, "1", by=cast.other, attachments=[(b"%PDF-1.7", "批文.pdf")]
    )
    before = evidence.of(REPORTED, row).get()
    try:
        call_command("migrate", "plans", "0002", verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("SELECT file, filename, reported_id FROM plans_evidence")
            assert cursor.fetchall() == [(before.path, "批文.pdf", row.pk)]
        assert not Attachment.objects.exists()
    finally:
        call_command("migrate", verbosity=0)
    after = evidence.of(REPORTED, row).get()
    for name in ("ledger", "row", "slot", "name", "kind", "size", "sha256", "path", "by", "at"):
        assert getattr(after, name) == getattr(before, name)


def test_only_a_supervisor_removes_a_value(target: Target, cast: build.Cast) -> None:
    row = actions.report(target, 202602, "1", by=cast.other)
    with pytest.raises(Refused):
        writing.remove(REPORTED, row, by=cast.other, reason="填错")
    writing.remove(REPORTED, row, by=cast.supervisor, reason="填错")
    assert not Reported.objects.exists()

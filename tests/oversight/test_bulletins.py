"""A bulletin is issued once, by who may, and stays as it was."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from typing import Any

import docx
import pytest

from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, Refused
from luoshi.ledgers.models import AuditRow, Row
from luoshi.oversight.bulletins import actions, facts
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.plans.documents.models import Document
from luoshi.reports.bulletin import render

ON = datetime.date(2026, 7, 3)


def test_works(sign: Callable[..., Row], supervisor: Actor) -> None:
    sign(2, "2026-01-10")
    bulletin = actions.issue(202606, render, on=ON, by=supervisor)
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(bytes(bulletin.file))).paragraphs)
    assert "关于2026年6月重点工作推进情况的通报" in text
    assert "新引进亿元以上项目累计 1 个，完成全年目标 24 个的 4.2%" in text
    assert "2026年7月3日" in text
    assert AuditRow.objects.filter(ledger="oversight.bulletins", act="印发").count() == 1


def test_it_stays_as_it_was_when_ledgers_change(sign: Callable[..., Row], supervisor: Actor) -> None:
    sign(2, "2026-01-10")
    issued = actions.issue(202606, render, on=ON, by=supervisor)
    sign(2, "2026-01-11")
    kept = Bulletin.objects.latest_of(202606)
    assert kept is not None and bytes(kept.file) == bytes(issued.file)
    assert render(kept.facts) == bytes(kept.file), "the facts alone give the same file again"


def test_again_needs_a_reason_and_keeps_the_first(sign: Callable[..., Row], supervisor: Actor) -> None:
    sign(2, "2026-01-10")
    first = actions.issue(202606, render, on=ON, by=supervisor)
    with pytest.raises(actions.AlreadyIssued, match="写明理由"):
        actions.issue(202606, render, on=ON, by=supervisor)
    sign(2, "2026-01-11")
    second = actions.issue(202606, render, on=ON, by=supervisor, reason="签约台账补登")
    assert (first.issue, second.issue) == (1, 2)
    assert "第2次印发" in second.number and bytes(first.file) != bytes(second.file)


def test_of_two_who_issue_at_once_one_is_told(
    plan: Document, supervisor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other's bulletin arrives after the checks and before the insert."""
    checked = Bulletin.full_clean

    def slowly(row: Bulletin, *args: Any, **options: Any) -> None:
        checked(row, *args, **options)
        monkeypatch.setattr(Bulletin, "full_clean", checked)
        actions.issue(202606, render, on=ON, by=supervisor)

    monkeypatch.setattr(Bulletin, "full_clean", slowly)
    with pytest.raises(Invalid, match="^这个月的通报刚刚已由别人印发，请刷新后查看。$"):
        actions.issue(202606, render, on=ON, by=supervisor)


def test_who_may_not_issues_nothing(plan: Document, clerk: Actor) -> None:
    with pytest.raises(Refused):
        actions.issue(202606, render, on=ON, by=clerk)
    assert not Bulletin.objects.exists()


def test_a_month_that_is_not_kept_is_refused(plan: Document, supervisor: Actor) -> None:
    with pytest.raises(facts.MonthNotKept, match="2031年1月还没有开账"):
        actions.issue(203101, render, on=ON, by=supervisor)
    assert not Bulletin.objects.exists()


def test_a_month_to_come_is_refused(plan: Document, supervisor: Actor) -> None:
    with pytest.raises(facts.MonthToCome, match="2026年8月还没有到"):
        actions.issue(202608, render, on=ON, by=supervisor)
    assert not Bulletin.objects.exists()
    assert actions.issue(202607, render, on=ON, by=supervisor).period == 202607


def test_a_renderer_that_fails_leaves_nothing(plan: Document, supervisor: Actor) -> None:
    def broken(data: object) -> bytes:
        raise RuntimeError("no ink")

    with pytest.raises(RuntimeError):
        actions.issue(202606, broken, on=ON, by=supervisor)
    assert not Bulletin.objects.exists()
    assert not AuditRow.objects.filter(ledger="oversight.bulletins").exists()

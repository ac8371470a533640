"""What lint finds is kept with a plan, found at its clauses, and settled when somebody decides."""

from __future__ import annotations

import pytest

from luoshi.plans.clauses.models import Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.intake import actions as intake
from luoshi.plans.review import actions as review
from luoshi.plans.review import linting
from luoshi.plans.review.linting import Found
from tests.plans import build

TWICE = """云溪高新区2026年工作补充安排

一、主要目标

全年新引进亿元以上项目40个。

二、突出招商

新引进亿元以上项目45个。溪口水厂6月底前开工建设。优化企业服务流程，加强部门协作。

2025年10月底前，翠湖公园建成开放。
"""


@pytest.fixture
def twice(cast: build.Cast) -> Document:
    return build.plan(cast.supervisor, TWICE)


def open_now(document: Document) -> list[Found]:
    return linting.found(document, list(Clause.objects.of(document)))


def titles(document: Document) -> list[str]:
    return [one.title for one in open_now(document)]


def test_findings_are_kept_with_the_plan(twice: Document) -> None:
    twice.refresh_from_db()
    assert twice.findings is not None
    assert {said["code"] for said in twice.findings} == {
        "promised-twice", "no-owner", "uncheckable", "deadline-past",
    }  # fmt: skip


def test_errors_come_first_and_lead_to_their_clauses(twice: Document) -> None:
    first, second, *rest = open_now(twice)
    assert (first.title, first.word, first.line) == ("同一指标两个数", "错误", 9)
    assert [clause.summary for clause in first.clauses] == [
        "新引进亿元以上项目 45个",
        "新引进亿元以上项目 40个",
    ]
    assert (second.title, second.clauses) == ("时限已过", ())
    assert twice.passage(second.start, second.end) == "2025年10月底前"
    assert {one.word for one in rest} == {"提醒"}


def test_a_finding_of_a_section_leads_to_the_tasks_under_it(twice: Document) -> None:
    (one,) = (found for found in open_now(twice) if found.of_section)
    assert [clause.kind for clause in one.clauses] == ["task", "task"]


def test_a_plan_from_before_there_was_lint_is_linted_when_it_is_shown(twice: Document) -> None:
    now = titles(twice)
    twice.findings = None
    twice.save()
    assert titles(twice) == now


def test_what_is_rejected_contradicts_nothing(twice: Document, cast: build.Cast) -> None:
    review.reject([build.clause(twice, "45个")], "重复", by=cast.supervisor)
    assert "同一指标两个数" not in titles(twice)


def test_what_is_corrected_is_settled(twice: Document, cast: build.Cast) -> None:
    review.correct(build.clause(twice, "45个"), {"value": "40"}, by=cast.supervisor)
    assert "同一指标两个数" not in titles(twice)


def test_what_is_confirmed_stays_open(twice: Document, cast: build.Cast) -> None:
    before = titles(twice)
    review.confirm(list(twice.clauses.all()), by=cast.supervisor)
    assert titles(twice) == before


def test_a_unit_settles_a_milestone_without_owner(twice: Document, cast: build.Cast) -> None:
    assert "节点没有责任单位" in titles(twice)
    review.assign(build.clause(twice, "溪口水厂"), lead=cast.units["0104"], by=cast.supervisor)
    assert "节点没有责任单位" not in titles(twice)


def test_a_section_is_open_as_long_as_one_of_its_tasks_is(twice: Document, cast: build.Cast) -> None:
    review.reject([build.clause(twice, "加强部门协作")], "不是任务", by=cast.supervisor)
    (one,) = (found for found in open_now(twice) if found.of_section)
    assert [clause.summary for clause in one.clauses] == ["优化企业服务流程"]
    review.reject([build.clause(twice, "优化企业服务流程")], "不是任务", by=cast.supervisor)
    assert "没有数字和时限" not in titles(twice)


def test_clauses_that_stand_against_each_other_are_known_also_when_settled(
    twice: Document, cast: build.Cast
) -> None:
    one, other = build.clause(twice, "45个"), build.clause(twice, "40个")
    review.reject([one], "重复", by=cast.supervisor)
    clauses = list(Clause.objects.of(twice))
    assert linting.together(twice, clauses, [one.pk]) == {one.pk, other.pk}
    assert linting.together(twice, clauses, [build.clause(twice, "溪口水厂").pk]) == set()


def test_a_corrected_version_has_findings_of_its_own(twice: Document, cast: build.Cast) -> None:
    corrected = TWICE.replace("45个", "40个").encode()
    new = intake.add_version(twice, corrected, "工作安排（修订）.txt", by=cast.supervisor)
    assert "同一指标两个数" not in titles(new)
    assert "同一指标两个数" in titles(twice)

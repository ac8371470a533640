"""Findings on the review page: a list on top, a word at the clause, a sign in the text, and what a decision does to them."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from luoshi.plans.documents.models import Document
from tests.plans import build
from tests.plans.build import Cast
from tests.plans.test_linting import TWICE
from tests.web.plans.conftest import token

HTMX = {"HX-Request": "true"}


@pytest.fixture
def twice(cast: Cast) -> Document:
    return build.plan(cast.supervisor, TWICE)


def page(client: Client, document: Document) -> str:
    return client.get(f"/plans/{document.pk}/").text


def row(html: str, key: int) -> str:
    found = re.search(rf'<li class="clause[^>]*id="k{key}".*?</li>', html, re.DOTALL)
    assert found is not None
    return found.group()


def test_the_list_on_top_says_what_is_wrong_and_leads_there(supervisor: Client, twice: Document) -> None:
    html = page(supervisor, twice)
    later, first = build.clause(twice, "45个"), build.clause(twice, "40个")
    assert "检查发现：" in html and "错误 2 处，提醒 2 处" in html
    assert f'<a href="#c{later.pk}">同一指标两个数</a>' in html
    assert f'id="c{later.pk}" data-finding="error"' in html
    assert f'id="c{first.pk}" data-finding' not in html  # the sign stands once, where the finding begins
    for clause in (later, first):
        assert "■</span>错误</span>同一指标两个数：" in row(html, clause.pk)


def test_a_place_without_a_clause_is_marked_and_can_be_reached(supervisor: Client, twice: Document) -> None:
    html = page(supervisor, twice)
    (number,) = re.findall(r'<a href="#f(\d+)">时限已过</a>', html)
    assert re.search(
        rf'<span class="pointed" data-finding="error" id="f{number}"[^>]*>2025年10月底前</span>', html
    )


def test_a_task_of_a_section_carries_the_word_and_no_sign_in_the_text(
    supervisor: Client, twice: Document
) -> None:
    html = page(supervisor, twice)
    task = build.clause(twice, "加强部门协作")
    assert "▲</span>提醒</span>没有数字和时限</p>" in row(html, task.pk)
    assert f'id="c{task.pk}" data-finding' not in html


def test_a_decision_takes_the_finding_away_from_both_clauses(supervisor: Client, twice: Document) -> None:
    later, first = build.clause(twice, "45个"), build.clause(twice, "40个")
    values = {"token": token(later), "reason": "重复"}
    answer = supervisor.post(f"/plans/{twice.pk}/clauses/{later.pk}/reject/", values, headers=HTMX).text
    assert "错误 1 处，提醒 2 处" in answer
    assert all("同一指标两个数" not in row(answer, clause.pk) for clause in (later, first))


def test_words_of_a_plan_are_no_markup(supervisor: Client, cast: Cast) -> None:
    text = TWICE.replace("优化企业服务流程", "优化<i>企业</i>服务流程")
    assert "优化<i>企业" not in page(supervisor, build.plan(cast.supervisor, text))


def test_a_plan_in_order_shows_no_list(supervisor: Client, cast: Cast) -> None:
    text = "云溪高新区2026年工作要点\n\n一、突出招商\n\n全年新引进亿元以上项目40个。\n"
    html = page(supervisor, build.plan(cast.supervisor, text))
    assert '<ol id="findings-list"></ol>' in html


def test_who_may_only_read_sees_them_too(clerk: Client, twice: Document) -> None:
    assert "同一指标两个数" in page(clerk, twice)

"""Targets, their figures down to the rows, boards, bulletins and rules, asked by each of the cast."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from luoshi.directory import roles
from luoshi.ledgers import registry, rule_kinds, rulebook
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import Row, Rule
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.plans.documents.models import Document
from luoshi.plans.targets.models import Target
from tests.library.rules import FINES
from tests.web.ledgers import pages

As = Callable[[str], Client]
CAST = ("lin", "chen", "zhou", "gao", "xu")
JUNE = "?month=202606"
MONTH = {"month": "202606"}


def body(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()[:400]
    return answer.content.decode()


def number(name: str) -> str:
    return Target.objects.active().get(name__endswith=name).number


def test_works(sign: Callable[..., Row], signed_in_as: As) -> None:
    sign(2, "2026-01-10")
    page = body(signed_in_as("lin"), f"/targets/{JUNE}")
    assert "新引进亿元以上项目" in page and "招商局" in page and "红灯" in page
    assert "其中：" in page, "a part is shown under its whole"


@pytest.mark.parametrize("username", CAST)
def test_the_whole_cast_sees_the_wall(plan: Document, signed_in_as: As, username: str) -> None:
    assert "审批时间" in body(signed_in_as(username), f"/targets/{JUNE}")


def test_a_stranger_is_sent_to_the_sign_in(plan: Document, client: Client) -> None:
    assert client.get("/targets/").status_code == 302


def test_filters_keep_what_they_say(sign: Callable[..., Row], signed_in_as: As) -> None:
    sign(2, "2026-01-10")
    lin = signed_in_as("lin")
    red = body(lin, f"/targets/{JUNE}&light=red")
    assert "新引进亿元以上项目" in red and "银企对接会" not in red
    office = body(lin, f"/targets/{JUNE}&unit=经济发展局")
    assert "银企对接会" in office and "新引进亿元以上项目" not in office
    nonsense = body(lin, f"/targets/{JUNE}&unit=无此单位&light=pink")
    assert "银企对接会" in nonsense and "新引进亿元以上项目" in nonsense


def test_sorting_puts_the_worst_first(sign: Callable[..., Row], signed_in_as: As) -> None:
    sign(2, "2026-01-10", started_on=None)
    page = body(signed_in_as("lin"), f"/targets/{JUNE}&sort=gap")
    assert page.index("开工率") < page.index("新引进亿元以上项目") < page.index("银企对接会")


def test_a_figure_opens_its_path_rows_sentence_and_trail(sign: Callable[..., Row], signed_in_as: As) -> None:
    sign(2, "2026-01-10")
    sign(2, "2026-08-10")
    lin, at = signed_in_as("lin"), number("新引进亿元以上项目")
    page = body(lin, f"/targets/{at}/{JUNE}")
    assert "签约金额不低于1亿元" in page and "各月情况" in page
    rows = body(lin, f"/targets/{at}/rows/{JUNE}")
    assert "QY-001" in rows and "QY-002" not in rows, "only what counts up to the month"
    sentence = body(lin, f"/targets/{at}/sentence/{JUNE}")
    assert "<strong>24</strong>" in sentence and "全年力争新引进亿元以上项目" in sentence
    assert "本机" in body(lin, f"/targets/{at}/trail/{JUNE}") or "lin" in body(
        lin, f"/targets/{at}/trail/{JUNE}"
    )


def test_rows_of_another_unit_are_counted_but_not_shown(sign: Callable[..., Row], signed_in_as: As) -> None:
    sign(2, "2026-01-10")
    rows = body(signed_in_as("zhou"), f"/targets/{number('新引进亿元以上项目')}/rows/{JUNE}")
    assert "QY-001" not in rows
    assert "另有 1 条属于其他单位" in rows


def test_an_unknown_target_is_not_found(plan: Document, signed_in_as: As) -> None:
    assert "没有编号" in body(signed_in_as("lin"), "/targets/2026-999/", 404)


def test_boards_of_the_month(sign: Callable[..., Row], signed_in_as: As) -> None:
    sign(2, "2026-01-10")
    page = body(signed_in_as("gao"), f"/rounds/{JUNE}")
    assert page.index("黑榜") < page.index("招商局")


def test_a_bulletin_is_issued_read_and_downloaded(sign: Callable[..., Row], signed_in_as: As) -> None:
    sign(2, "2026-01-10")
    lin = signed_in_as("lin")
    answer = lin.post("/reports/issue/", MONTH)
    bulletin = Bulletin.objects.get()
    assert answer.headers["Location"] == f"/reports/{bulletin.pk}/"
    said = re.sub("<[^>]+>", "", body(lin, f"/reports/{bulletin.pk}/"))
    assert "新引进亿元以上项目累计 1 个" in said
    file = signed_in_as("xu").get(f"/reports/{bulletin.pk}/file/")
    assert file.content == bytes(bulletin.file)
    assert file.headers["Content-Disposition"].startswith("attachment;")
    again = lin.post("/reports/issue/", MONTH, follow=True).content.decode()
    assert "写明理由" in again and Bulletin.objects.count() == 1


@pytest.mark.parametrize("username", ["chen", "zhou", "xu"])
def test_who_may_not_issues_no_bulletin(plan: Document, signed_in_as: As, username: str) -> None:
    client = signed_in_as(username)
    assert "印发2026年6月通报" not in body(client, f"/reports/{JUNE}")
    assert client.post("/reports/issue/", MONTH).status_code == 403
    assert not Bulletin.objects.exists()


def test_the_bulletin_is_of_the_month_that_its_page_showed(plan: Document, signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    first, second = body(lin, "/reports/?month=202609"), body(lin, "/reports/?month=202605")
    assert "印发2026年9月通报" in first and "印发2026年5月通报" in second
    lin.post("/reports/issue/", {"month": pages.hidden(first, "month")})
    assert [bulletin.period for bulletin in Bulletin.objects.all()] == [202609]
    again = body(lin, "/reports/?month=202609")
    body(lin, "/reports/?month=202605")
    lin.post("/reports/issue/", {"month": pages.hidden(again, "month"), "reason": "更正"})
    assert [bulletin.period for bulletin in Bulletin.objects.all()] == [202609, 202609]


@pytest.mark.parametrize("sent", [{}, {"month": ""}, {"month": "202613"}, {"month": "九月"}])
def test_a_bulletin_without_its_month_is_not_issued(
    plan: Document, signed_in_as: As, sent: dict[str, str]
) -> None:
    lin = signed_in_as("lin")
    answer = lin.post(f"/reports/issue/{JUNE}", sent)
    assert answer.status_code == 400 and "没有写明是哪个月，没有保存" in answer.text
    assert not Bulletin.objects.exists()


@pytest.fixture
def narrowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A zone in which a clerk sees the targets of the own units only."""
    held = registry.ledger("plans.targets")
    known = {each.name: each for each in registry.ledgers()}
    own = replace(held, access=replace(held.access, read=roles.READ_OWN))
    monkeypatch.setattr(registry, "_ledgers", known | {held.name: own})


ALL = ("/targets/", "/rounds/", "/", "/search/")


def named(address: str) -> str:
    """By what a page shows the target of 招商局: the unit in the lists, else the way to the target."""
    return "招商局" if address == "/rounds/" else f'href="/targets/{number("新引进亿元以上项目")}/"'


@pytest.mark.parametrize("address", ALL)
def test_where_targets_are_a_units_own_no_page_shows_those_of_others(
    sign: Callable[..., Row], narrowed: None, signed_in_as: As, address: str
) -> None:
    sign(2, "2026-01-10")
    asked = f"{address}{JUNE}&q=新引进"
    own, other, all_over = (body(signed_in_as(name), asked) for name in ("chen", "zhou", "gao"))
    shown = named(address)
    assert (shown in own, shown in other, shown in all_over) == (True, False, True)
    assert "经济发展局" not in own


@pytest.mark.parametrize("address", ALL)
def test_where_targets_are_everybodys_the_same_pages_show_them(
    sign: Callable[..., Row], signed_in_as: As, address: str
) -> None:
    sign(2, "2026-01-10")
    assert named(address) in body(signed_in_as("zhou"), f"{address}{JUNE}&q=新引进")


def test_a_bulletin_is_not_issued_by_a_link(plan: Document, signed_in_as: As) -> None:
    assert signed_in_as("lin").get(f"/reports/issue/{JUNE}").status_code == 405
    assert not Bulletin.objects.exists()


def test_rules_are_read_by_all_and_issued_by_the_office(plan: Document, signed_in_as: As) -> None:
    assert "黄灯：与时序差（百分点）不大于 -10" in body(signed_in_as("chen"), "/settings/rules/")
    assert signed_in_as("chen").get("/settings/rules/light/").status_code == 403
    lin = signed_in_as("lin")
    page = lin.get("/settings/rules/light/")
    given = {
        name: page.context["form"].initial[name] for name in ("name", "version", "effective_from", "content")
    }
    refused = lin.post("/settings/rules/light/", given | {"content": '{"bands": ['}).content.decode()
    assert "写法有误" in refused
    holed = lin.post("/settings/rules/light/", given | {"content": "{}"}).content.decode()
    assert "规则没有发布" in holed
    assert Rule.objects.filter(kind="light", data__subject="indicator").count() == 1
    assert lin.post("/settings/rules/light/", given).headers["Location"] == "/settings/rules/"
    assert Rule.objects.filter(kind="light", data__subject="indicator").count() == 2


def test_rules_that_hold_side_by_side_are_shown_and_issued_one_by_one(
    plan: Document, signed_in_as: As, supervisor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rule_kinds, "_kinds", {FINES.name: FINES})
    rulebook.issue_starting(by=supervisor, closed=None)
    shown = body(signed_in_as("lin"), "/settings/rules/")
    assert "分类罚金规则 · 成人读者" in shown and "分类罚金规则 · 少儿读者" in shown
    assert "/settings/rules/fines/?code=children" in shown
    page = signed_in_as("lin").get("/settings/rules/fines/?code=children")
    assert (page.context["form"].initial["name"], page.context["form"].initial["version"]) == (
        "少儿读者",
        "2",
    )
    assert signed_in_as("lin").get("/settings/rules/light/").status_code == 404, "no such kind any more"


NUMBER = '"value": "-10"'
BEYOND = ["1e999", "-1e999", "1e-999", "1" * 400]


def rule_form(lin: Client) -> dict[str, object]:
    """The form of the light rule as its page fills it in."""
    held = lin.get("/settings/rules/light/").context["form"].initial
    return {name: held[name] for name in ("name", "version", "effective_from", "content")}


@pytest.mark.parametrize("number", ["1e999", *(f'"{each}"' for each in BEYOND), "1" * 5000, "NaN"])
def test_a_bound_that_no_page_could_show_is_refused(plan: Document, signed_in_as: As, number: str) -> None:
    lin = signed_in_as("lin")
    given = rule_form(lin)
    assert NUMBER in str(given["content"]), "the starting rule has the bound that the test replaces"
    changed = {"content": str(given["content"]).replace(NUMBER, f'"value": {number}', 1)}
    page = lin.post("/settings/rules/light/", given | changed)
    said = [sentence for found in page.context["form"].errors.values() for sentence in found]
    assert len(said) == 1 and said[0].endswith("。")
    assert Rule.objects.filter(kind="light", data__subject="indicator").count() == 1


def test_a_long_but_sane_bound_is_taken(plan: Document, signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    given = rule_form(lin)
    changed = {"content": str(given["content"]).replace(NUMBER, '"value": "-10.000"')}
    assert lin.post("/settings/rules/light/", given | changed).status_code == 302
    assert Rule.objects.filter(kind="light", data__subject="indicator").count() == 2


@pytest.mark.parametrize("depth", [30, 900, 100_000])
def test_rules_nested_too_deeply_are_refused(plan: Document, signed_in_as: As, depth: int) -> None:
    lin = signed_in_as("lin")
    content = f'{{"bands": {"[" * depth}{"]" * depth}}}'
    page = lin.post("/settings/rules/light/", rule_form(lin) | {"content": content})
    assert "括号套得太深" in page.context["form"].errors["content"][0]


def test_the_wall_page_asks_the_same_number_of_queries(
    sign: Callable[..., Row], signed_in_as: As, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for at in range(12):
        sign(2, f"2026-0{at % 6 + 1}-10")
    lin = signed_in_as("lin")
    body(lin, f"/targets/{JUNE}")
    with django_assert_max_num_queries(24):
        body(lin, f"/targets/{JUNE}")

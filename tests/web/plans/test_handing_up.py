"""A unit's month on its page: filled in, handed up, signed, given back; the workbook; and the burden of all of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from luoshi.accounts.models import User
from luoshi.directory.roles import HEAD
from luoshi.ledgers import importing, registry, workbooks
from luoshi.plans.documents.models import Document
from luoshi.plans.filings.models import Filing
from luoshi.plans.reported.models import Reported
from tests.directory import build as zone
from tests.plans.build import Cast
from tests.plans.test_questions import ask
from tests.web.plans.conftest import As

MONTH = {"month": "202603"}
FIRST, SECOND = "TB-2026-001", "TB-2026-002"


@pytest.fixture
def asked(confirmed: Document, cast: Cast) -> None:
    """招商局 is asked for two fields, 规划建设局 for one; 招商局 has a head."""
    unit = cast.units["0103"]
    ask(cast, "招商接待批次", measured_in="批", unit=unit)
    ask(cast, "意向协议数", measured_in="份", unit=unit, template="市招商快报")
    ask(cast, "污水处理量", measured_in="万吨")
    zone.holder("guheng", HEAD, unit)


@pytest.fixture
def head(asked: None, signed_in_as: As) -> Client:
    return signed_in_as("guheng")


def fill(client: Client, **more: str) -> Any:
    sent = MONTH | {"unit": "0103", f"v-{FIRST}": "12", f"v-{SECOND}": "3"} | more
    return client.post("/reporting/", sent, follow=True)


def state() -> str:
    return Filing.objects.get(unit__code="0103").state


def test_a_unit_fills_in_everything_on_one_form_and_hands_it_up(clerk: Client, asked: None) -> None:
    clerk.get("/", MONTH)
    page = clerk.get("/reporting/")
    assert [line.question.number for line in page.context["due"]] == [FIRST, SECOND]
    assert "市招商快报" in page.text
    page = fill(clerk)
    assert "已保存 2 项。" in page.text
    assert state() == "open"
    page = fill(clerk, then="submit")
    assert "的月报已上报。" in page.text
    assert state() == "submitted"
    assert "待签发，数不能再改" in page.text
    assert f'name="v-{FIRST}"' not in page.text


def test_what_is_missing_keeps_it_back(clerk: Client, asked: None) -> None:
    page = clerk.post(
        "/reporting/", MONTH | {"unit": "0103", f"v-{FIRST}": "12", "then": "submit"}, follow=True
    )
    assert "还没有填：意向协议数" in page.text
    assert (state(), Reported.objects.count()) == ("open", 1)
    empty = MONTH | {"unit": "0104", "then": "submit"}
    assert "还没有填写任何一项，不能上报" in clerk.post("/reporting/", empty, follow=True).text


def test_the_head_signs_and_the_supervisor_locks(clerk: Client, head: Client, supervisor: Client) -> None:
    fill(clerk, then="submit")
    key = Filing.objects.get().pk
    page = head.get("/reporting/", MONTH)
    assert f'action="/reporting/{key}/sign/"' in page.text
    assert f"/ledgers/plans-filings/{key}/step/return/" in page.text
    assert clerk.post(f"/reporting/{key}/sign/").status_code == 403
    assert "的月报已签发。" in head.post(f"/reporting/{key}/sign/", follow=True).text
    assert head.post(f"/reporting/{key}/lock/").status_code == 403
    supervisor.post(f"/reporting/{key}/lock/")
    assert state() == "locked"


def test_a_step_back_asks_why(clerk: Client, head: Client) -> None:
    fill(clerk, then="submit")
    address = f"/ledgers/plans-filings/{Filing.objects.get().pk}/step/return/"
    version = {"version": "2"}
    assert head.post(address, version | {"reason": ""}).status_code in (200, 422)
    assert state() == "submitted"


@pytest.mark.parametrize("username", ["zhouwei", "xuhe", "gaoyuan"])
def test_nobody_else_hands_it_up(signed_in_as: As, clerk: Client, asked: None, username: str) -> None:
    fill(clerk)
    client = signed_in_as(username)
    assert client.post(f"/reporting/{Filing.objects.get().pk}/submit/").status_code in (403, 404)
    assert state() == "open"
    assert client.get(f"/reporting/{Filing.objects.get().pk}/submit/").status_code == 405
    assert client.post("/reporting/999/submit/").status_code in (403, 404)


def test_a_step_that_is_none_is_not_found(clerk: Client, asked: None) -> None:
    fill(clerk)
    assert clerk.post(f"/reporting/{Filing.objects.get().pk}/approve/").status_code == 404


def test_what_waits_for_whom(clerk: Client, head: Client, supervisor: Client) -> None:
    def texts(client: Client) -> list[str]:
        return [each.text for each in client.get("/", MONTH).context["todos"] if each.kind == "填报"]

    assert texts(clerk) == ["填报2026年3月的 2 项指标"]
    assert texts(head) == []
    fill(clerk)
    assert texts(clerk) == ["上报招商局 2026年3月月报"]
    fill(clerk, then="submit")
    assert (texts(clerk), texts(head)) == ([], ["签发招商局 2026年3月月报"])
    filing = Filing.objects.get()
    supervisor.post(
        f"/ledgers/plans-filings/{filing.pk}/step/return/", {"version": filing.version, "reason": "请核对"}
    )
    assert texts(clerk) == ["重新上报被退回的招商局 2026年3月月报"]
    assert "退回理由：请核对" in clerk.get("/reporting/", MONTH).text


def test_the_supervisor_sees_all_units_and_opens_one(supervisor: Client, asked: None) -> None:
    page = supervisor.get("/reporting/", MONTH)
    assert {sheet.code for sheet in page.context["sheets"]} >= {"0103", "0104"}
    one = supervisor.get("/reporting/", MONTH | {"unit": "0104"})
    assert [sheet.title for sheet in one.context["sheets"]] == ["规划建设局"]
    assert f'name="v-{FIRST}"' not in one.text


def test_the_workbook_of_a_unit_comes_back(clerk: Client, cast: Cast, asked: None) -> None:
    clerk.post("/reporting/", MONTH | {"unit": "0103", f"v-{FIRST}": "12"})
    answer = clerk.get("/reporting/file/", MONTH | {"unit": "0103"})
    sheet = workbooks.read(answer.content, "a.xlsx")[0]
    at = next(place for place, row in enumerate(sheet.rows) if "*填报项" in row)
    head, *lines = sheet.rows[at : at + 3]
    value = head.index("*填报值")
    assert [line[value] or 0 for line in lines] == [12, 0]
    assert [line[value - 1] for line in lines] == ["2026-03", "2026-03"]
    filled = [list(row) for row in (head, *lines)]
    filled[2][value] = "3.5"
    data = workbooks.csv_bytes([[str(cell or "").lstrip("*") for cell in row] for row in filled])
    ledger = registry.ledger("plans.reported")
    plan = importing.plan(ledger, data, "填报表.csv", by=cast.clerk)
    assert (len(plan.creates), plan.unchanged, list(plan.problems)) == (1, 1, [])
    importing.apply(plan, by=cast.clerk)
    assert set(Reported.objects.values_list("value", "filing__unit__code")) == {
        (120000, "0103"),
        (35000, "0103"),
    }
    assert (
        clerk.get("/reporting/file/", MONTH | {"unit": "0104"}).status_code == 200
    )  # an empty one: not theirs


def test_the_pages_cost_the_same_however_much_is_asked(
    supervisor: Client, cast: Cast, asked: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        ask(cast, f"用量{number}号", unit=cast.units[("0102", "0103", "0104")[number % 3]])
    for address, most in (("/reporting/", 30), ("/burden/", 25), ("/burden/fields/", 25)):
        supervisor.get(address, MONTH)
        with django_assert_max_num_queries(most):
            assert supervisor.get(f"{address}?x=1").status_code == 200


def test_each_number_of_the_burden_opens_its_list(clerk: Client, cast: Cast, asked: None) -> None:
    ask(cast, "招商接待批次", measured_in="批", unit=cast.units["0103"], template="市招商快报")
    page = clerk.get("/burden/", MONTH)
    figures = {each.label: each for each in page.context["figures"]}
    assert figures["发现重复"].value == "1"
    for each in figures.values():
        listed = clerk.get(each.url)
        assert listed.status_code == 200
        if each.unit == "项":
            assert len(listed.context["table"].rows) == int(each.value)
    doubles = clerk.get(figures["发现重复"].url).text
    assert "两张报表都要" in doubles and "没有写理由" in doubles
    mine = clerk.get("/burden/fields/", MONTH | {"unit": "0104"}).context["table"]
    assert len(mine.rows) == 1
    assert clerk.get("/burden/nothing/").status_code == 404


def test_who_has_no_post_sees_no_burden(signed_in_as: As, asked: None) -> None:
    User.objects.create_user("nobody", name="某人")
    client = signed_in_as("nobody")
    for address in ("/burden/", "/burden/fields/", "/reporting/", "/reporting/file/"):
        assert client.get(address).status_code == 403

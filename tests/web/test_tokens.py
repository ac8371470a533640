"""接口令牌 in the settings: one's own, shown once, taken back; all of them for the administrator."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from luoshi.accounts.models import Token, User
from luoshi.directory import roles
from luoshi.ledgers.models import AuditRow
from tests.directory import build
from tests.web.ledgers import pages

URL = "/settings/tokens/"


@pytest.fixture
def clerk(db: None) -> Client:
    units = build.zone()
    build.holder("chenjing", roles.CLERK, units["0103"])
    build.holder("zhouwei", roles.CLERK, units["0104"])
    build.holder("admin", roles.ADMINISTRATOR, units["01"])
    return client("chenjing")


def client(username: str) -> Client:
    found = Client()
    found.force_login(User.objects.get(username=username))
    return found


def secret(html: str) -> str:
    found = re.search(r">(ls_[^<]+)<", html)
    return found[1] if found else ""


def listed(client: Client) -> list[list[str]]:
    return pages.table(client.get(URL).text, "tokens")


def test_a_token_is_shown_once(clerk: Client) -> None:
    answer = clerk.post(f"{URL}new/", {"name": "投资平台对账", "until": "2099-12-31", "read_only": "on"})
    token = Token.objects.of_secret(secret(answer.text))
    assert token is not None and token.read_only and "no-store" in answer.headers["Cache-Control"]
    assert "ls_" not in clerk.get(URL).text
    (row,) = listed(clerk)
    assert (row[0], row[2], row[4], row[6]) == ("投资平台对账", "只读", "2099-12-31", "有效")
    assert AuditRow.objects.first().act == "开通接口令牌"
    assert URL in clerk.get("/settings/").text


def test_what_is_wrong_is_said_beside_the_field(clerk: Client) -> None:
    for values, said in (
        ({"name": ""}, "请填写“名称”。"),
        ({"name": "x", "until": "2020-01-01"}, "已经过去，请填今天或以后的日期。"),
        ({"name": "x", "until": "明年"}, "“有效期至”应写成 2026-10-15 的样子。"),
    ):
        assert any(said in error for error in pages.errors(clerk.post(f"{URL}new/", values).text)), said
    assert not Token.objects.exists()


def test_a_token_is_taken_back_by_its_person_or_the_administrator(clerk: Client) -> None:
    for name in ("a", "b"):
        clerk.post(f"{URL}new/", {"name": name})
    first, second = Token.objects.order_by("pk")
    other, admin = client("zhouwei"), client("admin")
    assert (
        listed(other) == [["还没有接口令牌。"]] and other.post(f"{URL}{first.pk}/revoke/").status_code == 404
    )
    assert "持有人：chenjing" in clerk.get(f"{URL}{first.pk}/revoke/").text
    assert "已撤销接口令牌“a”" in clerk.post(f"{URL}{first.pk}/revoke/", follow=True).text
    assert len(listed(admin)) == 2
    admin.post(f"{URL}{second.pk}/revoke/")
    assert [row[6] for row in listed(clerk)] == ["已撤销", "已撤销"]
    assert clerk.post(f"{URL}{first.pk}/revoke/").status_code == 404

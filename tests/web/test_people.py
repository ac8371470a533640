"""The accounts of a zone, in the hands of its administrator."""

from __future__ import annotations

import pytest
from django.test import Client

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.people.models import Post
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import AuditRow
from tests.directory import build
from tests.web.ledgers import pages

URL = "/settings/people/"
PASSWORD = "rain-on-stones-3"


@pytest.fixture
def units(db: None) -> dict[str, Unit]:
    return build.zone()


@pytest.fixture
def admin(units: dict[str, Unit]) -> Client:
    build.holder("admin", roles.ADMINISTRATOR, units["01"])
    client = Client()
    client.force_login(User.objects.get(username="admin"))
    return client


def entered(units: dict[str, Unit], **values: str) -> dict[str, str]:
    usual = {
        "username": "chenjing",
        "name": "陈静",
        "unit": str(units["0103"].pk),
        "role": "clerk",
        "password": PASSWORD,
    }
    return usual | values


def test_an_account_is_opened_with_its_post(admin: Client, units: dict[str, Unit]) -> None:
    answer = admin.post(f"{URL}new/", entered(units, title="科长"), follow=True)
    assert "已为“陈静”开通账号。" in answer.text
    assert ["陈静", "chenjing", "招商局 科长", "在用"] in [
        row[:4] for row in pages.table(answer.text, "people")
    ]
    post = Post.objects.get(user__username="chenjing")
    assert (post.unit, post.role) == (units["0103"], "clerk")
    assert AuditRow.objects.first().actor_key == "admin"
    assert Client().login(username="chenjing", password=PASSWORD)


def test_what_is_wrong_is_said_beside_the_field(admin: Client, units: dict[str, Unit]) -> None:
    html = admin.post(f"{URL}new/", entered(units, username="admin", password="0123-x")).text
    assert "这个用户名已经有人使用，请换一个。" in pages.errors(html)
    assert "密码太短了，至少要有 10 个字符。" in pages.errors(html)
    assert "0123-x" not in html
    assert pages.errors(admin.post(f"{URL}new/", {}).text)[:2] == ["请填写“用户名”。", "请填写“姓名”。"]
    assert User.objects.count() == 1


def test_a_new_password_signs_out_who_had_the_old_one(admin: Client, units: dict[str, Unit]) -> None:
    build.holder("chenjing", roles.CLERK, units["0103"])
    user = User.objects.get(username="chenjing")
    theirs = Client()
    theirs.force_login(user)
    assert pages.errors(admin.post(f"{URL}{user.pk}/password/", {"password": "123"}).text)
    answer = admin.post(f"{URL}{user.pk}/password/", {"password": PASSWORD}, follow=True)
    assert "的密码，其已有的登录立即失效" in answer.text
    assert theirs.get("/").status_code == 302
    assert AuditRow.objects.first().act == "重设密码"


def test_an_account_is_closed_with_a_reason(admin: Client, units: dict[str, Unit]) -> None:
    build.holder("chenjing", roles.CLERK, units["0103"])
    user = User.objects.get(username="chenjing")
    address = f"{URL}{user.pk}/dismiss/"
    assert pages.errors(admin.post(address, {"reason": ""}).text) == ["请填写“理由”。"]
    answer = admin.post(address, {"reason": "调离"}, follow=True)
    assert "已停用“chenjing”的账号" in answer.text
    user.refresh_from_db()
    assert not user.is_active
    assert Post.objects.get(user=user).until is not None
    assert admin.get(address).status_code == 404


def test_nobody_closes_the_own_account(admin: Client) -> None:
    user = User.objects.get(username="admin")
    answer = admin.post(f"{URL}{user.pk}/dismiss/", {"reason": "试试"})
    assert answer.status_code == 403
    assert "不能停用自己的账号" in answer.text
    user.refresh_from_db()
    assert user.is_active


@pytest.mark.parametrize("role", [roles.CLERK, roles.LEADER, roles.SUPERVISOR, roles.AUDITOR])
def test_only_the_administrator(admin: Client, units: dict[str, Unit], role: str) -> None:
    build.holder("who", role, units["01"])
    user = User.objects.get(username="who")
    client = Client()
    client.force_login(user)
    for rest in ("", "new/", f"{user.pk}/password/", f"{user.pk}/dismiss/"):
        assert client.get(f"{URL}{rest}").status_code == 403
    for rest in ("new/", f"{user.pk}/password/", f"{user.pk}/dismiss/"):
        assert client.post(f"{URL}{rest}", {"password": PASSWORD, "reason": "x"}).status_code == 403

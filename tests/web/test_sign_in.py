"""Signing in, being locked out, and changing one's password."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user
from django.test import Client

from luoshi.accounts.attempts import LIMIT, LOCKED_FOR
from luoshi.accounts.models import User
from luoshi.web.models import SignInFailure
from tests.web.conftest import PASSWORD

NOW = datetime(2026, 10, 15, 6, 0, tzinfo=UTC)
NEW = "the-river-runs-east-9"


def sign_in(client: Client, password: str, username: str = "chenjing", **more: str) -> object:
    return client.post("/login/", {"username": username, "password": password, **more})


def test_works(client: Client, person: User) -> None:
    answer = client.post("/login/", {"username": "chenjing", "password": PASSWORD})
    assert answer.status_code == 302
    assert answer.url == "/"
    assert get_user(client) == person


def test_goes_where_the_person_was_going_but_never_elsewhere(client: Client, person: User) -> None:
    wanted = {"username": "chenjing", "password": PASSWORD, "next": "/gallery/"}
    assert client.post("/login/", wanted).url == "/gallery/"
    client.logout()
    wanted["next"] = "https://elsewhere.example/"
    assert client.post("/login/", wanted).url == "/"


def test_a_wrong_password_gets_the_same_sentence_as_an_unknown_name(client: Client, person: User) -> None:
    wrong = client.post("/login/", {"username": "chenjing", "password": "no"}).text
    unknown = client.post("/login/", {"username": "nobody", "password": "no"}).text
    assert "用户名或密码不正确" in wrong
    assert "用户名或密码不正确" in unknown
    assert not get_user(client).is_authenticated


def test_nothing_entered_is_said_at_the_field(client: Client, db: None) -> None:
    page = client.post("/login/", {"username": "", "password": ""}).text
    assert "请填写“用户名”。" in page
    assert "请填写“密码”。" in page


def test_somebody_who_has_left_does_not_come_in(client: Client, person: User) -> None:
    User.objects.update(is_active=False)
    assert "用户名或密码不正确" in client.post("/login/", {"username": "chenjing", "password": PASSWORD}).text


def test_too_many_failures_lock_the_name_even_for_the_right_password(client: Client, person: User) -> None:
    for _ in range(LIMIT):
        sign_in(client, "no")
    assert "暂停登录" in client.post("/login/", {"username": "ChenJing", "password": PASSWORD}).text
    assert not get_user(client).is_authenticated


def test_one_failure_fewer_does_not(client: Client, person: User) -> None:
    for _ in range(LIMIT - 1):
        sign_in(client, "no")
    sign_in(client, PASSWORD)
    assert get_user(client) == person
    assert not SignInFailure.objects.exists()


def test_the_lock_opens_by_itself_and_the_count_begins_anew(db: None) -> None:
    failures = SignInFailure.objects
    for _ in range(LIMIT):
        failures.record("chenjing", NOW)
    assert failures.locked_until("chenjing", NOW) == NOW + LOCKED_FOR
    later = NOW + LOCKED_FOR
    assert failures.locked_until("chenjing", later) is None
    failures.record("chenjing", later)
    assert failures.get().failures == 1


def test_old_failures_are_forgotten(db: None) -> None:
    SignInFailure.objects.record("somebody", NOW)
    SignInFailure.objects.record("chenjing", NOW + timedelta(days=2))
    assert [row.username for row in SignInFailure.objects.all()] == ["chenjing"]


def test_signing_out_takes_a_form(signed_in: Client) -> None:
    assert signed_in.get("/logout/").status_code == 405
    assert get_user(signed_in).is_authenticated
    assert signed_in.post("/logout/").url == "/login/"
    assert not get_user(signed_in).is_authenticated


def test_the_password_is_changed_and_the_person_stays(signed_in: Client, person: User) -> None:
    answer = signed_in.post("/settings/password/", {"old": PASSWORD, "new": NEW, "again": NEW}, follow=True)
    assert "密码已修改" in answer.text
    assert get_user(signed_in).is_authenticated
    person.refresh_from_db()
    assert person.check_password(NEW)


@pytest.mark.parametrize(
    ("old", "new", "again", "sentence"),
    [
        ("no", NEW, NEW, "现在的密码不正确"),
        (PASSWORD, NEW, "other", "两次输入的新密码不一样"),
        (PASSWORD, "1234567890123", "1234567890123", "密码"),
        (PASSWORD, "short", "short", "10 个字符"),
    ],
)
def test_a_bad_change_changes_nothing(
    signed_in: Client, person: User, old: str, new: str, again: str, sentence: str
) -> None:
    page = signed_in.post("/settings/password/", {"old": old, "new": new, "again": again}).text
    assert sentence in page
    assert 'class="error"' in page
    person.refresh_from_db()
    assert person.check_password(PASSWORD)
